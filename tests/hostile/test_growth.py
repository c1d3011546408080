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
    "declarations": ("package.json", '{"x": [', '"bun@1.2.0",'),
    "lines of a workflow": (".github/workflows/ci.yml", "jobs:\n", "- uses: oven-sh/setup-bun@v2\n"),
    "versions": (".bun-version", "", "1."),
    "owners": ("CODEOWNERS", "* @a\n", "*"),
}


def took(run: Callable[[], object]) -> float:
    """The least time of three, in seconds of the processor."""
    times = []
    for _ in range(3):
        started = time.process_time()
        run()
        times.append(time.process_time() - started)
    return min(times)


@pytest.mark.parametrize("case", HARD)
def test_time_grows_with_the_size(case) -> None:
    name, head, pump = HARD[case]

    def judged(size: int) -> Callable[[], object]:
        text = (head + pump * (size // len(pump))).encode()
        return lambda: outcome_of({name: text})

    judged(100)()  # what is imported now need not be later
    size = 4_000
    small, large = took(judged(size)), took(judged(4 * size))
    assert large < max(9 * small, 0.15), f"{small:.3f} s for {size} characters, {large:.3f} s for {4 * size}"
