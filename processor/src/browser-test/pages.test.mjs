// Every page as its reader has it: in Chromium, on a desk and on a phone, in light and dark, by mouse and by keyboard.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { FOLDER, PHONE, context, on, overflow, thin, violations, within, without } from "./browser.mjs";
import { compiled, typed } from "./typed.mjs";

const ALL = readdirSync(FOLDER).filter(name => name.endsWith(".html") && name !== "index.html");
const PAGES = ALL.filter(name => name !== "Flat.html");
const SECTIONS = ["findings", "graph", "profile", "coverage", "stacks", "figures", "explorer"];
const LARGEST = 1_000_000;
const LONGEST = 1_000;
const AT_ONCE = 3;

/** Some pages at once. */
async function each(names, options, action) {
  const left = [...names];
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    const shared = await context(options);
    for (let name = left.shift(); name; name = left.shift()) {
      await within(shared, name, page => action(page, name));
    }
    await shared.close();
  }));
}

/** The shown texts of figures that lie on each other. */
function overlaps() {
  const found = [];
  document.querySelectorAll("svg").forEach(svg => {
    if (!svg.getClientRects().length) {
      return;
    }
    const texts = Array.from(svg.querySelectorAll("text"), text => [text.textContent, text.getBoundingClientRect()]);
    texts.forEach(([one, a], i) => texts.slice(i + 1).forEach(([other, b]) => {
      if (a.left + 1 < b.right && b.left + 1 < a.right && a.top + 4 < b.bottom && b.top + 4 < a.bottom) {
        found.push(one + " / " + other);
      }
    }));
    const box = svg.getBoundingClientRect();
    texts.forEach(([text, at]) => {
      if (at.left < box.left - 1 || at.right > box.right + 1) {
        found.push(text + " is cut off");
      }
    });
  });
  return found;
}

/** Edges of the graph that lead behind a box or out of the drawing. */
function hidden() {
  const svg = document.querySelector("#drawing svg");
  const shown = svg.viewBox.baseVal;
  const boxes = Array.from(svg.querySelectorAll(".layer, .block"), box => [box.textContent, box.querySelector("rect").getBBox()]);
  const found = new Set();
  svg.querySelectorAll(".edge").forEach((edge, i) => {
    const length = edge.getTotalLength();
    for (let at = 2; at < length - 2; at += 7) {
      const point = edge.getPointAtLength(at);
      boxes.filter(([, box]) => point.x > box.x + 1 && point.x < box.x + box.width - 1 && point.y > box.y + 1 && point.y < box.y + box.height - 1)
        .forEach(([text]) => found.add(`edge ${i} behind ${text}`));
      if (point.x < shown.x || point.x > shown.x + shown.width) {
        found.add(`edge ${i} is cut off`);
      }
    }
  });
  return [...found];
}

/** Handles of open blocks that lie on each other. */
function crowded() {
  const handles = Array.from(document.querySelectorAll("#drawing .handle"), handle => [handle.textContent, handle.getBoundingClientRect()]);
  return handles.flatMap(([one, a], i) => handles.slice(i + 1)
    .filter(([, b]) => a.left + 1 < b.right && b.left + 1 < a.right && a.top + 1 < b.bottom && b.top + 1 < a.bottom)
    .map(([other]) => one + " / " + other));
}

/** What the table shows against what the page's JSON holds. */
function disagreements() {
  const report = JSON.parse(document.getElementById("report").textContent);
  const found = [];
  const expect = (what, shown, facts) => {
    if (shown !== facts) {
      found.push(`${what}: ${shown} instead of ${facts}`);
    }
  };
  const known = value => value === null || value === undefined ? "?" : String(value);
  const axes = values => values.every(value => value === values[0]) ? values[0] : values.join("×");
  const grouped = value => value === null || value === undefined ? "?" : value.toLocaleString("en-US");
  const headings = Array.from(document.querySelectorAll("table.sortable thead th"), th => th.textContent);
  const rows = document.querySelectorAll("table.sortable tbody tr");
  expect("rows", rows.length, report.layers.length);
  report.layers.forEach((layer, i) => {
    const cell = name => rows[i].cells[headings.indexOf(name)].textContent;
    const field = name => axes(layer.field.map(axis => known(axis[name])));
    const place = name => field(name).replaceAll("×", ", ");
    expect("name", rows[i].cells[0].querySelector("bdi").textContent, layer.name);
    expect("operation", cell("operation"), layer.op);
    expect("channels", cell("channels"), grouped(layer.shape.channels));
    expect("extents", cell("extents"), axes(layer.shape.size.map(known)));
    expect("field", cell("field").replace(/\d+\.\.|[*!~]/g, ""), field("size"));
    expect("jump", cell("jump"), field("jump"));
    expect("start", cell("start"), place("start"));
    expect("centre", cell("centre"), place("centre"));
    expect("covered", cell("covered"), field("covered"));
    expect("width", cell("effective width"), field("erfWidth"));
    expect("deviation", cell("effective σ"), field("erfStd"));
    expect("parameters", cell("parameters"), grouped(layer.parameters));
    const costs = rows[i].cells[headings.indexOf("MACs")];
    expect("MACs", costs.title || costs.textContent, grouped(layer.macs));
    expect("MACs, digits", costs.textContent.replace(/[^0-9]/g, "").length <= 6, true);
  });
  const shown = Array.from(document.querySelectorAll(".finding"), one =>
    one.querySelector(".rule").textContent + " " + one.querySelector(".message").textContent).sort();
  const facts = report.diagnostics.map(one => one.rule + " " + one.message.split("\n")[0]).sort();
  expect("findings", shown.join("\n"), facts.join("\n"));
  const open = severity => report.diagnostics.filter(one => !one.suppressed && one.severity === severity).length;
  expect("verdict", document.querySelector("header .verdict").textContent.startsWith("✓ sound"), open("error") === 0);
  expect("title", document.title.startsWith(document.querySelector("header .verdict").textContent), true);
  expect("stacks", document.querySelectorAll("#stacks [id^=stack-]").length, report.stacks.length);
  return found;
}

// axe-core takes seconds a page: sections with nothing new in them are not asked for, unless FOVEA_AXE=all asks for every element.
test("every page loads at once, has its sections, says what its JSON says, fits a phone, and axe-core finds nothing", { timeout: 900_000 }, async () => {
  assert.ok(PAGES.length > 40, PAGES.join());
  const asked = new Set();
  await each(PAGES, { viewport: PHONE }, async (page, name) => {
    assert.ok(statSync(new URL(name, FOLDER)).size < LARGEST, name);
    assert.deepEqual(await page.evaluate(all => all.filter(section =>
      document.querySelectorAll(`section#${section} > h2`).length !== 1), SECTIONS), [], name);
    assert.deepEqual(await page.evaluate(disagreements), [], name);
    assert.ok(await page.locator("#drawing svg .layer, #drawing svg .block").count() > 0, name);
    assert.ok(await page.evaluate(overflow) <= 0, `${name} is too wide for a phone`);
    assert.deepEqual(await page.evaluate(overlaps), [], name);
    assert.deepEqual(await page.evaluate(hidden), [], name);
    await page.evaluate(() => document.getElementById("log").click());
    assert.deepEqual(await page.evaluate(overlaps), [], name);
    await page.evaluate(() => document.getElementById("expand").click());
    assert.deepEqual(await page.evaluate(hidden), [], name + " with open blocks");
    assert.deepEqual(await page.evaluate(overlaps), [], name + " with open blocks");
    assert.deepEqual(await page.evaluate(crowded), [], name + " with open blocks");
    if (process.env.FOVEA_AXE !== "all") {
      const made = await page.evaluate(thin);
      const known = made.flatMap((section, i) => section.every(place => asked.has(place)) ? [i] : []);
      made.flat().forEach(place => asked.add(place));
      if (known.length === made.length) {
        return;
      }
      await page.evaluate(without, known);
    }
    assert.deepEqual(await violations(page), [], name);
    await page.emulateMedia({ colorScheme: "dark" });
    assert.deepEqual(await violations(page, "color-contrast"), [], name + " in the dark");
  });
});

test("the largest pages can be used within a second", async () => {
  const largest = [...PAGES].sort((a, b) => statSync(new URL(b, FOLDER)).size - statSync(new URL(a, FOLDER)).size).slice(0, 3);
  for (const name of largest) {
    const times = [];
    while (times.length < 4 && !times.some(time => time < LONGEST)) {
      await on(name, {}, async page => {
        // Until all that its scripts do at first is done: the stacks to be edited, and what the explorer draws.
        await page.locator("#explorer-answer", { hasText: "reads" }).waitFor();
        times.push(await page.evaluate(() => new Promise(done =>
          requestAnimationFrame(() => setTimeout(() => done(Math.max(...["domContentLoadedEventEnd", "loadEventEnd"].map(name =>
            performance.getEntriesByType("navigation")[0][name]), performance.now())))))));
      });
    }
    assert.ok(times.some(time => time < LONGEST), `${name}: ${times}`);
  }
});

test("the index leads to every page and fits a phone", async () => {
  await on("index.html", { viewport: PHONE }, async page => {
    const links = await page.locator("tbody a").evaluateAll(all => all.map(link => link.getAttribute("href")));
    assert.deepEqual(links.sort(), [...ALL].sort());
    const gravity = await page.locator("table").first().locator("td:nth-child(2)").evaluateAll(all => all.map(cell => Number(cell.dataset.key)));
    assert.ok(gravity[0] > 0);
    assert.deepEqual(gravity, [...gravity].sort((a, b) => b - a), "the gravest come first");
    assert.ok(await page.evaluate(overflow) <= 0);
  });
});

for (const colorScheme of ["light", "dark"]) {
  test(`axe-core finds no violation on the index and on a desk in ${colorScheme}`, { timeout: 600_000 }, async () => {
    await on("index.html", { colorScheme }, async page => assert.deepEqual(await violations(page), []));
    await on("Hostile.html", { colorScheme }, async page => {
      await page.locator("#search").fill("s");
      await page.locator("#drawing .layer.warning").click();
      await page.locator("details.about summary").first().click();
      assert.deepEqual(await violations(page), []);
    });
  });
}

test("headings sort by click and by key, and what is unknown goes last", async () => {
  await on("dev.fovea.sample.ResNet50.html", {}, async page => {
    const heading = page.locator("table.sortable thead th", { hasText: "parameters" });
    const column = await heading.evaluate(th => th.cellIndex);
    const numbers = () => page.locator("table.sortable tbody tr").evaluateAll((rows, at) =>
      rows.map(row => row.cells[at].textContent.replaceAll(",", "")).map(text => text === "?" ? null : Number(text)), column);
    const original = await numbers();
    const known = original.filter(number => number !== null).sort((a, b) => a - b);
    await heading.locator("button").click();
    assert.equal(await heading.getAttribute("aria-sort"), "ascending");
    assert.deepEqual((await numbers()).filter(number => number !== null), known);
    await heading.locator("button").focus();
    await page.keyboard.press("Enter");
    assert.equal(await heading.getAttribute("aria-sort"), "descending");
    assert.deepEqual((await numbers()).filter(number => number !== null), known.reverse());
    assert.equal(await page.locator("[aria-sort]").count(), 1);
    await page.locator("table.sortable thead th", { hasText: "layer" }).locator("button").click();
    assert.deepEqual(await numbers(), original);
    await page.locator("table.sortable thead th", { hasText: "effective width" }).locator("button").click();
    const widths = await page.locator("table.sortable tbody tr").evaluateAll((rows, at) =>
      rows.map(row => row.cells[at].textContent), await page.locator("[aria-sort]").evaluate(th => th.cellIndex));
    assert.ok(widths.includes("?"));
    assert.ok(widths.slice(widths.indexOf("?")).every(text => text === "?"), widths.join());
  });
});

test("a heading that sorts never stands above the layers' names", async () => {
  await on("dev.fovea.sample.ResNet50.html", { viewport: PHONE }, async page => {
    const last = page.locator("table.sortable thead th").last();
    await last.locator("button").click();
    await last.scrollIntoViewIfNeeded();
    const above = await page.locator("table.sortable").evaluate(table => {
      const box = table.closest(".tall");
      box.scrollTop = 200;
      const shown = box.getBoundingClientRect();
      const names = table.tBodies[0].rows[20].cells[0].getBoundingClientRect();
      const at = document.elementFromPoint((names.left + names.right) / 2, shown.top + table.tHead.offsetHeight / 2);
      return [box.scrollLeft > 100, at.closest("th").textContent];
    });
    assert.deepEqual(above, [true, "layer"]);
  });
});

test("blocks open and close, one by one and all at once", async () => {
  await on("dev.fovea.sample.ResNet50.html", {}, async page => {
    const layers = () => page.locator("#drawing .layer").count();
    const total = await page.locator("table.sortable tbody tr").count();
    const first = await layers();
    const block = page.locator("#drawing .block").first();
    const path = await block.getAttribute("data-path");
    assert.equal(await block.getAttribute("aria-expanded"), "false");
    await block.click();
    const opened = page.locator(`#drawing [data-path="${path}"]`);
    assert.equal(await opened.getAttribute("aria-expanded"), "true");
    assert.ok(await opened.evaluate(element => element === document.activeElement), "focus stays");
    assert.ok(await layers() > first);
    await page.keyboard.press("Enter");
    assert.equal(await layers(), first);
    await page.getByRole("button", { name: "Open all blocks" }).click();
    assert.equal(await layers(), total + 1, "every layer, and the input");
    await page.getByRole("button", { name: "Close all blocks" }).click();
    assert.equal(await layers(), first);
  });
});

test("a layer's figures are beside the graph, and lead on to its neighbours and to the table", async () => {
  await on("dev.fovea.sample.ResNet50.html", {}, async page => {
    const details = page.locator("#details");
    assert.ok(!await details.isVisible());
    await page.locator("#drawing .layer[role=button]").last().click();
    assert.ok(await details.isVisible());
    assert.ok(!page.url().includes("#"), "the page stays where it is");
    const name = await details.locator("h3 bdi").innerText();
    assert.ok((await page.locator("#explorer-map-name").innerText()).startsWith("Units of " + name + ","), "the explorer follows");
    await details.locator("dd button").first().click();
    assert.notEqual(await details.locator("h3 bdi").innerText(), name);
    assert.equal(await page.locator("#drawing [aria-pressed=true]").count(), 1);
    await details.getByRole("link", { name: "All its figures" }).click();
    assert.match(page.url(), /#layer-\w/);
    const row = page.locator("tr:target");
    const heading = await page.locator("table.sortable thead").boundingBox();
    assert.ok((await row.boundingBox()).y >= heading.y + heading.height - 1, "the row is not below the heading");
    await details.getByRole("button", { name: "Close" }).click();
    assert.ok(!await details.isVisible());
  });
});

test("layers are found by name within closed blocks", async () => {
  await on("dev.fovea.sample.ResNet50.html", {}, async page => {
    await page.locator("#search").fill("layer3[4].sp");
    assert.equal(await page.locator("#found").innerText(), "1 layer");
    assert.equal(await page.locator("#drawing .block.match").count(), 1);
    await page.keyboard.press("Enter");
    const chosen = page.locator("#drawing .layer[aria-pressed=true]");
    assert.equal(await page.locator("#details h3 bdi").innerText(), "layer3[4].spatial");
    const box = await chosen.boundingBox();
    const frame = await page.locator("#drawing").boundingBox();
    assert.ok(box.y >= frame.y && box.y + box.height <= frame.y + frame.height, "it is scrolled to");
  });
});

test("all layers of a faulty stack are marked, and what is accepted is marked as such", async () => {
  await on("Hostile.html", {}, async page => {
    const marked = grade => page.locator(`#drawing .layer.${grade} .first`).allTextContents();
    assert.deepEqual((await marked("accepted")).map(text => text.trim()), ["a$b", "second"]);
    assert.deepEqual((await marked("warning")).map(text => text.trim()), ["skipping"]);
    assert.equal(await page.locator("#drawing .warning .icon").textContent(), "!");
    await page.locator("#drawing .layer.accepted").first().click();
    await page.locator("#details .fault a", { hasText: "DilationCommonDivisor" }).click();
    assert.match(page.url(), /#finding\.DilationCommonDivisor\.a\$b/);
  });
});

test("the graph fits, grows and shrinks", async () => {
  await on("dev.fovea.sample.InceptionV3.html", {}, async page => {
    await page.getByRole("button", { name: "Open all blocks" }).click();
    const size = () => page.locator("#drawing svg").first().evaluate(svg => svg.getBoundingClientRect().height);
    const whole = await size();
    await page.getByRole("button", { name: "Fit" }).click();
    const frame = await page.locator("#drawing").boundingBox();
    assert.ok(await size() <= frame.height);
    await page.getByRole("button", { name: "Larger" }).click();
    await page.getByRole("button", { name: "Larger" }).click();
    await page.getByRole("button", { name: "Smaller" }).click();
    assert.ok(await size() < whole);
  });
});

test("runs of equal layers are one box, and a network of 1,500 layers can be used", async () => {
  await on("Flat.html", {}, async page => {
    const run = page.locator("#drawing .block", { hasText: "×59" });
    assert.equal((await run.locator(".first").textContent()).trim(), "+ Conv 3×3 ×59");
    assert.ok(await page.locator("#drawing .layer, #drawing .block").count() < 100);
    await page.locator("#search").fill("layer1402");
    await page.keyboard.press("Enter");
    assert.equal(await page.locator("#details h3 bdi").innerText(), "layer1402");
    const start = Date.now();
    await page.getByRole("button", { name: "Open all blocks" }).click();
    assert.ok(Date.now() - start < 5_000, "opening takes too long");
    assert.match(await page.locator("#found").innerText(), /blocks? stay/);
    assert.deepEqual(await page.evaluate(hidden), []);
  });
});

test("the profile's scale switches by keyboard", async () => {
  await on("dev.fovea.sample.ResNet50.html", {}, async page => {
    assert.ok(await page.locator("#profile .linear").isVisible());
    await page.locator("#linear").focus();
    await page.keyboard.press("ArrowRight");
    assert.ok(await page.locator("#profile .log").isVisible());
    assert.ok(!await page.locator("#profile .linear").isVisible());
  });
});

test("all figures are copied as CSV", async () => {
  const options = { permissions: ["clipboard-read", "clipboard-write"] };
  await on("dev.fovea.sample.UNet.html", options, async page => {
    await page.getByRole("button", { name: "Copy all figures as CSV" }).click();
    await page.locator("#copied", { hasText: "Copied 35 layers." }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    const lines = copied.trimEnd().split(/\r?\n/);
    assert.equal(lines.length, 36);
    assert.ok(lines[0].startsWith("layer,op,from,endpoint,channels,height,width,"));
  });
});

test("what to write is copied as it is typed, and the rule's text unfolds in place", async () => {
  const options = { permissions: ["clipboard-read", "clipboard-write"] };
  await on("dev.fovea.sample.DeepLabV3.html", options, async page => {
    const text = await page.locator(".write code").first().innerText();
    assert.match(text, /^@\w+\(.*\brate = (\d+|\{\d+(, \d+)*\})[,)]/);
    await page.locator("button.copy").first().click();
    await page.locator("button.copy", { hasText: "Copied" }).waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), text);
    const about = page.locator("details.about").first();
    assert.ok(!await about.locator("h4").first().isVisible());
    await about.locator("summary").focus();
    await page.keyboard.press("Enter");
    assert.ok(await about.locator("h4").first().isVisible());
  });
});

test("what a finding offers to be copied mends the stack as promised, once it is typed", async () => {
  const models = { "dev.fovea.sample.DeepLabV3": undefined, Hostile: process.env.FOVEA_HOSTILE };
  for (const [model, source] of Object.entries(models)) {
    const [offered, before] = await on(model + ".html", {}, async page => [
      await page.locator(".write li").evaluateAll(all => all.map(one => [one.querySelector("bdi").textContent, one.querySelector("button").dataset.copy])),
      JSON.parse(await page.locator("#report").textContent()),
    ]);
    assert.ok(offered.length > 0, model);
    const copied = offered.map(([member, text]) => `// ${member}\n${text}`).join("\n");
    const after = compiled(model.replace("dev.fovea.sample.", ""), text => typed(text, copied), source);
    const faulty = before.stacks.find(stack => stack.repairs.length);
    const mended = after.stacks.find(stack => stack.layers[0] === faulty.layers[0]);
    assert.deepEqual(mended.rates, faulty.repairs[0], model);
    assert.ok(mended.complete && mended.unread === 0, model);
    assert.deepEqual(after.diagnostics.filter(one => one.rule === "DilationCommonDivisor"), [], model);
    const promised = /\(same field\)|field (\d+) instead of (\d+)/.exec(before.diagnostics.find(one => one.rule === "DilationCommonDivisor").message);
    const span = stack => stack.own.size[0];
    assert.equal(span(mended), promised[1] ? Number(promised[1]) : span(faulty), model);
  }
});

test("the index sorts, filters, and keeps blocks apart", async () => {
  await on("index.html", {}, async page => {
    assert.ok(await page.locator("section", { hasText: "Blocks" }).locator("tbody tr").count() > 10);
    await page.locator("#filter").fill("resnet50");
    const names = await page.locator("tbody tr:visible th").allInnerTexts();
    assert.ok(names.length >= 2 && names.every(name => name.toLowerCase().includes("resnet50")), names.join());
    await page.locator("#filter").fill("");
    await page.locator("#only").check();
    assert.deepEqual(await page.locator("tbody tr:visible th").allInnerTexts(), ["Hostile"]);
    await page.locator("#only").uncheck();
    await page.locator("thead button", { hasText: "layers" }).first().click();
    const layers = await page.locator("table").first().locator("tbody td:nth-child(4)").allInnerTexts();
    assert.deepEqual(layers.map(Number), layers.map(Number).sort((a, b) => a - b));
  });
});

test("a term says what it means where it stands", async () => {
  await on("dev.fovea.sample.WaveNet.html", { viewport: PHONE }, async page => {
    const top = () => page.evaluate(() => scrollY);
    const term = page.locator("#feeding a.term", { hasText: "As a stream" });
    await term.scrollIntoViewIfNeeded();
    const before = await top();
    await term.click();
    const tip = page.locator("#tip");
    assert.match(await tip.innerText(), /^Sample by sample/);
    assert.equal(await top(), before);
    assert.ok(await page.evaluate(overflow) <= 0);
    await page.keyboard.press("Escape");
    assert.ok(!await tip.isVisible());
  });
});

test("two reports are compared on a page: verdicts, findings, figures, pictures side by side", async () => {
  for (const options of [{ viewport: PHONE }, { colorScheme: "dark" }]) {
    await on("compared/index.html", options, async page => {
      assert.match(await page.locator("header .verdict").innerText(), /^✓ sound \(before: ✓ sound: 1 accepted\)$/);
      assert.deepEqual(await page.locator("section h2").allInnerTexts(), ["Findings that are gone", "Pictures", "Layers"]);
      const drawn = await page.locator(".pair .figure").evaluateAll(all => all.map(one => one.getAttribute("aria-label")));
      assert.deepEqual(drawn.slice(2), [
        "rates 2, 4, 8, the stack alone: reads 15×15 of 29×29 positions",
        "rates 2, 4, 8: reads all 31×31 positions, with layer3[5].spatial",
        "rates 2, 3, 9, the stack alone: reads 27×27 of 29×29 positions",
        "rates 2, 3, 9: reads all 31×31 positions, with layer3[5].spatial",
      ]);
      const row = page.locator("#layers tbody tr", { hasText: "layer4[1].spatial" });
      assert.match(await row.locator("td").nth(1).innerText(), /rate .*4.* → .*3/);
      assert.ok(await page.evaluate(overflow) <= 0);
      assert.deepEqual(await violations(page), []);
    });
  }
});

test("two builds are compared: what became of each model, and a page for each that changed", async () => {
  for (const options of [{ viewport: PHONE }, { colorScheme: "dark" }]) {
    await on("compared/builds/index.html", options, async page => {
      assert.match(await page.locator("header").innerText(), /1 model changed, 1 added, 1 removed, 2 as before/);
      assert.deepEqual(await page.locator("tbody tr td:nth-child(2)").allInnerTexts(), ["changed", "removed", "added", "as before", "as before"]
        .sort((a, b) => ["changed", "added", "removed", "as before"].indexOf(a) - ["changed", "added", "removed", "as before"].indexOf(b)));
      assert.ok(await page.evaluate(overflow) <= 0);
      assert.deepEqual(await violations(page), []);
      await page.locator("#only").check();
      assert.equal(await page.locator("tbody tr:visible").count(), 3);
      await page.locator("tbody a").first().click();
      assert.deepEqual(await page.locator("section h2").allInnerTexts(), ["Findings that are gone", "Pictures", "Layers"]);
      await page.getByRole("link", { name: "All models of the two builds" }).click();
      assert.equal(await page.locator("h1").innerText(), "Two builds");
    });
  }
});

test("a page prints whole", async () => {
  await on("dev.fovea.sample.DeepLabV3.html", {}, async page => {
    await page.emulateMedia({ media: "print" });
    const cut = await page.evaluate(() => Array.from(document.querySelectorAll(".scroll"))
      .filter(box => box.getClientRects().length && box.scrollHeight > box.clientHeight + 1)
      .map(box => box.getAttribute("aria-label")));
    assert.deepEqual(cut, []);
    // A graph that is scaled down to a page keeps its lines: they are no hairlines.
    assert.deepEqual(await page.evaluate(() => [...new Set(Array.from(document.querySelectorAll("#drawing rect, #drawing .edge"),
      line => getComputedStyle(line).vectorEffect))]), ["non-scaling-stroke"]);
    assert.ok((await page.pdf()).length > 10_000);
  });
});

test("no box of a printed page that stays whole is higher than four tenths of it, so that none but the last is half empty, and tables repeat their headings", async () => {
  for (const name of ["DeepLabV3", "EspNet", "U2Net", "WaveNet"]) {
    // Letter, which is lower than A4, at 96 dots an inch, without margins of 12 mm.
    await on(`dev.fovea.sample.${name}.html`, { viewport: { width: 725, height: 965 } }, async page => {
      await page.emulateMedia({ media: "print" });
      const high = await page.evaluate(() => Array.from(document.querySelectorAll("body *"))
        .filter(one => one.matches("svg, canvas, img") || getComputedStyle(one).breakInside === "avoid")
        .map(one => [one.outerHTML.slice(0, 80), one.getBoundingClientRect().height])
        .filter(([, height]) => height > 0.4 * innerHeight));
      assert.deepEqual(high, [], name);
      // With the box of a control in them, headings stand on a table's first page alone.
      assert.ok(await page.evaluate(() => Array.from(document.querySelectorAll("thead button"))
        .every(button => getComputedStyle(button).display === "contents")), name);
    });
  }
});

test("hostile names are text", async () => {
  await on("Hostile.html", { viewport: PHONE }, async page => {
    assert.equal(await page.locator("img").count(), 0);
    assert.equal(await page.locator("[onclick], [onerror]").count(), 0);
    const text = await page.locator("body").innerText();
    assert.ok(text.includes("</script><img src=x onerror=alert(1)>"));
    assert.ok(text.includes("<script>alert(2)</script>"));
    assert.ok(text.includes("größe_大きさ_عرض"));
    const json = JSON.parse(readFileSync(new URL("../classes/META-INF/fovea/Hostile.json", FOLDER), "utf8"));
    assert.deepEqual(await page.evaluate(() => JSON.parse(document.getElementById("report").textContent)), json);
  });
});
