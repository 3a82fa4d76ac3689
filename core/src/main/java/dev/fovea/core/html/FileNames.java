package dev.fovea.core.html;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names of files that any file system takes, made from names of models and layers. */
final class FileNames {
    private static final int LONGEST = 120;

    private final Set<String> used = new HashSet<>();

    /** A name that was not given out yet, not even in another case. */
    String unused(String name) {
        String safe = safe(name);
        String candidate = safe;
        for (int i = 2; !used.add(candidate.toLowerCase(Locale.ROOT)); i++) {
            candidate = safe + "-" + i;
        }
        return candidate;
    }

    /** ASCII letters, digits, dots and underscores stay, {@code a[0]} becomes {@code a-0}, all else its code. */
    static String safe(String name) {
        StringBuilder safe = new StringBuilder();
        name.codePoints().forEach(c -> {
            if (c == '[') {
                safe.append('-');
            } else if (c < 0x7f && (Character.isLetterOrDigit(c) || c == '.' || c == '_' || c == '$')) {
                safe.appendCodePoint(c);
            } else if (c != ']') {
                safe.append("-u").append(Integer.toHexString(c)).append('-');
            }
        });
        return safe.length() <= LONGEST
                ? safe.toString()
                : safe.substring(0, LONGEST - 9) + "-" + Integer.toHexString(name.hashCode());
    }
}
