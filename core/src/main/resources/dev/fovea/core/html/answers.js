"use strict";
// What the field explorer says of a unit and what it reads, and of a pixel and the units that see it.
// eslint-disable-next-line no-unused-vars
const foveaAnswers = function (report, facts, names) {
  const axes = report.axes;
  const global = new Set(facts.global);
  const rows = set => set.lo === set.hi ? String(set.lo) : set.lo + " to " + set.hi;
  const grouped = number => number.toLocaleString("en-US");
  const plural = (number, one) => grouped(number) + " " + one + (number === 1 ? "" : "s");
  const called = (one, several, at) => axes === 1 ? one + " " + at[0] : several + " (" + at.join(", ") + ")";

  function place(products) {
    return names.map((name, axis) => {
      const set = foveaFields.along(products, axis);
      return (set.lo === set.hi ? name : name + "s") + " " + rows(set);
    }).join(", ");
  }

  /** @param seen the pixels of the field, and those read; or why they are not known */
  function unit(layer, at, seen) {
    const who = called("Unit", "Unit", at) + " of " + report.layers[layer].name;
    if (seen.unknown) {
      return who + ": not known, since " + seen.unknown + ".";
    }
    if (seen.all.length === 0) {
      return who + (global.has(layer) ? " reads the whole input, as every unit of this layer does." : " reads nothing.");
    }
    const box = names.map((name, axis) => foveaFields.along(seen.all, axis));
    const field = box.map(set => grouped(set.hi - set.lo + 1)).join("×");
    const all = foveaFields.count(seen.all);
    const boxed = box.reduce((number, set) => number * (set.hi - set.lo + 1), 1);
    const inputs = report.input.size.every(size => size !== null) ? report.input.size.reduce((all, size) => all * size, 1) : null;
    let text = who + " reads " + (all === boxed ? "all " : grouped(all) + " of the ")
      + plural(boxed, axes === 1 ? "position" : "pixel") + " of its field " + field + " (" + place(seen.all) + ")";
    const read = foveaFields.count(seen.read);
    if (read !== all) {
      text += read === inputs ? ": the whole input, and padding" : "; " + grouped(read) + " of them within the input";
    }
    return text + "." + (global.has(layer) ? " Other paths read the whole input as well." : "");
  }

  /** @param found the units; null where they are not known */
  function pixel(layer, at, found) {
    const name = report.layers[layer].name;
    const who = called("Position", "Pixel", at);
    if (found === null) {
      return who + ": which units of " + name + " see it is not known"
        + (facts.unknown[layer] ? ", since " + facts.unknown[layer] : "") + ".";
    }
    const other = global.has(layer) ? " Every unit sees it through paths that read the whole input." : "";
    if (found.length === 0) {
      return who + " is seen by no unit of " + name + (other ? " through local paths." : ".") + other;
    }
    return who + " is seen by " + plural(foveaFields.count(found), "unit") + " of " + name + ": " + place(found) + "." + other;
  }

  return { unit: unit, pixel: pixel };
};
