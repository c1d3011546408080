"""argv to Options. One table makes the parser, `--help`, and the shells' completion.

A parser of our own because it is on the path of every commit: argparse alone costs half of what bare Python does.
"""

from __future__ import annotations

import os

from bunproof.errors import UsageError
from bunproof.hooks import ALL_IN_ONE, hook_ids
from bunproof.settings import unknown

FORMATS = ("full", "concise", "json", "sarif", "github")
SHELLS = ("bash", "zsh", "fish", "powershell")


class Flag:
    """An option: `value` is the placeholder of its value in the help, empty for a switch; `choices` bound it."""

    __slots__ = ("about", "choices", "many", "name", "value")

    def __init__(
        self, name: str, about: str, value: str = "", choices: tuple[str, ...] = (), *, many: bool = False
    ) -> None:
        self.name = name
        self.about = about
        self.value = value
        self.choices = choices
        self.many = many

    @property
    def attribute(self) -> str:
        """The name of its attribute in Options."""
        return self.name[2:].replace("-", "_")


class Command:
    """A subcommand: `operand` is the placeholder of its positional arguments, empty where it takes none."""

    __slots__ = ("about", "flags", "name", "operand")

    def __init__(self, name: str, about: str, flags: tuple[Flag, ...] = (), operand: str = "") -> None:
        self.name = name
        self.about = about
        self.flags = flags
        self.operand = operand


_COLOR = Flag("--color", "colour the output", "WHEN", ("auto", "always", "never"))

COMMANDS = (
    Command(
        "check",
        "judge files; without PATH, the whole repository",
        (
            Flag("--only", "run this hook alone (may be repeated)", "HOOK", (*hook_ids(), ALL_IN_ONE), many=True),
            Flag("--staged", "judge what the next commit changes, as staged"),
            Flag("--from-ref", "judge what --to-ref changes since this commit", "REF"),
            Flag("--to-ref", "the other end of --from-ref (default: HEAD)", "REF"),
            Flag("--all-files", "judge the whole repository"),
            Flag("--bun-version", "the Bun releases to judge by (default: as declared)", "RANGE"),
            Flag("--wrangler-version", "the wrangler to judge by (default: as declared)", "VERSION"),
            Flag("--strict", "warnings block too"),
            Flag("--fix", "apply the safe fixes"),
            Flag("--unsafe-fixes", "with --fix or --diff, the unsafe ones too"),
            Flag("--diff", "show what --fix would change"),
            Flag("--format", "how to report", "FORMAT", FORMATS),
            Flag("--output", "write the report to this file too", "FILE"),
            _COLOR,
            Flag("--exit-zero", "exit 0 whatever was found"),
        ),
        "PATH",
    ),
    Command(
        "workflow",
        "write .github/workflows/bunproof.yml",
        (
            Flag("--check", "compare instead of writing: exit 1 if it differs"),
            Flag("--stdout", "print instead of writing"),
            Flag("--with-deploy", "with a job that deploys once the secrets are there"),
            Flag("--with-sarif", "upload the findings to code scanning"),
        ),
    ),
    Command("init", "add the hooks to .pre-commit-config.yaml and write the workflow", (Flag("--dry-run", "show what would change"),)),
    Command("explain", "a rule's documentation", (_COLOR,), "RULE"),
    Command("rules", "all rules", (Flag("--format", "how to list them", "FORMAT", ("full", "json")), _COLOR)),
    Command("versions", "which Bun and wrangler the project declares, and where", (Flag("--format", "how to list them", "FORMAT", ("full", "json")),)),
    Command("baseline", "write .secrets.baseline for the credentials that are there today"),
    Command("completion", "a completion script for a shell", (), "SHELL"),
    Command("lsp", "a language server over stdio (needs bunproof[lsp])"),
)  # fmt: skip


class Options:
    """What was asked: an attribute for every flag of every command, and `command` and `paths`."""

    def __init__(self) -> None:
        self.command = ""
        self.paths: list[str] = []
        self.help = False
        self.only: list[str] = []
        self.staged = self.all_files = self.strict = self.fix = self.unsafe_fixes = self.diff = self.exit_zero = False
        self.check = self.stdout = self.with_deploy = self.with_sarif = self.dry_run = False
        self.from_ref: str | None = None
        self.to_ref: str | None = None
        self.bun_version: str | None = None
        self.wrangler_version: str | None = None
        self.output: str | None = None
        self.format = "full"
        self.color = "auto"


def parse(argv: list[str]) -> Options:
    """Options from the arguments after the program's name. Raises UsageError."""
    options = Options()
    if not argv or argv[0] in {"-h", "--help"}:
        options.help = True
        return options
    if argv[0] in {"-V", "--version"}:
        options.command = "version"
        return options
    command = find_command(argv[0])
    options.command = command.name
    flags = {flag.name: flag for flag in command.flags}
    rest = iter(argv[1:])
    for argument in rest:
        if argument in {"-h", "--help"}:
            options.help = True
        elif argument == "--":
            options.paths.extend(rest)
        elif argument.startswith("-"):
            name, has_value, value = argument.partition("=")
            flag = flags.get(name)
            if flag is None and os.path.lexists(argument):
                options.paths.append(argument)  # hook runners give names as they are, without a `--` before them
                continue
            if flag is None:
                raise unknown("option", name, tuple(flags))
            _set(options, flag, value if has_value else None, rest)
        else:
            options.paths.append(argument)
    if not options.help:
        _validate(options, command)
    return options


def find_command(name: str) -> Command:
    """The subcommand of this name. Raises UsageError."""
    for command in COMMANDS:
        if command.name == name:
            return command
    raise unknown("command", name, tuple(command.name for command in COMMANDS))


def _set(options: Options, flag: Flag, value: str | None, rest: object) -> None:
    if not flag.value:
        if value is not None:
            raise UsageError(f"{flag.name} takes no value")
        setattr(options, flag.attribute, True)
        return
    if value is None:
        value = next(rest, None)  # type: ignore[call-overload]
    if value is None:
        raise UsageError(f"{flag.name} needs a value: {flag.name} {flag.value}")
    if flag.choices and value not in flag.choices:
        raise unknown(flag.value.lower(), value, flag.choices)
    if flag.many:
        getattr(options, flag.attribute).append(value)
    else:
        setattr(options, flag.attribute, value)


def _validate(options: Options, command: Command) -> None:
    if not command.operand and options.paths:
        raise UsageError(f"`{command.name}` takes no argument, got {options.paths[0]}")
    if ALL_IN_ONE in options.only:
        options.only = []
    ways = [
        name
        for name, given in (
            ("PATH", options.paths and command.operand == "PATH"),
            ("--staged", options.staged),
            ("--from-ref", options.from_ref is not None),
            ("--all-files", options.all_files),
        )
        if given
    ]
    if len(ways) > 1:
        raise UsageError(f"{ways[0]} and {ways[1]} both say which files: give one")
    if options.to_ref is not None and options.from_ref is None:
        raise UsageError("--to-ref goes with --from-ref")
    if options.fix and options.diff:
        raise UsageError("--fix and --diff exclude each other")
    if options.diff and options.format not in {"full", "concise"}:
        raise UsageError(f"--diff is for people, --format {options.format} tells the fixes itself: give one")
    if options.unsafe_fixes and not (options.fix or options.diff):
        raise UsageError("--unsafe-fixes goes with --fix or --diff")
    if options.fix and options.staged:
        raise UsageError("--fix changes the working tree, --staged judges the index: give one")
