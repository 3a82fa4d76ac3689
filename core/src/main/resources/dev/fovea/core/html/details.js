"use strict";
// Shows the figures of the layer that was chosen in the graph beside it.
(function () {
  const panel = document.getElementById("details");
  const rows = Array.from(document.querySelectorAll("#figures tbody tr"));

  function make(tag, text, parent) {
    const made = document.createElement(tag);
    made.textContent = text;
    parent.append(made);
    return made;
  }

  function entry(list, term, fill) {
    const meaning = document.getElementById("term-" + term.replaceAll(" ", "."));
    if (meaning) {
      const link = make("a", term, make("dt", "", list));
      link.className = "term";
      link.href = "#" + meaning.id;
    } else {
      make("dt", term, list);
    }
    const value = make("dd", "", list);
    if (typeof fill === "string") {
      value.textContent = fill;
    } else {
      fill(value);
    }
  }

  function layers(names) {
    return value => names.forEach(name => {
      if (name === "<input>") {
        value.append("the input ");
        return;
      }
      const button = make("button", name, value);
      button.type = "button";
      button.addEventListener("click", () => fovea.select(name));
      value.append(" ");
    });
  }

  function link(text, target, parent) {
    make("a", text, parent).href = "#" + target.id;
  }

  /** What the table has in a column; the columns are known by their headings. */
  const headings = Array.from(document.querySelectorAll("#figures thead th"), heading => heading.textContent);
  function figure(index, name) {
    return rows[index].cells[headings.indexOf(name)].textContent;
  }

  document.addEventListener("fovea-layer", event => {
    const index = event.detail.index;
    const layer = fovea.report.layers[index];
    panel.replaceChildren();
    panel.hidden = false;
    const heading = make("h3", "", panel);
    make("bdi", layer.name, heading);
    const close = make("button", "Close", heading);
    close.type = "button";
    close.addEventListener("click", () => {
      panel.hidden = true;
    });
    fovea.findings.get(layer.name).forEach(one => {
      const fault = make("p", "", panel);
      fault.className = "fault " + one.grade;
      make("strong", one.grade, fault);
      fault.append(" ");
      link(one.finding.rule, document.querySelector(".finding[data-index=\"" + one.index + "\"]"), fault);
      fault.append(": " + one.finding.message.split("\n")[0]);
    });
    const list = make("dl", "", panel);
    entry(list, "operation", fovea.operation(layer));
    if (layer.endpoint) {
      entry(list, "endpoint", layer.endpoint);
    }
    entry(list, "reads", layers(layer.from));
    entry(list, "read by", fovea.readers.get(layer.name).length ? layers(fovea.readers.get(layer.name)) : "no other layer");
    entry(list, "output", fovea.shape(layer.shape));
    ["field", "jump", "start", "effective width", "covered", "parameters", "MACs"].forEach(name => {
      const text = figure(index, name);
      if (text && text !== "?") {
        entry(list, name, text);
      }
    });
    link("All its figures", rows[index], make("p", "", panel));
  });
})();
