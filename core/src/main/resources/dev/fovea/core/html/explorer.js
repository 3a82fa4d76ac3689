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
  const ENDLESS = 12;
  const { READ, UNREAD, THROUGH, PADDING, colour, boxOf, frame, grid, mark, outline } = foveaPaint;
  const NAMES = { [READ]: "read", [UNREAD]: "unread", [THROUGH]: "through", [PADDING]: "padding" };
  const byId = id => document.getElementById("explorer-" + id);

  const pictures = foveaPictures(axes, report.input.size);
  const answers = foveaAnswers(report, facts, AXES);
  const shown = pictures.shown;
  const floating = new Set(facts.floating);
  const drawn = new Set();
  const state = { layer: 0, unit: [], pixel: [], of: "unit", picture: null };
  const views = { input: foveaPaint.view(byId("input")), map: foveaPaint.view(byId("map")) };

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
    frame(view, shown(from), shown(to), axes === 1);
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
      pictures.field(view, seen, slice, state.picture ? () => picture(view) : null).forEach(kind => drawn.add(NAMES[kind]));
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

  function drawMap(found) {
    const view = views.map;
    const size = extents(state.layer);
    frame(view, shown(size.map(extent => extent === null ? -ENDLESS : 0)),
      shown(size.map(extent => extent === null ? ENDLESS : extent - 1)), axes === 1);
    view.context.fillStyle = colour("panel");
    view.context.fillRect(0, 0, view.canvas.width, view.canvas.height);
    if (state.of === "pixel" && found && pictures.units(view, found, state.unit[0])) {
      drawn.add("seeing");
    }
    grid(view);
    if (state.of === "unit") {
      drawn.add("unit");
      mark(view, shown(state.unit));
    }
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
    byId("answer").textContent = state.of === "unit"
      ? answers.unit(state.layer, state.unit, seen) : answers.pixel(state.layer, state.pixel, found);
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
