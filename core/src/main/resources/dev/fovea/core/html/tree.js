"use strict";
// The layers as a tree: layer3[0].conv2 lies in layer3[0], which lies in layer3; runs of equal layers and long lists fold.
const fovea = { report: JSON.parse(document.getElementById("report").textContent) };

(function () {
  const SHORTEST_RUN = 4;
  const MOST_CHILDREN = 60;
  const report = fovea.report;
  const names = new Set(report.layers.map(layer => layer.name));
  const root = { path: "", label: "", children: [], parent: null };
  const nodes = new Map([["", root]]);
  const readers = new Map();

  function block(path, label, parent) {
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
        parent = block(start + use[1] + "[]", use[1], parent);
      }
      parent = block(path, parts[i], parent);
    }
    return [parent, parts[parts.length - 1]];
  }

  function leaves(node) {
    return node.children ? node.children.flatMap(leaves) : [node];
  }

  /** Each once where they are alike. */
  function perAxis(values, separator) {
    const texts = values.map(value => value === null || value === undefined ? "?" : String(value));
    return texts.every(text => text === texts[0]) ? texts[0] : texts.join(separator);
  }

  function operation(layer) {
    const given = layer.attributes || {};
    let text = layer.op;
    if (given.kernel) {
      text += " " + (given.kernel.length > 1 ? given.kernel.join("×") : given.kernel[0]);
    }
    if (given.stride && given.stride.some(stride => stride > 1)) {
      text += " /" + perAxis(given.stride, "×");
    }
    if (given.rate && given.rate.some(rate => rate > 1)) {
      text += " rate " + perAxis(given.rate, "×");
    }
    return text;
  }

  function wrap(inside, path, label, parent) {
    const node = { path: path, label: label, children: inside, parent: parent, open: false };
    inside.forEach(child => {
      child.parent = node;
    });
    nodes.set(path, node);
    return node;
  }

  function continues(one, next) {
    return !one.children && !next.children && one.layer && next.layer && !one.layer.endpoint
      && next.layer.from.length === 1 && next.layer.from[0] === one.layer.name
      && readers.get(one.layer.name).length === 1 && operation(one.layer) === operation(next.layer);
  }

  function foldRuns(node) {
    const folded = [];
    for (let start = 0, end; start < node.children.length; start = end) {
      for (end = start + 1; end < node.children.length && continues(node.children[end - 1], node.children[end]);) {
        end++;
      }
      const run = node.children.slice(start, end);
      if (run.length < SHORTEST_RUN || run.length === node.children.length) {
        folded.push(...run);
      } else {
        folded.push(wrap(run, "run " + run[0].path, operation(run[0].layer) + " ×" + run.length, node));
      }
    }
    node.children = folded;
  }

  /** For each child, the last one that reads it. */
  function lastReaders(node) {
    const at = new Map();
    node.children.forEach((child, i) => leaves(child).forEach(leaf => leaf.layer && at.set(leaf.layer.name, i)));
    const last = node.children.map((child, i) => i);
    node.children.forEach((child, i) => leaves(child).forEach(leaf => leaf.layer && leaf.layer.from.forEach(name => {
      if (at.has(name)) {
        last[at.get(name)] = Math.max(last[at.get(name)], i);
      }
    })));
    return last;
  }

  /** Parts of a long list, cut where a single layer leads on as far as possible: in topological order, none makes a loop. */
  function foldParts(node) {
    if (node.children.length <= MOST_CHILDREN) {
      return;
    }
    const size = Math.max(12, Math.ceil(leaves(node).length / 40));
    const last = lastReaders(node);
    const parts = [];
    let part = [];
    let layers = 0;
    let read = -1;
    node.children.forEach((child, i) => {
      part.push(child);
      layers += leaves(child).length;
      const single = read <= i;
      read = Math.max(read, last[i]);
      if (child.layer === null || layers >= size && single || layers >= 2 * size) {
        parts.push(part);
        part = [];
        layers = 0;
      }
    });
    parts.push(part);
    node.children = parts.filter(one => one.length).map(one => one.length === 1 ? one[0]
      : wrap(one, "part " + one[0].path, one[0].label + " … " + one[one.length - 1].label, node));
  }

  root.children.push({ path: "<input>", label: "input", layer: null, parent: root });
  nodes.set("<input>", root.children[0]);
  report.layers.forEach((layer, index) => {
    const [parent, label] = blockOf(layer.name);
    const node = { path: "=" + layer.name, label: label, layer: layer, index: index, parent: parent };
    parent.children.push(node);
    nodes.set("=" + layer.name, node);
    readers.set(layer.name, []);
    layer.from.forEach(name => names.has(name) && readers.get(name).push(layer.name));
  });
  Array.from(nodes.values()).filter(node => node.children).forEach(node => {
    node.times = node.children.length > 1 && node.path.endsWith("[]") ? node.children.length : 0;
    foldRuns(node);
    foldParts(node);
  });

  Object.assign(fovea, {
    root: root,
    nodes: nodes,
    readers: readers,
    leaves: leaves,
    perAxis: perAxis,
    operation: operation,
    leaf: name => nodes.get(name === "<input>" ? name : "=" + name),
  });
})();
