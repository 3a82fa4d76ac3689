"use strict";
// Places the boxes of the graph and leads edges between them, never behind one.
(function () {
  const LINE = 16;
  const canvas = document.createElement("canvas").getContext("2d");
  canvas.font = "12px system-ui, sans-serif";

  function shape(of) {
    return [of.channels, ...of.size].map(size => size === null ? "?" : size).join("×");
  }

  function field(layer) {
    return fovea.perAxis(layer.field.map(axis => axis.size), "×");
  }

  function lines(node) {
    if (node.children) {
      const inside = fovea.leaves(node);
      const last = inside[inside.length - 1].layer;
      return [
        "+ " + node.label + (node.times ? " ×" + node.times : ""),
        inside.length + " layers",
        shape(last.shape) + ", field " + field(last),
      ];
    }
    if (!node.layer) {
      return ["input", shape(fovea.report.input)];
    }
    const endpoint = node.layer.endpoint;
    const title = node.label + (endpoint && endpoint !== node.label ? " → " + endpoint : "");
    return [title, fovea.operation(node.layer), shape(node.layer.shape) + ", field " + field(node.layer)];
  }

  const ICON = 16;

  function width(texts) {
    return Math.ceil(Math.max(...texts.map(text => canvas.measureText(text).width))) + 36;
  }

  /** The node itself, or the closed block around it. */
  function shown(node) {
    let top = node;
    for (let at = node; at.parent; at = at.parent) {
      if (at !== node && !at.open) {
        top = at;
      }
    }
    return top;
  }

  function graph() {
    const graph = new dagre.graphlib.Graph({ compound: true });
    graph.setGraph({ rankdir: "TB", nodesep: 18, ranksep: 30, marginx: 12, marginy: 12 });
    graph.setDefaultEdgeLabel(() => ({}));
    const add = node => {
      if (node.children && node.open) {
        graph.setNode(node.path, { node: node });
        node.children.forEach(child => {
          add(child);
          graph.setParent(child.path, node.path);
        });
      } else {
        const texts = lines(node);
        graph.setNode(node.path, { node: node, text: texts, width: width(texts) + (fovea.grade(node) ? ICON : 0), height: 12 + LINE * texts.length });
      }
    };
    fovea.root.children.forEach(add);
    fovea.report.layers.forEach(layer => layer.from.forEach(name => {
      const from = shown(fovea.leaf(name)).path;
      const to = shown(fovea.leaf(layer.name)).path;
      if (from !== to) {
        graph.setEdge(from, to);
      }
    }));
    dagre.layout(graph);
    return graph;
  }

  /** From top to bottom the rows of boxes: edges bend between two of them only. */
  function bands(boxes) {
    const bands = new Map();
    boxes.forEach(box => {
      const y = Math.round(box.y);
      bands.set(y, Math.max(bands.get(y) || 0, box.height / 2));
    });
    return bands;
  }

  /** Edges leave and reach a box side by side, in the order of where they come from or lead to. */
  function ports(edges, boxOf, towards) {
    const ends = new Map();
    edges.forEach(edge => {
      const name = boxOf(edge);
      ends.set(name, (ends.get(name) || []).concat(edge));
    });
    const places = new Map();
    ends.forEach(ends => {
      ends.sort((a, b) => towards(a) - towards(b));
      ends.forEach((edge, i) => places.set(edge, (i + 1) / (ends.length + 1) - 0.5));
    });
    return places;
  }

  function pathOf(stops) {
    let path = "M" + stops[0].x + " " + stops[0].y;
    for (let i = 1; i < stops.length; i++) {
      const before = stops[i - 1];
      const half = (before.y + stops[i].y) / 2;
      path += before.x === stops[i].x ? "L" + stops[i].x + " " + stops[i].y
        : "C" + before.x + " " + half + " " + stops[i].x + " " + half + " " + stops[i].x + " " + stops[i].y;
    }
    return path;
  }

  /** Whether an edge may lead through a rectangle; a bend is taken for the rectangle around it. */
  function crosses(edge, left, right, top, bottom) {
    return edge.stops.some((stop, i) => i > 0
      && Math.min(stop.y, edge.stops[i - 1].y) < bottom && Math.max(stop.y, edge.stops[i - 1].y) > top
      && Math.min(stop.x, edge.stops[i - 1].x) < right && Math.max(stop.x, edge.stops[i - 1].x) > left);
  }

  function route(graph) {
    const boxes = graph.nodes().map(path => graph.node(path)).filter(box => box.text);
    const rows = bands(boxes);
    const edges = graph.edges().map(edge => ({ from: graph.node(edge.v), to: graph.node(edge.w), points: graph.edge(edge).points }));
    edges.forEach(edge => {
      edge.inner = edge.points.slice(1, -1).filter(point => rows.has(Math.round(point.y)));
    });
    const starts = ports(edges, edge => edge.from, edge => edge.inner.length ? edge.inner[0].x : edge.to.x);
    const ends = ports(edges, edge => edge.to, edge => edge.inner.length ? edge.inner[edge.inner.length - 1].x : edge.from.x);
    edges.forEach(edge => {
      const down = edge.to.y > edge.from.y ? 1 : -1;
      const edgeOf = (box, side) => box.y + side * box.height / 2;
      const bandOf = (y, side) => y + side * rows.get(Math.round(y));
      const from = edge.from.x + starts.get(edge) * edge.from.width * 0.6;
      const to = edge.to.x + ends.get(edge) * edge.to.width * 0.6;
      const stops = [{ x: from, y: bandOf(edge.from.y, down) }];
      edge.inner.forEach(point => stops.push({ x: point.x, y: bandOf(point.y, -down) }, { x: point.x, y: bandOf(point.y, down) }));
      stops.push({ x: to, y: bandOf(edge.to.y, -down) });
      stops.unshift({ x: from, y: edgeOf(edge.from, down) });
      stops.push({ x: to, y: edgeOf(edge.to, -down) });
      // Without parts of no length, which would turn the arrow.
      edge.stops = stops.filter((stop, i) => i === 0 || stop.x !== stops[i - 1].x || stop.y !== stops[i - 1].y);
      edge.path = pathOf(edge.stops);
      edge.left = Math.min(...stops.map(stop => stop.x));
      edge.right = Math.max(...stops.map(stop => stop.x));
    });
    return edges;
  }

  fovea.layout = () => {
    const placed = graph();
    const edges = route(placed);
    const size = placed.graph();
    // The layout's own size leaves out edges that lead around the outermost boxes.
    const left = Math.floor(Math.min(0, ...edges.map(edge => edge.left - 4)));
    const right = Math.ceil(Math.max(size.width, ...edges.map(edge => edge.right + 4)));
    return {
      boxes: placed.nodes().map(path => placed.node(path)),
      edges: edges,
      left: left,
      width: right - left,
      height: Math.ceil(size.height),
    };
  };
  Object.assign(fovea, { shape: shape, crosses: crosses, widthOf: text => width([text]) });
})();
