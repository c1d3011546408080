"""The manifest's regexes find exactly what the product would pick itself."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from pre_commit.clientlib import load_manifest

from bunproof.hooks import HOOKS, Claims
from bunproof_dev import manifest

PATH = Path(__file__).parents[2] / ".pre-commit-hooks.yaml"
REGEXES = {hook["id"]: re.compile(hook["files"]) for hook in yaml.safe_load(PATH.read_text())}
ORDER = ("bun-imports", "placeholder-credentials", "wrangler-config", "ci-workflow")

# path -> which of the four hooks (in ORDER) see it; the all-in-one hook sees whatever any of them does
CASES = {
    "src/index.ts": "BP--",
    "a.mts": "BP--",
    "a.cts": "BP--",
    "a.d.ts": "BP--",
    "App.vue": "BP--",
    "pages/index.astro": "BP--",
    "wrangler.toml": "BPWC",
    "apps/api/wrangler.jsonc": "BPWC",
    "wrangler.staging.toml": "BPWC",
    "src/wrangler-auth.toml": "BPWC",
    "wrangler.toml.example": "----",
    "my-wrangler.toml": "-P--",
    ".env": "-P--",
    ".env.production": "-P--",
    "deploy/variables.env": "-P--",
    ".dev.vars": "-P--",
    ".dev.vars.staging": "-P--",
    "environment.ts": "BP--",
    "package.json": "BPWC",
    "packages/db/package.json": "BPWC",
    "package.json5": "-P--",
    "bun.lock": "B-WC",
    "bun.lockb": "B-WC",
    "pnpm-lock.yaml": "BPWC",
    "yarn.lock": "B-WC",
    "tsconfig.base.json": "BP--",
    ".bun-version": "B--C",
    ".tool-versions": "B--C",
    "mise.toml": "BP-C",
    "Dockerfile": "BP--",
    "api.Dockerfile": "BP--",
    ".github/workflows/ci.yml": "BP-C",
    "sub/.github/workflows/ci.yml": "-P--",
    ".pre-commit-config.yaml": "-P-C",
    "bunproof.toml": "BPWC",
    "src/Index.TS": "BP--",
    "a.d.TS": "BP--",
    "CONFIG.YML": "-P--",
    "PROD.ENV": "-P--",
    ".ENV": "-P--",
    "dockerfile": "-P--",
    "WRANGLER.TOML": "-P--",
    "PACKAGE.JSON": "-P--",
    "README.md": "----",
    "image.png": "----",
    "bun.ts/readme": "----",
}


@pytest.mark.parametrize(("path", "seen"), CASES.items(), ids=CASES)
def test_which_hooks_see_a_path(path, seen) -> None:
    expected = {hook for hook, letter in zip(ORDER, seen, strict=True) if letter != "-"}
    assert {hook for hook in ORDER if REGEXES[hook].search(path)} == expected
    assert bool(REGEXES["bunproof"].search(path)) is bool(expected)


@pytest.mark.parametrize("path", CASES)
def test_the_product_and_the_manifest_agree(path) -> None:
    for hook in HOOKS:
        assert hook.names.match(path) is bool(REGEXES[hook.id].search(path)), hook.id
    claims = Claims(HOOKS)
    for _ in range(2):  # asked twice: the second answer is remembered
        assert claims.of(path) == tuple(hook for hook in HOOKS if hook.names.match(path))


def test_it_is_up_to_date() -> None:
    assert PATH.read_text() == manifest.manifest()


def test_it_is_valid_and_every_hook_sees_its_files_at_once() -> None:
    hooks = load_manifest(str(PATH))
    assert [hook["id"] for hook in hooks] == [*ORDER, "bunproof"]
    assert all(hook["require_serial"] and not hook["types_or"] for hook in hooks)
