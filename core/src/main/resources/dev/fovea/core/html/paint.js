"use strict";
// Draws on a canvas whose cells are positions: areas in the patterns of the legend, outlines, a grid, marks.
// eslint-disable-next-line no-unused-vars
const foveaPaint = (function () {
  const WIDEST = 560;
  const LARGEST_CELL = 28;
  const STRIP = 48;
  const TILE = 6;
  const [READ, UNREAD, THROUGH, PADDING] = [1, 2, 3, 4];
  const KINDS = [READ, UNREAD, THROUGH, PADDING];

  const colour = name => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
  const ratio = () => window.devicePixelRatio || 1;

  /** A view shows some positions, rows and columns, from one on; it has no size yet. */
  const view = canvas => ({ canvas: canvas, from: [0, 0], cells: [1, 1], size: 1 });

  /** Makes a view show the positions of two ranges as large as there is room; a sequence is a strip. */
  function frame(view, from, end, isStrip) {
    const width = Math.min(WIDEST, view.canvas.parentElement.clientWidth - 2);
    view.from = from;
    view.cells = [end[0] - from[0] + 1, end[1] - from[1] + 1];
    view.size = Math.min(LARGEST_CELL, width / view.cells[1], isStrip ? Infinity : WIDEST / view.cells[0]);
    view.high = isStrip ? STRIP : view.size;
    const height = view.cells[0] * view.high;
    view.canvas.width = Math.max(1, Math.round(view.cells[1] * view.size * ratio()));
    view.canvas.height = Math.max(1, Math.round(height * ratio()));
    view.canvas.style.width = view.cells[1] * view.size + "px";
    view.canvas.style.height = height + "px";
    view.context = view.canvas.getContext("2d");
    view.context.setTransform(ratio(), 0, 0, ratio(), 0, 0);
  }

  function boxOf(view, from, to) {
    const x = (from[1] - view.from[1]) * view.size;
    const y = (from[0] - view.from[0]) * view.high;
    return [x, y, (to[1] - from[1] + 1) * view.size, (to[0] - from[0] + 1) * view.high];
  }

  /** The part of a box that a view shows; null where it shows none. */
  function within(view, from, to) {
    const first = from.map((value, i) => Math.max(value, view.from[i]));
    const last = to.map((value, i) => Math.min(value, view.from[i] + view.cells[i] - 1));
    return first.some((value, i) => value > last[i]) ? null : [first, last];
  }

  /** Hatches and dots are of a size on the screen, whatever the size of a cell. */
  function tile(kind) {
    const tile = document.createElement("canvas");
    tile.width = tile.height = Math.round(TILE * ratio());
    const draw = tile.getContext("2d", { willReadFrequently: true });
    draw.scale(tile.width / TILE, tile.width / TILE);
    const [paper, ink, line] = {
      [READ]: [colour("h5"), null, 0],
      [UNREAD]: [colour("unread"), colour("hatch"), -1],
      [THROUGH]: [colour("h2"), colour("h7"), 0],
      [PADDING]: [colour("paper"), colour("quiet"), 1],
    }[kind];
    draw.fillStyle = paper;
    draw.fillRect(0, 0, TILE, TILE);
    draw.strokeStyle = draw.fillStyle = ink || paper;
    if (line !== 0) {
      draw.lineWidth = 1.3;
      draw.beginPath();
      [-TILE, 0, TILE].forEach(shift => {
        draw.moveTo(shift, line < 0 ? TILE : 0);
        draw.lineTo(shift + TILE, line < 0 ? 0 : TILE);
      });
      draw.stroke();
    } else if (ink) {
      draw.fillRect(2, 2, 2.4, 2.4);
    }
    return tile;
  }

  /** What is read lets a picture below it shine through. */
  const opacity = (kind, isOverPicture) => isOverPicture && (kind === READ || kind === THROUGH) ? 0.6 : 1;

  /** Fills a box with a kind's pattern; true if the view shows some of it. */
  function fill(view, from, to, kind, isOverPicture) {
    const part = within(view, from, to);
    if (part) {
      const context = view.context;
      context.save();
      context.globalAlpha = opacity(kind, isOverPicture);
      context.fillStyle = context.createPattern(tile(kind), "repeat");
      context.fillRect(...boxOf(view, part[0], part[1]));
      context.restore();
    }
    return part !== null;
  }

  // --- Cells: many may share a pixel of the screen, which then has something of each.
  /** For each pixel, from where to where it lies among cells of a width; the cell in its middle where one is a pixel or more. */
  function spans(count, start, step, first, pixels) {
    const from = new Float64Array(pixels);
    const to = new Float64Array(pixels);
    for (let i = 0; i < pixels; i++) {
      if (step >= 1) {
        const cell = Math.floor((first + i + 0.5 - start) / step);
        from[i] = Math.max(0, Math.min(count, cell));
        to[i] = Math.max(0, Math.min(count, cell + 1));
      } else {
        from[i] = Math.max(0, (first + i - start) / step);
        to[i] = Math.max(from[i], Math.min(count, (first + i + 1 - start) / step));
      }
    }
    return { from: from, to: to, share: Math.min(1, step) };
  }

  /** By kind, how much of each pixel along a row of cells is of that kind. */
  function shares(cells, across) {
    const found = [];
    const sums = new Float64Array(cells.length + 1);
    KINDS.filter(kind => cells.includes(kind)).forEach(kind => {
      for (let i = 0; i < cells.length; i++) {
        sums[i + 1] = sums[i] + (cells[i] === kind ? 1 : 0);
      }
      const upTo = place => {
        const whole = Math.floor(place);
        return sums[whole] + (place > whole && cells[whole] === kind ? place - whole : 0);
      };
      found[kind] = Float64Array.from(across.from, (from, i) => (upTo(across.to[i]) - upTo(from)) * across.share);
    });
    return found;
  }

  /** The kinds' shares over the rows of cells that a row of pixels lies on; the rows' keys, too, where they are all alike. */
  function blend(lines, down, row, pixels) {
    const [from, to] = [down.from[row], down.to[row]];
    const weights = new Map();
    for (let cell = Math.floor(from); cell < to; cell++) {
      const key = lines.keys[cell];
      weights.set(key, (weights.get(key) || 0) + (Math.min(cell + 1, to) - Math.max(cell, from)) * down.share);
    }
    if (weights.size === 1) {
      const [[key, weight]] = weights;
      if (weight > 0.999) {
        return [key, lines.shares.get(key)];
      }
    }
    const mixed = [];
    weights.forEach((weight, key) => lines.shares.get(key).forEach((line, kind) => {
      mixed[kind] = mixed[kind] || new Float64Array(pixels);
      for (let i = 0; i < pixels; i++) {
        mixed[kind][i] += weight * line[i];
      }
    }));
    return [null, mixed];
  }

  /**
   * Fills cells of several kinds, and returns the kinds.
   *
   * @param keys per row of cells, what it has in common with rows that are alike
   * @param rows by key, a byte a cell: its kind, or 0
   * @param side rows and columns of positions that a cell stands for
   */
  function cells(view, first, keys, rows, side, isOverPicture) {
    const columns = rows.get(keys[0]).length;
    const scale = [view.high * ratio(), view.size * ratio()];
    const start = first.map((at, i) => (at - view.from[i]) * scale[i]);
    const step = side.map((one, i) => one * scale[i]);
    const corner = start.map(Math.floor);
    const end = [Math.min(view.canvas.height, Math.ceil(start[0] + keys.length * step[0])),
      Math.min(view.canvas.width, Math.ceil(start[1] + columns * step[1]))];
    const [high, wide] = end.map((to, i) => Math.max(1, to - corner[i]));
    const across = spans(columns, start[1], step[1], corner[1], wide);
    const down = spans(keys.length, start[0], step[0], corner[0], high);
    const lines = { keys: keys, shares: new Map(Array.from(rows, ([key, row]) => [key, shares(row, across)])) };
    const kinds = KINDS.filter(kind => Array.from(lines.shares.values()).some(line => line[kind]));
    const tiles = [];
    kinds.forEach(kind => {
      const drawn = tile(kind);
      tiles[kind] = drawn.getContext("2d").getImageData(0, 0, drawn.width, drawn.width);
    });
    const image = new ImageData(wide, high);
    const known = new Map();
    for (let y = 0; y < high; y++) {
      const [key, line] = blend(lines, down, y, wide);
      const period = Math.round(TILE * ratio());
      const name = key === null ? null : key + "/" + (corner[0] + y) % period;
      if (name !== null && known.has(name)) {
        image.data.copyWithin(y * wide * 4, known.get(name) * wide * 4, (known.get(name) + 1) * wide * 4);
        continue;
      }
      known.set(name, y);
      row(image, y, line, tiles, corner, isOverPicture);
    }
    const layer = new OffscreenCanvas(wide, high);
    layer.getContext("2d").putImageData(image, 0, 0);
    view.context.save();
    view.context.setTransform(1, 0, 0, 1, 0, 0);
    view.context.drawImage(layer, corner[1], corner[0]);
    view.context.restore();
    return kinds;
  }

  /** Mixes a row's colours of the kinds' tiles by their shares. */
  function row(image, y, line, tiles, corner, isOverPicture) {
    const sums = new Float64Array(image.width * 4);
    line.forEach((share, kind) => {
      const { data, width } = tiles[kind];
      const above = (corner[0] + y) % width * width;
      const alpha = opacity(kind, isOverPicture);
      for (let x = 0; x < image.width; x++) {
        const part = share[x] * alpha;
        if (part > 0) {
          const from = (above + (corner[1] + x) % width) * 4;
          const to = x * 4;
          sums[to] += part * data[from];
          sums[to + 1] += part * data[from + 1];
          sums[to + 2] += part * data[from + 2];
          sums[to + 3] += part;
        }
      }
    });
    const begin = y * image.width * 4;
    for (let i = 0; i < sums.length; i += 4) {
      const part = sums[i + 3];
      if (part > 0) {
        image.data[begin + i] = sums[i] / part;
        image.data[begin + i + 1] = sums[i + 1] / part;
        image.data[begin + i + 2] = sums[i + 2] / part;
        image.data[begin + i + 3] = part * 255;
      }
    }
  }

  // --- Lines and marks.
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

  /** A position that is seen, however small its cell is. */
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

  return { READ, UNREAD, THROUGH, PADDING, colour, view, frame, boxOf, within, fill, cells, outline, grid, mark };
})();
