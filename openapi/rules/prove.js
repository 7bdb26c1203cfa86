// Proves that the rules can fail: good.json breaks none, and each change of it in broken.json breaks the one rule it
// stands under and no other. A rule of ours without such a change is itself refused.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const home = dirname(here);
const documents = join(home, "target", "broken");
const good = JSON.parse(readFileSync(join(here, "good.json"), "utf8"));
const broken = JSON.parse(readFileSync(join(here, "broken.json"), "utf8"));
const mistakes = [];

// A merge patch (RFC 7396). A text "@/path" stands for what the good document has at that path.
function patched(target, patch) {
  if (typeof patch === "string" && patch.startsWith("@/")) {
    return good.paths[patch.slice(1)];
  }
  if (patch === null || typeof patch !== "object" || Array.isArray(patch)) {
    return patch;
  }
  const result = target !== null && typeof target === "object" && !Array.isArray(target) ? { ...target } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) {
      delete result[name];
    } else {
      result[name] = patched(result[name], value);
    }
  }
  return result;
}

// The rules that each document breaks, by the document's name.
function findings(linter, args, read) {
  const run = spawnSync(process.execPath, args, { cwd: home, encoding: "utf8", maxBuffer: 1 << 26 });
  const found = {};
  let list;
  try {
    list = read(run.stdout);
  } catch {
    throw new Error(`${linter} did not answer in JSON:\n${run.stdout}\n${run.stderr}`);
  }
  for (const { file, rule } of list) {
    (found[basename(file)] ??= new Set()).add(rule);
  }
  return found;
}

function spectral(files) {
  return findings(
    "Spectral",
    ["node_modules/@stoplight/spectral-cli/dist/index.js", "lint", ...files, "-r", "rules/spectral.yaml", "-f", "json", "--quiet"],
    (text) => JSON.parse(text).map((finding) => ({ file: finding.source, rule: finding.code })),
  );
}

function redocly(files) {
  return findings(
    "Redocly",
    ["node_modules/@redocly/cli/bin/cli.js", "lint", ...files, "--config", "redocly.yaml", "--format", "json"],
    // One JSON document after the other, one for each file.
    (text) =>
      JSON.parse(`[${text.replaceAll(/^\}\{/gm, "},{")}]`)
        .flatMap(({ problems }) => problems)
        .map((problem) => ({ file: problem.location[0].source.ref, rule: problem.ruleId })),
  );
}

function prove(linter, lint) {
  const expected = { "good.json": [] };
  writeFileSync(join(documents, "good.json"), JSON.stringify(good));
  for (const [rule, patches] of Object.entries(broken[linter])) {
    patches.forEach((patch, index) => {
      const name = `${rule}-${index + 1}.json`;
      expected[name] = [rule];
      writeFileSync(join(documents, name), JSON.stringify(patched(good, patch)));
    });
  }
  const found = lint(Object.keys(expected).map((name) => join("target", "broken", name)));
  for (const [name, rules] of Object.entries(expected)) {
    const broke = [...(found[name] ?? [])];
    if (broke.join() !== rules.join()) {
      mistakes.push(`${name} breaks ${broke.join(", ") || "no rule"}; expected: ${rules.join(", ") || "none"}`);
    }
  }
  return Object.keys(expected).length - 1;
}

rmSync(documents, { recursive: true, force: true });
mkdirSync(documents, { recursive: true });

const own = [...readFileSync(join(here, "spectral.yaml"), "utf8").matchAll(/^  ([a-z0-9-]+):$/gm)].map((match) => match[1]);
for (const rule of own.filter((name) => !(name in broken.spectral))) {
  mistakes.push(`broken.json has nothing that breaks ${rule}`);
}

const proved = prove("spectral", spectral) + prove("redocly", redocly);
if (mistakes.length > 0) {
  console.error(mistakes.join("\n"));
  process.exit(1);
}
console.log(`${own.length} rules of our own; ${proved} broken documents refused, each for its own reason.`);
