"""`bunproof versions`: which Bun and which wrangler count, folder by folder, and which file and line says so."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from bunproof.bun.releases import NAMES, NEWEST, OLDEST
from bunproof.bun.versions import scope_of, versions_of
from bunproof.hooks import is_configuration
from bunproof.report import say
from bunproof.report.style import choose
from bunproof.run import open_project
from bunproof.wrangler.releases import NEWEST as NEWEST_WRANGLER
from bunproof.wrangler.releases import find_release
from bunproof.wrangler.versions import find_version

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.arguments import Options
    from bunproof.bun.pins import Bun, Pin
    from bunproof.project import Project
    from bunproof.report.style import Style


def versions(options: Options) -> int:
    """Print them. Raises UsageError outside of a repository."""
    project = open_project(options)
    if options.format == "json":
        say(_json(project))
    else:
        say("\n".join(_text(project, choose(options.color, sys.stdout))) + "\n")
    return 0


def _text(project: Project, style: Style) -> Iterator[str]:
    yield style.paint("bold", "Bun") + f" (known: {OLDEST} to {NEWEST})"
    for folder, bun in _folders(project):
        yield f"  {folder or '.'}: {_judged(bun)}"
        for pin in bun.pins:
            yield style.code(f"    {pin.words}")
        for pin in bun.others():
            yield style.code(f"    not counted here: {pin.words}")
    yield style.paint("bold", "wrangler") + f" (known: up to {NEWEST_WRANGLER})"
    found = list(_configurations(project))
    for path in found:
        pinned = find_version(project, path)
        words = pinned.words if pinned else "nothing names a version"
        newer = ", newer than what is known" if pinned and find_release(pinned.release).newer else ""
        yield style.code(f"  {path}: {words}{newer}")
    if not found:
        yield "  no configuration"


def _judged(bun: Bun) -> str:
    releases = bun.allowed.releases
    first, last = NAMES[releases[0]], NAMES[releases[-1]]
    if bun.allowed.newer:
        return f"newer than {NEWEST}: names that no known release has are not reported"
    if not bun.pins:
        return f"nothing says which Bun, so every release since {OLDEST} counts"
    return f"judged by {first}" if first == last else f"judged by {len(releases)} releases, {first} to {last}"


def _folders(project: Project) -> Iterator[tuple[str, Bun]]:
    """The repository's root, and every folder that something declares a version for."""
    known = versions_of(project)
    folders = {scope_of(pin.path) for pin in known.declared() if pin.path}
    for folder in sorted({"", *folders}):
        yield folder, known.of(f"{folder}/-" if folder else "-")


def _configurations(project: Project) -> Iterator[str]:
    for path in project.tree.names_with("wrangler"):
        if is_configuration(path) and "node_modules/" not in path:
            yield path


def _json(project: Project) -> str:
    import json  # the list for people needs none

    from bunproof.about import __version__

    folders = [
        {
            "folder": folder or ".",
            "oldest": NAMES[bun.allowed.releases[0]],
            "newest": NAMES[bun.allowed.releases[-1]],
            "newer_than_tables": bun.allowed.newer,
            "pins": [_pin(pin) for pin in bun.pins],
            "others": [_pin(pin) for pin in bun.others()],
        }
        for folder, bun in _folders(project)
    ]
    wrangler = []
    for path in _configurations(project):
        pinned = find_version(project, path)
        said = (
            {"version": pinned.version, "by": pinned.path, "line": pinned.line, "key": pinned.key} if pinned else None
        )
        wrangler.append({"path": path, "pinned": said})
    tables = {"oldest": OLDEST, "newest": NEWEST}
    report = {
        "version": 1,
        "bunproof": __version__,
        "bun": {"tables": tables, "folders": folders},
        "wrangler": wrangler,
    }
    return json.dumps(report, indent=2) + "\n"


def _pin(pin: Pin) -> dict[str, object]:
    return {"version": pin.text, "by": pin.path or None, "line": pin.line, "key": pin.key}
