"""Our hooks into a hook configuration that is there already, without touching a byte of the rest.

Text is put in at the one right place, and the result is read again: it must say what the file said before plus our
entry, or nothing is changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bunproof.about import REPOSITORY, __version__
from bunproof.hooks import ALL_IN_ONE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from yaml.events import Event

REVISION = f"v{__version__}"
ENTRY: dict[str, object] = {"repo": REPOSITORY, "rev": REVISION, "hooks": [{"id": ALL_IN_ONE}]}
_FLOW = f"{{repo: {REPOSITORY}, rev: {REVISION}, hooks: [{{id: {ALL_IN_ONE}}}]}}"
TOML = f"""\
[[repos]]
repo = "{REPOSITORY}"
rev = "{REVISION}"
hooks = [{{ id = "{ALL_IN_ONE}" }}]
"""
LEFTHOOK = """\
pre-commit:
  commands:
    bunproof:
      run: bunproof check --staged
"""


class _Style(NamedTuple):
    """Where an entry's marks stand: the dash of the entry, its keys, the dash of a hook, a hook's keys."""

    dash: int = 2
    keys: int = 4
    hook_dash: int = 6
    hook_keys: int = 8
    spaced: bool = False


def new_file() -> str:
    """A hook configuration that holds nothing but our entry."""
    return "repos:\n" + _block(_Style())


def into_yaml(text: str) -> str | None:
    """The configuration with our entry at the end of `repos`; None where that cannot be done safely.

    Raises ValueError (a YAMLError's text) for what is not YAML.
    """
    import yaml

    try:
        events = list(yaml.parse(text, Loader=yaml.SafeLoader))
        before = yaml.safe_load(text)
    except (yaml.YAMLError, RecursionError) as error:
        raise ValueError(" ".join(str(error).split())) from None
    newline = "\r\n" if "\r\n" in text else "\n"
    for at, inserted in _candidates(text, events):
        ours = inserted.replace("\n", newline)
        after = text[:at] + ours + text[at:]
        try:
            if _says_more(before, yaml.safe_load(after)):
                return after
        except yaml.YAMLError:
            continue
    return None


def into_toml(text: str) -> str | None:
    """prek.toml with our entry at its end; None where that cannot be done safely. Raises ValueError for broken TOML."""
    import tomli

    before = tomli.loads(text)
    newline = "\r\n" if "\r\n" in text else "\n"
    gap = "" if not text else "\n" if text.endswith("\n") else "\n\n"
    after = text + (gap + TOML).replace("\n", newline)
    try:
        return after if _says_more(before, tomli.loads(after)) else None
    except tomli.TOMLDecodeError:
        return None


def _says_more(before: object, after: object) -> bool:
    """Whether nothing has changed but that our entry is the last one."""
    if before is None:
        before = {}
    if not isinstance(before, dict) or not isinstance(after, dict):
        return False
    repositories = before.get("repos") or []
    return bool(after == {**before, "repos": [*repositories, ENTRY]}) if isinstance(repositories, list) else False


def _candidates(text: str, events: list[Event]) -> Iterator[tuple[int, str]]:
    """Places to try, best first, and what to put there."""
    from yaml.events import ScalarEvent, SequenceStartEvent

    start = _value_of_repos(events)
    ending = "" if not text or text.endswith("\n") else "\n"
    if start is None:
        yield len(text), f"{ending}repos:\n{_block(_Style())}"
        return
    value = events[start]
    if isinstance(value, ScalarEvent):  # `repos:` and nothing behind it
        at = _next_line(text, _start(value))
        yield at, ("" if text[:at].endswith("\n") else "\n") + _block(_Style())
        return
    if not isinstance(value, SequenceStartEvent):
        return
    inside = _until_end(events, start)
    if value.flow_style:
        closing = _start(inside[-1])
        yield closing, _FLOW
        yield closing, ", " + _FLOW
        return
    last = max(inside, key=lambda event: _end(event) if _end(event) > _start(event) else -1)
    is_block = isinstance(last, ScalarEvent) and last.style in {"|", ">"}
    at = _end(last) if is_block else _next_line(text, _end(last))
    style = _style(text, value, inside)
    gap = "\n" if style.spaced else ""
    yield at, ("" if text[:at].endswith("\n") else "\n") + gap + _block(style)


def _value_of_repos(events: list[Event]) -> int | None:
    """The index of the event that begins the value of the top-level key `repos`."""
    from yaml.events import MappingStartEvent, ScalarEvent

    depth = 0
    is_key = True
    for index, event in enumerate(events):
        opens, closes = _opens(event), _closes(event)
        if depth == 1 and not closes:
            if is_key and isinstance(event, ScalarEvent) and event.value == "repos":
                return index + 1
            is_key = not is_key
        if opens:
            depth += 1
            if depth == 1 and not isinstance(event, MappingStartEvent):
                return None
        elif closes:
            depth -= 1
    return None


def _until_end(events: list[Event], start: int) -> list[Event]:
    """The events of a collection, from the one after its start to its end."""
    depth = 0
    for index in range(start, len(events)):
        depth += _opens(events[index]) - _closes(events[index])
        if depth == 0:
            return events[start + 1 : index + 1]
    return events[start + 1 :]


def _start(event: Event) -> int:
    assert event.start_mark is not None, "PyYAML gives every event its marks"
    return event.start_mark.index


def _end(event: Event) -> int:
    assert event.end_mark is not None, "PyYAML gives every event its marks"
    return event.end_mark.index


def _opens(event: Event) -> bool:
    from yaml.events import CollectionStartEvent

    return isinstance(event, CollectionStartEvent)


def _closes(event: Event) -> bool:
    from yaml.events import CollectionEndEvent

    return isinstance(event, CollectionEndEvent)


def _style(text: str, value: Event, inside: list[Event]) -> _Style:
    """How the file itself sets its entries, from the first ones."""
    starts = [_start(entry) for entry in _items(inside)]
    lines = [text.rfind("\n", 0, start) + 1 for start in starts]
    dash = _start(value) - (text.rfind("\n", 0, _start(value)) + 1)
    keys = max(starts[0] - lines[0], dash + 2)
    spaced = len(lines) > 1 and all(not text[: line - 1].rpartition("\n")[2].strip() for line in lines[1:])
    return _Style(dash, keys, keys + 2, keys + 4, spaced)


def _items(inside: list[Event]) -> Iterable[Event]:
    depth = 0
    for event in inside:
        if depth == 0 and not _closes(event):
            yield event
        depth += _opens(event) - _closes(event)


def _next_line(text: str, index: int) -> int:
    end = text.find("\n", index)
    return len(text) if end < 0 else end + 1


def _block(style: _Style) -> str:
    lines = (
        (style.dash, "-" + " " * (style.keys - style.dash - 1) + f"repo: {REPOSITORY}"),
        (style.keys, f"rev: {REVISION}"),
        (style.keys, "hooks:"),
        (style.hook_dash, "-" + " " * (style.hook_keys - style.hook_dash - 1) + f"id: {ALL_IN_ONE}"),
    )
    return "".join(" " * indent + line + "\n" for indent, line in lines)
