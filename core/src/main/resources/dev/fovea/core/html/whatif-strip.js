"use strict";
// The positions of a stack's own grid along an axis: read ones filled, others hatched.
// eslint-disable-next-line no-unused-vars
const foveaStrip = (function () {
  const MOST_DRAWN = 400;
  const HIGH = 40;

  function hatch(context, left, right) {
    context.save();
    context.beginPath();
    context.rect(left, 0, right - left, HIGH);
    context.clip();
    context.beginPath();
    for (let x = left - HIGH; x < right; x += 5) {
      context.moveTo(x, HIGH);
      context.lineTo(x + HIGH, 0);
    }
    context.stroke();
    context.restore();
  }

  /**
   * Draws what one unit reads; false where that is too much.
   *
   * @param coverage what the stack reads by itself
   * @param windows step and kernel of each layer that counts along the axis
   * @param axis its name
   */
  return function (canvas, coverage, windows, axis) {
    const read = coverage.size <= MOST_DRAWN ? foveaHdc.positions(windows) : undefined;
    if (read === undefined) {
      return false;
    }
    canvas.hidden = false;
    const ratio = window.devicePixelRatio || 1;
    const wide = Math.max(1, canvas.clientWidth);
    canvas.width = wide * ratio;
    canvas.height = canvas.clientHeight * ratio;
    canvas.setAttribute("aria-label", "Positions of its own grid along the " + axis + ": "
      + read.reduce((sum, bit) => sum + bit, 0) + " of " + read.length + " are read");
    const style = getComputedStyle(document.documentElement);
    const context = canvas.getContext("2d");
    context.scale(ratio, ratio);
    const cell = wide / read.length;
    context.strokeStyle = style.getPropertyValue("--hatch");
    read.forEach((bit, at) => {
      context.fillStyle = style.getPropertyValue(bit ? "--h5" : "--unread");
      context.fillRect(at * cell, 0, cell + 0.5, HIGH);
    });
    read.forEach((bit, at) => bit || hatch(context, at * cell, (at + 1) * cell));
    if (cell > 5) {
      context.strokeStyle = style.getPropertyValue("--paper");
      read.forEach((bit, at) => context.strokeRect(at * cell, -1, cell, HIGH + 2));
    }
    return true;
  };
})();
