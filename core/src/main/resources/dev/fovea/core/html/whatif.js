"use strict";
// What the compiler would say if other kernels, rates and strides were typed: figures of stacks, fields, offsets, extents.
// eslint-disable-next-line no-unused-vars
const foveaWhatIf = (function () {
  const LONGEST_PERIOD = 4096;

  /**
   * @param written where numbers are written, and what takes them
   * @param followed the facts that fields are followed by
   * @param reported the report of the network as it is
   */
  return function (written, followed, reported) {
    const { facts, steps, report } = foveaSlots(written, followed, reported);
    const axes = report.axes;
    const along = Array.from({ length: axes }, (none, axis) => axis);
    const { value, windows } = foveaWindows(facts, axes);
    const at = name => name === "<input>" ? -1 : indexOf.get(name);
    const indexOf = new Map(report.layers.map((layer, index) => [layer.name, index]));
    const below = report.layers.map(layer => layer.from.map(at));
    // Keys and values are read as a whole: paths of windows end there.
    const local = below.map((sources, index) => report.layers[index].op === "Attention" ? sources.slice(0, 1) : sources);
    const stacks = foveaStacks(facts, local, axes);
    const walk = foveaWalk(facts, steps, report, below);
    const original = walk(windows(facts.numbers), null);

    /** Why the network would not run; null where it would. */
    function broken(walked) {
      const isEmpty = index => walked.extents[index].some(extent => extent.symbol === 0 && extent.value < 1);
      const differs = index => walked.mismatched.includes(index);
      // Above the first fault nothing is known.
      const first = report.layers.findIndex((layer, index) => isEmpty(index) || differs(index));
      return first < 0 ? null : { rule: differs(first) ? "ShapeMismatch" : "EmptyOutput", layer: report.layers[first].name };
    }

    // --- Fields.
    /** After how many units a step repeats itself, and how many units on; 0 where that is not followed here. */
    function cycle(step) {
      switch (step.kind) {
        case "w": return [1, step.stride];
        case "t": return [step.stride, 1];
        case "g": return [step.a, step.a];
        case "n": case "l": case "p": {
          const common = foveaFields.gcd(step.a, step.b);
          const isUniform = step.a % step.b === 0 || step.kind !== "p" && step.b % step.a === 0;
          return isUniform ? [step.b / common, step.a / common] : [0, 0];
        }
        default: return [0, 0];
      }
    }

    function fieldsOf(walked, sizes) {
      const table = [];
      const ids = new Map();
      const id = text => {
        if (!ids.has(text)) {
          ids.set(text, table.length);
          table.push(text);
        }
        return ids.get(text);
      };
      const links = walked.links.map(row => row.map((one, at) => at % (axes + 1) === 0 ? one : id(one)));
      return foveaFields.network({ steps: table, links: links }, sizes, report.input.size);
    }

    function compute(numbers) {
      const all = windows(numbers);
      const walked = walk(all, original);
      const sizes = walked.extents.map(row => row.map(extent => extent.symbol === 0 ? extent.value : null));
      const network = fieldsOf(walked, sizes);
      const motions = new Map();
      const offsetsOf = new Map();

      /**
       * How often fields repeat along an axis, by how many pixels they move on, and which unknown numbers they are moved by; null
       * where the compiler knows no figures, undefined where they are not followed here.
       */
      function motion(layer, axis) {
        if (layer < 0) {
          return { period: 1, shift: 1, moved: "" };
        }
        const key = layer * 3 + axis;
        if (!motions.has(key)) {
          const found = [];
          const row = walked.links[layer];
          network.links(layer, (source, read) => {
            const isUnread = row[found.length * (axes + 1) + 1 + axis] === "";
            found.push(isUnread ? walked.isUnknown(layer) ? null : undefined
              : read[axis].reduce((moves, step) => through(moves, step, layer, axis), motion(source, axis)));
          });
          motions.set(key, found.length === 0 ? undefined : found.reduce((one, other) => join(one, other, sizes[layer][axis])));
        }
        return motions.get(key);
      }

      function through(moves, step, layer, axis) {
        if (step.identity || !moves && step.kind === "w") {
          return moves;
        }
        const [period, advance] = cycle(step);
        if (period === 0 || !moves) {
          return moves === null && period > 0 ? null : undefined;
        }
        const begin = all.has(layer) && all.get(layer).moved ? all.get(layer).moved[axis] : 0;
        if (begin > 0 && moves.period > 1) {
          return undefined;
        }
        const repeats = moves.period / foveaFields.gcd(moves.period, advance);
        return period * repeats > LONGEST_PERIOD ? undefined
          : { period: period * repeats, shift: advance * repeats / moves.period * moves.shift,
            moved: begin > 0 ? moves.moved + " " + moves.shift + "*" + begin : moves.moved };
      }

      /** Paths that do not keep their distance have no figures where the extent is unknown. */
      function join(one, other, extent) {
        if (one === undefined || other === undefined) {
          return undefined;
        }
        if (one === null || other === null) {
          return null;
        }
        if (one.shift * other.period !== other.shift * one.period || one.moved !== other.moved) {
          return extent === null ? null : undefined;
        }
        const period = one.period / foveaFields.gcd(one.period, other.period) * other.period;
        return period > LONGEST_PERIOD ? undefined : { period: period, shift: one.shift * (period / one.period), moved: one.moved };
      }

      /** False where the figures of a layer's field are not followed here. */
      const isTold = layer => {
        const moves = along.map(axis => motion(layer, axis));
        return !moves.includes(undefined) && (network.isSimple || !moves.includes(null));
      };

      const ends = (layer, axis, unit) => layer < 0 ? { lo: unit, hi: unit } : network.ends(layer, axis, unit);

      /** Size and start along every axis. */
      function field(layer) {
        return along.map(axis => {
          const moves = isTold(layer) ? motion(layer, axis) : null;
          if (!moves) {
            return { size: null, start: null };
          }
          let size = 0;
          for (let unit = 0; unit < moves.period; unit++) {
            const seen = ends(layer, axis, unit);
            size = Math.max(size, seen ? seen.hi - seen.lo + 1 : 0);
          }
          const first = ends(layer, axis, 0);
          return { size: size, start: first && moves.moved === "" ? first.lo : null };
        });
      }

      /** The mean centre of the fields over one period, each seen from its unit's place, as a fraction. */
      function centre(layer, axis) {
        const moves = layer < 0 || isTold(layer) ? motion(layer, axis) : null;
        if (!moves) {
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
            if (!one || !first || one.moves.moved !== first.moves.moved
              || one.moves.shift * first.moves.period !== first.moves.shift * one.moves.period) {
              return null;
            }
            const over = one.over * first.under - first.over * one.under;
            const under = one.under * first.under;
            const common = foveaFields.gcd(over, under) || 1;
            return under === common ? String(over / common) : over / common + "/" + under / common;
          });
        });
      }

      const isAbsent = layer => walked.isSlotted(layer) && !walked.projected.has(layer);

      return { windows: all, sizes: sizes, stacks: stacks(all, walked.widening), open: walked.open(), broken: broken(walked),
        isTold: isTold, isAbsent: isAbsent, field: field, offsets: offsets };
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

    return { compute: compute, statements: statements, value: value, facts: facts, report: report };
  };
})();
