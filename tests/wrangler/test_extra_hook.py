from __future__ import annotations

import pytest

GOOD = 'name = "shop"\ncompatibility_date = "2025-01-01"\n'


def test_a_change_of_the_manifest_judges_the_configurations_below_it(repository):
    repository.write(
        {"app/wrangler.toml": GOOD + "node_compat = true\n", "app/package.json": "{}", "other.toml": ""}
    ).commit()
    run = repository.check("--only", "wrangler-config", "app/package.json")
    assert run.found == ["app/wrangler.toml:3 removed-wrangler-key"]
    assert repository.check("--only", "wrangler-config", "other.toml").found == []


def test_a_manifest_and_a_winner_in_one_change(repository):
    files = {"wrangler.json": '{"name": "shop"}', "api/package.json": '{"scripts": {"d": "wrangler deploy"}}'}
    repository.write({"web/wrangler.toml": GOOD, "api/wrangler.toml": GOOD, **files}).commit()
    run = repository.check("--only", "wrangler-config", "wrangler.json", "api/package.json")
    assert [(each["path"], each["severity"]) for each in run.diagnostics] == [
        ("api/wrangler.toml", "error"),
        ("web/wrangler.toml", "warning"),
    ]


@pytest.mark.parametrize(
    ("name", "text", "fixed"),
    [
        pytest.param(
            "wrangler.toml",
            '# mine\nname = "shop" # the name\ncompatibilty_date = "2025-01-01"  # old\n',
            '# mine\nname = "shop" # the name\ncompatibility_date = "2025-01-01"  # old\n',
            id="mistyped-key",
        ),
        pytest.param(
            "wrangler.toml",
            GOOD + "[observabilty]\nenabled = true\n\n[ observabilty . logs ] # all\nenabled = true\n",
            GOOD + "[observability]\nenabled = true\n\n[ observability . logs ] # all\nenabled = true\n",
            id="mistyped-headers",
        ),
        pytest.param(
            "wrangler.toml",
            GOOD + '[[kv_namespace]]\nbinding = "A"\nid = "a"\n\n[["kv_namespace"]]\nbinding = "B"\nid = "b"\n',
            GOOD + '[[kv_namespaces]]\nbinding = "A"\nid = "a"\n\n[["kv_namespaces"]]\nbinding = "B"\nid = "b"\n',
            id="mistyped-array-of-tables",
        ),
        pytest.param(
            "wrangler.jsonc",
            '{\n  // mine\n  "name": "shop", "compatability_date": "2025-01-01", // old\n}\n',
            '{\n  // mine\n  "name": "shop", "compatibility_date": "2025-01-01", // old\n}\n',
            id="mistyped-key-in-json",
        ),
        pytest.param(
            "wrangler.toml",
            'name = "shop"\ncompatibility_date = 2025-01-01 # old\n[vars]\nSINCE = 2024-05-06\n',
            'name = "shop"\ncompatibility_date = "2025-01-01" # old\n[vars]\nSINCE = "2024-05-06"\n',
            id="bare-dates",
        ),
        pytest.param(
            "wrangler.toml",
            'name = "shop"\n\n[vars]\nA = "1"\n# winter\ncompatibility_date = 2025-01-01\nworkers_dev = false\n\n[dev]\nport = 1\n',
            'name = "shop"\n# winter\ncompatibility_date = "2025-01-01"\nworkers_dev = false\n\n[vars]\nA = "1"\n\n[dev]\nport = 1\n',
            id="swallowed-keys-one-of-them-bare",
        ),
        pytest.param(
            "wrangler.toml",
            GOOD.replace("2025-01-01", "2025-1-1") + 'compatibility_flags = [ "nodejs-compat", ] # node\n',
            GOOD + 'compatibility_flags = [ "nodejs_compat", ] # node\n',
            id="date-and-flag",
        ),
    ],
)  # fmt: skip
def test_what_fix_makes_of_a_configuration(repository, name: str, text: str, fixed: str):
    repository.write({name: text}).commit()
    run = repository.check("--only", "wrangler-config", "--fix")
    assert (repository.root / name).read_text() == fixed
    assert (run.code, run.found) == (1, [])
    assert repository.check("--only", "wrangler-config").code == 0


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(GOOD + 'compatibilty_date = "2025-01-02"\n', id="the-right-key-is-there"),
        pytest.param(GOOD + "observabilty.enabled = true\nobservabilty.head_sampling_rate = 1\n", id="dotted-keys"),
    ],
)
def test_what_is_left_to_a_person(repository, text: str):
    repository.write({"wrangler.toml": text}).commit()
    run = repository.check("--only", "wrangler-config", "--fix")
    assert (repository.root / "wrangler.toml").read_text() == text
    assert [each["fix"] for each in run.diagnostics] == [None] * len(run.diagnostics)


def test_what_only_tests_use_is_less_certain(repository):
    text = GOOD + '[assets]\ndirectory = "publik"\n'
    repository.write({"wrangler.toml": text, "tests/wrangler.toml": text, "wrangler.test.toml": text}).commit()
    run = repository.check("--only", "wrangler-config")
    assert {
        each["path"]: each["severity"] for each in run.diagnostics if each["rule"] == "missing-assets-directory"
    } == {
        "tests/wrangler.toml": "warning",
        "wrangler.test.toml": "warning",
        "wrangler.toml": "error",
    }
