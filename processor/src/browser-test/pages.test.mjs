// Every page as its reader has it: in Chromium, on a desk and on a phone, in light and dark, by mouse and by keyboard.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { FOLDER, PHONE, on, overflow, violations } from "./browser.mjs";

const PAGES = readdirSync(FOLDER).filter(name => name.endsWith(".html") && name !== "index.html");
const CHECKED = ["DeepLabV3", "ResNet50", "UNet", "WaveNet", "C3d"].map(name => `dev.fovea.sample.${name}.html`);
const SECTIONS = ["findings", "graph", "profile", "coverage", "stacks", "figures", "explorer"];

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
    expect("MACs", cell("MACs"), grouped(layer.macs));
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

test("every page loads, has its sections, says what its JSON says, and fits a phone", { timeout: 900_000 }, async () => {
  assert.ok(PAGES.length > 40, PAGES.join());
  for (const name of PAGES) {
    await on(name, { viewport: PHONE }, async page => {
      for (const section of SECTIONS) {
        assert.equal(await page.locator(`section#${section} > h2`).count(), 1, `${name} #${section}`);
      }
      assert.deepEqual(await page.evaluate(disagreements), [], name);
      assert.ok(await page.locator("#drawing svg .layer, #drawing svg .block").count() > 0, name);
      assert.ok(await page.evaluate(overflow) <= 0, `${name} is too wide for a phone`);
      assert.deepEqual(await page.evaluate(overlaps), [], name);
      await page.locator("#log").check();
      assert.deepEqual(await page.evaluate(overlaps), [], name);
    });
  }
});

test("the index leads to every page and fits a phone", async () => {
  await on("index.html", { viewport: PHONE }, async page => {
    const links = await page.locator("tbody a").evaluateAll(all => all.map(link => link.getAttribute("href")));
    assert.deepEqual(links.sort(), [...PAGES].sort());
    assert.ok(await page.evaluate(overflow) <= 0);
  });
});

for (const colorScheme of ["light", "dark"]) {
  test(`axe-core finds no violation in ${colorScheme}`, { timeout: 600_000 }, async () => {
    for (const name of ["index.html", "Hostile.html", ...CHECKED]) {
      await on(name, { colorScheme }, async page => assert.deepEqual(await violations(page), [], name));
    }
    await on("Hostile.html", { colorScheme, viewport: PHONE }, async page => assert.deepEqual(await violations(page), []));
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

test("blocks open and close, one by one and all at once", async () => {
  await on("dev.fovea.sample.ResNet50.html", {}, async page => {
    const layers = () => page.locator("#drawing .layer").count();
    const total = await page.locator("table.sortable tbody tr").count();
    const first = await layers();
    const block = page.locator("#drawing [role=button]").first();
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
    assert.deepEqual(await page.evaluate(overlaps), []);
    await page.getByRole("button", { name: "Close all blocks" }).click();
    assert.equal(await layers(), first);
    await page.locator("#drawing a").last().click();
    assert.match(page.url(), /#layer-\w/);
    const row = page.locator("tr:target");
    const heading = await page.locator("table.sortable thead").boundingBox();
    assert.ok((await row.boundingBox()).y >= heading.y + heading.height - 1, "the row is not below the heading");
  });
});

test("edges that lead around the outermost layers are drawn whole", async () => {
  for (const name of ["WaveNet$Gated", "EspNet$Residue", "UNet"]) {
    await on(`dev.fovea.sample.${name}.html`, {}, async page => {
      const outside = await page.evaluate(() => {
        const shown = document.querySelector("#drawing svg").viewBox.baseVal;
        return Array.from(document.querySelectorAll("#drawing .edge"), edge => edge.getBBox())
          .filter(box => box.x < shown.x || box.x + box.width > shown.x + shown.width).length;
      });
      assert.equal(outside, 0, name);
    });
  }
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
    assert.match(text, /^rate = (\d+|\{\d+(, \d+)*\})$/);
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

test("a page prints whole", async () => {
  await on("dev.fovea.sample.DeepLabV3.html", {}, async page => {
    await page.emulateMedia({ media: "print" });
    const cut = await page.evaluate(() => Array.from(document.querySelectorAll(".scroll"))
      .filter(box => box.getClientRects().length && box.scrollHeight > box.clientHeight + 1)
      .map(box => box.getAttribute("aria-label")));
    assert.deepEqual(cut, []);
    assert.ok((await page.pdf()).length > 10_000);
  });
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
