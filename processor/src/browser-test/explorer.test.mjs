// The field explorer as its reader has it: by mouse and by keyboard, with a picture of one's own.
import { test } from "node:test";
import assert from "node:assert/strict";
import { DESK, PHONE, on, overflow, violations } from "./browser.mjs";

const answer = page => page.locator("#explorer-answer").innerText();

/** Waits for the answer to speak of something, and returns it. */
async function says(page, text) {
  await page.locator("#explorer-answer", { hasText: text }).waitFor();
  return answer(page);
}

/** Points at a unit or a pixel of a picture in which `all` of them stand in a row. */
async function point(page, id, row, column, all) {
  const canvas = page.locator("#explorer-" + id);
  await canvas.scrollIntoViewIfNeeded();
  const box = await canvas.boundingBox();
  await page.mouse.move(box.x + (column + 0.5) * box.width / all, box.y + (row + 0.5) * box.height / all);
}

/** The colour of a place of the input's picture, as in a style sheet; negative places are from the end. */
function colour([x, y]) {
  const shown = document.getElementById("explorer-input");
  const copy = document.createElement("canvas");
  copy.width = copy.height = 1;
  const context = copy.getContext("2d", { willReadFrequently: true });
  context.drawImage(shown, -(x < 0 ? shown.width + x : x), -(y < 0 ? shown.height + y : y));
  return Array.from(context.getImageData(0, 0, 1, 1).data).join();
}

test("a unit is pointed at, and the pixels that it reads are said and shown", async () => {
  await on("dev.fovea.sample.ResNet50.html", {}, async page => {
    await page.locator("#explorer-layer").selectOption({ label: "layer4[2].sum (Residual)" });
    await point(page, "map", 0, 6, 7);
    assert.equal(await says(page, "Unit (0, 6)"), "Unit (0, 6) of layer4[2].sum reads all 182,329 pixels of its field 427×427"
      + " (rows -213 to 213, columns -21 to 405); 47,936 of them within the input.");
    assert.ok(await page.locator("[data-shows=padding]").isVisible());
    assert.ok(!await page.locator("[data-shows=unread]").isVisible());
    const read = await page.evaluate(() => getComputedStyle(document.querySelector(".swatch.read")).backgroundColor);
    assert.equal("rgb(" + (await page.evaluate(colour, [200, 300])).replace(/,255$/, "").replaceAll(",", ", ") + ")", read);
  });
});

test("layers, units and pixels are chosen by keys", async () => {
  await on("dev.fovea.sample.DilatedHead.html", {}, async page => {
    await page.locator("#explorer-depth").focus();
    await page.keyboard.press("Home");
    await says(page, " of reduce ");
    await page.keyboard.press("ArrowRight");
    await says(page, " of near ");
    await page.locator("#explorer-map").focus();
    const before = await page.locator("#explorer-unit input").evaluateAll(all => all.map(input => Number(input.value)));
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await says(page, `Unit (${before[0] + 2}, ${before[1] + 1}) of near`);
    await page.locator("#explorer-input").focus();
    await page.keyboard.press("ArrowLeft");
    assert.equal(await says(page, "Pixel ("), "Pixel (0, -1) is seen by 9 units of near: rows -1 to 1, columns -2 to 0.");
    assert.ok(await page.locator("[data-shows=seeing]").isVisible());
    await page.locator("#explorer-unit input").first().fill("0");
    await says(page, "Unit (0, ");
  });
});

test("what is pointed at in the input is seen by the units that are shown", async () => {
  await on("dev.fovea.sample.ResNet50.html", {}, async page => {
    await page.locator("#explorer-layer").selectOption("0");
    await page.locator("#explorer-pixel input").first().fill("0");
    await page.locator("#explorer-pixel input").last().fill("100");
    assert.equal(await says(page, "Pixel (0, 100)"), "Pixel (0, 100) is seen by 6 units of stem.conv1: rows 0 to 1, columns 49 to 51.");
  });
});

test("a picture of one's own is shown below the field, and never fetched", async () => {
  await on("dev.fovea.sample.UNet.html", {}, async page => {
    await page.locator("#explorer-layer").selectOption("0");
    await page.locator("#explorer-unit input").first().fill("0");
    await says(page, "Unit (0, ");
    const red = await page.evaluate(() => {
      const canvas = document.createElement("canvas");
      canvas.getContext("2d").fillStyle = "#ff0000";
      canvas.getContext("2d").fillRect(0, 0, canvas.width, canvas.height);
      return canvas.toDataURL("image/png").split(",")[1];
    });
    await page.locator("#explorer-picture").setInputFiles({ name: "red.png", mimeType: "image/png", buffer: Buffer.from(red, "base64") });
    await page.waitForFunction("(" + colour + ")([20, -20]) === '255,0,0,255'");
    await page.locator("#explorer-picture").setInputFiles({ name: "no.png", mimeType: "image/png", buffer: Buffer.from("no") });
    await says(page, "cannot show this file");
  });
});

test("the explorer fits a phone in both schemes", async () => {
  for (const [name, colorScheme] of [["dev.fovea.sample.Aspp", "light"], ["dev.fovea.sample.C3d", "dark"]]) {
    await on(name + ".html", { colorScheme, viewport: PHONE }, async page => {
      assert.ok(await page.evaluate(overflow) <= 0);
      await page.locator("#explorer-input").click();
      assert.deepEqual(await violations(page), []);
    });
  }
});

/** Milliseconds of answers, by what was asked; each is asked for again while another program may have been what took time. */
function slow(most) {
  const report = JSON.parse(document.getElementById("report").textContent);
  const once = () => {
    const start = performance.now();
    foveaExplorer.draw();
    return performance.now() - start;
  };
  const found = [];
  const asked = Math.min(report.layers.length, 15);
  for (let i = 1; i <= asked; i++) {
    const index = Math.floor(i * report.layers.length / asked) - 1;
    foveaExplorer.show(index);
    const fields = report.layers[index].field.map(axis => axis.size);
    for (const of of ["unit", "pixel"]) {
      foveaExplorer.state.of = of;
      let time = once();
      for (let tries = 0; tries < 20 && time >= most; tries++) {
        time = Math.min(time, once());
      }
      if (time >= most && fields.every(size => size <= 1000)) {
        found.push(`${of} of ${report.layers[index].name} (${fields}): ${time} ms`);
      }
    }
  }
  return found;
}

test("the explorer answers within one frame of 60 a second for fields of up to 1,000 pixels", async () => {
  for (const name of ["dev.fovea.sample.EspNet", "dev.fovea.sample.U2Net", "Flat"]) {
    await on(name + ".html", { viewport: DESK }, async page => assert.deepEqual(await page.evaluate(slow, 16), [], name));
  }
});
