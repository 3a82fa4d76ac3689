// The scripts that follow fields on a page against the facts that the processor wrote there, for every page.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import vm from "node:vm";

const FOLDER = new URL("pages/", "file://" + process.cwd() + "/");
const PAGES = readdirSync(FOLDER).filter(name => name.endsWith(".html") && name !== "index.html");

/** The text of an element of a page. */
function element(html, opening) {
  const start = html.indexOf(opening);
  return start < 0 ? null : html.slice(start + opening.length, html.indexOf("</script>", start));
}

function open(name) {
  const html = readFileSync(new URL(name, FOLDER), "utf8");
  const report = JSON.parse(element(html, '<script type="application/json" id="report">'));
  const facts = JSON.parse(element(html, '<script type="application/json" id="steps">'));
  const scripts = ["// Sets of positions", "// Follows fields"].map(begin => begin + element(html, begin)).join("\n");
  const fields = vm.runInThisContext("(function () {" + scripts + "\nreturn foveaFields; })()");
  const network = fields.network(facts, report.layers.map(layer => layer.shape.size), report.input.size);
  return { report, facts, fields, network };
}

/** Numbers below a bound, the same in every run. */
function random(seed) {
  let state = seed;
  return bound => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor(state / 2 ** 32 * bound);
  };
}

/** What one layer's units see by the script against what the report says of them. */
function disagreements({ report, facts, fields, network }, index, next) {
  const layer = report.layers[index];
  const found = [];
  const expect = (what, computed, facts) => computed === facts || found.push(`${layer.name} ${what}: ${computed} instead of ${facts}`);
  const first = network.field(index, report.input.size.map(() => 0), false);
  const placed = !facts.floating.includes(index);
  if (first.length === 0) {
    expect("field", layer.field.some(axis => axis.global || axis.minSize === 0), true);
    return found;
  }
  const coverage = layer.coverage;
  if (coverage && coverage.read !== null) {
    expect("pixels read", fields.count(first), coverage.read);
    const box = layer.field.map((_, axis) => fields.along(first, axis));
    const size = box.reduce((all, set) => all * (set.hi - set.lo + 1), 1);
    expect("pixels unread", size - fields.count(first), coverage.unread);
    if (coverage.firstUnread) {
      const at = coverage.firstUnread.map((offset, axis) => box[axis].lo + offset);
      expect("first unread", fields.contains(first, at), false);
    }
  }
  layer.field.forEach((axis, at) => {
    if (axis.uniform === false || axis.size === null || axis.jump === null) {
      return;
    }
    const phases = axis.phases || [[axis.start, axis.size, axis.covered]];
    for (const phase of [0, next(phases.length), phases.length - 1]) {
      const periods = next(1000);
      const unit = layer.field.map((_, other) => other === at ? phase + periods * phases.length : 0);
      const seen = network.field(index, unit, false);
      const set = seen.length ? fields.along(seen, at) : null;
      const [start, size, count] = phases[phase];
      expect(`size of unit ${unit}`, set ? set.hi - set.lo + 1 : 0, size);
      if (count !== null) {
        expect(`positions of unit ${unit}`, fields.size(set), count);
      }
      if (set && placed && start !== null) {
        const [up, down] = String(axis.jump).split("/").map(Number);
        const shift = periods * phases.length * up / (down || 1);
        expect(`start of unit ${unit}`, set.lo, start + shift);
      }
    }
  });
  return found;
}

test("the fields that a page follows are those of its report, in every page", () => {
  let layers = 0;
  for (const name of PAGES) {
    const page = open(name);
    const next = random(name.length);
    page.report.layers.forEach((layer, index) => {
      if (!page.facts.unknown[index]) {
        layers++;
        assert.deepEqual(disagreements(page, index, next), [], name);
      }
    });
  }
  assert.ok(layers > 2000, layers + " layers");
});

test("a unit sees a pixel exactly if the pixel is seen by the unit", () => {
  let pairs = 0;
  for (const name of PAGES) {
    const { report, facts, fields, network } = open(name);
    if (report.input.size.includes(null)) {
      continue;
    }
    const next = random(name.length + 1);
    for (let i = 0; i < 8; i++) {
      const index = next(report.layers.length);
      if (facts.unknown[index]) {
        continue;
      }
      const unit = report.layers[index].shape.size.map(next);
      const seen = network.field(index, unit, true);
      for (let j = 0; j < 8; j++) {
        const box = seen.length && j % 2 ? report.input.size.map((_, axis) => fields.along(seen, axis)) : null;
        const pixel = report.input.size.map((size, axis) =>
          box ? Math.max(0, Math.min(size - 1, box[axis].lo - 1 + next(box[axis].hi - box[axis].lo + 3))) : next(size));
        const units = network.readers(index, pixel);
        assert.equal(fields.contains(units, unit), fields.contains(seen, pixel),
          `${name} ${report.layers[index].name} unit ${unit} pixel ${pixel}`);
        pairs++;
      }
    }
  }
  assert.ok(pairs > 1000, pairs + " pairs");
});
