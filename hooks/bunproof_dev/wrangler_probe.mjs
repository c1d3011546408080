// Asks the validator of an installed wrangler which keys it knows, and prints the answer as JSON.
//   node wrangler_probe.mjs FOLDER SAMPLES KEY...
// SAMPLES is a file of configurations, one a line, that use as many keys as possible. KEY... are further keys of the top
// level to ask about, besides those of the schema.
import { createRequire } from "node:module";
import { copyFileSync, appendFileSync, readFileSync } from "node:fs";
import path from "node:path";

process.env.WRANGLER_SEND_METRICS = "false";
const [folder, samples, ...candidates] = process.argv.slice(2);
const dist = path.join(path.resolve(folder), "node_modules/wrangler/wrangler-dist");
const probe = path.join(dist, "cli-probe.js");
copyFileSync(path.join(dist, "cli.js"), probe);
appendFileSync(probe, "\n;module.exports.__probe = { normalizeAndValidateConfig };\n");
const validate = createRequire(probe)(probe).__probe.normalizeAndValidateConfig;

const texts = (found, level) => found[level].concat(...found.children.map((child) => texts(child, level)));
const at = path.join(path.resolve(folder), "wrangler.json");
function judge(config, env) {
  try {
    const { config: result, diagnostics } = validate(config, at, at, { env });
    return { result, errors: texts(diagnostics, "errors"), warnings: texts(diagnostics, "warnings") };
  } catch {
    return { result: {}, errors: [], warnings: [] };
  }
}
const schema = JSON.parse(readFileSync(path.join(dist, "../config-schema.json"), "utf8"));
const keys = new Set([
  ...Object.keys(judge({}).result), ...Object.keys((schema.definitions.RawConfig ?? schema).properties), ...candidates,
]);
const unexpected = (warnings, where, key) =>
  warnings.some((text) => text.startsWith(`Unexpected fields found in ${where} field`) && text.includes(`"${key}"`));
const given = (key) => [
  [{ binding: "PROBE" }], { bindings: [{ name: "PROBE" }] }, { producers: [{ binding: "PROBE" }] },
  { required: ["PROBE"] }, { PROBE: "x" },
].map((value) => (key === "vars" ? { vars: value, version_metadata: { binding: "PROBE" } } : { vars: { PROBE: "x" }, [key]: value }));
const answer = { known: [], environment: [], own: [], bindings: [], removed: [] };
for (const key of [...keys].sort()) {
  if (judge({ [key]: {} }).errors.some((text) => text.includes("no longer supported"))) answer.removed.push(key);
  else if (!unexpected(judge({ [key]: {} }).warnings, "top-level", key)) answer.known.push(key);
  else continue;
  const inside = judge({ env: { e: { [key]: {} } } }, "e");
  if (answer.known.at(-1) === key && !unexpected(inside.warnings, "env.e", key)) answer.environment.push(key);
  const lacking = judge({ [key]: {}, env: { e: {} } }, "e").warnings;
  if (lacking.some((text) => text.includes(`"${key}" exists at the top level, but not on`))) answer.own.push(key);
  if (given(key).some((config) => judge(config).errors.some((text) => text.includes("PROBE assigned to")))) answer.bindings.push(key);
}
const lacking = new Set();
for (const line of readFileSync(samples, "utf8").split("\n").filter(Boolean))
  for (const text of judge(JSON.parse(line)).warnings) {
    const [, where, names] = /^Unexpected fields found in (\S+) field: (.*)$/.exec(text) ?? [];
    if (where && where !== "top-level")
      for (const name of names.matchAll(/"([^"]+)"/g)) lacking.add(`${where.replace(/\[\d+\]/g, "")}.${name[1]}`);
  }
answer.lacking = [...lacking].sort();
answer.open = !unexpected(judge({ env: { e: { no_such_key: {} } } }, "e").warnings, "env.e", "no_such_key");
console.log(JSON.stringify(answer));
