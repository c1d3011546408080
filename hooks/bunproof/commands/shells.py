"""Completion scripts, one function a shell. All of them are written from the table of arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from bunproof.arguments import Command, Flag

_GLOBAL = "--help --version"


class Word(NamedTuple):
    """A command, with what its operand can be; a command whose operand is PATH completes files."""

    command: Command
    operands: tuple[str, ...]


def bash(words: list[Word]) -> str:
    """For bash 3.2 and later: `eval "$(bunproof completion bash)"`."""
    values = "".join(
        f'    "{word.command.name} {flag.name}") {_bash_value(flag)}; return ;;\n'
        for word in words
        for flag in word.command.flags
        if flag.value
    )
    commands = "".join(
        f'    {word.command.name}) flags="{" ".join(flag.name for flag in word.command.flags)} --help"'
        f' operands="{" ".join(word.operands)}"{" files=1" if word.command.operand == "PATH" else ""} ;;\n'
        for word in words
    )
    names = " ".join(word.command.name for word in words)
    return f"""\
# eval "$(bunproof completion bash)"
_bunproof() {{
  local word="${{COMP_WORDS[COMP_CWORD]}}" flags="" operands="" files=""
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "{names} {_GLOBAL}" -- "$word"))
    return
  fi
  case "${{COMP_WORDS[1]}} ${{COMP_WORDS[COMP_CWORD-1]}}" in
{values}  esac
  case "${{COMP_WORDS[1]}}" in
{commands}  esac
  case "$word" in
    -*) COMPREPLY=($(compgen -W "$flags" -- "$word")) ;;
    *) COMPREPLY=($(compgen -W "$operands" -- "$word") $([ -n "$files" ] && compgen -f -- "$word")) ;;
  esac
}}
complete -o filenames -F _bunproof bunproof
"""


def _bash_value(flag: Flag) -> str:
    if flag.choices:
        return f'COMPREPLY=($(compgen -W "{" ".join(flag.choices)}" -- "$word"))'
    return 'COMPREPLY=($(compgen -f -- "$word"))' if flag.value == "FILE" else ":"


def zsh(words: list[Word]) -> str:
    """For zsh: a file `_bunproof` in a folder of $fpath, or `source <(bunproof completion zsh)`."""
    names = "".join(f"    {_quoted(f'{word.command.name}:{word.command.about}')}\n" for word in words)
    cases = "".join(
        f"    {word.command.name}) _arguments '(- *)--help[show the options]'{_zsh_arguments(word)} ;;\n"
        for word in words
    )
    return f"""\
#compdef bunproof
_bunproof() {{
  local -a commands=(
{names}  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
{cases}  esac
}}
if [ "$funcstack[1]" = _bunproof ]; then _bunproof "$@"; else compdef _bunproof bunproof; fi
"""


def _zsh_arguments(word: Word) -> str:
    parts = []
    for flag in word.command.flags:
        about = flag.about.replace("[", "(").replace("]", ")").replace(":", ",")
        value = ""
        if flag.value:
            action = f"({' '.join(flag.choices)})" if flag.choices else ("_files" if flag.value == "FILE" else "")
            value = f":{flag.value}:{action}"
        parts.append(_quoted(f"{'*' if flag.many else ''}{flag.name}{'=' if value else ''}[{about}]{value}"))
    if word.command.operand == "PATH":
        parts.append("'*:path:_files'")
    elif word.operands:
        parts.append(_quoted(f"*:{word.command.operand.lower()}:({' '.join(word.operands)})"))
    return "".join(f" \\\n      {part}" for part in parts)


def fish(words: list[Word]) -> str:
    """For fish: `bunproof completion fish > ~/.config/fish/completions/bunproof.fish`."""
    lines = ["complete -c bunproof -f"]
    for word in words:
        name = word.command.name
        lines.append(f"complete -c bunproof -n __fish_use_subcommand -a {name} -d {_quoted(word.command.about)}")
        seen = f'-n "__fish_seen_subcommand_from {name}"'
        if word.command.operand == "PATH":
            lines.append(f"complete -c bunproof {seen} -F")
        elif word.operands:
            lines.append(f'complete -c bunproof {seen} -a "{" ".join(word.operands)}"')
        for flag in word.command.flags:
            value = ""
            if flag.value:
                value = (
                    f' -x -a "{" ".join(flag.choices)}"'
                    if flag.choices
                    else (" -r -F" if flag.value == "FILE" else " -x")
                )
            lines.append(f"complete -c bunproof {seen} -l {flag.name[2:]}{value} -d {_quoted(flag.about)}")
    return "\n".join(lines) + "\n"


def powershell(words: list[Word]) -> str:
    """For PowerShell: `bunproof completion powershell | Out-String | Invoke-Expression`."""
    names = " ".join(word.command.name for word in words)
    flags = "".join(
        f"    '{word.command.name}' = '{' '.join([*(flag.name for flag in word.command.flags), '--help', *word.operands])}'\n"
        for word in words
    )
    values = "".join(
        f"    '{word.command.name} {flag.name}' = '{' '.join(flag.choices)}'\n"
        for word in words
        for flag in word.command.flags
        if flag.choices
    )
    return f"""\
Register-ArgumentCompleter -Native -CommandName bunproof -ScriptBlock {{
  param($word, $line, $position)
  $words = @{{
{flags}  }}
  $values = @{{
{values}  }}
  $given = @($line.CommandElements | Select-Object -Skip 1 | ForEach-Object {{ "$_" }} | Where-Object {{ $_ -ne $word }})
  if ($given.Count -eq 0) {{ $found = '{names} {_GLOBAL}' }}
  elseif ($values.ContainsKey("$($given[0]) $($given[-1])")) {{ $found = $values["$($given[0]) $($given[-1])"] }}
  else {{ $found = $words[$given[0]] }}
  "$found".Split(' ') | Where-Object {{ $_ -and $_.StartsWith($word) }} |
    ForEach-Object {{ [System.Management.Automation.CompletionResult]::new($_) }}
}}
"""


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


SCRIPTS: dict[str, Callable[[list[Word]], str]] = {"bash": bash, "zsh": zsh, "fish": fish, "powershell": powershell}
