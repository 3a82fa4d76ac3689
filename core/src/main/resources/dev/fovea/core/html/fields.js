"use strict";
// Follows fields through a network as the processor does: sets of positions per axis, and unions of their products.
// eslint-disable-next-line no-unused-vars
const foveaFields = (function () {
  const MOST_PRODUCTS = 512;
  const { interval, has, size, forEach, containsAll, equal, union, clip, gcd, parse, reads, below, above, isMonotone, endsBelow } = foveaSets;

  // --- Unions of products: a product is a list of sets, one per axis.
  function covers(product, other) {
    return product.every((set, axis) => containsAll(set, other[axis]));
  }

  /** Adds a product to a union: drops what it makes superfluous, and joins products that differ along one axis. */
  function add(products, added) {
    let product = added;
    for (let i = 0; i < products.length;) {
      const other = products[i];
      if (covers(other, product)) {
        return;
      }
      if (covers(product, other)) {
        products.splice(i, 1);
        continue;
      }
      const differing = product.map((set, axis) => axis).filter(axis => !equal(product[axis], other[axis]));
      if (differing.length === 1) {
        const axis = differing[0];
        product = product.map((set, at) => at === axis ? union(set, other[axis]) : set);
        products.splice(i, 1);
        i = 0;
      } else {
        i++;
      }
    }
    products.push(product);
    if (products.length > MOST_PRODUCTS) {
      throw new Error("too many products");
    }
  }

  function contains(products, position) {
    return products.some(product => product.every((set, axis) => has(set, position[axis])));
  }

  /** The projection of a union onto an axis. */
  function along(products, axis) {
    return products.reduce((all, product) => all === null ? product[axis] : union(all, product[axis]), null);
  }

  /** Number of positions of a union. */
  function count(products, axis) {
    const at = axis || 0;
    if (products.length === 0) {
      return 0;
    }
    if (products.length === 1) {
      return products[0].slice(at).reduce((number, set) => number * size(set), 1);
    }
    if (at === products[0].length) {
      return 1;
    }
    const all = along(products, at);
    const classes = new Map();
    for (let place = all.lo; place <= all.hi; place++) {
      const here = products.filter(product => has(product[at], place));
      if (here.length) {
        const key = here.map(product => products.indexOf(product)).join();
        const known = classes.get(key);
        classes.set(key, { products: here, number: known ? known.number + 1 : 1 });
      }
    }
    let sum = 0;
    classes.forEach(one => {
      sum += one.number * count(one.products, at + 1);
    });
    return sum;
  }

  // --- Networks.
  /**
   * @param facts the embedded steps and links
   * @param extents per layer and axis, null where unknown
   * @param input likewise
   */
  function network(facts, extents, input) {
    const steps = facts.steps.map(parse);
    const axes = input.length;
    const extent = source => source < 0 ? input : extents[source];

    /** Calls back with the source and the steps of each link of a layer. */
    function links(layer, action) {
      const row = facts.links[layer];
      for (let i = 0; i < row.length; i += axes + 1) {
        action(row[i], row.slice(i + 1, i + 1 + axes).map(step => steps[step]));
      }
    }

    function chain(list, set) {
      return list.reduce((now, step) => below(step, now), set);
    }

    /**
     * The pixels that a unit of a layer reads, as a union of products.
     *
     * @param bordered whether units beyond a map's borders, which are padding, read nothing
     */
    function field(layer, unit, bordered) {
      const reached = [];
      reached[layer + 1] = [unit.map(at => interval(at, at))];
      for (let at = layer; at >= 0; at--) {
        const products = reached[at + 1];
        if (products) {
          links(at, (source, read) => {
            const limits = extent(source);
            products.forEach(product => {
              const next = product.map((set, axis) => {
                const seen = chain(read[axis], set);
                return bordered ? clip(seen, limits[axis]) : seen;
              });
              if (next.every(set => set !== null)) {
                reached[source + 1] = reached[source + 1] || [];
                add(reached[source + 1], next);
              }
            });
          });
          reached[at + 1] = undefined;
        }
      }
      return reached[0] || [];
    }

    const isSimple = steps.flat().every(isMonotone);

    /** From where to where a unit's field reaches along an axis, where maps have no borders; null where it reads nothing. */
    function ends(layer, axis, unit) {
      if (!isSimple) {
        const seen = field(layer, Array.from({ length: axes }, (none, at) => at === axis ? unit : 0), false);
        return seen.length ? along(seen, axis) : null;
      }
      const reached = [];
      reached[layer + 1] = { lo: unit, hi: unit };
      for (let at = layer; at >= 0; at--) {
        const now = reached[at + 1];
        const row = now ? facts.links[at] : [];
        for (let i = 0; i < row.length; i += axes + 1) {
          const found = steps[row[i + 1 + axis]].reduce((ends, step) => endsBelow(step, ends), now);
          const other = reached[row[i] + 1];
          reached[row[i] + 1] = other ? { lo: Math.min(other.lo, found.lo), hi: Math.max(other.hi, found.hi) } : found;
        }
      }
      return reached[0] || null;
    }

    const ancestors = new Map();

    /** The layers that a layer depends on, itself included, in order. */
    function below1(layer) {
      if (!ancestors.has(layer)) {
        const needed = new Set([layer]);
        for (let at = layer; at >= 0; at--) {
          if (needed.has(at)) {
            links(at, source => needed.add(source));
          }
        }
        needed.delete(-1);
        ancestors.set(layer, Array.from(needed).sort((a, b) => a - b));
      }
      return ancestors.get(layer);
    }

    /** The units of a layer that read a pixel; null where each of endlessly many does. */
    function readers(layer, pixel) {
      const reached = [[pixel.map(at => interval(at, at))]];
      let endless = false;
      below1(layer).forEach(at => {
        const limits = extent(at);
        const products = [];
        links(at, (source, read) => (reached[source + 1] || []).forEach(product => {
          const next = product.map((set, axis) => {
            let now = set;
            for (let i = read[axis].length - 1; i >= 0; i--) {
              // Between the steps of one link there is no map, and no border.
              now = now === null ? null : above(read[axis][i], now, i === 0 ? limits[axis] : null);
              endless = endless || now === undefined;
            }
            return now === undefined ? null : now;
          });
          if (next.every(set => set !== null)) {
            add(products, next);
          }
        }));
        reached[at + 1] = products;
      });
      return endless ? null : reached[layer + 1];
    }

    return { field: field, ends: ends, readers: readers, links: links, axes: axes, isSimple: isSimple };
  }

  return { network, parse, reads, contains, along, count, size, has, forEach, interval, gcd };
})();
