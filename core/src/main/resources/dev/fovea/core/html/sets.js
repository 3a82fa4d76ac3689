"use strict";
// Sets of positions along an axis, and what the steps of a network make of them: what is read, and by which units.
// eslint-disable-next-line no-unused-vars
const foveaSets = (function () {
  // --- Sets of positions along an axis: from lo to hi, all of them where bits is null; no positions: null.
  function interval(lo, hi) {
    return lo > hi ? null : { lo: lo, hi: hi, bits: null };
  }

  /** The set of positions whose byte is 1; both ends are trimmed. */
  function ofBits(first, bits) {
    let from = 0;
    let to = bits.length - 1;
    while (from <= to && !bits[from]) {
      from++;
    }
    while (to >= from && !bits[to]) {
      to--;
    }
    if (from > to) {
      return null;
    }
    const set = { lo: first + from, hi: first + to, bits: null };
    for (let i = from; i <= to; i++) {
      if (!bits[i]) {
        set.bits = bits.subarray(from, to + 1);
        break;
      }
    }
    return set;
  }

  function has(set, position) {
    return set !== null && position >= set.lo && position <= set.hi
      && (set.bits === null || set.bits[position - set.lo] === 1);
  }

  function size(set) {
    if (set === null) {
      return 0;
    }
    return set.bits === null ? set.hi - set.lo + 1 : set.bits.reduce((sum, bit) => sum + bit, 0);
  }

  function forEach(set, action) {
    for (let at = set.lo; at <= set.hi; at++) {
      if (set.bits === null || set.bits[at - set.lo]) {
        action(at);
      }
    }
  }

  function containsAll(set, other) {
    if (set === other) {
      return true;
    }
    if (other.lo < set.lo || other.hi > set.hi) {
      return false;
    }
    if (set.bits === null) {
      return true;
    }
    for (let at = other.lo; at <= other.hi; at++) {
      if (has(other, at) && !set.bits[at - set.lo]) {
        return false;
      }
    }
    return true;
  }

  function equal(a, b) {
    return a === b || a.lo === b.lo && a.hi === b.hi && (a.bits === null) === (b.bits === null)
      && (a.bits === null || a.bits.every((bit, i) => bit === b.bits[i]));
  }

  function union(a, b) {
    if (containsAll(a, b)) {
      return a;
    }
    if (containsAll(b, a)) {
      return b;
    }
    const lo = Math.min(a.lo, b.lo);
    const bits = new Uint8Array(Math.max(a.hi, b.hi) - lo + 1);
    [a, b].forEach(set => forEach(set, at => {
      bits[at - lo] = 1;
    }));
    return ofBits(lo, bits);
  }

  /** The positions from 0 to extent - 1; all of them where the extent is unknown. */
  function clip(set, extent) {
    if (set === null || extent === null || set.lo >= 0 && set.hi < extent) {
      return set;
    }
    const lo = Math.max(0, set.lo);
    const hi = Math.min(extent - 1, set.hi);
    if (lo > hi) {
      return null;
    }
    return set.bits === null ? interval(lo, hi) : ofBits(lo, set.bits.subarray(lo - set.lo, hi - set.lo + 1));
  }

  // --- Steps: what a unit reads of the map below it, as first, distance, count.
  const floor = Math.floor;
  const mod = (a, n) => (a % n + n) % n;

  function gcd(a, b) {
    return b === 0 ? Math.abs(a) : gcd(b, a % b);
  }

  function parse(text) {
    return text.split(" ").map(one => {
      const parts = one.split(",");
      const numbers = parts.slice(1).map(Number);
      const step = { kind: parts[0], a: numbers[0], b: numbers[1] };
      if (step.kind === "w" || step.kind === "t") {
        [step.kernel, step.stride, step.rate, step.begin] = numbers;
        step.identity = step.kernel === 1 && step.stride === 1 && step.begin === 0;
      } else {
        step.identity = "nlcp".includes(step.kind) && step.a === step.b || step.kind === "g" && step.a === 1;
      }
      return step;
    });
  }

  function reads(step, unit) {
    switch (step.kind) {
      case "w":
        return [unit * step.stride - step.begin, step.rate, step.kernel];
      case "t": {
        const place = unit + step.begin;
        const taps = Math.min(step.kernel, step.stride);
        for (let tap = 0; tap < taps; tap++) {
          if (mod(place - tap * step.rate, step.stride) === 0) {
            const between = step.stride / gcd(step.stride, step.rate);
            const count = floor((step.kernel - 1 - tap) / between) + 1;
            const last = tap + (count - 1) * between;
            return [(place - last * step.rate) / step.stride, between * step.rate / step.stride, count];
          }
        }
        return [0, 1, 0];
      }
      case "n":
        return [floor(unit * step.a / step.b), 1, 1];
      case "l": {
        const halves = 2 * unit * step.a + step.a - step.b;
        return [floor(halves / (2 * step.b)), 1, mod(halves, 2 * step.b) === 0 ? 1 : 2];
      }
      case "c": {
        const out = Math.max(1, step.b - 1);
        const gaps = unit * (step.a - 1);
        return [floor(gaps / out), 1, mod(gaps, out) === 0 ? 1 : 2];
      }
      case "p": {
        const first = floor(unit * step.a / step.b);
        return [first, 1, Math.ceil((unit + 1) * step.a / step.b) - first];
      }
      case "g":
        return [floor((unit - step.b) / step.a) * step.a + step.b, 1, step.a];
      case "a":
        return [0, 1, step.a];
      case "b":
        return [0, 1, 1];
      default:
        throw new Error("unknown step " + step.kind);
    }
  }

  /** All that a set of units reads. */
  function below(step, set) {
    if (set === null || step.identity) {
      return set;
    }
    if (step.kind === "a" || step.kind === "b") {
      return interval(0, step.kind === "a" ? step.a - 1 : 0);
    }
    const touches = step.kind === "w" && set.bits === null
      && (set.lo === set.hi ? step.rate === 1
        : step.rate === 1 ? step.kernel >= step.stride : step.stride === 1 && set.hi - set.lo + 1 >= step.rate);
    if (touches) {
      return interval(set.lo * step.stride - step.begin,
        set.hi * step.stride - step.begin + (step.kernel - 1) * step.rate);
    }
    let lo = Infinity;
    let hi = -Infinity;
    forEach(set, unit => {
      const [first, distance, count] = reads(step, unit);
      if (count > 0) {
        lo = Math.min(lo, first);
        hi = Math.max(hi, first + (count - 1) * distance);
      }
    });
    if (lo > hi) {
      return null;
    }
    const bits = new Uint8Array(hi - lo + 1);
    forEach(set, unit => {
      const [first, distance, count] = reads(step, unit);
      for (let i = 0; i < count; i++) {
        bits[first - lo + i * distance] = 1;
      }
    });
    return ofBits(lo, bits);
  }

  /** True if each unit reads something, and none reads what begins or ends before what the one before it reads. */
  function isMonotone(step) {
    return step.kind !== "t" || step.rate === 1 && step.kernel >= step.stride;
  }

  /** From where to where units read of which only the first and the last are known; of a step that is monotone. */
  function endsBelow(step, ends) {
    if (step.identity) {
      return ends;
    }
    const [first] = reads(step, ends.lo);
    const [begin, distance, count] = reads(step, ends.hi);
    return { lo: first, hi: begin + (count - 1) * distance };
  }

  /** The units that may read something from lo to hi, where the map has no borders. */
  function bracket(step, lo, hi) {
    switch (step.kind) {
      case "w":
        return [Math.ceil((lo + step.begin - (step.kernel - 1) * step.rate) / step.stride),
          floor((hi + step.begin) / step.stride)];
      case "t":
        return [lo * step.stride - step.begin, hi * step.stride - step.begin + (step.kernel - 1) * step.rate];
      case "g":
        return [lo - step.a, hi + step.a];
      case "c": {
        const scale = Math.max(1, step.b - 1) / Math.max(1, step.a - 1);
        return [floor((lo - 2) * scale) - 2, Math.ceil((hi + 2) * scale) + 2];
      }
      case "n": case "l": case "p":
        return [floor((lo - 2) * step.b / step.a) - 2, Math.ceil((hi + 2) * step.b / step.a) + 2];
      default:
        return null;
    }
  }

  /** All units that read something of a set; of a map without borders too, but where all units read the same: undefined. */
  function above(step, set, extent) {
    if (set === null || step.identity) {
      return clip(set, extent);
    }
    const everywhere = step.kind === "a" || step.kind === "b" && has(set, 0);
    if (step.kind === "b" && !everywhere) {
      return null;
    }
    if (everywhere || step.kind === "c" && step.a === 1) {
      return extent === null ? undefined : interval(0, extent - 1);
    }
    let [from, to] = bracket(step, set.lo, set.hi);
    if (extent !== null) {
      from = Math.max(0, from);
      to = Math.min(extent - 1, to);
    }
    if (from > to) {
      return null;
    }
    if (step.kind === "w" && set.bits === null && set.hi - set.lo + 1 >= step.rate) {
      return interval(from, to);
    }
    const bits = new Uint8Array(to - from + 1);
    for (let unit = from; unit <= to; unit++) {
      const [first, distance, count] = reads(step, unit);
      for (let i = 0; i < count && !bits[unit - from]; i++) {
        bits[unit - from] = has(set, first + i * distance) ? 1 : 0;
      }
    }
    return ofBits(from, bits);
  }

  return { interval, has, size, forEach, containsAll, equal, union, clip, gcd, parse, reads, below, above, isMonotone, endsBelow };
})();
