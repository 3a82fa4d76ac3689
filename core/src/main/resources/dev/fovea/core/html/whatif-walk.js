"use strict";
// Puts an edited network together from the input up, as the compiler does: extents, jumps, projections of shortcuts, resampling.
// eslint-disable-next-line no-unused-vars
const foveaWalk = (function () {
  const { gcd, parse } = foveaSets;
  const JOINING = ["Add", "Concat", "Multiply", "Residual"];
  const RESAMPLING = ["Upsample", "AdaptivePool"];
  const IDENTITY = "w,1,1,1,0";
  const MOST_STRIDE = 1 << 24;
  const ONE = [1, 1];

  function fraction(over, under) {
    const common = gcd(over, under) || 1;
    return [over / common, under / common];
  }

  const isZero = jump => jump[0] === 0;
  const isSame = (one, other) => one === other || Array.isArray(one) && Array.isArray(other)
    && one[0] === other[0] && one[1] === other[1];

  /** What a step multiplies the jump by. */
  function scale(step) {
    switch (step.kind) {
      case "w": return [step.stride, 1];
      case "t": return [1, step.stride];
      case "n": case "l": case "p": return fraction(step.a, step.b);
      case "c": return fraction(step.a - 1, Math.max(1, step.b - 1));
      case "g": return ONE;
      default: return [0, 1];
    }
  }

  /** A window as steps are written in the facts. */
  const written = (window, axis) => ["w", window.kernel[axis], window.stride[axis], window.rate[axis], window.begin[axis]].join(",");

  /** The smallest stride by which windows of one unit lead from one extent to the other; 1 where there is none. */
  function between(from, to) {
    if (from.symbol !== 0 || to.symbol !== 0 || to.value >= from.value || to.value < 1) {
      return 1;
    }
    const stride = Math.ceil(from.value / to.value);
    return Math.ceil(from.value / stride) === to.value ? stride : 1;
  }

  /**
   * @param facts where numbers are written, and what takes them; with a projection at each shortcut
   * @param steps the facts that fields are followed by
   * @param report the report of the network as it is
   * @param below per layer, the layers that it reads; -1 is the input
   */
  return function (facts, steps, report, below) {
    const along = Array.from({ length: report.axes }, (none, axis) => axis);
    const wide = report.axes + 1;
    const owners = new Map();
    report.layers.forEach((layer, index) => {
      if (layer.op === "Residual" && below[index].length === 2 && layer.from[1] === layer.name + ".projection") {
        owners.set(below[index][1], index);
      }
    });
    /** True if what is read by a step that is not known here is not known to the compiler either. */
    const isUnknown = index => RESAMPLING.includes(report.layers[index].op) || owners.has(index);

    const channels = layer => layer < 0 ? report.input.channels : report.layers[layer].shape.channels;
    const isDifferent = (one, other) => typeof one === "number" && typeof other === "number" && one !== other;

    /**
     * All that follows from the windows.
     *
     * @param all the windows of the edited layers; those of projections, and the padding that follows extents, are set
     * @param was the same of the network as it is; null for that one itself
     */
    return function (all, was) {
      const arithmetic = foveaExtents();
      const { isKnown, equal } = arithmetic;
      const input = report.input.size.map((size, axis) => size === null ? arithmetic.unknown("input", axis) : arithmetic.known(size));
      const extents = [];
      const jumps = [];
      const links = [];
      const projected = new Set();
      const widening = new Map();
      const mismatched = [];
      let open = null;
      const leave = reason => {
        open = open || reason;
      };
      const extent = (layer, axis) => layer < 0 ? input[axis] : extents[layer][axis];
      const jump = (layer, axis) => layer < 0 ? ONE : jumps[layer][axis];
      const name = index => report.layers[index].name;

      /** True if a map is not what it is in the network as it is. */
      const isMoved = layer => was !== null && layer >= 0 && along.some(axis => !isSame(jump(layer, axis), was.jumps[layer][axis])
        || extent(layer, axis).symbol === 0 && extent(layer, axis).value !== was.extents[layer][axis].value);

      /** Unedited windows of padding SAME, which moves with the extent; undefined where they are more than one. */
      function shifting(index) {
        const texts = steps.links[index].slice(1).map(id => steps.steps[id]);
        const parsed = texts.map(text => /^w(,-?\d+){4}$/.test(text) ? parse(text)[0] : null);
        if (steps.links[index].length !== wide || parsed.includes(null)) {
          return undefined;
        }
        const zeros = along.map(() => 0);
        return { kernel: parsed.map(step => step.kernel), rate: parsed.map(step => step.rate), stride: parsed.map(step => step.stride),
          begin: zeros, end: zeros, typed: null, isSame: true };
      }

      /** Padding SAME follows the extent. */
      function pad(index, window) {
        window.isSame = window.isSame || window.typed === "Padding.SAME" || facts.layers[index].padding === "SAME";
        if (window.isSame) {
          const source = below[index][0];
          const pads = along.map(axis => arithmetic.same(extent(source, axis), (window.kernel[axis] - 1) * window.rate[axis],
            window.stride[axis], axis));
          Object.assign(window, { begin: pads.map(one => one.begin), end: pads.map(one => one.end), moved: pads.map(one => one.moved) });
        }
      }

      /** The projection of a shortcut: by the ratio of the jumps, and where one is not known, of the extents. */
      function project(index) {
        const main = below[owners.get(index)][0];
        const shortcut = below[index][0];
        const blank = [];
        const strides = along.map(axis => {
          const [fast, slow] = [jump(main, axis), jump(shortcut, axis)];
          if (fast === undefined || slow === undefined) {
            leave("whether " + name(owners.get(index)) + " projects its shortcut depends on jumps that are not known here");
          }
          if (!fast || !slow) {
            if (!isKnown(extent(main, axis)) || !isKnown(extent(shortcut, axis))) {
              blank.push(axis);
            }
            return between(extent(shortcut, axis), extent(main, axis));
          }
          if (isZero(slow)) {
            return 1;
          }
          const [ratio, under] = fraction(fast[0] * slow[1], fast[1] * slow[0]);
          return under === 1 && ratio <= MOST_STRIDE ? Math.max(1, ratio) : 1;
        });
        if (strides.some(stride => stride > 1) || isDifferent(channels(main), channels(shortcut))) {
          projected.add(index);
        }
        const [ones, zeros] = [1, 0].map(number => along.map(() => number));
        all.set(index, { kernel: ones, rate: ones, stride: strides, begin: zeros, end: zeros, typed: null });
        return blank;
      }

      /** By which step an axis is resampled from one extent to another; empty where that is not known. */
      function resampling(index, axis, kind, target) {
        const source = below[index][0];
        const { mode, alignCorners } = report.layers[index].attributes || {};
        const [from, to] = [extent(source, axis), extents[index][axis]];
        const code = report.layers[index].op === "AdaptivePool" ? "p" : alignCorners ? "c" : mode === "NEAREST" ? "n" : "l";
        if (isKnown(from) && isKnown(to)) {
          return [code === "c" && from.value === 1 ? "n" : code, from.value, to.value].join(",");
        }
        if (code !== "p" && equal(from, to)) {
          return IDENTITY;
        }
        const [one, other] = [jump(source, axis), kind === "=" ? jump(target, axis) : null];
        if (one === undefined || other === undefined) {
          leave("by how much " + name(index) + " resamples then is not known here");
        }
        if (code === "n" || code === "l") {
          const [ratio, under] = one && other && !isZero(one) && !isZero(other) ? fraction(one[0] * other[1], one[1] * other[0]) : [0, 0];
          if (under === 1) {
            return [code, 1, ratio].join(",");
          }
        }
        return code !== "p" && one && isZero(one) ? "b" : "";
      }

      /** Takes resampling whose step depends on extents or jumps. */
      function resample(index) {
        const formulas = facts.extents[index].map(formula => formula.split(","));
        const isGiven = ([kind, map]) => kind === "f" || kind === "=" && Number(map) !== below[index][0];
        if (below[index].length !== 1 || links[index].length !== wide) {
          return;
        }
        if (!RESAMPLING.includes(report.layers[index].op)) {
          if (formulas.some(isGiven) && (isMoved(below[index][0])
            || formulas.some(([kind, map]) => kind === "=" && isMoved(Number(map))))) {
            leave("what " + name(index) + " reads then is not known here");
          }
          return;
        }
        const texts = formulas.map((formula, axis) => {
          const text = links[index][1 + axis];
          const byCorners = formula[0] === "x" && (report.layers[index].attributes || {}).alignCorners;
          if (text.startsWith("a") || formula[0] === "f" && report.layers[index].op === "AdaptivePool" && formula[1] === "1"
            || !isGiven(formula) && !byCorners && formula[0] !== "=") {
            return text;
          }
          return byCorners && formula[2] === "1" && !isKnown(extent(below[index][0], axis)) ? IDENTITY
            : resampling(index, axis, formula[0], Number(formula[1]));
        });
        links[index] = links[index].slice(0, 1).concat(texts);
        if (!facts.ends.includes(index)) {
          widening.set(index, texts.some(text => text !== "b" && (text === "" || !text.split(" ").every(one => parse(one)[0].identity))));
        }
      }

      /** The common extent of the maps that are joined unit by unit. */
      function join(index, axis) {
        const row = links[index];
        const joined = [];
        for (let at = 0; at < row.length; at += wide) {
          if (row[at + 1 + axis] === IDENTITY) {
            joined.push(row[at]);
          }
        }
        if (joined.length < 2) {
          return undefined;
        }
        let common = extent(joined[0], axis);
        joined.slice(1).forEach(source => {
          const other = extent(source, axis);
          if (other.symbol === common.symbol && other.value !== common.value) {
            mismatched.push(index);
            common = arithmetic.unknown("mismatch", index, axis);
          } else if (isKnown(other)) {
            common = other;
          }
        });
        return common;
      }

      function size(index, axis) {
        const formula = facts.extents[index][axis];
        if (formula === undefined) {
          return arithmetic.unknown("fault", index, axis);
        }
        const [kind, map, a, b] = formula.split(",").map((part, at) => at === 0 ? part : Number(part));
        if (kind === "f") {
          return arithmetic.known(map);
        }
        const source = extent(map, axis);
        const window = all.get(index);
        switch (kind) {
          case "=": return source;
          case "x": return arithmetic.plus(arithmetic.times(source, a), b);
          case "d":
          case "m":
            if (isKnown(source) && source.value % a !== 0) {
              mismatched.push(index);
            }
            return kind === "d" ? arithmetic.windows(source, -a, a) : source;
          default: {
            const reach = window ? (window.kernel[axis] - 1) * window.rate[axis] : 0;
            return window ? arithmetic.windows(source, window.isSame ? -1 : window.begin[axis] + window.end[axis] - reach - 1,
              window.stride[axis]) : arithmetic.windows(source, a, b);
          }
        }
      }

      /** The common jump of all that is read; null where that differs, undefined where it is not known here. */
      function common(index, axis) {
        const row = links[index];
        let found = [0, 1];
        if (row.length < wide * below[index].length && below[index].some(source => !jump(source, axis))) {
          return undefined;
        }
        for (let at = 0; at < row.length; at += wide) {
          const text = row[at + 1 + axis];
          const read = jump(row[at], axis);
          if (!read || text === "") {
            return read === undefined || text === "" && !isUnknown(index) ? undefined : null;
          }
          const [over, under] = parse(text).map(scale).reduce((product, one) => fraction(product[0] * one[0], product[1] * one[1]), read);
          if (!isZero(found) && over !== 0 && !isSame(found, [over, under])) {
            return null;
          }
          found = isZero(found) ? [over, under] : found;
        }
        return found;
      }

      report.layers.forEach((layer, index) => {
        links.push(steps.links[index].map((one, at) => at % wide === 0 ? one : steps.steps[one]));
        let blank = [];
        if (owners.has(index)) {
          blank = project(index);
        } else if (facts.shifting.includes(index)) {
          const window = shifting(index);
          if (window) {
            all.set(index, window);
          } else if (isMoved(below[index][0])) {
            leave("where the SAME padding of " + layer.name + " begins then is not known here");
          }
        }
        const window = all.get(index);
        if (window && !owners.has(index)) {
          pad(index, window);
        }
        if (window) {
          const isNeeded = !owners.has(index) || projected.has(index);
          const texts = along.map(axis => isNeeded && blank.includes(axis) ? "" : written(window, axis));
          links[index] = [below[index][0]].concat(texts);
        }
        const main = owners.has(index) ? below[owners.get(index)][0] : null;
        extents.push(along.map(axis => {
          const joined = JOINING.includes(layer.op) && below[index].length > 1 ? join(index, axis) : undefined;
          return blank.includes(axis) && projected.has(index) ? extent(main, axis) : joined || size(index, axis);
        }));
        if (layer.op === "Residual" && below[index].length === 2 && owners.has(below[index][1])) {
          takeMain(index);
        }
        resample(index);
        jumps.push(along.map(axis => common(index, axis)));
      });

      /** Where neither jumps nor extents tell whether the main path strides, the sum has the main path's extent. */
      function takeMain(index) {
        const [main, projection] = below[index];
        const shortcut = below[projection][0];
        along.forEach(axis => {
          const jumpsKnown = jump(main, axis) && jump(shortcut, axis);
          if (!jumpsKnown && !(isKnown(extent(main, axis)) && isKnown(extent(shortcut, axis)))) {
            extents[index][axis] = extent(main, axis);
          }
        });
      }

      return { extents: extents, jumps: jumps, links: links, projected: projected, widening: widening, mismatched: mismatched,
        isSlotted: index => owners.has(index), isUnknown: isUnknown, open: () => open };
    };
  };
})();
