"use strict";
// Pictures of unions of products: what a unit reads of the input, and which units of a map see a pixel.
// eslint-disable-next-line no-unused-vars
const foveaPictures = (function () {
  const MOST_CELLS = 1024;
  const { READ, UNREAD, THROUGH, PADDING } = foveaPaint;

  /** The part of a set that cells of several positions show: one byte a cell. */
  function line(set, first, cells, side) {
    const bytes = new Uint8Array(cells);
    if (set !== null) {
      const last = Math.min(set.hi, first + cells * side - 1);
      for (let at = Math.max(set.lo, first); at <= last; at++) {
        if (foveaFields.has(set, at)) {
          bytes[Math.floor((at - first) / side)] = 1;
        }
      }
    }
    return bytes;
  }

  /** @param size the input's extents, null where unknown */
  return function (axes, size) {
    /** The last two axes; a sequence has one row. */
    const shown = values => axes === 1 ? [0, values[0]] : values.slice(-2);

    /** The products that a slice of a volume cuts. */
    const sliced = (products, at) => axes === 3 ? products.filter(product => foveaFields.has(product[0], at)) : products;

    const lows = product => shown(product.map(set => set.lo));
    const highs = product => shown(product.map(set => set.hi));

    /** Per row, which products hold it; and the row that they make, once for each group of products. */
    function raster(products, first, cells, side) {
      const flat = products.map(product => axes === 1 ? [foveaFields.interval(0, 0), product[0]] : product.slice(-2));
      const down = flat.map(product => line(product[0], first[0], cells[0], side[0]));
      const across = flat.map(product => line(product[1], first[1], cells[1], side[1]));
      const known = new Map();
      return row => {
        const key = down.map(bytes => bytes[row]).join("");
        if (!known.has(key)) {
          const bytes = new Uint8Array(cells[1]);
          down.forEach((held, i) => held[row] && across[i].forEach((bit, at) => {
            bytes[at] |= bit;
          }));
          known.set(key, bytes);
        }
        return [key, known.get(key)];
      };
    }

    /** Without gaps, what is read and what is cut off are boxes: one in another. */
    function boxes(view, all, read, slice, picture) {
      const drawn = [];
      const input = all.map((set, axis) => size[axis] === null ? set
        : { lo: Math.max(0, set.lo), hi: Math.min(size[axis] - 1, set.hi) });
      const fill = (product, kind) =>
        foveaPaint.fill(view, lows(product), highs(product), kind, picture !== null) && drawn.push(kind);
      const isInside = input.every(set => set.lo <= set.hi) && (axes < 3 || slice >= input[0].lo && slice <= input[0].hi);
      const same = (one, other) => one && other && one.every((set, axis) => set.lo === other[axis].lo && set.hi === other[axis].hi);
      if (!isInside || !same(all, input)) {
        fill(all, PADDING);
      }
      if (isInside) {
        if (picture) {
          picture();
        }
        if (!same(input, read)) {
          fill(input, THROUGH);
        }
        if (read) {
          fill(read, READ);
        }
      }
      return drawn;
    }

    /** Whether each position of a range lies beyond the input. */
    function beyond(first, cells, side, axis) {
      const limit = shown(size)[axis];
      return Uint8Array.from({ length: cells }, (none, i) => {
        const at = first + i * side;
        return limit === null || axes === 1 && axis === 0 || at >= 0 && at < limit ? 0 : 1;
      });
    }

    /**
     * What a unit reads, and what of that lies beyond the input or reaches it only through padding; returns the kinds drawn.
     *
     * @param picture draws what lies below; null where nothing does
     */
    function field(view, seen, slice, picture) {
      const all = sliced(seen.all, slice);
      const read = sliced(seen.read, slice);
      if (all.length === 0) {
        return [];
      }
      if (all.length === 1 && read.length <= 1 && all.concat(read).every(product => product.every(set => set.bits === null))) {
        return boxes(view, all[0], read[0], slice, picture);
      }
      const box = all[0].map((none, axis) => foveaFields.along(all, axis));
      const within = foveaPaint.within(view, lows(box), highs(box));
      if (!within) {
        return [];
      }
      const [first, last] = within;
      const side = first.map((value, i) => Math.ceil((last[i] - value + 1) / MOST_CELLS));
      const cells = first.map((value, i) => Math.ceil((last[i] - value + 1) / side[i]));
      const allRow = raster(all, first, cells, side);
      const readRow = raster(read, first, cells, side);
      const isSliceBeyond = axes === 3 && size[0] !== null && (slice < 0 || slice >= size[0]);
      const rowsBeyond = beyond(first[0], cells[0], side[0], 0);
      const columnsBeyond = beyond(first[1], cells[1], side[1], 1);
      const rows = new Map();
      const keys = Array.from({ length: cells[0] }, (none, row) => {
        const [allKey, allBits] = allRow(row);
        const [readKey, readBits] = readRow(row);
        const isBeyond = isSliceBeyond || rowsBeyond[row] === 1;
        const key = allKey + "/" + readKey + "/" + isBeyond;
        if (!rows.has(key)) {
          rows.set(key, allBits.map((bit, column) => isBeyond || columnsBeyond[column] ? bit ? PADDING : 0
            : readBits[column] ? READ : bit ? THROUGH : UNREAD));
        }
        return key;
      });
      return foveaPaint.cells(view, first, keys, rows, side, picture !== null);
    }

    /** The units of a map; returns whether there are any. */
    function units(view, found, slice) {
      const cut = sliced(found, slice);
      if (cut.length === 0) {
        return false;
      }
      if (cut.length === 1 && cut[0].every(set => set.bits === null)) {
        return foveaPaint.fill(view, lows(cut[0]), highs(cut[0]), READ, false);
      }
      const side = view.cells.map(cells => Math.ceil(cells / MOST_CELLS));
      const cells = view.cells.map((number, i) => Math.ceil(number / side[i]));
      const row = raster(cut, view.from, cells, side);
      const rows = new Map();
      const keys = Array.from({ length: cells[0] }, (none, i) => {
        const [key, bytes] = row(i);
        rows.set(key, bytes);
        return key;
      });
      return foveaPaint.cells(view, view.from, keys, rows, side, false).length > 0;
    }

    return { shown: shown, field: field, units: units };
  };
})();
