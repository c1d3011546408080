"""The command line: one subcommand, one function. Every failure is one line on stderr, never a traceback."""

from __future__ import annotations

import gc
import os
import sys

from bunproof.arguments import Options, parse
from bunproof.errors import Unreadable, UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

    from bunproof.run import Outcome

# A run makes little that only a collection can free, and looking for it after every 700 objects takes a tenth of the time.
_COLLECTED_AFTER = 100_000
CLEAN, BLOCKED, USAGE, BUG, INTERRUPTED = 0, 1, 2, 3, 130


def run() -> NoReturn:
    """The program: what is in memory at its end is left to the system, which takes it back at once."""
    code = main()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(code)


def main(argv: list[str] | None = None) -> int:
    """Run a command. Returns the exit code: 0 clean, 1 blocked, 2 usage, 3 a bug of ours, 130 interrupted."""
    gc.set_threshold(_COLLECTED_AFTER)
    try:
        options = parse(sys.argv[1:] if argv is None else argv)
        code = _dispatch(options)
        sys.stdout.flush()
    except (UsageError, Unreadable) as error:
        return _failed(str(error), USAGE)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _silence()
        return BLOCKED
    except OSError as error:
        _silence()
        where = f" ({error.filename})" if isinstance(error.filename, str) else ""
        return _failed(f"{(error.strerror or str(error)).lower()}{where}", USAGE)
    except Exception as error:
        if os.environ.get("BUNPROOF_RAISE"):
            raise
        from bunproof.core_rules import internal_error

        return _failed(internal_error.words(error), BUG)
    return code


def _failed(message: str, code: int) -> int:
    """One line on stderr, whatever a file's name or key in it holds."""
    from bunproof.report import safe

    sys.stderr.write(f"bunproof: {safe.words(message)}\n")
    return code


def _silence() -> None:
    """Whoever read us has gone, or the disk is full: nothing more can be said, and the interpreter must not try."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _dispatch(options: Options) -> int:
    if options.help:
        from bunproof import help as help_  # each command imports its own

        sys.stdout.write(help_.render(options.command))
        return CLEAN
    if options.command in _COMMANDS:
        return _COMMANDS[options.command](options)
    from importlib import import_module

    try:
        command = import_module(f"bunproof.commands.{options.command}")
    except ModuleNotFoundError:
        raise UsageError(f"`{options.command}` is not built yet") from None
    code: int = command.run(options)
    return code


def _version(_: Options) -> int:
    from bunproof.about import __version__

    sys.stdout.write(f"bunproof {__version__}\n")
    return CLEAN


def _check(options: Options) -> int:
    outcome = _judge(options)
    if not (outcome.diagnostics or outcome.fixed) and options.output is None and options.format in {"full", "concise"}:
        if sys.stdout.isatty():
            from bunproof.report.text import summary

            sys.stdout.write(summary([], outcome.files) + "\n")
        return CLEAN
    from bunproof import report

    report.write(outcome, options)
    if any(each.rule.id == "internal-error" for each in outcome.diagnostics):
        return BUG
    if options.exit_zero:
        return CLEAN
    strict = outcome.project.settings.strict
    return (
        BLOCKED if outcome.fixed or any(strict or each.severity == "error" for each in outcome.diagnostics) else CLEAN
    )


def _judge(options: Options) -> Outcome:
    if options.fix:
        from bunproof.fixes import run_and_fix

        return run_and_fix(options)
    from bunproof.run import run

    return run(options)


def _workflow(options: Options) -> int:
    from bunproof.commands.workflow import workflow

    return workflow(options)


def _init(options: Options) -> int:
    from bunproof.commands.init import init

    return init(options)


def _versions(options: Options) -> int:
    from bunproof.commands.versions import versions

    return versions(options)


_COMMANDS = {"version": _version, "check": _check, "workflow": _workflow, "init": _init, "versions": _versions}
