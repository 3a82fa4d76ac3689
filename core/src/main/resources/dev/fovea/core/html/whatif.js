"use strict";
// What the compiler would say if other kernels, rates and strides were typed: figures of stacks, fields, offsets, extents.
// eslint-disable-next-line no-unused-vars
const foveaWhatIf = (function () {
  const LONGEST_PERIOD = 4096;
  const LARGE = 1 << 20;
  const TRIED = 12;
  const mod = (a, n) => (a % n + n) % n;
  const floor = Math.floor;

  /**
   * @param facts where numbers are written, and what takes them
   * @param steps the facts that fields are followed by
   * @param report the report of the network as it is
   */
  return function (facts, steps, report) {
    const axes = report.axes;
    const along = Array.from({ length: axes }, (none, axis) => axis);
    const { value, windows } = foveaWindows(facts, axes);
    const at = name => name === "<input>" ? -1 : indexOf.get(name);
    const indexOf = new Map(report.layers.map((layer, index) => [layer.name, index]));
    const below = report.layers.map(layer => layer.from.map(at));
    const stacks = foveaStacks(facts, below, axes);
    const joints = foveaJoints(facts, steps, report, below);

    // --- Extents.
    const isSame = (index, window) => facts.layers[index] !== undefined
      && (facts.layers[index].padding === "SAME" || window.typed === "Padding.SAME");

    function surplus(index, window, axis) {
      const reach = (window.kernel[axis] - 1) * window.rate[axis];
      return isSame(index, window) ? -1 : window.begin[axis] + window.end[axis] - reach - 1;
    }

    /**
     * Per layer and axis; null where unknown. SAME padding is set on the way: it depends on the extent.
     *
     * @param reached what to do once the extents of the layers below one are known
     */
    function extents(all, input, reached) {
      const known = [];
      facts.extents.forEach((formulas, index) => {
        reached(index, known);
        known.push(along.map(axis => {
          if (!formulas.length) {
            return null;
          }
          const [kind, ...numbers] = formulas[axis].split(",");
          const [map, a, b] = numbers.map(Number);
          const below = kind === "f" ? null : map < 0 ? input[axis] : known[map][axis];
          if (kind !== "f" && below === null) {
            return null;
          }
          const window = all.get(index);
          switch (kind) {
            case "f": return map;
            case "=": return below;
            case "x": return below * a + b;
            case "d": return floor(below / a);
            default:
              if (!window) {
                return floor((below + a) / b) + 1;
              }
              if (isSame(index, window)) {
                const reach = (window.kernel[axis] - 1) * window.rate[axis];
                const pads = Math.max(0, reach - mod(below - 1, window.stride[axis]));
                window.begin = window.begin.map((begin, at) => at === axis ? floor(pads / 2) : begin);
                window.end = window.end.map((end, at) => at === axis ? pads - floor(pads / 2) : end);
              }
              return floor((below + surplus(index, window, axis)) / window.stride[axis]) + 1;
          }
        }));
      });
      return known;
    }

    /** Where nothing is known of the input: SAME padding at stride 1, and what else is not known. */
    function sameWithoutExtents(all) {
      all.forEach((window, index) => {
        if (facts.layers[index].padding === "SAME") {
          along.forEach(axis => {
            const reach = (window.kernel[axis] - 1) * window.rate[axis];
            if (report.input.size[axis] === null && window.stride[axis] === 1) {
              window.begin = window.begin.map((begin, at) => at === axis ? floor(reach / 2) : begin);
            }
          });
        }
      });
    }

    /**
     * Why the network would not run; null where it would. Of an input of unknown extent some are tried: maps that differ by the
     * same number each time will differ.
     */
    function broken(sizes, all) {
      const isEmpty = index => sizes[index].some(extent => extent !== null && extent < 1);
      // Above the first fault nothing is known.
      const first = report.layers.findIndex((layer, index) => isEmpty(index) || differsAt(layer, sizes));
      if (first >= 0) {
        const layer = report.layers[first];
        return { rule: differsAt(layer, sizes) ? "ShapeMismatch" : "EmptyOutput", layer: layer.name };
      }
      const differing = differingAlways(all);
      return differing ? { rule: "ShapeMismatch", layer: differing.name } : null;
    }

    function differingAlways(all) {
      if (!report.input.size.includes(null)) {
        return undefined;
      }
      const copy = () => new Map(Array.from(all, ([index, window]) => [index, Object.assign({}, window)]));
      const tried = Array.from({ length: TRIED }, (none, i) => report.input.size.map(extent => extent === null ? LARGE + i : extent));
      const nothing = () => undefined;
      const now = tried.map(input => [input].concat(extents(copy(), input, nothing)));
      const was = tried.map(input => [input].concat(extents(windows(facts.numbers), input, nothing)));
      const apart = (sizes, layer, name, axis) => sizes.map(size => size[1 + at(name)][axis] - size[1 + at(layer.from[0])][axis]);
      return report.layers.find(layer => layer.from.length > 1 && layer.from.some(name => along.some(axis => {
        const differences = apart(now, layer, name, axis);
        return differences[0] !== 0 && differences.every(one => one === differences[0])
          && apart(was, layer, name, axis).every(one => one === 0);
      })));
    }

    /** True if maps that agree as the network is do not agree any more where they are joined. */
    function differsAt(layer, sizes) {
      const of = (name, all) => name === "<input>" ? report.input.size : all(indexOf.get(name));
      const now = layer.from.map(name => of(name, index => sizes[index]));
      const was = layer.from.map(name => of(name, index => report.layers[index].shape.size));
      return now.length > 1 && along.some(axis => now.some((size, i) => was[i][axis] === was[0][axis]
        && size[axis] !== null && now[0][axis] !== null && size[axis] !== now[0][axis]));
    }

    // --- Fields.
    /** After how many units a step repeats itself, and how many units on; 0 where it does not, or all units read the same. */
    function cycle(step) {
      switch (step.kind) {
        case "w": return [1, step.stride];
        case "t": return [step.stride, 1];
        case "g": return [step.a, step.a];
        case "n": case "l": case "p": {
          const common = foveaFields.gcd(step.a, step.b);
          return step.a % step.b === 0 || step.b % step.a === 0 ? [step.b / common, step.a / common] : [0, 0];
        }
        default: return [0, 0];
      }
    }

    function fieldsOf(all, sizes) {
      const table = steps.steps.slice();
      const links = steps.links.slice();
      const ids = new Map(table.map((text, id) => [text, id]));
      all.forEach((window, index) => {
        links[index] = links[index].slice();
        along.forEach(axis => {
          const text = ["w", window.kernel[axis], window.stride[axis], window.rate[axis], window.begin[axis]].join(",");
          if (!ids.has(text)) {
            ids.set(text, table.length);
            table.push(text);
          }
          links[index][1 + axis] = ids.get(text);
        });
      });
      return foveaFields.network({ steps: table, links: links }, sizes, report.input.size);
    }

    function compute(numbers) {
      const all = windows(numbers);
      sameWithoutExtents(all);
      const joined = joints(all, windows(facts.numbers));
      const sizes = extents(all, report.input.size, joined.take);
      const network = fieldsOf(all, sizes);
      const motions = new Map();
      const offsetsOf = new Map();

      /** How often fields repeat along an axis, and by how many pixels they move on; null where there is no such number. */
      function motion(layer, axis) {
        if (layer < 0) {
          return { period: 1, shift: 1 };
        }
        const key = layer * 3 + axis;
        if (!motions.has(key)) {
          let found;
          network.links(layer, (source, read) => {
            let at = motion(source, axis);
            read[axis].forEach(step => {
              at = at && through(at, step);
            });
            found = found === undefined ? at : found && at && join(found, at);
          });
          motions.set(key, found || null);
        }
        return motions.get(key);
      }

      function through(at, step) {
        if (step.identity) {
          return at;
        }
        const [period, advance] = cycle(step);
        if (period === 0) {
          return null;
        }
        const repeats = at.period / foveaFields.gcd(at.period, advance);
        return period * repeats > LONGEST_PERIOD ? null
          : { period: period * repeats, shift: advance * repeats / at.period * at.shift };
      }

      function join(one, other) {
        if (one.shift * other.period !== other.shift * one.period) {
          return null;
        }
        const period = one.period / foveaFields.gcd(one.period, other.period) * other.period;
        return period > LONGEST_PERIOD ? null : { period: period, shift: one.shift * (period / one.period) };
      }

      const ends = (layer, axis, unit) => layer < 0 ? { lo: unit, hi: unit } : network.ends(layer, axis, unit);

      const isKnown = layer => layer < 0 || steps.unknown[layer] === undefined;

      /** Size and start along every axis. */
      function field(layer) {
        return along.map(axis => {
          const moves = isKnown(layer) ? motion(layer, axis) : null;
          if (!moves) {
            return { size: null, start: null };
          }
          let size = 0;
          for (let unit = 0; unit < moves.period; unit++) {
            const seen = ends(layer, axis, unit);
            size = Math.max(size, seen ? seen.hi - seen.lo + 1 : 0);
          }
          const first = ends(layer, axis, 0);
          return { size: size, start: first && !steps.floating.includes(layer) ? first.lo : null };
        });
      }

      /** The mean centre of the fields over one period, each seen from its unit's place, as a fraction. */
      function centre(layer, axis) {
        const moves = isKnown(layer) ? motion(layer, axis) : null;
        if (!moves || steps.floating.includes(layer)) {
          return null;
        }
        let sum = 0;
        let seeing = 0;
        for (let unit = 0; unit < moves.period; unit++) {
          const seen = ends(layer, axis, unit);
          if (seen) {
            seeing++;
            sum += (seen.lo + seen.hi) * moves.period - 2 * moves.shift * unit;
          }
        }
        return seeing === 0 ? null : { over: sum, under: 2 * moves.period * seeing, moves: moves };
      }

      /** Per axis, by how many pixels each input of a merge lies after the first; as in the report. */
      function offsets(layer) {
        if (!offsetsOf.has(layer)) {
          offsetsOf.set(layer, offsetsAt(layer));
        }
        return offsetsOf.get(layer);
      }

      function offsetsAt(layer) {
        const sources = [];
        network.links(layer, (source, read) => sources.push([source, read]));
        if (sources.length < 2 || sources.length !== report.layers[layer].from.length) {
          return null;
        }
        return along.map(axis => {
          const centres = sources.map(([source, read]) => read[axis].every(step => step.identity) ? centre(source, axis) : null);
          return centres.map(one => {
            const first = centres[0];
            if (!one || !first || one.moves.shift * first.moves.period !== first.moves.shift * one.moves.period) {
              return null;
            }
            const over = one.over * first.under - first.over * one.under;
            const under = one.under * first.under;
            const common = foveaFields.gcd(over, under) || 1;
            return under === common ? String(over / common) : over / common + "/" + under / common;
          });
        });
      }

      return { windows: all, sizes: sizes, stacks: stacks(all, joined.widening), open: joined.open(), broken: broken(sizes, all),
        resampled: joined.resampled, field: field, offsets: offsets };
    }

    /** What to type: by member, attributes and their values. */
    function statements(numbers, all) {
      const typed = new Map();
      const add = (member, text) => typed.set(member, (typed.get(member) || []).concat(text));
      facts.statements.forEach(statement => {
        if (statement.entries.some(entry => typeof entry === "number" && numbers[entry] !== facts.numbers[entry])) {
          const entries = statement.entries.map(entry => typeof entry === "number" ? String(numbers[entry]) : entry);
          const isOne = entries.length === 1 || statement.collapses && entries.every(entry => entry === entries[0]);
          add(statement.member, statement.attribute + " = " + (isOne ? entries[0] : "{" + entries.join(", ") + "}"));
        }
      });
      const padded = new Set();
      all.forEach((window, index) => {
        const member = window.typed === null ? null : facts.layers[index].member;
        if (member !== null && !padded.has(member)) {
          padded.add(member);
          add(member, "padding = " + window.typed);
        }
      });
      return Array.from(typed, ([member, texts]) => ({ member: member, text: texts.join(", ") }));
    }

    return { compute: compute, statements: statements, value: value };
  };
})();
