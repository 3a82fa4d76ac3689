// Stacks edited in place: what is promised on the page is what the compiler says once the copied annotations are typed.
import { test } from "node:test";
import assert from "node:assert/strict";
import { PHONE, on, overflow, violations } from "./browser.mjs";
import { compiled, typed } from "./typed.mjs";

const COPYING = { permissions: ["clipboard-read", "clipboard-write"] };

/** Copies what is to be typed, and compares what the compiler then says with what the page says now. */
async function keepsItsWord(page, name) {
  const box = page.locator("#what-if details[open]").first();
  const judgement = await box.locator(".judgement").innerText();
  await box.getByRole("button", { name: "Copy annotations" }).click();
  await box.locator("button.copy", { hasText: "Copied" }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const promised = await page.evaluate(() => {
    const found = foveaWhatIfView.whatIf.compute(foveaWhatIfView.numbers());
    return foveaWhatIfView.whatIf.report.layers.map((layer, index) => ({ name: layer.name, isAbsent: found.isAbsent(index),
      isTold: found.isTold(index), sizes: found.sizes[index], field: found.field(index).map(axis => axis.size) }))
      .filter(layer => !layer.isAbsent);
  });
  const report = compiled(name, source => typed(source, copied));
  const rules = report.diagnostics.map(one => one.rule).filter(rule => /^(Dilation|CoverageHole)/.test(rule));
  assert.equal(judgement.startsWith("✓"), rules.length === 0, `${judgement}: ${rules}`);
  rules.forEach(rule => assert.ok(judgement.includes(rule), `${judgement}: ${rule}`));
  let compared = 0;
  report.layers.forEach((layer, index) => {
    assert.equal(promised[index].name, layer.name);
    if (promised[index].isTold) {
      assert.deepEqual(promised[index].sizes, layer.shape.size, layer.name);
      promised[index].field.forEach((size, axis) => {
        if (size !== null && layer.field[axis].jump !== null) {
          assert.equal(size, layer.field[axis].size, layer.name);
          compared++;
        }
      });
    }
  });
  assert.ok(compared >= report.layers.length, compared + " fields");
}

test("a proposal is tried by its button, and keeps its word as typed", async () => {
  await on("dev.fovea.sample.DeepLabV3.html", COPYING, async page => {
    const judgement = page.locator("#what-if .judgement").first();
    assert.match(await judgement.innerText(), /^✗ DilationCommonDivisor/);
    await page.locator("#what-if button", { hasText: "Try rates 2, 3, 9" }).click();
    assert.match(await judgement.innerText(), /^✓/);
    await keepsItsWord(page, "DeepLabV3");
    await page.locator("#what-if button", { hasText: "As it is written" }).first().click();
    assert.match(await judgement.innerText(), /^✗/);
  });
});

test("rates typed by key are judged at once, and keep their word as typed", async () => {
  await on("dev.fovea.sample.YuKoltunContext.html", COPYING, async page => {
    const rate = page.getByLabel("rate of layer3");
    await rate.fill("9");
    assert.match(await page.locator("#what-if .judgement").innerText(), /^✗ DilationGap/);
    assert.match(await page.locator("#what-if dl").innerText(), /M2 = \d+ > K = 3/);
    await keepsItsWord(page, "YuKoltunContext");
    await rate.focus();
    for (let i = 0; i < 6; i++) {
      await page.keyboard.press("ArrowDown");
    }
    assert.equal(await rate.inputValue(), "3");
    await keepsItsWord(page, "YuKoltunContext");
    await rate.fill("0");
    assert.equal(await rate.getAttribute("aria-invalid"), "true");
  });
});

test("stacks to be edited fit a phone, in both schemes", async () => {
  for (const colorScheme of ["light", "dark"]) {
    await on("dev.fovea.sample.WaveNet.html", { colorScheme, viewport: PHONE }, async page => {
      await page.locator("#what-if input").nth(1).fill("5");
      assert.ok(await page.evaluate(overflow) <= 0);
      assert.deepEqual(await violations(page), []);
    });
  }
});

test("an edit is answered at once in a network with many joints", async () => {
  await on("dev.fovea.sample.U2Net.html", {}, async page => {
    const times = await page.evaluate(() => Array.from({ length: 6 }, (none, i) => {
      const input = document.querySelector("#what-if details[open] input[aria-label^=rate]");
      input.value = 1 + i % 3;
      const start = performance.now();
      input.dispatchEvent(new Event("input"));
      return performance.now() - start;
    }));
    assert.ok(Math.min(...times) < 100, times.join(" ms, "));
  });
});
