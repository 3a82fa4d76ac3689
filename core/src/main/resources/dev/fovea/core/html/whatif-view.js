"use strict";
// The stacks to be edited in place: what the compiler would say of other kernels, rates and strides, and what to type for them.
// eslint-disable-next-line no-unused-vars
const foveaWhatIfView = (function () {
  const embedded = document.getElementById("written");
  const holder = document.getElementById("what-if-stacks");
  if (!embedded || !holder) {
    return null;
  }
  const whatIf = foveaWhatIf(JSON.parse(embedded.textContent), JSON.parse(document.getElementById("steps").textContent),
    JSON.parse(document.getElementById("report").textContent));
  const { facts, report } = whatIf;
  const AXES = { 1: ["length"], 2: ["height", "width"], 3: ["depth", "height", "width"] }[report.axes];
  const LARGEST = 1 << 20;
  const MOST_MEMBERS = 200;
  const MOST_NAMED = 6;
  const ATTRIBUTES = ["kernel", "rate", "stride"];
  let numbers = facts.numbers.slice();
  let before = null;
  const panels = [];

  function element(tag, parent, text, name) {
    const made = document.createElement(tag);
    if (text !== undefined) {
      made.textContent = text;
    }
    if (name) {
      made.className = name;
    }
    parent.append(made);
    return made;
  }

  // --- Figures as text.
  const alike = texts => texts.every(text => text === texts[0]);

  /** Once where the axes are alike, else each with its name. */
  function perAxis(texts) {
    return alike(texts) ? texts[0] : texts.map((text, axis) => text + " in " + AXES[axis]).join("; ");
  }

  const known = value => value === null || value === undefined ? "?" : value.toLocaleString("en-US");
  const crossed = values => alike(values) && values.length > 1 ? values[0] + "×" + values[0] : values.join("×");
  const list = values => values.length > 12 ? values.slice(0, 12).join(", ") + ", … (" + values.length + ")" : values.join(", ");

  function edges(verdict) {
    const texts = verdict.edges.map(edge => list(edge.rates) + (edge.kernel === null ? ": M undefined, kernels differ"
      : edge.m.length < 2 ? ": one layer"
        : ": M = " + list(edge.m) + ", M2 = " + edge.m[1] + (edge.exceeds ? " > " : " ≤ ") + "K = " + edge.kernel));
    return Array.from(new Set(texts)).join("; ");
  }

  function read(coverage) {
    return coverage.firstUnread === null ? "all " + known(coverage.size) + " positions"
      : known(coverage.covered) + " of " + known(coverage.size) + " positions, the first lost at offset " + coverage.firstUnread;
  }

  /** The figures of a stack, name by name. */
  function figures(parts) {
    const all = [];
    parts.forEach((part, i) => {
      const of = parts.length > 1 ? "part " + (i + 1) + ": " : "";
      all.push([of + "common divisor", perAxis(part.verdicts.map(verdict => String(verdict.divisor)))]);
      all.push([of + "rising edges", perAxis(part.verdicts.map(edges))]);
      all.push([of + "read by the stack", perAxis(part.verdicts.map(verdict => read(verdict.own)))]);
      if (part.hasNeighbours) {
        all.push([of + "read with its neighbours", perAxis(part.verdicts.map(verdict => read(verdict.full)))]);
      }
    });
    return all;
  }

  function field(found, layer) {
    return found.field(layer).map(axis => known(axis.size));
  }

  /** The layers whose fields are told: the stack's top, and what the network is asked for. */
  function told(stack) {
    const tops = [stack.members[stack.members.length - 1][0]];
    const targets = report.targets.map(target => report.layers.findIndex(layer => layer.name === target.layer));
    return Array.from(new Set(tops.concat(targets))).filter(layer => before.field(layer).every(axis => axis.size !== null)).slice(0, MOST_NAMED);
  }

  function few(texts) {
    return texts.length === 0 ? "unchanged" : texts.slice(0, MOST_NAMED).join("; ")
      + (texts.length > MOST_NAMED ? "; and " + (texts.length - MOST_NAMED) + " more" : "");
  }

  /** Extents and offsets that are not what they were. */
  function changes(found) {
    const extents = [];
    const offsets = [];
    const projections = [];
    report.layers.forEach((layer, index) => {
      const was = before.sizes[index];
      if (found.isAbsent(index) !== before.isAbsent(index)) {
        projections.push(layer.name + (found.isAbsent(index) ? " is not needed" : " is added"));
      } else if (!found.isAbsent(index) && found.sizes[index].some((extent, axis) => extent !== was[axis])) {
        extents.push(layer.name + " " + crossed(found.sizes[index].map(known)) + " instead of " + crossed(was.map(known)));
      }
      if (layer.from.length > 1 && !found.broken) {
        const now = found.offsets(index);
        const then = before.offsets(index);
        if (now && then && JSON.stringify(now) !== JSON.stringify(then)) {
          offsets.push(layer.name + " " + perAxis(now.map(axis => list(axis.map(known)))) + " instead of "
            + perAxis(then.map(axis => list(axis.map(known)))));
        }
      }
    });
    return [["extents", few(extents)], ["offsets of merged inputs, in pixels", few(offsets)]]
      .concat(projections.length ? [["projections of shortcuts", few(projections)]] : []);
  }

  // --- One panel for each stack.
  function panel(stack, index) {
    const box = element("details", holder, undefined, "whatif");
    const title = element("summary", box);
    const made = { stack: stack, index: index, box: box, title: title, inputs: [], built: false };
    title.textContent = "Stack " + (index + 1) + ": " + names(stack);
    box.addEventListener("toggle", () => {
      if (box.open && !made.built) {
        build(made);
        update();
      }
    });
    panels.push(made);
    return made;
  }

  function names(stack) {
    const all = stack.members.map(unit => report.layers[unit[0]].name);
    return all.length <= 4 ? all.join(", ") : all[0] + " … " + all[all.length - 1] + " (" + all.length + " layers)";
  }

  function build(made) {
    made.built = true;
    const body = element("div", made.box);
    made.judgement = element("p", body, "", "judgement");
    made.judgement.setAttribute("role", "status");
    made.strip = element("canvas", body, undefined, "strip");
    made.strip.setAttribute("role", "img");
    made.caption = element("p", body, "What one unit reads of the stack's own grid, hatched where it does not.", "quiet");
    const buttons = element("p", body, undefined, "tools");
    made.stack.proposals.forEach(edits => {
      const rates = made.stack.members.map(unit => {
        const edit = facts.layers[unit[0]].rate.map(reference => (edits.find(one => one[0] === reference) || [0, whatIf.value(facts.numbers, reference)])[1]);
        return alike(edit.map(String)) ? edit[0] : edit.join("×");
      });
      const button = element("button", buttons, "Try rates " + list(rates));
      button.type = "button";
      button.addEventListener("click", () => {
        numbers = facts.numbers.slice();
        edits.forEach(([at, value]) => {
          numbers[at] = value;
        });
        update();
      });
      buttons.append(" ");
    });
    const reset = element("button", buttons, "As it is written");
    reset.type = "button";
    reset.addEventListener("click", () => {
      numbers = facts.numbers.slice();
      update();
    });
    const sides = element("div", body, undefined, "whatif-sides");
    const scroll = element("div", sides, undefined, "scroll");
    scroll.tabIndex = 0;
    scroll.setAttribute("role", "region");
    scroll.setAttribute("aria-label", "Numbers of stack " + (made.index + 1));
    const table = element("table", scroll);
    const head = element("tr", element("thead", table));
    ["layer"].concat(ATTRIBUTES, "padding").forEach(name => {
      element("th", head, name).scope = "col";
    });
    const rows = element("tbody", table);
    made.paddings = made.stack.members.slice(0, MOST_MEMBERS).map(unit => row(made, rows, unit));
    if (made.stack.members.length > MOST_MEMBERS) {
      element("p", scroll, "Only the first " + MOST_MEMBERS + " of " + made.stack.members.length + " layers can be edited here.", "quiet");
    }
    const right = element("div", sides);
    made.figures = element("dl", right);
    made.write = element("div", right);
  }

  function row(made, rows, unit) {
    const line = element("tr", rows);
    element("th", line, report.layers[unit[0]].name).scope = "row";
    const layer = facts.layers[unit[0]];
    ATTRIBUTES.forEach(attribute => {
      const cell = element("td", line);
      const references = layer[attribute];
      const shown = references.filter((reference, axis) => references.indexOf(reference) === axis);
      shown.forEach((reference, i) => {
        if (reference < 0) {
          element("span", cell, (i ? " × " : "") + -reference).title = "not stated as a number by the layer itself";
          return;
        }
        cell.append(i ? " × " : "");
        const input = element("input", cell);
        input.type = "number";
        input.min = 1;
        input.max = LARGEST;
        input.setAttribute("aria-label", attribute + " of " + report.layers[unit[0]].name
          + (shown.length > 1 ? " in " + AXES[references.indexOf(reference)] : ""));
        input.addEventListener("input", () => edit(unit, attribute, reference, input));
        made.inputs.push([input, reference]);
      });
    });
    return [element("td", line), unit[0]];
  }

  /** The layers of a gated unit are edited together. */
  function edit(unit, attribute, reference, input) {
    const value = Number(input.value);
    const valid = input.value !== "" && Number.isInteger(value) && value >= 1 && value <= LARGEST;
    input.setAttribute("aria-invalid", String(!valid));
    if (valid) {
      const axes = facts.layers[unit[0]][attribute].map((other, axis) => axis).filter(axis => facts.layers[unit[0]][attribute][axis] === reference);
      unit.forEach(layer => axes.forEach(axis => {
        const twin = facts.layers[layer][attribute][axis];
        if (twin >= 0) {
          numbers[twin] = value;
        }
      }));
      update();
    }
  }

  /** What has become of a stack: it may be in parts, or a part of another one. */
  function partsOf(made, found) {
    const own = made.stack.members.flat();
    return found.stacks.filter(part => part.members.some(layer => own.includes(layer)));
  }

  function show(made, found) {
    const parts = partsOf(made, found);
    made.inputs.forEach(([input, reference]) => {
      if (document.activeElement !== input || Number(input.value) !== numbers[reference]) {
        input.value = numbers[reference];
      }
      input.classList.toggle("edited", numbers[reference] !== facts.numbers[reference]);
    });
    const texts = pads => perAxis(pads.begin.map((begin, axis) => begin === pads.end[axis] ? String(begin) : begin + " and " + pads.end[axis]));
    made.paddings.forEach(([cell, layer]) => {
      const now = texts(found.windows.get(layer));
      const then = texts(before.windows.get(layer));
      cell.textContent = now;
      if (now !== then) {
        element("span", cell, " was " + then, "was");
      }
    });
    const rules = found.stacks.map(part => part.rule).filter(rule => rule !== null);
    const own = parts.map(part => part.rule).filter(rule => rule !== null);
    made.judgement.className = "judgement " + (found.open ? "" : own.length || found.broken ? "error" : "sound");
    made.judgement.textContent = found.open
      ? "Compile this edit to see what it does: " + found.open + "."
      : found.broken ? "✗ " + found.broken.rule + ": the network would not run, " + (found.broken.rule === "EmptyOutput"
        ? found.broken.layer + " has no output." : "what " + found.broken.layer + " joins differs in extent.")
        : own.length ? "✗ " + Array.from(new Set(own)).join(", ") + " on this stack"
          : "✓ no rule on dilation stacks is broken here" + (rules.length ? "; another stack breaks " + Array.from(new Set(rules)).join(", ") : "");
    const top = parts.length ? parts[parts.length - 1] : null;
    let isDrawn = false;
    if (top && !found.open && parts.length === 1) {
      const axis = AXES.length - 1;
      const layers = top.members.map(layer => found.windows.get(layer)).filter(window => window.kernel[axis] > 1);
      isDrawn = foveaStrip(made.strip, top.verdicts[axis].own, layers.map(window => ({ step: window.rate[axis], kernel: window.kernel[axis] })),
        AXES[axis]);
    }
    made.strip.hidden = made.caption.hidden = !isDrawn;
    made.figures.replaceChildren();
    if (!found.open) {
      const then = new Map(figures(partsOf(made, before)));
      figures(parts).forEach(([name, text]) => fact(made, name, text, then.get(name)));
      told(made.stack).forEach(layer => {
        const name = "field of " + report.layers[layer].name;
        fact(made, name, !found.isTold(layer) ? "compile to see: its units are resampled with no short period" : crossed(field(found, layer)),
          crossed(field(before, layer)));
      });
      changes(found).forEach(([name, text]) => fact(made, name, text, text));
    }
    write(made, whatIf.statements(numbers, found.windows));
  }

  function fact(made, name, text, was) {
    element("dt", made.figures, name);
    const value = element("dd", made.figures, text);
    if (was !== undefined && was !== text) {
      element("span", value, " was " + was, "was");
    }
  }

  function write(made, statements) {
    made.write.replaceChildren();
    if (statements.length) {
      const isTyped = holder.dataset.wording === "ANNOTATIONS";
      element("p", made.write, isTyped ? "To be written in the annotations:" : "To be changed:");
      const text = statements.map(one => "// " + one.member + "\n" + one.text).join("\n");
      element("pre", made.write, text);
      if (!isTyped) {
        return;
      }
      const button = element("button", made.write, "Copy annotations", "copy");
      button.type = "button";
      button.dataset.copy = text;
    }
  }

  function update() {
    before = before || whatIf.compute(facts.numbers);
    const found = whatIf.compute(numbers);
    panels.filter(made => made.built).forEach(made => show(made, found));
  }

  facts.stacks.forEach((stack, index) => {
    if (stack.members.length > 1) {
      panel(stack, index);
    }
  });
  const isBroken = index => facts.stacks[index].proposals.length > 0;
  const first = panels.find(made => isBroken(made.index)) || panels[0];
  if (first) {
    first.box.open = true;
  }
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", update);
  return { facts: facts, whatIf: whatIf, numbers: () => numbers };
})();
