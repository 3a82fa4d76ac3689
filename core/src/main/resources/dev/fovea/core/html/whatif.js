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
    const edited = Object.keys(facts.layers).map(Number);

    /** The value of a reference: a number by its index, or one that cannot be edited, below 0. */
    const value = (numbers, reference) => reference < 0 ? -reference : numbers[reference];

    // --- Windows and their padding.
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

    // --- Extents.
    function surplus(layer, window, axis, map) {
      const reach = (window.kernel[axis] - 1) * window.rate[axis];
      return layer.padding === "SAME" || window.typed === "Padding.SAME" ? -1 : window.begin[axis] + window.end[axis] - reach - 1;
    }

    /** Per layer and axis; null where unknown. SAME padding is set on the way: it depends on the extent. */
    function extents(all, input) {
      const known = [];
      facts.extents.forEach((formulas, index) => {
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
              if (facts.layers[index].padding === "SAME" || window.typed === "Padding.SAME") {
                const reach = (window.kernel[axis] - 1) * window.rate[axis];
                const pads = Math.max(0, reach - mod(below - 1, window.stride[axis]));
                window.begin = window.begin.map((begin, at) => at === axis ? floor(pads / 2) : begin);
                window.end = window.end.map((end, at) => at === axis ? pads - floor(pads / 2) : end);
              }
              return floor((below + surplus(facts.layers[index], window, axis)) / window.stride[axis]) + 1;
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
      const empty = sizes.findIndex(size => size.some(extent => extent !== null && extent < 1));
      if (empty >= 0) {
        return { rule: "EmptyOutput", layer: report.layers[empty].name };
      }
      const differing = report.layers.find(layer => differsAt(layer, sizes)) || differingAlways(all);
      return differing ? { rule: "ShapeMismatch", layer: differing.name } : null;
    }

    function differingAlways(all) {
      if (!report.input.size.includes(null)) {
        return undefined;
      }
      const copy = () => new Map(Array.from(all, ([index, window]) => [index, Object.assign({}, window)]));
      const tried = Array.from({ length: TRIED }, (none, i) => report.input.size.map(extent => extent === null ? LARGE + i : extent));
      const now = tried.map(input => [input].concat(extents(copy(), input)));
      const was = tried.map(input => [input].concat(extents(windows(facts.numbers), input)));
      const apart = (sizes, layer, name, axis) => sizes.map(size => size[1 + at(name)][axis] - size[1 + at(layer.from[0])][axis]);
      return report.layers.find(layer => layer.from.length > 1 && layer.from.some(name => along.some(axis => {
        const differences = apart(now, layer, name, axis);
        return differences[0] !== 0 && differences.every(one => one === differences[0])
          && apart(was, layer, name, axis).every(one => one === 0);
      })));
    }

    const at = name => name === "<input>" ? -1 : indexOf.get(name);

    const indexOf = new Map(report.layers.map((layer, index) => [layer.name, index]));

    // --- Stacks.
    /** What is left of a stack: without 1×1 layers of stride 1, and cut above every stride but the top's. */
    function parts(stack, all) {
      const found = [];
      let part = [];
      stack.members.forEach((unit, at) => {
        const window = all.get(unit[0]);
        if (window.kernel.some(kernel => kernel > 1) || window.stride.some(stride => stride > 1)) {
          part.push(unit[0]);
          if (window.stride.some(stride => stride > 1)) {
            found.push(part);
            part = [];
          }
        }
      });
      if (part.length) {
        found.push(part);
      }
      return found;
    }

    /** The kernel of a layer below or above a stack, which counts where it is undilated and of stride 1. */
    function neighbour(kernel, layer, all, axis) {
      const window = all.get(layer);
      return !window ? kernel : window.stride[axis] === 1 && window.rate[axis] === 1 && window.kernel[axis] > 1 ? window.kernel[axis] : 0;
    }

    function judged(part, stack, all, isBottom, isTop) {
      const verdicts = along.map(axis => {
        const counted = part.filter(layer => all.get(layer).kernel[axis] > 1);
        return foveaHdc.judge({
          kernels: counted.map(layer => all.get(layer).kernel[axis]),
          rates: counted.map(layer => all.get(layer).rate[axis]),
          entry: isBottom ? neighbour(stack.entry[axis], stack.below, all, axis) : 0,
          exit: isTop ? neighbour(stack.exit[axis], stack.above, all, axis) : 0,
          exitStep: all.get(part[part.length - 1]).stride[axis],
        }, facts.strict);
      });
      return { layers: part.map(layer => report.layers[layer].name), verdicts: verdicts, rule: foveaHdc.rule(verdicts) };
    }

    function stacks(all) {
      return facts.stacks.map(stack => {
        const found = parts(stack, all);
        return found.map((part, i) => judged(part, stack, all, i === 0, i === found.length - 1));
      });
    }

    /**
     * True if the edit changes more than numbers: which layers there are (a residual projects what does not fit), which of them
     * form a stack, or padding that is known only where the extent is.
     */
    function isOpen(all, sizes) {
      const differ = (one, other) => along.some(axis => one.kernel[axis] !== other.kernel[axis] || one.rate[axis] !== other.rate[axis]);
      const wasOf = index => ["kernel", "rate", "stride"].reduce((was, name) =>
        Object.assign(was, { [name]: facts.layers[index][name].map(reference => value(facts.numbers, reference)) }), {});
      const isSplit = facts.stacks.some(stack => stack.members.some(unit => unit.some(layer => differ(all.get(layer), all.get(unit[0])))));
      const isMoved = edited.some(index => {
        const now = all.get(index);
        const was = wasOf(index);
        const strides = along.some(axis => now.stride[axis] !== was.stride[axis]);
        const isStrided = along.some(axis => Math.max(now.stride[axis], was.stride[axis]) > 1);
        const joins = along.some(axis => was.stride[axis] > 1 && now.stride[axis] === 1 || was.kernel[axis] === 1 && now.kernel[axis] > 1);
        const vanishes = facts.layers[index].padding === "SAME" && report.input.size.includes(null) && isStrided
          && (strides || differ(now, was));
        return joins || vanishes || strides && report.layers.some(layer => layer.op === "Residual"
            || layer.from.length > 1 && report.input.size.includes(null))
          || facts.stacks.some(stack => [stack.below, stack.above].includes(index)) && now.kernel.every(kernel => kernel === 1);
      });
      return isSplit || isMoved || report.layers.some((layer, index) => layer.op === "Residual"
        && along.some(axis => sizes[index][axis] !== layer.shape.size[axis]) && differsAt(layer, sizes));
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

    /** Layers above a map that is resampled to a fixed extent, or padded by its extent, where the extent below it changes. */
    function resampled(sizes) {
      const found = new Set();
      facts.extents.forEach((formulas, index) => {
        const layer = report.layers[index];
        const below = layer.from.map(name => name === "<input>" ? -1 : indexOf.get(name));
        const changed = below.some(source => source >= 0 && along.some(axis =>
          sizes[source][axis] !== report.layers[source].shape.size[axis]));
        const fixed = along.some(axis => formulas.length && (formulas[axis].startsWith("f,")
          || formulas[axis].startsWith("=,") && Number(formulas[axis].slice(2)) !== below[0]));
        if (changed && (fixed && below.length === 1 || facts.shifting.includes(index)) || below.some(source => found.has(source))) {
          found.add(index);
        }
      });
      return found;
    }

    function compute(numbers) {
      const all = windows(numbers);
      sameWithoutExtents(all);
      const sizes = extents(all, report.input.size);
      const network = fieldsOf(all, sizes);
      const motions = new Map();

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

      const zero = along.map(() => 0);

      function set(layer, axis, unit) {
        const seen = layer < 0 ? [along.map(at => foveaFields.interval(at === axis ? unit : 0, at === axis ? unit : 0))]
          : network.field(layer, zero.map((none, at) => at === axis ? unit : 0), false);
        return seen.length ? foveaFields.along(seen, axis) : null;
      }

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
            const seen = set(layer, axis, unit);
            size = Math.max(size, seen ? seen.hi - seen.lo + 1 : 0);
          }
          const first = set(layer, axis, 0);
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
          const seen = set(layer, axis, unit);
          if (seen) {
            seeing++;
            sum += (seen.lo + seen.hi) * moves.period - 2 * moves.shift * unit;
          }
        }
        return seeing === 0 ? null : { over: sum, under: 2 * moves.period * seeing, moves: moves };
      }

      /** Per axis, by how many pixels each input of a merge lies after the first; as in the report. */
      function offsets(layer) {
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

      return { windows: all, sizes: sizes, stacks: stacks(all), isOpen: isOpen(all, sizes), broken: broken(sizes, all),
        resampled: resampled(sizes), field: field, offsets: offsets };
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
        const member = facts.layers[index].member;
        if (window.typed !== null && !padded.has(member)) {
          padded.add(member);
          add(member, "padding = " + window.typed);
        }
      });
      return Array.from(typed, ([member, texts]) => ({ member: member, text: texts.join(", ") }));
    }

    return { compute: compute, statements: statements, value: value };
  };
})();
