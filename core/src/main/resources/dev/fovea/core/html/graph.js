"use strict";
// Draws the graph of layers: blocks open and close, a layer shows its details, names are found, the whole is zoomed.
(function () {
  const NAMESPACE = "http://www.w3.org/2000/svg";
  const FEW_LAYERS = 30;
  const MOST_BOXES = 300;
  const ICONS = { error: "✗", warning: "!", note: "i", accepted: "a" };
  const drawing = document.getElementById("drawing");
  let zoom = 1;
  let selected = null;
  let wanted = "";

  function element(tag, attributes, parent) {
    const made = document.createElementNS(NAMESPACE, tag);
    Object.keys(attributes).forEach(name => made.setAttribute(name, attributes[name]));
    parent.appendChild(made);
    return made;
  }

  function pressed(holder, action) {
    holder.setAttribute("role", "button");
    holder.setAttribute("tabindex", "0");
    holder.addEventListener("click", action);
    holder.addEventListener("keydown", event => {
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        action();
      }
    });
  }

  function at(node) {
    return drawing.querySelector("[data-path=\"" + CSS.escape(node.path) + "\"]");
  }

  function toggle(node, open) {
    const before = at(node).getBoundingClientRect();
    node.open = open;
    draw();
    const again = at(node);
    if (again) {
      again.focus({ preventScroll: true });
      const after = again.getBoundingClientRect();
      drawing.scrollLeft += after.left - before.left;
      drawing.scrollTop += after.top - before.top;
    }
  }

  function opens(holder, node, open) {
    holder.setAttribute("data-path", node.path);
    holder.setAttribute("aria-expanded", String(!open));
    pressed(holder, () => toggle(node, open));
  }

  // One text of several lines: what a screen reader says is what there is to see.
  function write(holder, text, left, top) {
    const lines = element("text", { "text-anchor": "middle" }, holder);
    text.forEach((line, i) => {
      const attributes = { x: left, y: top + 18 + 16 * i, class: i > 0 ? "second" : "first" };
      element("tspan", attributes, lines).textContent = i < text.length - 1 ? line + " " : line;
    });
  }

  function rectangle(box, holder) {
    return element("rect", {
      x: box.x - box.width / 2, y: box.y - box.height / 2, width: box.width, height: box.height, rx: 6,
    }, holder);
  }

  function drawFrame(svg, box) {
    const holder = element("g", { class: "frame" }, svg);
    const left = box.x - box.width / 2;
    const top = box.y - box.height / 2;
    rectangle(box, holder);
    return function (placed, edges) {
      const handle = element("g", { class: "handle" }, svg);
      const text = "− " + box.node.label;
      const wide = fovea.widthOf(text) - 8;
      // Frames that begin at one place have their handles side by side; where there is room, no edge leads behind one.
      const isFree = start => !placed.some(one => Math.abs(one.top - top) < 24 && start < one.end && one.start < start + wide);
      const isClear = start => !edges.some(edge => fovea.crosses(edge, start - 2, start + wide + 2, top - 12, top + 12));
      let start = left;
      while (start + wide < left + box.width && !(isFree(start) && isClear(start))) {
        start += 6;
      }
      if (!(isFree(start) && isClear(start))) {
        for (start = left; !isFree(start);) {
          start += 6;
        }
      }
      placed.push({ top: top, start: start, end: start + wide });
      element("rect", { x: start, y: top - 11, width: wide, height: 22, rx: 5 }, handle);
      write(handle, [text], start + wide / 2, top - 14);
      opens(handle, box.node, false);
      return start + wide;
    };
  }

  function drawNode(svg, box) {
    const node = box.node;
    const inside = fovea.leaves(node).filter(leaf => leaf.layer);
    const grade = fovea.grade(node);
    const classes = [node.children ? "block" : "layer"];
    if (inside.some(leaf => leaf.layer.endpoint)) {
      classes.push("endpoint");
    }
    if (grade) {
      classes.push(grade);
    }
    if (wanted && inside.some(leaf => leaf.layer.name.toLowerCase().includes(wanted))) {
      classes.push("match");
    }
    const holder = element("g", { class: classes.join(" ") }, svg);
    rectangle(box, holder);
    write(holder, box.text, box.x, box.y - box.height / 2);
    if (grade) {
      element("title", {}, holder).textContent = grade;
      element("text", { class: "icon", "aria-hidden": "true", x: box.x - box.width / 2 + 5, y: box.y - box.height / 2 + 16 }, holder)
        .textContent = ICONS[grade];
    }
    if (node.children) {
      opens(holder, node, true);
    } else if (node.layer) {
      holder.setAttribute("data-path", node.path);
      holder.setAttribute("aria-pressed", String(node === selected));
      pressed(holder, () => select(node));
    }
  }

  function draw() {
    const placed = fovea.layout();
    const svg = document.createElementNS(NAMESPACE, "svg");
    svg.setAttribute("role", "group");
    svg.setAttribute("aria-label", "Graph of " + fovea.report.layers.length + " layers");
    const marker = element("marker", {
      id: "arrow", viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 8, markerHeight: 8, orient: "auto",
    }, element("defs", {}, svg));
    element("path", { d: "M0 0L8 4L0 8Z" }, marker);
    const frames = placed.boxes.filter(box => !box.text).map(box => drawFrame(svg, box));
    placed.edges.forEach(edge => element("path", { class: "edge", d: edge.path, "marker-end": "url(#arrow)" }, svg));
    placed.boxes.filter(box => box.text).forEach(box => drawNode(svg, box));
    const handles = [];
    const right = Math.max(placed.left + placed.width, ...frames.map(finish => finish(handles, placed.edges) + 4));
    svg.dataset.width = right - placed.left;
    svg.dataset.height = placed.height + 12;
    svg.setAttribute("viewBox", placed.left + " -12 " + svg.dataset.width + " " + svg.dataset.height);
    drawing.replaceChildren(svg);
    scale();
  }

  // --- Size.
  function scale() {
    const svg = drawing.firstElementChild;
    svg.setAttribute("width", Math.ceil(svg.dataset.width * zoom));
    svg.setAttribute("height", Math.ceil(svg.dataset.height * zoom));
  }

  function centre() {
    drawing.scrollLeft = (drawing.scrollWidth - drawing.clientWidth) / 2;
  }

  function zoomTo(factor) {
    const x = (drawing.scrollLeft + drawing.clientWidth / 2) / zoom;
    const y = (drawing.scrollTop + drawing.clientHeight / 2) / zoom;
    zoom = Math.min(3, Math.max(0.05, factor));
    scale();
    drawing.scrollLeft = x * zoom - drawing.clientWidth / 2;
    drawing.scrollTop = y * zoom - drawing.clientHeight / 2;
  }

  function fit() {
    const svg = drawing.firstElementChild;
    const most = parseFloat(getComputedStyle(drawing).maxHeight) || drawing.clientHeight;
    zoomTo(Math.min(1, (drawing.clientWidth - 4) / svg.dataset.width, (most - 4) / svg.dataset.height));
  }

  // --- Selecting.
  function show(node) {
    for (let at = node.parent; at; at = at.parent) {
      at.open = true;
    }
    draw();
    const shown = at(node).getBoundingClientRect();
    const frame = drawing.getBoundingClientRect();
    drawing.scrollLeft += shown.left + shown.width / 2 - frame.left - frame.width / 2;
    drawing.scrollTop += shown.top + shown.height / 2 - frame.top - frame.height / 2;
  }

  function select(node) {
    selected = node;
    drawing.querySelectorAll("[aria-pressed]").forEach(box =>
      box.setAttribute("aria-pressed", String(box.dataset.path === node.path)));
    document.dispatchEvent(new CustomEvent("fovea-layer", { detail: { index: node.index, name: node.layer.name } }));
  }

  fovea.select = name => {
    const node = fovea.leaf(name);
    if (node && node.layer) {
      show(node);
      select(node);
      at(node).focus({ preventScroll: true });
    }
  };

  // --- Searching.
  const search = document.getElementById("search");
  const found = document.getElementById("found");
  let matches = [];
  let next = 0;

  search.addEventListener("input", () => {
    wanted = search.value.trim().toLowerCase();
    matches = wanted ? fovea.report.layers.filter(layer => layer.name.toLowerCase().includes(wanted)) : [];
    next = 0;
    found.textContent = wanted ? matches.length + (matches.length === 1 ? " layer" : " layers") : "";
    draw();
  });
  search.addEventListener("keydown", event => {
    if (event.key === "Enter" && matches.length) {
      event.preventDefault();
      const layer = matches[next % matches.length];
      found.textContent = (next % matches.length + 1) + " of " + matches.length;
      next++;
      show(fovea.leaf(layer.name));
      select(fovea.leaf(layer.name));
    }
  });

  /** From the outside in, as many as can be laid out in a moment. */
  function setAll(open) {
    let boxes = fovea.root.children.length;
    const queue = [...fovea.root.children];
    let closed = 0;
    for (let node = queue.shift(); node; node = queue.shift()) {
      if (node.children) {
        node.open = open && boxes + node.children.length <= MOST_BOXES;
        boxes += node.open ? node.children.length : 0;
        closed += node.open ? 0 : 1;
        queue.push(...node.children);
      }
    }
    draw();
    // As wide as there is room, as long as it can be read.
    zoom = Math.max(0.6, Math.min(1, drawing.clientWidth / drawing.firstElementChild.dataset.width));
    scale();
    centre();
    found.textContent = open && closed ? closed + " blocks stay closed: more than " + MOST_BOXES + " boxes take too long" : "";
  }

  const onClick = (id, action) => document.getElementById(id).addEventListener("click", action);
  onClick("expand", () => setAll(true));
  onClick("collapse", () => setAll(false));
  onClick("fit", fit);
  onClick("larger", () => zoomTo(zoom * 1.25));
  onClick("smaller", () => zoomTo(zoom / 1.25));
  drawing.addEventListener("wheel", event => {
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      zoomTo(zoom * Math.exp(-event.deltaY / 300));
    }
  }, { passive: false });
  fovea.root.open = true;
  setAll(fovea.report.layers.length <= FEW_LAYERS);
})();
