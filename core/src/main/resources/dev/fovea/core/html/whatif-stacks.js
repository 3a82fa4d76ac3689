"use strict";
// Finds the dilation stacks of a network whose kernels, rates and strides are edited, and judges them, as the compiler does.
// eslint-disable-next-line no-unused-vars
const foveaStacks = (function () {
  /** Windows and what lies between them: an edge leads from one to the next, unless a longer path implies it. */
  function graph(count, below, isWindow, isEnd) {
    const predecessors = [];
    const successors = Array.from({ length: count }, () => []);
    const origins = [];

    /** Without layers from which a path leads to another one of them. */
    function reduced(ascending) {
      const implied = new Set();
      const open = ascending.slice();
      while (ascending.length > 1 && open.length) {
        predecessors[open.pop()].filter(layer => layer >= ascending[0] && !implied.has(layer)).forEach(layer => {
          implied.add(layer);
          open.push(layer);
        });
      }
      return ascending.filter(layer => !implied.has(layer));
    }

    for (let layer = 0; layer < count; layer++) {
      const found = isEnd(layer) ? [] : below(layer).filter(source => source >= 0).flatMap(source => origins[source]);
      const nearest = reduced(Array.from(new Set(found)).sort((a, b) => a - b));
      const counts = !isEnd(layer) && isWindow(layer);
      predecessors.push(counts ? nearest : []);
      origins.push(counts ? [layer] : nearest);
      predecessors[layer].forEach(one => successors[one].push(layer));
    }
    return { predecessors: predecessors, successors: successors };
  }

  const only = layers => layers.length === 1 ? layers[0] : null;

  /**
   * @param facts the layers that are edited, and what stands around them
   * @param below per layer, the layers that it reads; -1 is the input
   * @param axes how many there are
   */
  return function (facts, below, axes) {
    const along = Array.from({ length: axes }, (none, axis) => axis);
    const windows = new Set(facts.windows);
    const ends = new Set(facts.ends);

    /** The stacks, in the order of their bottom layers: members, what stands below and above. */
    function find(all, widening) {
      const widens = window => along.some(axis => window.kernel[axis] > 1 || window.stride[axis] > 1);
      const isWindow = layer => all.has(layer) ? widens(all.get(layer))
        : widening.has(layer) ? widening.get(layer) : windows.has(layer);
      const isMember = layer => facts.layers[layer] !== undefined && !facts.layers[layer].plain && !ends.has(layer)
        && widens(all.get(layer));
      const { predecessors, successors } = graph(below.length, layer => below[layer], isWindow, layer => ends.has(layer));
      const first = new Map();
      const representative = below.map((none, layer) => {
        if (!isMember(layer)) {
          return layer;
        }
        const window = all.get(layer);
        const key = JSON.stringify([window.kernel, window.rate, predecessors[layer], successors[layer]]);
        first.set(key, first.has(key) ? first.get(key) : layer);
        return first.get(key);
      });
      const represented = layers => Array.from(new Set(layers.map(layer => representative[layer])));
      const membersOf = layers => represented(layers).filter(isMember);

      /** The member that a layer continues. */
      function continued(layer) {
        const one = only(represented(predecessors[layer]));
        return one !== null && isMember(one) && all.get(one).stride.every(stride => stride === 1)
          && membersOf(successors[one]).length === 1 ? one : null;
      }

      function next(layer) {
        const one = only(membersOf(successors[layer]));
        return one !== null && continued(one) === layer ? one : null;
      }

      const found = [];
      for (let layer = 0; layer < below.length; layer++) {
        if (isMember(layer) && representative[layer] === layer && continued(layer) === null) {
          const members = [];
          for (let one = layer; one !== null; one = next(one)) {
            members.push(one);
          }
          const top = members[members.length - 1];
          found.push({ members: members, below: only(represented(predecessors[layer])), above: only(represented(successors[top])) });
        }
      }
      return found;
    }

    /** The kernel of a layer below or above a stack, which counts where it is undilated and of stride 1; else 0. */
    function neighbour(layer, all, axis) {
      if (layer === null) {
        return 0;
      }
      if (!facts.layers[layer]) {
        const kernel = (facts.borders[layer] || [])[axis] || 0;
        return kernel > 1 ? kernel : 0;
      }
      const window = all.get(layer);
      return facts.layers[layer].plain && window.stride[axis] === 1 && window.rate[axis] === 1 && window.kernel[axis] > 1
        ? window.kernel[axis] : 0;
    }

    /**
     * All stacks with a verdict per axis, and the rule that each breaks.
     *
     * @param all the windows of the layers that are edited
     * @param widening whether other layers change their map, where the edit changes that
     */
    return function (all, widening) {
      return find(all, widening).map(stack => {
        const top = all.get(stack.members[stack.members.length - 1]);
        const hulls = along.map(axis => ({ entry: neighbour(stack.below, all, axis), exit: neighbour(stack.above, all, axis) }));
        const verdicts = along.map(axis => {
          const counted = stack.members.map(layer => all.get(layer)).filter(window => window.kernel[axis] > 1);
          return foveaHdc.judge({
            kernels: counted.map(window => window.kernel[axis]),
            rates: counted.map(window => window.rate[axis]),
            entry: hulls[axis].entry,
            exit: hulls[axis].exit,
            exitStep: top.stride[axis],
          }, facts.strict);
        });
        return { members: stack.members, hasNeighbours: hulls.some(hull => hull.entry + hull.exit > 0), verdicts: verdicts,
          rule: foveaHdc.rule(verdicts) };
      });
    };
  };
})();
