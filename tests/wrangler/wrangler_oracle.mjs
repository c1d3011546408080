// What a real wrangler says of files: a path a line on stdin, a line of [environment, [error, warning], texts] each on stdout.
//   node wrangler_oracle.mjs FOLDER < paths      FOLDER holds node_modules/wrangler
import { createRequire } from "node:module";
import { appendFileSync, copyFileSync } from "node:fs";
import path from "node:path";
import readline from "node:readline";

process.env.WRANGLER_SEND_METRICS = "false";
delete process.env.CLOUDFLARE_ENV;
const dist = path.resolve(process.argv[2], "node_modules/wrangler/wrangler-dist");
const copy = path.join(dist, "cli-judge.js");
copyFileSync(path.join(dist, "cli.js"), copy);
appendFileSync(copy, `\n;module.exports.__judge = { normalizeAndValidateConfig, validatePagesConfig, isPagesConfig,
  get read() { return typeof experimental_readRawConfig !== "undefined" ? experimental_readRawConfig : exports.experimental_readRawConfig; } };\n`);
const wrangler = createRequire(copy)(copy).__judge;

const texts = (found, level) => found[level].concat(...found.children.map((child) => texts(child, level)));
function judge(file, env) {
  let names = [];
  try {
    const { rawConfig, configPath } = wrangler.read({ config: file }, {});
    if (rawConfig?.env && typeof rawConfig.env === "object") names = Object.keys(rawConfig.env);
    const pages = wrangler.isPagesConfig(rawConfig), projectName = rawConfig?.name;
    const checked = wrangler.normalizeAndValidateConfig(rawConfig, configPath, configPath, { env });
    const all = [checked.diagnostics];
    if (pages && !checked.diagnostics.hasErrors()) all.push(wrangler.validatePagesConfig(checked.config, names, projectName));
    const errors = all.flatMap((each) => texts(each, "errors")), warnings = all.flatMap((each) => texts(each, "warnings"));
    return { names, verdict: [errors.length > 0, warnings.length > 0], texts: [...errors, ...warnings].map((text) => String(text).slice(0, 200)) };
  } catch (error) {
    return { names, verdict: [true, false], texts: [`thrown: ${String(error.message).slice(0, 200)}`] };
  }
}
for await (const line of readline.createInterface({ input: process.stdin })) {
  if (!line.trim()) continue;
  const top = judge(line), answers = [[null, top.verdict, top.texts]];
  for (const name of top.names) {
    const found = judge(line, name);
    answers.push([name, found.verdict, found.texts]);
  }
  console.log(JSON.stringify(answers));
}
