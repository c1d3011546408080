"""`--help`, from the table of arguments; it fits a screen."""

from __future__ import annotations

from bunproof.arguments import COMMANDS, find_command

_WIDTH = 27
_CHOICES = 40  # what fits behind a flag


def render(command: str) -> str:
    """The help of a command, or of the program for an empty name."""
    return _command(command) if command else _program()


def _program() -> str:
    lines = ["Usage: bunproof COMMAND [OPTION]... [PATH]...", "", "Commands:"]
    lines += [f"  {command.name:{_WIDTH - 3}} {command.about}" for command in COMMANDS]
    lines += ["", "`bunproof COMMAND --help` shows a command's options.", ""]
    return "\n".join(lines)


def _command(name: str) -> str:
    command = find_command(name)
    operand = f" [{command.operand}]..." if command.operand else ""
    lines = [f"Usage: bunproof {name}{' [OPTION]...' if command.flags else ''}{operand}", "", f"  {command.about}", ""]
    if command.flags:
        lines.append("Options:")
    for flag in command.flags:
        left = f"{flag.name} {flag.value}".rstrip()
        choices = f" ({', '.join(flag.choices)})" if flag.choices and len(", ".join(flag.choices)) < _CHOICES else ""
        lines.append(f"  {left:{_WIDTH}} {flag.about}{choices}")
    return "\n".join([*lines, ""])
