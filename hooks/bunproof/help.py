"""`--help`, from the table of arguments; it fits a screen of 80 by 24."""

from __future__ import annotations

from bunproof.about import DOCUMENTATION
from bunproof.arguments import COMMANDS, Flag, find_command
from bunproof.report.width import wrap

_LEFT = 27
_WIDTH = 80
_EXIT = "Exit: 0 nothing to block, 1 blocked, 2 usage, 3 a bug of ours, 130 interrupted."


def render(command: str) -> str:
    """The help of a command, or of the program for an empty name."""
    return "\n".join(_command(command) if command else _program()) + "\n"


def _program() -> list[str]:
    return [
        "Stops what a Bun and Cloudflare Workers project would find out after the deploy.",
        "",
        "Usage: bunproof COMMAND [OPTION]... [PATH]...",
        "",
        *(f"  {command.name:12} {command.about}" for command in COMMANDS),
        "",
        "`bunproof COMMAND --help` shows the options of a command.",
        _EXIT,
        f"Docs: {DOCUMENTATION}",
    ]


def _command(name: str) -> list[str]:
    command = find_command(name)
    operand = {"": "", "PATH": " [PATH]..."}.get(command.operand, f" {command.operand}")
    lines = [f"Usage: bunproof {name}{' [OPTION]...' if command.flags else ''}{operand}", "", f"  {command.about}"]
    if command.flags:
        lines.append("")
    for flag in command.flags:
        lines += _flag(flag)
    return lines


def _flag(flag: Flag) -> list[str]:
    line = f"  {f'{flag.name} {flag.value}':{_LEFT}}{flag.about}"
    if not flag.choices:
        return [line]
    choices = ", ".join(flag.choices)
    together = f"{line}: {choices}"
    if len(together) <= _WIDTH:
        return [together]
    return [line, *(f"  {'':{_LEFT}}{part}" for part in wrap(choices, _WIDTH - _LEFT - 2))]
