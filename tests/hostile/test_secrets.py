"""A planted secret is found and never printed whole: in no format, no error, no baseline."""

from __future__ import annotations

import json
import random
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from whole import outcome_of, reports

ALPHANUMERIC = string.ascii_letters + string.digits
KINDS = {
    "Stripe": ("sk_live_", ALPHANUMERIC, 24),
    "GitHub": ("ghp_", ALPHANUMERIC, 36),
    "GitHub, fine-grained": ("github_pat_11", ALPHANUMERIC, 59),
    "AWS": ("AKIA", string.ascii_uppercase + "234567", 16),
    "Slack": ("xoxb-", string.digits, 24),
    "webhook": ("whsec_", ALPHANUMERIC, 32),
    "Google": ("AIza", ALPHANUMERIC + "-_", 35),
    "npm": ("npm_", ALPHANUMERIC, 36),
    "hexadecimal": ("", "0123456789abcdef", 40),
    "base64": ("", ALPHANUMERIC + "+/", 44),
}
PASSWORD = "a generated password"  # told from prose by the name beside it alone
KINDS_BESIDE_A_NAME = {**KINDS, PASSWORD: ("", ALPHANUMERIC + "!$^&*-_", 24)}
BESIDE_A_NAME = {"wrangler.toml", "wrangler.jsonc", ".dev.vars", "an address", "TOML that ends too soon"}
# Where a secret stands; each is also a finding of some kind, so that its line is shown.
PLACES = {
    "wrangler.toml": 'name = "w"\nmain = "src/index.ts"\n\n[vars]\nAPI_TOKEN = "{}"\n',
    "wrangler.jsonc": '{{"name": "w", "vars": {{"SESSION_SECRET": "{}", "SESSION_SECRET": 1}}}}\n',
    "an array where a string belongs": 'name = ["{}"]\n[vars]\nAPI_TOKEN = "changeme"\n',
    "as a key": 'name = "w"\n[vars]\n"{}" = "changeme"\n"{}" = 1\n',
    "as an unknown key": 'name = "w"\n"{}" = 1\n[env."{}"]\nnmae = 1\n',
    "TOML that ends too soon": 'name = "w"\n[vars]\nAPI_TOKEN = "{}\n',
    ".env": "API_TOKEN={}\nexport PASSWORD='changeme' # was {}\n",
    ".dev.vars": 'CLIENT_SECRET="{}"\n',
    "a script": 'import {{ SQL }} from "bun"; const token = "{}"; new SQL();\n',
    "a fallback": 'const secret = process.env.SECRET || "{}";\nimport {{ SQL }} from "bun"; /* {} */ new SQL();\n',
    "an address": 'const url = "postgres://admin:{}@db.example.com/app";\n',
    "a comment that silences": 'import {{ SQL }} from "bun"; // bunproof: ignore[{}] {}\nnew SQL();\n',
    "a module's name": 'import x from "bun:{}"; x();\n',
    "YAML": "auth_token: {}\npassword: changeme # {}\n",
    "Python": 'PASSWORD = "changeme"  # {}\nAUTH_TOKEN = "{}"\n',
    "shell": "export API_KEY={}\ncurl -H 'Authorization: Bearer {}' x\n",
    "Dockerfile": "FROM oven/bun:{}\nENV API_TOKEN={}\n",
    "a manifest that breaks off": '{{"name": "x", "token": "{}" {} "bun": "{}"',
    "a lockfile in conflict": '<<<<<<< {}\n"token": "{}"\n=======\n{}\n>>>>>>> {}\n',
    "a version file": "{}\n",
    "a version of mise": '[tools]\nbun = "{}"\ntoken = {}\n',
    "a workflow that is no YAML": "on: push\nx: setup-bun\ntoken: {}\n{}: [{}\n",
    "a flag": 'name = "w"\ncompatibility_flags = ["{}"]\ncompatibility_date = "{}"\n',
    "a version": '{{"engines": {{"bun": "{}"}}, "devDependencies": {{"wrangler": "{}"}}}}\n',
}
NAMES = {
    "an array where a string belongs": "wrangler.toml", "as a key": "wrangler.toml", "as an unknown key": "wrangler.toml",
    "TOML that ends too soon": "wrangler.toml", "a script": "src/index.ts", "a fallback": "src/a.ts", "an address": "src/b.ts",
    "a comment that silences": "src/c.ts", "a module's name": "src/d.ts", "YAML": "config.yaml", "Python": "app.py",
    "shell": "run.sh", "a version": "package.json", "a manifest that breaks off": "package.json", "a lockfile in conflict": "bun.lock",
    "a version file": ".bun-version", "a version of mise": "mise.toml", "a workflow that is no YAML": ".github/workflows/ci.yml",
    "a flag": "wrangler.toml",
}  # fmt: skip


@st.composite
def secrets(draw: st.DrawFn, kinds: dict[str, tuple[str, str, int]]) -> tuple[str, str]:
    """A secret, and the part of it that nobody may read."""
    head, alphabet, size = kinds[draw(st.sampled_from(sorted(kinds)))]
    choose = random.Random(draw(st.integers(0, 1 << 32)))  # noqa: S311 - shrinking letters makes a stand-in
    tail = "".join(choose.choice(alphabet) for _ in range(size))
    return head + tail, tail


def told(text: str, secret: str, tail: str) -> bool:
    """Whether a text gives a secret away: all of it, or most of what was random in it."""
    most = max(12, len(tail) * 2 // 3)
    return secret in text or any(tail[at : at + most] in text for at in range(len(tail) - most + 1))


def in_an_editor(found) -> str:
    """What the language server shows of findings; a quick fix's own text is the file's, and goes into the file."""
    protocol = pytest.importorskip("bunproof.lsp.protocol", reason="in the dependency group `test`")
    nowhere = protocol.types.Range(protocol.types.Position(0, 0), protocol.types.Position(0, 0))
    made = []
    for each in found:
        made.append(protocol.diagnostic(each, lambda *_: nowhere, str))
        action = protocol.action(each, lambda *_: nowhere, str)
        if action is not None:
            made += [action.title, action.diagnostics]
    return repr(made)


@pytest.mark.parametrize("place", PLACES)
def test_no_report_gives_a_secret_away(place) -> None:
    @given(secrets(KINDS_BESIDE_A_NAME if place in BESIDE_A_NAME else KINDS))
    def check(planted: tuple[str, str]) -> None:
        secret, tail = planted
        text = PLACES[place].replace("{}", secret).replace("{{", "{").replace("}}", "}")
        files = {"package.json": b'{"engines": {"bun": ">=1.1.0"}}', NAMES.get(place, place): text.encode()}
        outcome = outcome_of(files)
        for kind, report in {**reports(outcome), "editor": in_an_editor(outcome.diagnostics)}.items():
            assert not told(report, secret, tail), kind

    check()


@pytest.mark.parametrize("kind", KINDS)
def test_secrets_are_found(kind) -> None:
    head, alphabet, size = KINDS[kind]
    tail = "".join(alphabet[(each * 37 + each * each * 11) % len(alphabet)] for each in range(size))
    found = outcome_of({".env": b"", "wrangler.toml": f'name = "w"\n[vars]\nAPI_TOKEN = "{head}{tail}"\n'.encode()})
    assert [each.rule.id for each in found.diagnostics if each.rule.hook == "placeholder-credentials"]


SECRET = "ghp_" + "".join(ALPHANUMERIC[(each * 37 + each * each * 11) % 62] for each in range(36))


@pytest.mark.parametrize(
    ("files", "arguments"),
    [
        pytest.param({"bunproof.toml": f"{SECRET} = 1\n"}, ("check",), id="an unknown key of the settings"),
        pytest.param({"bunproof.toml": f'token = "{SECRET}\n'}, ("check",), id="settings that are not TOML"),
        pytest.param({"bunproof.toml": f'[rules]\n{SECRET} = "off"\n'}, ("check",), id="an unknown rule in the settings"),
        pytest.param({}, ("check", f"--token={SECRET}"), id="an unknown option"),
        pytest.param({}, ("check", "--from-ref", SECRET), id="an unknown commit"),
        pytest.param({"wrangler.toml": f'[vars]\nAPI_TOKEN = "{SECRET}"\n'}, ("baseline",), id="the baseline"),
        pytest.param({"package.json": f'{{"engines": {{"bun": "{SECRET}"}}}}'}, ("versions",), id="the versions"),
        pytest.param({"package.json": f'{{"engines": {{"bun": "{SECRET}"}}}}'}, ("versions", "--format", "json"), id="the versions as JSON"),
        pytest.param({".pre-commit-config.yaml": f"token: {SECRET}\nrepos: 1\n"}, ("init", "--dry-run"), id="what init would change"),
    ],
)  # fmt: skip
def test_no_other_output_gives_a_secret_away(repository, files, arguments) -> None:
    run = repository.write(files).bunproof(*arguments)
    written = (repository.root / ".secrets.baseline").read_text() if arguments == ("baseline",) else ""
    assert not told(run.out + run.err + written, SECRET, SECRET[4:])


def test_the_baseline_holds_hashes(repository) -> None:
    repository.write({"wrangler.toml": f'[vars]\nAPI_TOKEN = "{SECRET}"\n'}).bunproof("baseline")
    results = json.loads((repository.root / ".secrets.baseline").read_text())["results"]
    assert [len(each["hashed_secret"]) for each in results["wrangler.toml"]] == [40]
