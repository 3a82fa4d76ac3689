// One Chromium for the tests of a file, and pages in it that nothing may go wrong on.
import { after, before } from "node:test";
import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";

export const FOLDER = new URL("pages/", pathToFileURL(process.cwd() + "/"));
export const PHONE = { width: 375, height: 812 };
export const DESK = { width: 1280, height: 900 };

const AXE = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

let browser;
before(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
  });
});
after(() => browser.close());

/** What pages share that are opened in turn. */
export const context = options => browser.newContext({ viewport: DESK, ...options });

/** Opens a page, does something on it, and asserts that nothing went wrong meanwhile and nothing was fetched. */
export async function on(name, options, action) {
  const own = await context(options);
  const result = await within(own, name, action);
  await own.close();
  return result;
}

/** The same in a context that there is already. */
export async function within(context, name, action) {
  const page = await context.newPage();
  const wrong = [];
  page.on("console", message => wrong.push(message.type() + ": " + message.text()));
  page.on("pageerror", error => wrong.push(error.message));
  page.on("dialog", dialog => wrong.push("dialog: " + dialog.message()));
  page.on("request", request => request.url().startsWith(FOLDER.href) || wrong.push("fetched " + request.url()));
  await page.goto(new URL(name, FOLDER).href);
  const result = await action(page);
  assert.deepEqual(wrong, [], name);
  await page.close();
  return result;
}

/** @param rules of axe-core, where not all are asked for */
export async function violations(page, ...rules) {
  await page.evaluate(AXE);
  const options = { resultTypes: ["violations"], ...(rules.length ? { runOnly: rules } : {}) };
  const result = await page.evaluate(options => globalThis.axe.run(document, options), options);
  return result.violations.map(one => `${one.id}: ${one.nodes.slice(0, 3).map(node => node.html).join(" | ")}`);
}

/**
 * Removes all but a few of siblings that are alike down to their leaves, texts and numbers aside: axe-core's time grows with
 * their number. Returns, for each section, its elements as axe-core sees them, each in all that it stands in.
 */
export function thin() {
  const KEPT = 3;
  const own = element => {
    const attributes = Array.from(element.attributes, one => /^(class|role|type|hidden|tabindex|scope|aria-(hidden|pressed|expanded))$/.test(one.name)
      ? one.name + "=" + one.value : one.name).filter(name => !name.startsWith("data-")).sort().join(" ");
    return element.tagName + "[" + attributes + "]" + (element.textContent.trim() ? "t" : "");
  };
  const signature = element => {
    const seen = new Map();
    // A copy, since the children are removed meanwhile.
    const inside = [...element.children].map(child => {
      const one = child.tagName === "WBR" ? "" : signature(child);
      seen.set(one, (seen.get(one) || 0) + 1);
      if (seen.get(one) > KEPT && element.tagName !== "TR") {
        child.remove();
        return "";
      }
      return one;
    });
    return own(element) + "(" + inside.join("") + ")";
  };
  signature(document.body);
  const places = (element, above) => {
    const place = above + ">" + own(element);
    return [place, ...[...element.children].flatMap(child => places(child, place))];
  };
  return [...document.querySelectorAll("section")].map(section => places(section, ""));
}

/** Removes the sections at some places, but for those whose scripts draw them anew in the other scheme. */
export const without = places => [...document.querySelectorAll("section")].forEach((section, i) =>
  places.includes(i) && !["explorer", "what-if"].includes(section.id) && section.remove());

export const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
