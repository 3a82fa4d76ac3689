"use strict";
// What edited strides do where maps are joined: how jumps grow, which shortcuts are projected, and what only a compiler can tell.
// eslint-disable-next-line no-unused-vars
const foveaJoints = (function () {
  const ONE = [1, 1];
  const { gcd } = foveaSets;

  function fraction(over, under) {
    const common = gcd(over, under) || 1;
    return [over / common, under / common];
  }

  const times = (one, other) => one && other && fraction(one[0] * other[0], one[1] * other[1]);
  const over = (one, other) => one && other && fraction(one[0] * other[1], one[1] * other[0]);
  const equal = (one, other) => one !== null && other !== null && one[0] === other[0] && one[1] === other[1];

  /** A jump of the report: `2`, `3/2`, or null. */
  function parsed(jump) {
    if (jump === null || jump === undefined) {
      return null;
    }
    const [up, down] = String(jump).split("/").map(Number);
    return fraction(up, down || 1);
  }

  /**
   * @param facts where numbers are written, and what takes them
   * @param steps the facts that fields are followed by
   * @param report the report of the network as it is
   * @param below per layer, the layers that it reads; -1 is the input
   */
  return function (facts, steps, report, below) {
    const along = Array.from({ length: report.axes }, (none, axis) => axis);
    const projections = new Map();
    report.layers.forEach((layer, index) => {
      if (layer.op === "Residual" && isProjection(below[index][1])) {
        projections.set(below[index][1], index);
      }
    });

    function isProjection(layer) {
      return layer >= 0 && report.layers[layer].op === "Projection";
    }

    const jump = (layer, axis) => layer < 0 ? ONE : parsed(report.layers[layer].field[axis].jump);
    const extent = layer => layer < 0 ? report.input.size : report.layers[layer].shape.size;
    const channels = layer => layer < 0 ? report.input.channels : report.layers[layer].shape.channels;
    const isWhole = layer => layer >= 0 && along.every(axis => equal(jump(layer, axis), [0, 1]));
    const isDifferent = (one, other) => typeof one === "number" && typeof other === "number" && one !== other;

    /** The stride of a projection as it is, 1 where there is none; null where it is not known. */
    function strideOf(layer, axis) {
      if (!isProjection(layer)) {
        return 1;
      }
      const [kind, , stride] = steps.steps[steps.links[layer][1 + axis]].split(",");
      return kind === "w" ? Number(stride) : null;
    }

    /** Follows edited windows from the input up. */
    return function (all, was) {
      const factors = [];
      const resampled = new Set();
      const widening = new Map();
      let open = null;
      const factor = (layer, axis) => layer < 0 ? ONE : factors[layer][axis];
      const leave = reason => {
        open = open || reason;
      };

      /** By which stride a shortcut is projected onto the main path; null where that is not known. */
      function stride(main, shortcut, added, axis, sizes) {
        const now = layer => layer < 0 ? report.input.size[axis] : sizes[layer][axis];
        const isKept = [main, shortcut].every(layer => equal(factor(layer, axis), ONE));
        if (isKept && [main, shortcut].every(layer => now(layer) === extent(layer)[axis])) {
          return strideOf(added, axis);
        }
        const fast = times(jump(main, axis), factor(main, axis));
        const slow = times(jump(shortcut, axis), factor(shortcut, axis));
        if (!fast || !slow) {
          return null;
        }
        const [ratio, under] = slow[0] === 0 ? ONE : over(fast, slow);
        return under === 1 ? Math.max(1, ratio) : 1;
      }

      /** True if a shortcut is projected as before, though perhaps by another stride, which the projection then gets. */
      function project(residual, shortcut, added, sizes) {
        const main = below[residual][0];
        const strides = along.map(axis => stride(main, shortcut, added, axis, sizes));
        const name = report.layers[residual].name;
        if (strides.includes(null)) {
          leave("whether " + name + " projects its shortcut depends on jumps that are not known here");
          return;
        }
        const isNeeded = strides.some(one => one > 1) || isDifferent(channels(main), channels(shortcut));
        if (isNeeded !== isProjection(added)) {
          leave(isNeeded ? name + " would get a projection on its shortcut, a layer that is not here yet"
            : "the shortcut of " + name + " would need no projection any more");
        } else if (isNeeded && strides.some((one, axis) => one !== strideOf(added, axis))) {
          const [ones, zeros] = [1, 0].map(number => along.map(() => number));
          all.set(added, { kernel: ones, rate: ones, stride: strides, begin: zeros, end: zeros, typed: null });
        }
      }

      /** SAME padding at a stride begins where the extent below tells. */
      function shifts(index) {
        const [now, then] = [all.get(index), was.get(index)];
        const isStrided = along.some(axis => Math.max(now.stride[axis], then.stride[axis]) > 1);
        const isEdited = along.some(axis => ["kernel", "rate", "stride"].some(name => now[name][axis] !== then[name][axis]));
        if (facts.layers[index].padding === "SAME" && report.input.size.includes(null) && isStrided && isEdited) {
          leave("where the SAME padding of " + report.layers[index].name + " begins depends on the input's extent, which is unknown");
        }
      }

      /** True if a map is resampled to an extent that does not follow from its own, and the ratio of the two changes. */
      function isRescaled(index, sizes) {
        if (below[index].length !== 1) {
          return false;
        }
        const source = below[index][0];
        return along.some(axis => {
          const [kind, map] = (facts.extents[index][axis] || "").split(",");
          const other = kind === "=" ? Number(map) : null;
          const isFixed = kind === "f" || other !== null && other !== source;
          return isFixed && (source >= 0 && sizes[source][axis] !== extent(source)[axis]
            || other !== null && !equal(factor(source, axis), factor(other, axis)));
        });
      }

      /** A map that is resampled to its own extent is passed on as it is. */
      function rescale(index, sizes) {
        const source = below[index][0];
        const before = source < 0 ? report.input.size : sizes[source];
        const after = facts.extents[index].map((formula, axis) => {
          const [kind, map] = formula.split(",");
          return kind === "f" ? Number(map) : kind !== "=" ? null : Number(map) < 0 ? report.input.size[axis] : sizes[map][axis];
        });
        const isKnown = before.concat(after).every(one => one !== null);
        if (!isKnown || !["Upsample", "AdaptivePool"].includes(report.layers[index].op)) {
          leave("by how much " + report.layers[index].name + " resamples then is not known here");
        }
        widening.set(index, after.some((one, axis) => one !== before[axis]));
      }

      /** Windows that are padded by the extent below them, where that changes; and what reads a map whose fields are not known. */
      function isMoved(index, sizes) {
        return facts.shifting.includes(index) && below[index].some(source => source >= 0
          && along.some(axis => sizes[source][axis] !== extent(source)[axis]))
          || below[index].some(source => resampled.has(source));
      }

      /** By how much a layer's jump grows along an axis; null where that is not known. */
      function grown(index, axis) {
        const sources = below[index].filter(source => !isWhole(source)).map(source => factor(source, axis));
        const joined = sources.length === 0 ? ONE : sources.every(one => equal(one, sources[0])) ? sources[0] : null;
        if (facts.layers[index]) {
          return times(joined, [all.get(index).stride[axis], was.get(index).stride[axis]]);
        }
        return all.has(index) ? times(joined, [all.get(index).stride[axis], strideOf(index, axis)]) : joined;
      }

      /** Takes a layer, once the extents of those below are known; sets the stride of a projection. */
      function take(index, sizes) {
        if (facts.layers[index]) {
          shifts(index);
        } else if (projections.has(index)) {
          project(projections.get(index), below[index][0], index, sizes);
        } else if (report.layers[index].op === "Residual" && !isProjection(below[index][1])) {
          project(index, below[index][1], below[index][1], sizes);
        }
        const rescaled = isRescaled(index, sizes);
        if (rescaled) {
          rescale(index, sizes);
        }
        if (rescaled || isMoved(index, sizes)) {
          resampled.add(index);
        }
        factors.push(along.map(axis => resampled.has(index) ? null : grown(index, axis)));
        if (below[index].length > 1 && report.input.size.includes(null) && factors[index].includes(null)) {
          leave("the maps that " + report.layers[index].name + " joins have unknown extents, and may differ in their strides");
        }
      }

      return { take: take, resampled: resampled, widening: widening, open: () => open };
    };
  };
})();
