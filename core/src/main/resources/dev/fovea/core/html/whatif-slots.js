"use strict";
// Gives each shortcut a layer for the projection that an edit may bring or take away.
// eslint-disable-next-line no-unused-vars
const foveaSlots = (function () {
  const IDENTITY = "w,1,1,1,0";

  /** The facts and the report, with an identity where a shortcut has no projection; as they are where each has one. */
  return function (facts, steps, report) {
    const indexOf = new Map(report.layers.map((layer, index) => [layer.name, index]));
    const source = name => name === "<input>" ? -1 : indexOf.get(name);
    const named = layer => layer.name + ".projection";
    const isBare = layer => layer.op === "Residual" && layer.from.length === 2 && layer.from[1] !== named(layer);
    if (!report.layers.some(isBare)) {
      return { facts: facts, steps: steps, report: report };
    }
    const to = [];
    let count = 0;
    report.layers.forEach(layer => {
      count += isBare(layer) ? 2 : 1;
      to.push(count - 1);
    });
    const moved = index => index < 0 ? index : to[index];
    const keyed = all => Object.fromEntries(Object.entries(all).map(([index, value]) => [to[index], value]));
    const table = steps.steps.includes(IDENTITY) ? steps.steps : steps.steps.concat(IDENTITY);
    const identity = report.input.size.map(() => table.indexOf(IDENTITY));
    const layers = [];
    const links = [];
    const extents = [];
    report.layers.forEach((layer, index) => {
      const row = steps.links[index].map((one, at) => at % (report.axes + 1) === 0 ? moved(one) : one);
      const formulas = facts.extents[index].map(formula => {
        const [kind, map, ...rest] = formula.split(",");
        return kind === "f" ? formula : [kind, moved(Number(map))].concat(rest).join(",");
      });
      if (isBare(layer)) {
        const below = source(layer.from[1]);
        layers.push({ name: named(layer), op: "Projection", from: [layer.from[1]], isSlot: true,
          shape: { size: below < 0 ? report.input.size : report.layers[below].shape.size } });
        links.push([moved(below)].concat(identity));
        extents.push(identity.map(() => "w," + moved(below) + ",-1,1"));
        layers.push(Object.assign({}, layer, { from: [layer.from[0], named(layer)] }));
        // The shortcut is the second of the maps read, but where it is read as a whole.
        const at = report.axes + 1;
        links.push(row.length === 2 * at ? row.slice(0, at).concat(to[index] - 1, row.slice(at + 1)) : row);
      } else {
        layers.push(layer);
        links.push(row);
      }
      extents.push(formulas);
    });
    return {
      facts: Object.assign({}, facts, {
        layers: keyed(facts.layers), borders: keyed(facts.borders), extents: extents, windows: facts.windows.map(moved),
        ends: facts.ends.map(moved), shifting: facts.shifting.map(moved),
        stacks: facts.stacks.map(stack => Object.assign({}, stack, { members: stack.members.map(unit => unit.map(moved)) })),
      }),
      steps: Object.assign({}, steps, { steps: table, links: links }),
      report: Object.assign({}, report, { layers: layers }),
    };
  };
})();
