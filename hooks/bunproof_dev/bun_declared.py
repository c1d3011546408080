"""The names that `bun-types` declares as types and nothing more, by the TypeScript compiler, which Bun itself runs."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile

_SCRIPT = """
import ts from "TYPESCRIPT";
const options = { skipLibCheck: true, types: [], moduleResolution: ts.ModuleResolutionKind.Bundler, module: ts.ModuleKind.ESNext };
const checker = ts.createProgram([process.argv[2]], options).getTypeChecker();
const out = {};
for (const module of checker.getAmbientModules()) {
  const name = module.name.slice(1, -1);
  if (name !== "bun" && !name.startsWith("bun:")) continue;
  out[name] = checker.getExportsOfModule(module).filter((each) => {
    const symbol = each.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(each) : each;
    return !(symbol.flags & ts.SymbolFlags.Value) && symbol.flags & (ts.SymbolFlags.Type | ts.SymbolFlags.Namespace);
  }).map((each) => each.name).sort();
}
console.log(JSON.stringify(out));
"""


def type_only(binary: str, types: str, typescript: str) -> dict[str, list[str]]:
    """Module to names. `types` and `typescript` are unpacked packages. Raises CalledProcessError."""
    with tempfile.TemporaryDirectory() as folder:
        script = os.path.join(folder, "declared.mjs")
        with open(script, "w", encoding="utf-8") as file:
            file.write(_SCRIPT.replace("TYPESCRIPT", os.path.abspath(f"{typescript}/lib/typescript.js")))
        command = [binary, script, os.path.abspath(f"{types}/index.d.ts")]
        done = subprocess.run(command, check=True, capture_output=True, timeout=300)
    found: dict[str, list[str]] = json.loads(done.stdout)
    return found
