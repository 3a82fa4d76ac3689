"use strict";
// Draws the graph of layers.
(function () {
  const report = JSON.parse(document.getElementById("report").textContent);
  const NAMESPACE = "http://www.w3.org/2000/svg";
  const FEW_LAYERS = 30;

  // --- The tree of blocks: layer3[0].conv2 lies in layer3[0], which lies in layer3.
  const names = new Set(report.layers.map(layer => layer.name));
  const root = { path: "", label: "", children: [], parent: null };
  const nodes = new Map([["", root]]);

  function group(path, label, parent) {
    if (!nodes.has(path)) {
      const node = { path: path, label: label, children: [], parent: parent, open: false };
      nodes.set(path, node);
      parent.children.push(node);
    }
    return nodes.get(path);
  }

  function blockOf(name) {
    let parent = root;
    const parts = name.split(".");
    let path = "";
    for (let i = 0; i < parts.length - 1; i++) {
      path = path ? path + "." + parts[i] : parts[i];
      if (names.has(path)) {
        return [parent, parts.slice(i).join(".")];
      }
      const use = /^(.*)\[\d+\]$/.exec(parts[i]);
      if (use) {
        const start = path.slice(0, path.length - parts[i].length);
        parent = group(start + use[1] + "[]", use[1], parent);
      }
      parent = group(path, parts[i], parent);
    }
    return [parent, parts[parts.length - 1]];
  }

  // The gravest finding of each layer; one on a stack is one of all its layers.
  const GRADES = ["error", "warning", "note", "accepted"];
  const ICONS = { error: "✗", warning: "!", note: "i", accepted: "a" };
  const OF_STACKS = ["DilationCommonDivisor", "DilationGap", "CoverageHole"];
  const grades = new Map();
  report.diagnostics.filter(one => one.layer).forEach(one => {
    const grade = one.suppressed ? "accepted" : one.severity;
    const stack = OF_STACKS.includes(one.rule) && report.stacks.find(found => found.layers.includes(one.layer));
    (stack ? stack.layers : [one.layer]).forEach(name => {
      if (!grades.has(name) || GRADES.indexOf(grade) < GRADES.indexOf(grades.get(name))) {
        grades.set(name, grade);
      }
    });
  });
  root.children.push({ path: "<input>", label: "input", layer: null, parent: root });
  nodes.set("<input>", root.children[0]);
  report.layers.forEach((layer, index) => {
    const [parent, label] = blockOf(layer.name);
    const node = { path: "=" + layer.name, label: label, layer: layer, index: index, parent: parent };
    parent.children.push(node);
    nodes.set("=" + layer.name, node);
  });

  function leaves(node) {
    return node.children ? node.children.flatMap(leaves) : [node];
  }

  function isBlock(node) {
    return node.children !== undefined;
  }

  // --- Layout and drawing.
  const rowIds = Array.from(document.querySelectorAll("#figures tbody tr"), row => row.id);
  const drawing = document.getElementById("drawing");
  const canvas = document.createElement("canvas").getContext("2d");
  canvas.font = "12px system-ui, sans-serif";

  function width(lines) {
    return Math.ceil(Math.max(...lines.map(line => canvas.measureText(line).width))) + 36;
  }

  function perAxis(values, separator) {
    const texts = values.map(value => value === null || value === undefined ? "?" : String(value));
    return texts.every(text => text === texts[0]) ? texts[0] : texts.join(separator);
  }

  function shape(of) {
    return [of.channels === null ? "?" : of.channels].concat(of.size.map(size => size === null ? "?" : size)).join("×");
  }

  function field(layer) {
    return perAxis(layer.field.map(axis => axis.size), "×");
  }

  function operation(layer) {
    const given = layer.attributes || {};
    let text = layer.op;
    if (given.kernel) {
      text += " " + perAxis(given.kernel, "×");
    }
    if (given.stride && given.stride.some(stride => stride > 1)) {
      text += " /" + perAxis(given.stride, "×");
    }
    if (given.rate && given.rate.some(rate => rate > 1)) {
      text += " rate " + perAxis(given.rate, "×");
    }
    return text;
  }

  function lines(node) {
    if (isBlock(node)) {
      const inside = leaves(node);
      const last = inside[inside.length - 1].layer;
      const repeated = node.children.length > 1 && node.children.every(isBlock) && node.path.endsWith("[]");
      return [
        "+ " + node.label + (repeated ? " ×" + node.children.length : ""),
        inside.length + " layers",
        shape(last.shape) + ", field " + field(last),
      ];
    }
    if (!node.layer) {
      return ["input", shape(report.input)];
    }
    const title = node.label + (node.layer.endpoint && node.layer.endpoint !== node.label ? " → " + node.layer.endpoint : "");
    return [title, operation(node.layer), shape(node.layer.shape) + ", field " + field(node.layer)];
  }

  function shown(node) {
    let top = node;
    for (let at = node; at.parent; at = at.parent) {
      if (at !== node && !at.open && at.parent) {
        top = at;
      }
    }
    return top;
  }

  function element(tag, attributes, parent) {
    const made = document.createElementNS(NAMESPACE, tag);
    Object.keys(attributes).forEach(name => made.setAttribute(name, attributes[name]));
    parent.appendChild(made);
    return made;
  }

  function layout() {
    const graph = new dagre.graphlib.Graph({ compound: true });
    graph.setGraph({ rankdir: "TB", nodesep: 18, ranksep: 26, marginx: 12, marginy: 12 });
    graph.setDefaultEdgeLabel(() => ({}));
    const add = node => {
      if (isBlock(node) && node.open) {
        graph.setNode(node.path, { node: node });
        node.children.forEach(child => {
          add(child);
          graph.setParent(child.path, node.path);
        });
      } else {
        const text = lines(node);
        graph.setNode(node.path, { node: node, text: text, width: width(text), height: 12 + 16 * text.length });
      }
    };
    root.children.forEach(add);
    report.layers.forEach(layer => layer.from.forEach(name => {
      const from = shown(nodes.get(name === "<input>" ? name : "=" + name)).path;
      const to = shown(nodes.get("=" + layer.name)).path;
      if (from !== to) {
        graph.setEdge(from, to);
      }
    }));
    dagre.layout(graph);
    return graph;
  }

  function drawEdge(svg, points) {
    let path = "M" + points[0].x + " " + points[0].y;
    for (let i = 1; i < points.length - 1; i++) {
      const next = points[i + 1];
      path += "Q" + points[i].x + " " + points[i].y + " " + (points[i].x + next.x) / 2 + " " + (points[i].y + next.y) / 2;
    }
    const end = points[points.length - 1];
    element("path", { class: "edge", d: path + "L" + end.x + " " + end.y, "marker-end": "url(#arrow)" }, svg);
  }

  function toggle(node, open) {
    node.open = open;
    draw();
    const again = drawing.querySelector("[data-path=\"" + CSS.escape(node.path) + "\"]");
    if (again) {
      again.focus();
    }
  }

  function button(holder, node, open) {
    holder.setAttribute("role", "button");
    holder.setAttribute("tabindex", "0");
    holder.setAttribute("data-path", node.path);
    holder.setAttribute("aria-expanded", String(!open));
    holder.addEventListener("click", () => toggle(node, open));
    holder.addEventListener("keydown", event => {
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        toggle(node, open);
      }
    });
  }

  // One text of several lines: what a screen reader says is what there is to see.
  function write(holder, text, left, top) {
    const lines = element("text", { "text-anchor": "middle" }, holder);
    text.forEach((line, i) => {
      const attributes = { x: left, y: top + 18 + 16 * i, class: i > 0 ? "second" : "first" };
      element("tspan", attributes, lines).textContent = i < text.length - 1 ? line + " " : line;
    });
  }

  function drawFrame(svg, box) {
    const holder = element("g", { class: "frame" }, svg);
    const left = box.x - box.width / 2;
    const top = box.y - box.height / 2;
    element("rect", { x: left, y: top, width: box.width, height: box.height, rx: 6 }, holder);
    return function (placed) {
      const handle = element("g", { class: "handle" }, holder);
      const text = "− " + box.node.label;
      const wide = width([text]) - 8;
      // Frames that begin at one place have their handles side by side.
      let start = left;
      for (let other; (other = placed.find(one => Math.abs(one.top - top) < 24 && start < one.end && one.start < start + wide));) {
        start = other.end + 4;
      }
      placed.push({ top: top, start: start, end: start + wide });
      element("rect", { x: start, y: top - 11, width: wide, height: 22, rx: 5 }, handle);
      write(handle, [text], start + wide / 2, top - 14);
      button(handle, box.node, false);
      svg.appendChild(holder);
    };
  }

  function drawNode(svg, box) {
    const node = box.node;
    const block = isBlock(node);
    const inside = leaves(node);
    const classes = [block ? "block" : "layer"];
    if (inside.some(leaf => leaf.layer && leaf.layer.endpoint)) {
      classes.push("endpoint");
    }
    const grade = GRADES.find(one => inside.some(leaf => leaf.layer && grades.get(leaf.layer.name) === one));
    if (grade) {
      classes.push(grade);
    }
    let holder = svg;
    if (!block && node.layer) {
      holder = element("a", { href: "#" + rowIds[node.index] }, svg);
    }
    holder = element("g", { class: classes.join(" ") }, holder);
    element("rect", {
      x: box.x - box.width / 2, y: box.y - box.height / 2, width: box.width, height: box.height, rx: 6,
    }, holder);
    write(holder, box.text, box.x, box.y - box.height / 2);
    if (grade) {
      element("title", {}, holder).textContent = grade;
      element("text", { class: "icon", "aria-hidden": "true", x: box.x - box.width / 2 + 5, y: box.y - box.height / 2 + 16 }, holder)
        .textContent = ICONS[grade];
    }
    if (block) {
      button(holder, node, true);
    }
  }

  function draw() {
    const graph = layout();
    const size = graph.graph();
    // The layout's own size leaves out edges that lead around the outermost boxes.
    const places = graph.edges().flatMap(edge => graph.edge(edge).points.map(point => point.x));
    const left = Math.floor(Math.min(0, ...places.map(x => x - 2)));
    const wide = Math.ceil(Math.max(size.width, ...places.map(x => x + 2))) - left;
    const svg = document.createElementNS(NAMESPACE, "svg");
    svg.setAttribute("width", wide);
    svg.setAttribute("height", Math.ceil(size.height) + 12);
    svg.setAttribute("viewBox", left + " -12 " + wide + " " + (Math.ceil(size.height) + 12));
    svg.setAttribute("role", "group");
    svg.setAttribute("aria-label", "Graph of " + report.layers.length + " layers");
    const marker = element("marker", {
      id: "arrow", viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 8, markerHeight: 8, orient: "auto",
    }, element("defs", {}, svg));
    element("path", { d: "M0 0L8 4L0 8Z" }, marker);
    const boxes = graph.nodes().map(path => graph.node(path));
    const frames = boxes.filter(box => isBlock(box.node) && box.node.open).map(box => drawFrame(svg, box));
    graph.edges().forEach(edge => drawEdge(svg, graph.edge(edge).points));
    boxes.filter(box => !(isBlock(box.node) && box.node.open)).forEach(box => drawNode(svg, box));
    const placed = [];
    frames.forEach(finish => finish(placed));
    drawing.replaceChildren(svg);
    drawing.scrollLeft = (drawing.scrollWidth - drawing.clientWidth) / 2;
  }

  function setAll(open) {
    nodes.forEach(node => {
      if (isBlock(node) && node !== root) {
        node.open = open;
      }
    });
    draw();
  }

  document.getElementById("expand").addEventListener("click", () => setAll(true));
  document.getElementById("collapse").addEventListener("click", () => setAll(false));
  setAll(report.layers.length <= FEW_LAYERS);
})();
