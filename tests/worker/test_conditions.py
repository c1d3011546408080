"""Which branches are dropped: as recorded from the esbuild of wrangler."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path

import pytest

from bunproof.source import Source
from bunproof.worker.records import records

HERE = Path(__file__).parent
RECORD = json.loads((HERE / "recorded_conditions.json").read_text())


def load():
    spec = importlib.util.spec_from_file_location("conditions", HERE / "conditions.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["conditions"] = module
    spec.loader.exec_module(module)
    return module


CONDITIONS = load()


@pytest.mark.parametrize("expression", CONDITIONS.EXPRESSIONS)
def test_a_branch_is_kept_where_esbuild_keeps_it(expression):
    kept = ""
    for place in CONDITIONS.PLACES:
        source = Source("m.js", CONDITIONS.script(expression, place).encode())
        kept += "k" if records(source, CONDITIONS.DEFINE, None) else "-"
    seen = dict(zip(CONDITIONS.PLACES, RECORD[expression], strict=True))
    assert dict(zip(CONDITIONS.PLACES, kept, strict=True)) == seen
