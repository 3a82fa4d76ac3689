"use strict";
// Extents that may be unknown: a known number, or an unknown one plus a known difference, as the compiler reckons with them.
// eslint-disable-next-line no-unused-vars
const foveaExtents = (function () {
  const { floor, max } = Math;
  const mod = (a, n) => (a % n + n) % n;

  /** The same operation on the same unknown extent gives the same unknown result. */
  return function () {
    const symbols = new Map();

    function symbol(...key) {
      const text = key.join();
      if (!symbols.has(text)) {
        symbols.set(text, symbols.size + 1);
      }
      return symbols.get(text);
    }

    const known = value => ({ symbol: 0, value: value });
    const unknown = (...key) => ({ symbol: symbol(...key), value: 0 });
    const isKnown = extent => extent.symbol === 0;
    const equal = (one, other) => one.symbol === other.symbol && one.value === other.value;
    const plus = (extent, amount) => ({ symbol: extent.symbol, value: extent.value + amount });

    function times(extent, factor) {
      return isKnown(extent) ? known(extent.value * factor)
        : factor === 1 ? extent : unknown("times", extent.symbol, extent.value, factor);
    }

    /** How many windows fit. */
    function windows(extent, surplus, stride) {
      const sum = plus(extent, surplus);
      return isKnown(extent) || stride === 1 ? { symbol: sum.symbol, value: floor(sum.value / stride) + 1 }
        : unknown("windows", sum.symbol, sum.value, stride);
    }

    /** The padding that makes one window for each stride; where only the extent tells how it begins, that is a symbol. */
    function same(extent, reach, stride, axis) {
      const most = isKnown(extent) ? mod(extent.value - 1, stride) + 1 : stride;
      const least = isKnown(extent) ? most : 1;
      const pads = max(0, reach + 1 - most);
      const begin = floor(pads / 2);
      const isSure = begin === floor(max(0, reach + 1 - least) / 2);
      return isSure ? { begin: begin, end: pads - begin, moved: 0 }
        : { begin: 0, end: 0, moved: symbol("begin", axis, extent.symbol, extent.value, reach, stride) };
    }

    return { symbol, known, unknown, isKnown, equal, plus, times, windows, same };
  };
})();
