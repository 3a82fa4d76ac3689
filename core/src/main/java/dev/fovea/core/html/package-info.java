/** Reports for people: pages in HTML and figures in SVG. It sees neither the compiler nor any file but the ones it writes. */
@NullMarked
package dev.fovea.core.html;

import org.jspecify.annotations.NullMarked;
