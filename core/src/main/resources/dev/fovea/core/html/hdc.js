"use strict";
// Judges a dilation stack as the compiler does (Wang et al. 2018, section 3.2; Yu and Koltun 2016), one axis at a time.
// eslint-disable-next-line no-unused-vars
const foveaHdc = (function () {
  const RULES = ["DilationCommonDivisor", "DilationGap", "CoverageHole"];
  const MOST_POSITIONS = 1 << 22;

  function gcd(a, b) {
    return b === 0 ? a : gcd(b, a % b);
  }

  /** M_1 … M_n of equation 2. */
  function recurrence(rates) {
    const m = rates.slice();
    for (let i = rates.length - 2; i >= 0; i--) {
      m[i] = Math.max(Math.abs(m[i + 1] - 2 * rates[i]), rates[i]);
    }
    return m;
  }

  /** The layers from one to before another, read as one list; the entry layer leads where it stands in for a rate 1. */
  function read(axis, from, to) {
    let rates = axis.rates.slice(from, to);
    let kernels = axis.kernels.slice(from, to);
    if (from === 0 && axis.entry > 0 && axis.rates.length > 0 && axis.rates[0] > 1) {
      rates = [1].concat(rates);
      kernels = [axis.entry].concat(kernels);
    }
    const isUniform = kernels.every(kernel => kernel === kernels[0]);
    const m = isUniform ? recurrence(rates) : [];
    return { rates: rates, kernel: isUniform ? kernels[0] : null, m: m, exceeds: m.length > 1 && m[1] > kernels[0] };
  }

  /** A new rising edge starts wherever the rate falls. */
  function cut(axis) {
    const edges = [];
    let first = 0;
    for (let i = 1; i <= axis.rates.length; i++) {
      if (i === axis.rates.length || axis.rates[i] < axis.rates[i - 1]) {
        edges.push(read(axis, first, i));
        first = i;
      }
    }
    return edges;
  }

  /** The positions that windows of a kernel and a step read together; 1 = read. Undefined where they are too many. */
  function positions(windows) {
    const size = windows.reduce((sum, window) => sum + (window.kernel - 1) * window.step, 1);
    if (size > MOST_POSITIONS) {
      return undefined;
    }
    let read = new Uint8Array(size);
    read[0] = 1;
    let end = 0;
    windows.forEach(window => {
      const next = new Uint8Array(size);
      for (let at = 0; at <= end; at++) {
        if (read[at]) {
          for (let tap = 0; tap < window.kernel; tap++) {
            next[at + tap * window.step] = 1;
          }
        }
      }
      end += (window.kernel - 1) * window.step;
      read = next;
    });
    return read;
  }

  /** By the theorem on complete coverage: sorted by step, none may exceed 1 plus what those before it span. */
  function coverage(windows) {
    const ascending = windows.slice().sort((a, b) => a.step - b.step);
    let reach = 0;
    let firstUnread = null;
    ascending.forEach(window => {
      if (window.step > reach + 1 && firstUnread === null) {
        firstUnread = reach + 1;
      }
      reach += (window.kernel - 1) * window.step;
    });
    const read = firstUnread === null ? null : positions(ascending);
    const covered = firstUnread === null ? reach + 1 : read && read.reduce((sum, bit) => sum + bit, 0);
    return { size: reach + 1, covered: covered === undefined ? null : covered, firstUnread: firstUnread };
  }

  function own(axis) {
    return axis.rates.map((rate, i) => ({ step: rate, kernel: axis.kernels[i] }));
  }

  function all(axis) {
    return (axis.entry > 0 ? [{ step: 1, kernel: axis.entry }] : []).concat(own(axis),
      axis.exit > 0 ? [{ step: axis.exitStep, kernel: axis.exit }] : []);
  }

  /**
   * @param axis kernels above 1 and rates from the bottom to the top, the kernels of entry and exit layer or 0, and the exit's step
   * @param strict whether the classical rule holds where no position is lost
   */
  function judge(axis, strict) {
    const edges = cut(axis);
    const full = coverage(all(axis));
    const divisor = axis.rates.reduce((common, rate) => gcd(rate, common), 0);
    const whole = read(axis, 0, axis.rates.length);
    const gap = axis.rates.length > 0 && !(whole.m.length > 1 && !whole.exceeds) && edges.some(edge => edge.exceeds);
    const isComplete = full.firstUnread === null;
    let violation = null;
    if (axis.rates.length > 1) {
      violation = divisor > 1 ? 0 : (strict || !isComplete) && gap ? 1 : isComplete ? null : 2;
    }
    return { divisor: Math.max(1, divisor), edges: edges, own: coverage(own(axis)), full: full, violation: violation };
  }

  /** The rule that a stack of several axes breaks: the gravest of any axis; null where it breaks none. */
  function rule(verdicts) {
    const found = verdicts.map(verdict => verdict.violation).filter(violation => violation !== null);
    return found.length ? RULES[Math.min(...found)] : null;
  }

  return { judge, rule, positions, own };
})();
