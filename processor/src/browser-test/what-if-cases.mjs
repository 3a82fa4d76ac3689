// Draws edits of random models, and writes what the pages' script says of them, for the compiler's word to be compared.
import { readFileSync, writeFileSync } from "node:fs";
import vm from "node:vm";

const [, , scripts, cases, answers] = process.argv;
const EDITS = 6;
const VIOLATIONS = { DilationCommonDivisor: "COMMON_DIVISOR", DilationGap: "GAP", CoverageHole: "HOLE" };
const texts = ["sets.js", "fields.js", "hdc.js", "whatif-slots.js", "whatif-extents.js", "whatif-walk.js", "whatif-windows.js", "whatif-stacks.js", "whatif.js"].map(name => readFileSync(scripts + "/" + name, "utf8"));
const foveaWhatIf = vm.runInThisContext("(function () {" + texts.join("\n") + "\nreturn foveaWhatIf; })()");

/** Numbers below a bound, the same in every run. */
function random(seed) {
  let state = seed;
  return bound => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor(state / 2 ** 32 * bound);
  };
}

const known = value => value === null || value === undefined ? "?" : String(value);
const list = numbers => "[" + numbers.join(",") + "]";
const read = coverage => known(coverage.covered) + "of" + coverage.size + "from" + known(coverage.firstUnread);

function stack(report, one) {
  const verdicts = one.verdicts.map(verdict => verdict.divisor + ":"
    + verdict.edges.map(edge => list(edge.rates) + "k" + known(edge.kernel) + list(edge.m)).join("/")
    + ":" + read(verdict.own) + ":" + read(verdict.full));
  return [list(one.members.map(layer => report.layers[layer].name))].concat(verdicts, one.rule ? VIOLATIONS[one.rule] : "sound");
}

function text(report, found) {
  if (found.open) {
    return "open " + found.open;
  }
  if (found.broken) {
    return "broken " + found.broken.rule;
  }
  const words = found.stacks.flatMap(one => stack(report, one));
  report.layers.forEach((layer, index) => {
    if (found.isAbsent(index)) {
      return;
    }
    if (!found.isTold(index)) {
      words.push(layer.name + "!open");
      return;
    }
    const offsets = found.offsets(index);
    words.push([layer.name].concat(found.field(index).map((axis, at) =>
      [known(found.sizes[index][at]), known(axis.size), known(axis.start)].join("!")),
    offsets ? offsets.map(along => along.map(known).join(",")).join(";") : "").join("!"));
  });
  return words.join(" ");
}

const lines = [];
for (const line of readFileSync(cases, "utf8").split("\n").filter(Boolean)) {
  const { seed, report, steps, facts } = JSON.parse(line);
  const whatIf = foveaWhatIf(facts, steps, report);
  const next = random(seed + 1);
  for (let edit = 0; edit < EDITS; edit++) {
    const numbers = facts.numbers.slice();
    for (let i = 0; edit > 0 && numbers.length && i < 1 + next(3); i++) {
      const at = next(numbers.length);
      const attribute = facts.statements.find(statement => statement.entries.includes(at)).attribute;
      numbers[at] = { kernel: 1, stride: 1, rate: 1, args: 1 }[attribute] + next({ kernel: 5, stride: 2, rate: 9, args: 9 }[attribute]);
    }
    const found = whatIf.compute(numbers);
    const typed = whatIf.statements(numbers, found.windows).map(({ member, text: attributes }) =>
      attributes.split(/, (?=\w+ = )/).map(one => member + "|" + one.replace(" = ", "|")).join(";")).join(";");
    lines.push([seed, typed, text(whatIf.report, found)].join("\t"));
  }
}
writeFileSync(answers, lines.join("\n") + "\n");
