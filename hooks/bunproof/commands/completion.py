"""`bunproof completion SHELL`: a script that completes commands, options, their values, and rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.arguments import COMMANDS, SHELLS
from bunproof.commands.shells import SCRIPTS, Word
from bunproof.errors import UsageError
from bunproof.report import say
from bunproof.rules import rule_ids
from bunproof.settings import unknown

if TYPE_CHECKING:
    from bunproof.arguments import Options


def run(options: Options) -> int:
    """Print the script. Raises UsageError for a shell that we have none for."""
    if len(options.paths) != 1:
        raise UsageError(f"which shell? give one of {', '.join(SHELLS)}")
    shell = options.paths[0]
    if shell not in SCRIPTS:
        raise unknown("shell", shell, SHELLS)
    operands = {"RULE": tuple(rule_ids()), "SHELL": SHELLS}
    words = [Word(command, operands.get(command.operand, ())) for command in COMMANDS]
    say(SCRIPTS[shell](words))
    return 0
