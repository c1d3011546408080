"""The files that esbuild reads as code."""

from __future__ import annotations

SCRIPTS = (".js", ".jsx", ".mjs", ".cjs", ".ts", ".tsx", ".mts", ".cts")
