"""Time grows with the size of a file, whatever it holds: no expression and no reader works with its square or worse."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from attacks import attacks, patterns
from whole import outcome_of

EXPRESSIONS = patterns()


@pytest.mark.parametrize("place", EXPRESSIONS)
def test_no_expression_is_exponential(place) -> None:
    """On a text made from the expression to be hard for it; what is exponential takes years at this size."""
    pattern = EXPRESSIONS[place]
    for attack in attacks(pattern):
        text = attack.text(300)
        started = time.process_time()
        for _ in pattern.finditer(text.encode("utf-8", "replace") if isinstance(pattern.pattern, bytes) else text):
            pass
        assert time.process_time() - started < 1, attack


WORKER = 'name = "w"\nmain = "a.ts"\ncompatibility_date = "2025-01-01"\n'
# A kind of file, what makes it worth reading, and what is repeated in it: the worst that was found for each reader.
HARD = {
    "names without values in a table": ("a.tf", 'token = "changeme"\n', "a"),
    "an opening bracket in a table": ("wrangler.toml", '[vars]\nTOKEN = "changeme"\nx = "', "[a"),
    "headers that never end": ("a.sh", "export TOKEN=changeme\n", "X-aKey"),
    "headers in a Dockerfile": ("Dockerfile", "FROM oven/bun:1\nENV TOKEN=changeme\n", "X-aKey0"),
    "tags that never end": ("a.vue", '<script>import { SQL } from "bun"</script>', "<script "),
    "comments that never end": ("a.html", '<script>import { SQL } from "bun"</script>', "<!--"),
    "ends of tags": ("a.vue", '<script>import { SQL } from "bun"', "</script "),
    "quotes in a script": ("a.ts", 'import { SQL } from "bun"; const token = "changeme";\n', "'"),
    "braces in a script": ("a.ts", 'import { SQL } from "bun"; const token = "changeme";\n', "{"),
    "names in a script": ("a.ts", 'import { SQL } from "bun"; const token = "changeme";\n', "SQL\n"),
    "other letters in a script": ("a.ts", 'import { SQL } from "bun";\n', "ü;SQL;\n"),
    "blanks in a script": ("a.py", 'token = "changeme"\n', "token = "),
    "secrets in a script": ("a.ts", "", 'const token = "x";'),
    "lines of YAML": ("a.yml", "token: changeme\n", "a: {b: "),
    "attributes": ("a.xml", "<token>changeme</token>\n", '<a key="token"'),
    "members": ("a.json", '{"token": "changeme",', '"a":'),
    "quotes in .env": (".env", "TOKEN=changeme\n", "A='\n"),
    "suppressions": ("a.ts", "", "// bunproof: ignore[a] b\n"),
    "brackets in JSON": ("wrangler.json", '{"name": "w", "x": ', "["),
    "keys in TOML": ("wrangler.toml", 'name = "w"\n', "a."),
    "strings in TOML": ("wrangler.toml", 'name = "w"\n', '"""a'),
    "tables in TOML": ("wrangler.toml", 'name = "w"\n', "[[a]]\n"),
    "plain tables": ("wrangler.toml", 'name = "w"\n', '[[kv_namespaces]]\nbinding = "A"\n'),
    "an array over lines": ("wrangler.toml", 'name = "w"\nx = [\n', '"a",\n'),
    "inline tables": ("wrangler.toml", 'name = "w"\nx = [', "{ a = 1 },"),
    "names of credentials": ("a.ts", "", "token "),
    "names before operators": ("a.ts", "", "apiKey\n=\n"),
    "logins without an end": ("a.ts", "", "://a:b "),
    "plain imports": ("a.ts", "", 'import { file } from "bun";\n'),
    "plain imports on one line": ("a.ts", "", 'import { file } from "bun";'),
    "loads": ("a.ts", "", 'require("bun").SQL;\n'),
    "reads": ("a.ts", "const a = [", "Bun.SQL,"),
    "blocks that never end": ("a.ts", 'import { SQL } from "bun";\n', "{SQL;"),
    "calls that never end": ("a.ts", 'import { SQL } from "bun";\n', "f(SQL,"),
    "arrows": ("a.ts", 'import { SQL } from "bun";\n', "()=>SQL,"),
    "sums": ("a.ts", 'import { SQL } from "bun";\na', "+SQL"),
    "members on one line": ("a.json", '{"token": "changeme"', ',"a":"bcd"'),
    "comments of whole lines": ("a.ts", "", '// token: "x"\n'),
    "comments that speak of Bun": ("a.ts", "", "// Bun.x\n"),
    "many stand-ins": ("a.ts", "", 'const apiKey = "";\n'),
    "fallbacks": ("a.ts", "", "TOKEN || "),
    "templates": ("a.ts", "", "token: `${a"),
    "declarations": ("package.json", '{"x": [', '"bun@1.2.0",'),
    "lines of a workflow": (".github/workflows/ci.yml", "jobs:\n", "- uses: oven-sh/setup-bun@v2\n"),
    "versions": (".bun-version", "", "1."),
    "owners": ("CODEOWNERS", "* @a\n", "*"),
}


# The same with a number in each repetition.
COUNTED = {
    "imported names": ("a.ts", "import {", "SQL as s#,", '} from "bun";'),
    "lines of imports": ("a.ts", "", 'import { SQL as s# } from "bun";\n', ""),
    "variables of a Worker": ("wrangler.toml", WORKER + "[vars]\n", 'TOKEN# = "changeme"\n', ""),
    "variables of environments": ("wrangler.toml", WORKER + '[vars]\nA = "b"\n', '[env.e#.vars]\nTOKEN = "changeme"\n', ""),
    "environments in JSON": ("wrangler.json", '{"name": "w", "env": {', '"e#": {"vars": {"TOKEN": "changeme"}},', '"z": {}}}'),
    "migrations": ("wrangler.toml", WORKER, '[[migrations]]\ntag = "v#"\nnew_classes = ["A#"]\n', ""),
    "bindings": ("wrangler.toml", WORKER, '[[kv_namespaces]]\nbinding = "K#"\nid = "x"\n', ""),
    "unknown keys": ("wrangler.toml", WORKER, "foo# = 1\n", ""),
    "crons": ("wrangler.toml", WORKER + "[triggers]\ncrons = [", '"# * * * *",\n', "]"),
    "routes": ("wrangler.toml", WORKER + "routes = [", '"a#.com/*",\n', "]"),
    "jobs": (".github/workflows/a.yml", "jobs:\n", "  j#:\n    steps:\n      - uses: oven-sh/setup-bun@v2\n", ""),
}  # fmt: skip


def took(run: Callable[[], object], enough: float = 0) -> float:
    """The least time of three, or the first below `enough`, in seconds of the processor."""
    least = float("inf")
    for _ in range(3):
        started = time.process_time()
        run()
        least = min(least, time.process_time() - started)
        if least < enough:
            break
    return least


@pytest.mark.parametrize("case", [*HARD, *COUNTED])
def test_time_grows_with_the_size(case) -> None:
    name, head, pump, *tail = HARD.get(case) or COUNTED[case]

    def judged(size: int) -> Callable[[], object]:
        text = head + "".join(pump.replace("#", str(number)) for number in range(size // len(pump))) + "".join(tail)
        return lambda: outcome_of({name: text.encode()})

    judged(100)()  # what is imported now need not be later
    size = 8_000
    small = took(judged(size))
    limit = max(20 * small, 0.3)
    large = took(judged(8 * size), limit)
    assert large < limit, f"{small:.3f} s for {size} characters, {large:.3f} s for {8 * size}"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('import { SQL } from "bun";\n' + "{" * 6000 + "SQL;" + "}" * 6000, id="nested too deeply"),
        pytest.param('import { SQL } from "bun";\n' + "{SQL;" * 6000, id="in too many pieces"),
    ],
)
def test_what_is_too_deep_is_told(text) -> None:
    found = outcome_of({"package.json": b'{"packageManager": "bun@1.1.0"}', "a.ts": text.encode()}).diagnostics
    assert [(each.rule.id, each.location.start.line) for each in found] == [("unreadable-import", 1)]


def test_what_is_nested_is_read() -> None:
    text = 'import { SQL } from "bun";\n' + "{" * 1900 + "SQL;" + "}" * 1900 + "{" * 6000 + "}" * 6000
    found = outcome_of({"package.json": b'{"packageManager": "bun@1.1.0"}', "a.ts": text.encode()}).diagnostics
    assert [(each.rule.id, each.location.start.line) for each in found] == [("missing-bun-export", 1)]


def test_a_script_of_a_bundle_that_is_too_deep_is_told() -> None:
    text = 'import { a } from "bun";\n' + "{" * 6000 + 'import("bun");' + "}" * 6000
    files = {
        "wrangler.toml": (WORKER.replace("a.ts", "b.ts")).encode(),
        "b.ts": b'import "./c";',
        "c.ts": text.encode(),
    }
    told = {(each.rule.id, each.location.path) for each in outcome_of(files).diagnostics}
    assert ("unreadable-file", "c.ts") in told
