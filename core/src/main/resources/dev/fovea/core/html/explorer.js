"use strict";
// The field explorer: a unit and what it reads of the input, a pixel and the units that see it.
// eslint-disable-next-line no-unused-vars
const foveaExplorer = (function () {
  const embedded = document.getElementById("steps");
  if (!embedded) {
    return null;
  }
  const facts = JSON.parse(embedded.textContent);
  const report = JSON.parse(document.getElementById("report").textContent);
  const layers = report.layers;
  const axes = report.axes;
  const network = foveaFields.network(facts, layers.map(layer => layer.shape.size), report.input.size);
  const AXES = { 1: ["position"], 2: ["row", "column"], 3: ["slice", "row", "column"] }[axes];
  const WIDEST = 560;
  const LARGEST_CELL = 28;
  const MOST_CELLS = 1024;
  const ENDLESS = 12;
  const STRIP = 48;
  const byId = id => document.getElementById("explorer-" + id);
  const [READ, UNREAD, THROUGH, PADDING] = [1, 2, 3, 4];

  const global = new Set(facts.global);
  const floating = new Set(facts.floating);
  const NAMES = { [READ]: "read", [UNREAD]: "unread", [THROUGH]: "through", [PADDING]: "padding" };
  const drawn = new Set();
  const state = { layer: 0, unit: [], pixel: [], of: "unit", picture: null };

  // --- What there is to say of the unit or the pixel.
  const rows = set => set.lo === set.hi ? String(set.lo) : set.lo + " to " + set.hi;
  const grouped = number => number.toLocaleString("en-US");
  const plural = (number, one) => grouped(number) + " " + one + (number === 1 ? "" : "s");

  function place(products) {
    return AXES.map((name, axis) => {
      const set = foveaFields.along(products, axis);
      return (set.lo === set.hi ? name : name + "s") + " " + rows(set);
    }).join(", ");
  }

  function extents(layer) {
    return layer < 0 ? report.input.size : layers[layer].shape.size;
  }

  /** Everything about the chosen unit. */
  function look(layer, unit) {
    if (facts.unknown[layer]) {
      return { unknown: facts.unknown[layer] };
    }
    try {
      const all = network.field(layer, unit, false);
      const known = report.input.size.every(size => size !== null);
      return { all: all, read: known ? network.field(layer, unit, true) : all };
    } catch (tooMany) {
      return { unknown: "its paths are too many to be followed here" };
    }
  }

  function units(layer, pixel) {
    if (facts.unknown[layer]) {
      return null;
    }
    try {
      return network.readers(layer, pixel);
    } catch (tooMany) {
      return null;
    }
  }

  function sayUnit(seen) {
    const layer = layers[state.layer];
    const who = (axes === 1 ? "Unit " + state.unit[0] : "Unit (" + state.unit.join(", ") + ")") + " of " + layer.name;
    if (seen.unknown) {
      return who + ": not known, since " + seen.unknown + ".";
    }
    if (seen.all.length === 0) {
      return who + (global.has(state.layer) ? " reads the whole input, as every unit of this layer does." : " reads nothing.");
    }
    const box = AXES.map((name, axis) => foveaFields.along(seen.all, axis));
    const field = box.map(set => grouped(set.hi - set.lo + 1)).join("×");
    const all = foveaFields.count(seen.all);
    const boxed = box.reduce((number, set) => number * (set.hi - set.lo + 1), 1);
    const pixel = axes === 1 ? "position" : "pixel";
    const inputs = report.input.size.every(size => size !== null) ? report.input.size.reduce((all, size) => all * size, 1) : null;
    let text = who + " reads " + (all === boxed ? "all " : grouped(all) + " of the ") + plural(boxed, pixel) + " of its field "
      + field + " (" + place(seen.all) + ")";
    const read = foveaFields.count(seen.read);
    if (read !== all) {
      text += read === inputs ? ": the whole input, and padding" : "; " + grouped(read) + " of them within the input";
    }
    return text + "." + (global.has(state.layer) ? " Other paths read the whole input as well." : "");
  }

  function sayPixel(found) {
    const layer = layers[state.layer];
    const who = (axes === 1 ? "Position " + state.pixel[0] : "Pixel (" + state.pixel.join(", ") + ")");
    if (found === null) {
      return who + ": which units of " + layer.name + " see it is not known"
        + (facts.unknown[state.layer] ? ", since " + facts.unknown[state.layer] : "") + ".";
    }
    const other = global.has(state.layer) ? " Every unit sees it through paths that read the whole input." : "";
    if (found.length === 0) {
      return who + " is seen by no unit of " + layer.name + (other ? " through local paths." : ".") + other;
    }
    return who + " is seen by " + plural(foveaFields.count(found), "unit") + " of " + layer.name + ": " + place(found) + "." + other;
  }

  // --- Views: which positions a canvas shows, and how large.
  const views = {
    input: { canvas: byId("input"), from: [0, 0], cells: [1, 1], size: 1 },
    map: { canvas: byId("map"), from: [0, 0], cells: [1, 1], size: 1 },
  };

  /** The last two axes; a sequence has one row. */
  const shown = values => axes === 1 ? [0, values[0]] : values.slice(-2);

  function frame(view, from, to) {
    const width = Math.min(WIDEST, view.canvas.parentElement.clientWidth - 2);
    view.from = axes === 1 ? [0, from[0]] : from.slice(-2);
    const end = axes === 1 ? [0, to[0]] : to.slice(-2);
    view.cells = [end[0] - view.from[0] + 1, end[1] - view.from[1] + 1];
    view.size = Math.min(LARGEST_CELL, width / view.cells[1], axes === 1 ? Infinity : WIDEST / view.cells[0]);
    const height = axes === 1 ? STRIP : view.cells[0] * view.size;
    view.high = axes === 1 ? STRIP : view.size;
    const ratio = window.devicePixelRatio || 1;
    view.canvas.width = Math.max(1, Math.round(view.cells[1] * view.size * ratio));
    view.canvas.height = Math.max(1, Math.round(height * ratio));
    view.canvas.style.width = view.cells[1] * view.size + "px";
    view.canvas.style.height = height + "px";
    view.context = view.canvas.getContext("2d");
    view.context.setTransform(ratio, 0, 0, ratio, 0, 0);
    view.context.clearRect(0, 0, view.canvas.width, view.canvas.height);
  }

  function boxOf(view, from, to) {
    const x = (from[1] - view.from[1]) * view.size;
    const y = (from[0] - view.from[0]) * view.high;
    return [x, y, (to[1] - from[1] + 1) * view.size, (to[0] - from[0] + 1) * view.high];
  }

  function colour(name) {
    return getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
  }

  /** Hatches and dots are of a size on the screen, whatever the size of a cell. */
  function pattern(context, kind) {
    const tile = document.createElement("canvas");
    const ratio = window.devicePixelRatio || 1;
    tile.width = tile.height = Math.round(6 * ratio);
    const draw = tile.getContext("2d");
    draw.scale(tile.width / 6, tile.width / 6);
    const [paper, ink, line] = {
      [READ]: [colour("h5"), null, 0],
      [UNREAD]: [colour("unread"), colour("hatch"), -1],
      [THROUGH]: [colour("h2"), colour("h7"), 0],
      [PADDING]: [colour("paper"), colour("quiet"), 1],
    }[kind];
    draw.fillStyle = paper;
    draw.fillRect(0, 0, 6, 6);
    draw.strokeStyle = draw.fillStyle = ink || paper;
    if (line !== 0) {
      draw.lineWidth = 1.3;
      draw.beginPath();
      [-6, 0, 6].forEach(shift => {
        draw.moveTo(shift, line < 0 ? 6 : 0);
        draw.lineTo(shift + 6, line < 0 ? 0 : 6);
      });
      draw.stroke();
    } else if (ink) {
      draw.fillRect(2, 2, 2.4, 2.4);
    }
    return context.createPattern(tile, "repeat");
  }

  /** Paints the cells of a kind: a mask of one byte a cell, filled with the kind's pattern. */
  function paint(view, kinds, box, side, alpha) {
    const [first, last, columns] = box;
    const count = kinds.length / columns;
    const ratio = window.devicePixelRatio || 1;
    const [x, y, wide, high] = boxOf(view, first, last).map(value => value * ratio);
    const images = [];
    const words = [];
    for (let i = 0; i < kinds.length; i++) {
      const kind = kinds[i];
      if (kind) {
        if (!words[kind]) {
          images[kind] = new ImageData(columns, count);
          words[kind] = new Uint32Array(images[kind].data.buffer);
        }
        words[kind][i] = 0xff000000;
      }
    }
    for (const kind of [READ, UNREAD, THROUGH, PADDING]) {
      const image = images[kind];
      if (!image) {
        continue;
      }
      drawn.add(view === views.map ? "seeing" : NAMES[kind]);
      const mask = new OffscreenCanvas(columns, count);
      mask.getContext("2d").putImageData(image, 0, 0);
      const layer = new OffscreenCanvas(view.canvas.width, view.canvas.height);
      const context = layer.getContext("2d");
      context.imageSmoothingEnabled = view.size * ratio / side < 1;
      context.drawImage(mask, x, y, wide, high);
      context.globalCompositeOperation = "source-in";
      context.fillStyle = pattern(context, kind);
      context.fillRect(0, 0, layer.width, layer.height);
      view.context.save();
      view.context.setTransform(1, 0, 0, 1, 0, 0);
      view.context.globalAlpha = kind === READ || kind === THROUGH ? alpha : 1;
      view.context.drawImage(layer, 0, 0);
      view.context.restore();
    }
  }

  /** The part of a set that a cell of several positions, or a view's window, shows: one byte a cell. */
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

  /** Per row, which products hold it; and the row that they make, once for each group of products. */
  function raster(products, first, columns, count, side) {
    const flat = products.map(product => axes === 1 ? [foveaFields.interval(0, 0), product[0]] : product.slice(-2));
    const down = flat.map(product => line(product[0], first[0], count, side[0]));
    const across = flat.map(product => line(product[1], first[1], columns, side[1]));
    const known = new Map();
    return row => {
      const key = down.map(bytes => bytes[row]).join("");
      if (!known.has(key)) {
        const bytes = new Uint8Array(columns);
        down.forEach((held, i) => held[row] && across[i].forEach((bit, at) => {
          bytes[at] |= bit;
        }));
        known.set(key, bytes);
      }
      return [key, known.get(key)];
    };
  }

  /** The products that a slice of a volume cuts. */
  function sliced(products, at) {
    return axes === 3 ? products.filter(product => foveaFields.has(product[0], at)) : products;
  }

  function fill(view, from, to, kind) {
    const part = window2(view, from, to);
    if (part) {
      const [x, y, wide, high] = boxOf(view, part[0], part[1]);
      const alpha = state.picture && (kind === READ || kind === THROUGH) ? 0.6 : 1;
      drawn.add(NAMES[kind]);
      view.context.save();
      view.context.globalAlpha = alpha;
      view.context.fillStyle = pattern(view.context, kind);
      view.context.fillRect(x, y, wide, high);
      view.context.restore();
    }
  }

  /** Without gaps, what is read and what is cut off are boxes: one in another. */
  function drawBoxes(view, all, read, slice) {
    const size = report.input.size;
    const input = all.map((set, axis) => size[axis] === null ? set
      : { lo: Math.max(0, set.lo), hi: Math.min(size[axis] - 1, set.hi) });
    const corners = product => [shown(product.map(set => set.lo)), shown(product.map(set => set.hi))];
    const isInside = input.every(set => set.lo <= set.hi) && (axes < 3 || slice >= input[0].lo && slice <= input[0].hi);
    const same = (one, other) => one && other && one.every((set, axis) => set.lo === other[axis].lo && set.hi === other[axis].hi);
    if (!isInside || !same(all, input)) {
      fill(view, ...corners(all), PADDING);
    }
    if (isInside) {
      if (state.picture) {
        picture(view);
      }
      if (!same(input, read)) {
        fill(view, ...corners(input), THROUGH);
      }
      if (read) {
        fill(view, ...corners(read), READ);
      }
    }
  }

  function window2(view, from, to) {
    const first = from.map((value, i) => Math.max(value, view.from[i]));
    const last = to.map((value, i) => Math.min(value, view.from[i] + view.cells[i] - 1));
    return first.some((value, i) => value > last[i]) ? null : [first, last];
  }

  function drawField(view, seen, slice) {
    const all = sliced(seen.all, slice);
    if (all.length === 0) {
      return;
    }
    const box = AXES.map((name, axis) => foveaFields.along(all, axis));
    const within = window2(view, shown(box.map(set => set.lo)), shown(box.map(set => set.hi)));
    if (!within) {
      return;
    }
    const [first, last] = within;
    if (all.concat(sliced(seen.read, slice)).every(product => product.every(set => set.bits === null)) && all.length === 1) {
      drawBoxes(view, all[0], sliced(seen.read, slice)[0], slice);
      return;
    }
    const side = first.map((value, i) => Math.ceil((last[i] - value + 1) / MOST_CELLS));
    const cells = first.map((value, i) => Math.ceil((last[i] - value + 1) / side[i]));
    const allRow = raster(all, first, cells[1], cells[0], side);
    const readRow = raster(sliced(seen.read, slice), first, cells[1], cells[0], side);
    const limits = shown(report.input.size);
    const inside = (at, i) => limits[i] === null || axes === 1 && i === 0 || at >= 0 && at < limits[i];
    const sliceInside = axes < 3 || report.input.size[0] === null || slice >= 0 && slice < report.input.size[0];
    const columnInside = new Uint8Array(cells[1]).map((none, at) => inside(first[1] + at * side[1], 1) ? 1 : 0);
    const kinds = new Uint8Array(cells[0] * cells[1]);
    const rowsKnown = new Map();
    for (let row = 0; row < cells[0]; row++) {
      const [allKey, allBits] = allRow(row);
      const [readKey, readBits] = readRow(row);
      const rowInside = sliceInside && inside(first[0] + row * side[0], 0);
      const key = allKey + "/" + readKey + "/" + rowInside;
      if (!rowsKnown.has(key)) {
        const bytes = new Uint8Array(cells[1]);
        for (let column = 0; column < cells[1]; column++) {
          const beyond = !rowInside || !columnInside[column];
          bytes[column] = beyond ? allBits[column] ? PADDING : 0 : readBits[column] ? READ : allBits[column] ? THROUGH : UNREAD;
        }
        rowsKnown.set(key, bytes);
      }
      kinds.set(rowsKnown.get(key), row * cells[1]);
    }
    const end = first.map((value, i) => value + cells[i] * side[i] - 1);
    paint(view, kinds, [first, end, cells[1]], side[1], state.picture ? 0.6 : 1);
  }

  function outline(view, from, to, style, width, dash) {
    const [x, y, wide, high] = boxOf(view, from, to);
    view.context.strokeStyle = style;
    view.context.lineWidth = width;
    view.context.setLineDash(dash);
    view.context.strokeRect(x + width / 2, y + width / 2, Math.max(1, wide - width), Math.max(1, high - width));
    view.context.setLineDash([]);
  }

  function grid(view) {
    if (view.size < 7) {
      return;
    }
    const context = view.context;
    context.strokeStyle = colour("line");
    context.lineWidth = 0.5;
    context.beginPath();
    for (let column = 1; column < view.cells[1]; column++) {
      context.moveTo(column * view.size, 0);
      context.lineTo(column * view.size, view.cells[0] * view.high);
    }
    for (let row = 1; row < view.cells[0]; row++) {
      context.moveTo(0, row * view.high);
      context.lineTo(view.cells[1] * view.size, row * view.high);
    }
    context.stroke();
  }

  /** The tile that gives the block of the chosen unit, where the layer is one that tiles are planned for. */
  function tile() {
    const target = report.targets.find(one => one.layer === layers[state.layer].name);
    if (!target || target.axes.some(axis => !axis.exact || axis.alignedBefore === null)) {
      return null;
    }
    const from = target.axes.map((axis, i) =>
      Math.floor(state.unit[i] / Number(axis.units)) * Number(axis.step) - Number(axis.alignedBefore));
    const to = target.axes.map((axis, i) =>
      (Math.floor(state.unit[i] / Number(axis.units)) + 1) * Number(axis.step) + Number(axis.alignedAfter) - 1);
    const clipped = axis => report.input.size[axis] === null ? Infinity : report.input.size[axis] - 1;
    return [from.map((at, axis) => Math.max(report.input.size[axis] === null ? -Infinity : 0, at)),
      to.map((at, axis) => Math.min(clipped(axis), at))];
  }

  /** The box of the widths that hold 95.45 % of the paths, around the middle of the field. */
  function effective(seen) {
    const widths = layers[state.layer].field.map(axis => axis.erfWidth);
    if (seen.all.length === 0 || widths.some(width => width === null || width === undefined)) {
      return null;
    }
    const from = widths.map((width, axis) => {
      const set = foveaFields.along(seen.all, axis);
      return (set.lo + set.hi + 1 - width) / 2;
    });
    return [from, from.map((at, axis) => at + widths[axis] - 1)];
  }

  const middle = set => Math.floor((set.lo + set.hi) / 2);

  function picture(view) {
    const limits = report.input.size.slice(-2);
    if (state.picture && axes > 1 && !limits.includes(null)) {
      const [x, y, wide, high] = boxOf(view, [0, 0], limits.map(extent => extent - 1));
      view.context.drawImage(state.picture, x, y, wide, high);
    }
  }

  function drawInput(seen) {
    const view = views.input;
    const size = report.input.size;
    const boxes = seen.all && seen.all.length ? AXES.map((name, axis) => foveaFields.along(seen.all, axis)) : [];
    const zoom = byId("zoom").checked && boxes.length > 0;
    const from = [];
    const to = [];
    for (let axis = 0; axis < axes; axis++) {
      const bounds = size[axis] === null ? [] : [{ lo: 0, hi: size[axis] - 1 }];
      const around = zoom || bounds.length === 0 ? boxes.slice(axis, axis + 1) : bounds.concat(boxes.slice(axis, axis + 1));
      const margin = boxes.length ? 1 + Math.round((boxes[axis].hi - boxes[axis].lo + 1) / (zoom ? 8 : 1000)) : 1;
      from.push(around.length ? Math.min(...around.map(set => set.lo)) - margin : 0);
      to.push(around.length ? Math.max(...around.map(set => set.hi)) + margin : ENDLESS);
    }
    frame(view, from, to);
    const limits = shown(size);
    const known = size.every(extent => extent !== null);
    const inner = axes === 1 ? [[0, 0], [0, limits[1] - 1]] : [[0, 0], limits.map(extent => extent - 1)];
    if (known) {
      const [x, y, wide, high] = boxOf(view, inner[0], inner[1]);
      view.context.fillStyle = colour("panel");
      view.context.fillRect(x, y, wide, high);
      picture(view);
    }
    if (state.of === "unit" && seen.all) {
      const slice = boxes.length && axes === 3 ? Math.max(0, Math.min((size[0] || Infinity) - 1, middle(boxes[0]))) : 0;
      view.slice = slice;
      drawField(view, seen, slice);
    } else if (axes === 3) {
      view.slice = state.pixel[0];
    }
    grid(view);
    if (known) {
      outline(view, inner[0], inner[1], colour("ink"), 2, []);
    }
    if (state.of === "unit" && boxes.length) {
      outline(view, shown(boxes.map(set => set.lo)), shown(boxes.map(set => set.hi)), colour("curve"), 1.5, []);
      drawn.add("box");
      const width = effective(seen);
      if (width) {
        drawn.add("effective");
        outline(view, shown(width[0]), shown(width[1]), colour("effective"), 2, [7, 4]);
      }
      const planned = tile();
      if (planned) {
        drawn.add("tile");
        outline(view, shown(planned[0]), shown(planned[1]), colour("object"), 2, [2, 3]);
      }
    }
    if (state.of === "pixel") {
      drawn.add("pixel");
      mark(view, shown(state.pixel));
    }
  }

  function mark(view, at) {
    const [x, y, wide, high] = boxOf(view, at, at);
    const grow = Math.max(0, (5 - wide) / 2);
    const growDown = Math.max(0, (5 - high) / 2);
    view.context.fillStyle = colour("ink");
    view.context.fillRect(x - grow, y - growDown, wide + 2 * grow, high + 2 * growDown);
    view.context.strokeStyle = colour("paper");
    view.context.lineWidth = 1;
    view.context.strokeRect(x - grow, y - growDown, wide + 2 * grow, high + 2 * growDown);
  }

  function drawMap(found) {
    const view = views.map;
    const size = extents(state.layer);
    frame(view, size.map(extent => extent === null ? -ENDLESS : 0), size.map(extent => extent === null ? ENDLESS : extent - 1));
    view.context.fillStyle = colour("panel");
    view.context.fillRect(0, 0, view.canvas.width, view.canvas.height);
    if (state.of === "pixel" && found && found.length) {
      const cut = sliced(found, state.unit[0]);
      if (cut.length === 1 && cut[0].every(set => set.bits === null)) {
        fill(view, shown(cut[0].map(set => set.lo)), shown(cut[0].map(set => set.hi)), READ);
        drawn.delete("read");
        drawn.add("seeing");
      } else {
        drawUnits(view, cut);
      }
    }
    grid(view);
    if (state.of === "unit") {
      drawn.add("unit");
      mark(view, shown(state.unit));
    }
  }

  function drawUnits(view, cut) {
    const side = view.cells.map(cells => Math.ceil(cells / MOST_CELLS));
    const cells = view.cells.map((number, i) => Math.ceil(number / side[i]));
    const row = raster(cut, view.from, cells[1], cells[0], side);
    const kinds = new Uint8Array(cells[0] * cells[1]);
    for (let i = 0; i < cells[0]; i++) {
      kinds.set(row(i)[1], i * cells[1]);
    }
    const end = cells.map((number, i) => view.from[i] + number * side[i] - 1);
    paint(view, kinds, [view.from, end, cells[1]], side[1], 1);
  }

  // --- Choosing.
  let waiting = false;

  function redraw() {
    if (!waiting) {
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        draw();
      });
    }
  }

  function draw() {
    const seen = look(state.layer, state.unit);
    const found = state.of === "pixel" ? units(state.layer, state.pixel) : null;
    drawn.clear();
    drawInput(seen);
    drawMap(found);
    byId("answer").textContent = state.of === "unit" ? sayUnit(seen) : sayPixel(found);
    document.querySelectorAll("#explorer [data-shows]").forEach(entry => {
      entry.hidden = !drawn.has(entry.dataset.shows);
    });
    numbers.unit.forEach((input, axis) => {
      input.value = state.unit[axis];
    });
    numbers.pixel.forEach((input, axis) => {
      input.value = state.pixel[axis];
    });
  }

  function within(value, extent) {
    return extent === null ? value : Math.max(0, Math.min(extent - 1, value));
  }

  function chooseUnit(unit) {
    state.of = "unit";
    state.unit = unit.map((at, axis) => within(at, extents(state.layer)[axis]));
    redraw();
  }

  function choosePixel(pixel) {
    state.of = "pixel";
    state.pixel = pixel.map((at, axis) => within(at, report.input.size[axis]));
    redraw();
  }

  const texts = values => values.map(value => value === null || value === undefined ? "?" : String(value)).join("×");

  function chooseLayer(index) {
    state.layer = index;
    byId("layer").value = String(index);
    byId("depth").value = String(index);
    byId("depth").setAttribute("aria-valuetext", layers[index].name);
    byId("map-name").textContent = "Units of " + layers[index].name + ", " + texts(extents(index));
    state.unit = extents(index).map(extent => extent === null ? 0 : Math.floor(extent / 2));
    numbers.unit.forEach((input, axis) => limit(input, extents(index)[axis]));
    const notes = [];
    if (facts.unknown[index]) {
      notes.push("What units of this layer see is not known: " + facts.unknown[index] + ".");
    }
    if (floating.has(index)) {
      notes.push("The input's extent is unknown, and with it where padding begins: the picture is right up to a shift.");
    } else if (report.input.size.includes(null)) {
      notes.push("The input's extent is unknown: borders and padding are left out.");
    }
    if (axes === 3) {
      notes.push("The input is shown at the slice in the middle of the field.");
    }
    byId("note").textContent = notes.join(" ");
    redraw();
  }

  function limit(input, extent) {
    if (extent === null) {
      input.removeAttribute("min");
      input.removeAttribute("max");
    } else {
      input.min = 0;
      input.max = extent - 1;
    }
  }

  function fields(id, choose) {
    return AXES.map((name, axis) => {
      const label = document.createElement("label");
      const input = document.createElement("input");
      input.type = "number";
      input.step = "1";
      label.append(name + " ", input);
      byId(id).append(label);
      input.addEventListener("input", () => {
        const value = Math.round(Number(input.value));
        if (input.value !== "" && Number.isSafeInteger(value)) {
          choose(state[id].map((at, other) => other === axis ? value : at));
        }
      });
      return input;
    });
  }

  const numbers = { unit: fields("unit", chooseUnit), pixel: fields("pixel", choosePixel) };

  function pointed(view, event) {
    const box = view.canvas.getBoundingClientRect();
    const row = view.from[0] + Math.floor((event.clientY - box.top) / view.high);
    const column = view.from[1] + Math.floor((event.clientX - box.left) / view.size);
    return axes === 1 ? [column] : [row, column];
  }

  const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1], PageUp: [0, 0, -1], PageDown: [0, 0, 1] };

  function watch(view, id, choose) {
    const point = event => {
      const at = pointed(view, event);
      const leading = axes === 3 ? [id === "pixel" ? view.slice || 0 : state.unit[0]] : [];
      choose(leading.concat(at));
    };
    view.canvas.addEventListener("pointermove", point);
    view.canvas.addEventListener("pointerdown", point);
    view.canvas.addEventListener("keydown", event => {
      const step = STEPS[event.key];
      if (!step || event.altKey || event.ctrlKey || event.metaKey) {
        return;
      }
      event.preventDefault();
      const stride = event.shiftKey ? 10 : 1;
      choose(state[id].map((at, axis) => at + stride * (step[axes - 1 - axis] || 0)));
    });
  }

  watch(views.map, "unit", chooseUnit);
  watch(views.input, "pixel", choosePixel);

  byId("layer").append(...layers.map((layer, index) => new Option(layer.name + " (" + layer.op + ")", String(index))));
  byId("depth").max = String(layers.length - 1);
  byId("layer").addEventListener("change", event => chooseLayer(Number(event.target.value)));
  byId("depth").addEventListener("input", event => chooseLayer(Number(event.target.value)));
  byId("zoom").addEventListener("change", redraw);
  byId("picture").addEventListener("change", event => {
    const file = event.target.files[0];
    if (file) {
      createImageBitmap(file).then(picture => {
        state.picture = picture;
        redraw();
      }, () => {
        byId("answer").textContent = "The browser cannot show this file as a picture.";
      });
    } else {
      state.picture = null;
      redraw();
    }
  });

  // A layer that is chosen in the graph is chosen here, too.
  document.addEventListener("fovea-layer", event => chooseLayer(event.detail.index));

  byId("input-name").textContent = "Input, " + texts(report.input.size);
  state.pixel = report.input.size.map(extent => extent === null ? 0 : Math.floor(extent / 2));
  numbers.pixel.forEach((input, axis) => limit(input, report.input.size[axis]));
  byId("tool").hidden = false;
  byId("zoom").checked = axes === 1;
  byId("picture").parentElement.hidden = axes === 1 || report.input.size.includes(null);
  let last = layers.length - 1;
  while (last > 0 && (facts.unknown[last] || !facts.links[last].length)) {
    last--;
  }
  chooseLayer(last);
  draw();
  window.addEventListener("resize", redraw);
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
  return { state: state, look: look, units: units, show: chooseLayer, draw: draw };
})();
