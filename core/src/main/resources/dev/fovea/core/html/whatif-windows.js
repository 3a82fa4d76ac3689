"use strict";
// The windows of layers whose kernels, rates and strides are edited, and the padding that follows them.
// eslint-disable-next-line no-unused-vars
const foveaWindows = (function () {
  const floor = Math.floor;

  /** @param facts where numbers are written, and what takes them */
  return function (facts, axes) {
    const along = Array.from({ length: axes }, (none, axis) => axis);
    const edited = Object.keys(facts.layers).map(Number);

    /** The value of a reference: a number by its index, or one that cannot be edited, below 0. */
    const value = (numbers, reference) => reference < 0 ? -reference : numbers[reference];

    function isTied(before, axis) {
      return before.begin[axis] + before.end[axis] === (before.kernel[axis] - 1) * before.rate[axis];
    }

    /** The padding that a layer has or is to get; typed: what to type for that. */
    function padding(layer, now, before) {
      const same = now.kernel.every((kernel, axis) => kernel === before.kernel[axis] && now.rate[axis] === before.rate[axis]);
      const isPadded = before.begin.some((begin, axis) => begin + before.end[axis] > 0);
      if (layer.padding === "CAUSAL") {
        return { begin: along.map(axis => (now.kernel[axis] - 1) * now.rate[axis]), end: along.map(() => 0), typed: null };
      }
      if (layer.follows === "rate" && layer.padding === "EXPLICIT") {
        return { begin: now.rate, end: now.rate, typed: null };
      }
      if (same || !isPadded || layer.follows || layer.padding === "SAME") {
        return { begin: before.begin, end: before.end, typed: null };
      }
      if (layer.typed) {
        return ofArgument(layer, now, before);
      }
      const kept = along.map(axis => keep(now, before, axis));
      if (kept.includes(null)) {
        return { begin: before.begin, end: before.end, typed: null };
      }
      const begin = kept.map(pair => pair[0]);
      const end = kept.map(pair => pair[1]);
      return { begin: begin, end: end, typed: typed(begin, end) };
    }

    /** What keeps the extent along an axis: in proportion where it did so before, else by what the window grows. */
    function keep(now, before, axis) {
      const reach = (now.kernel[axis] - 1) * now.rate[axis];
      const reached = (before.kernel[axis] - 1) * before.rate[axis];
      const [begin, end] = [before.begin[axis], before.end[axis]];
      if (isTied(before, axis) && reached > 0 && begin * reach % reached === 0 && end * reach % reached === 0) {
        return [begin * reach / reached, end * reach / reached];
      }
      const more = reach - reached;
      const first = begin > 0 && end === 0 ? more : begin === 0 && end > 0 ? 0 : floor(more / 2);
      return begin + first < 0 || end + more - first < 0 ? null : [begin + first, end + more - first];
    }

    /** In a block, whose uses give the rate, the padding has to follow every one of them. */
    function ofArgument(layer, now, before) {
      const isHalf = along.every(axis => isTied(before, axis) && before.begin[axis] === before.end[axis] && now.kernel[axis] === 3);
      const isCausal = along.every(axis => isTied(before, axis) && before.end[axis] === 0);
      const isSame = along.every(axis => isTied(before, axis) && now.stride[axis] === 1
        && before.begin[axis] === floor((before.begin[axis] + before.end[axis]) / 2));
      const reach = along.map(axis => (now.kernel[axis] - 1) * now.rate[axis]);
      if (isHalf) {
        return { begin: now.rate, end: now.rate, typed: layer.typed };
      }
      if (isCausal) {
        return { begin: reach, end: along.map(() => 0), typed: "Padding.CAUSAL" };
      }
      return isSame
        ? { begin: reach.map(all => floor(all / 2)), end: reach.map(all => all - floor(all / 2)), typed: "Padding.SAME" }
        : { begin: before.begin, end: before.end, typed: null };
    }

    function typed(begin, end) {
      const isEven = begin.every((pad, axis) => pad === end[axis]);
      const entries = isEven ? begin.every(pad => pad === begin[0]) ? begin.slice(0, 1) : begin : begin.concat(end);
      return entries.length === 1 ? String(entries[0]) : "{" + entries.join(", ") + "}";
    }

    /** The windows of all layers that take a number. */
    function windows(numbers) {
      const all = new Map();
      edited.forEach(index => {
        const layer = facts.layers[index];
        const values = of => ({
          kernel: layer.kernel.map(reference => value(of, reference)),
          rate: layer.rate.map(reference => value(of, reference)),
          stride: layer.stride.map(reference => value(of, reference)),
          begin: layer.begin, end: layer.end,
        });
        const now = values(numbers);
        const padded = padding(layer, now, values(facts.numbers));
        all.set(index, Object.assign(now, { begin: padded.begin, end: padded.end, typed: padded.typed }));
      });
      return all;
    }

    return { value: value, windows: windows };
  };
})();
