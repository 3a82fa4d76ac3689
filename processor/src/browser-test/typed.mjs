// What a page offers to be typed, typed into the model's source, and what the compiler then reports.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";

const { FOVEA_JAVAC: javac, FOVEA_PROCESSOR: processor, FOVEA_ANNOTATIONS: annotations, FOVEA_SOURCES: sources } = process.env;

/** The source with an annotation of a member replaced by a whole one. */
function replaced(text, member, annotation) {
  const kind = annotation.slice(0, annotation.indexOf("(") + 1);
  const start = text.lastIndexOf(kind, text.search(new RegExp(`\\b${member};`)));
  let end = start + kind.length;
  for (let open = 1; open > 0; end++) {
    open += text[end] === "(" ? 1 : text[end] === ")" ? -1 : 0;
  }
  return text.slice(0, start) + annotation + text.slice(end);
}

/** The source with what was copied, attributes or whole annotations, at the members that they name. */
export function typed(source, copied) {
  let text = source;
  const lines = copied.split("\n");
  for (let i = 0; i < lines.length; i += 2) {
    const member = lines[i].replace(/^\/\/ (.*\.)?/, "").replaceAll("$", "\\$");
    if (lines[i + 1].startsWith("@")) {
      text = replaced(text, member, lines[i + 1]);
      continue;
    }
    for (const attribute of lines[i + 1].split(/, (?=\w+ = )/)) {
      const [name, value] = attribute.split(" = ");
      const declared = new RegExp(`\\b${name} = (\\{[^}]*\\}|[\\w.]+)(?=[^;]*\\b${member};)`);
      const before = text.lastIndexOf(";", text.search(new RegExp(`\\b${member};`))) + 1;
      text = text.slice(0, before) + text.slice(before).replace(declared, `${name} = ${value}`);
    }
  }
  assert.notEqual(text, source);
  return text;
}

/** The report of a model of the zoo after an edit. */
export function compiled(name, edit, source = `${sources}/dev/fovea/sample/${name}.java`) {
  const folder = `typed/${process.pid}/${name}`;
  mkdirSync(folder + "/out", { recursive: true });
  writeFileSync(`${folder}/${name}.java`, edit(readFileSync(source, "utf8")));
  execFileSync(javac, ["--release", "17", "-encoding", "UTF-8", "-implicit:none", "-d", folder + "/out", "-cp", annotations,
    "-sourcepath", sources, "-processorpath", `${processor}:${annotations}`, "-Afovea.severity=all=warning", `${folder}/${name}.java`],
  { stdio: "pipe" });
  return JSON.parse(readFileSync(`${folder}/out/META-INF/fovea/${source.startsWith(sources) ? "dev.fovea.sample." : ""}${name}.json`, "utf8"));
}
