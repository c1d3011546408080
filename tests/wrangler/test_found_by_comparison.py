"""Verdicts that once differed from wrangler's, each as the release named said it when it was run."""

from __future__ import annotations

import pytest
from score import Verdict, verdict

PAGES = {"name": "site", "compatibility_date": "2026-01-31", "pages_build_output_dir": "dist"}
WORKER = {"name": "worker", "main": "src/index.js", "compatibility_date": "2026-01-31"}
FINE, WARNS, FAILS = (
    Verdict(error=False, warning=False),
    Verdict(error=False, warning=True),
    Verdict(error=True, warning=False),
)
BUCKET = {"binding": "FILES", "bucket_name": "my_files"}
IMAGE = {"class_name": "Box", "name": "box", "image": "docker.io/library/debian:13"}
SEARCH = {"ai_search": [{"binding": "SEARCH", "instance_name": "docs"}]}

ROWS = {
    "pages: a build of no settings is the default one": (PAGES | {"build": True}, "4.164.0", FINE),
    "pages: so is one that repeats the default": (PAGES | {"build": {"watch_dir": "./src"}}, "4.164.0", FINE),
    "pages: of a text the letters are unknown keys": (PAGES | {"build": "x"}, "4.164.0", WARNS),
    "pages: a command is refused": (PAGES | {"build": {"command": "make"}}, "4.164.0", FAILS),
    "pages: 4.0.0 took no no_bundle": (PAGES | {"no_bundle": True}, "4.0.0", FAILS),
    "pages: 4.1.0 did": (PAGES | {"no_bundle": True}, "4.1.0", FINE),
    "pages: legacy_env was taken": (PAGES | {"legacy_env": True}, "4.0.0", FINE),
    "legacy_env: nothing is a switch that is off": (
        WORKER | {"legacy_env": ""}, "4.0.0", Verdict(error=True, warning=True)),
    "a date with a byte order mark behind it": (WORKER | {"compatibility_date": "2026-01-31\ufeff"}, "4.164.0", FINE),
    "a date with a line separator behind it": (WORKER | {"compatibility_date": "31 \u2028"}, "4.164.0", FAILS),
    "previews: 4.125 knows fewer bindings there": (WORKER | {"previews": SEARCH}, "4.125.0", WARNS),
    "previews: what a binding lacks it lacks there too": (
        WORKER | {"previews": {"hyperdrive": [{"binding": "DB", "id": "1", "remote": True}]}}, "4.125.0", WARNS),
    "previews: later it is known": (WORKER | {"previews": SEARCH}, "4.164.0", FINE),
    "containers: an array since 4.5": (WORKER | {"containers": [IMAGE]}, "4.20.0", FINE),
    "containers: each with a name of its own": (
        WORKER | {"containers": [{"class_name": "Box", "image": "docker.io/library/debian:13"}]}, "4.20.0", FAILS),
    "containers: an image in the configuration": (
        WORKER | {"containers": [{"name": "box", "configuration": {"image": "debian:13"}}]}, "4.10.0", FINE),
    "containers: an image in one place": (
        WORKER | {"containers": [IMAGE | {"configuration": {"image": "debian:13"}}]}, "4.20.0", FAILS),
    "containers: no share below a quarter": (
        WORKER | {"containers": [IMAGE | {"rollout_step_percentage": 5}]}, "4.20.0", FAILS),
    "containers: a table before": (WORKER | {"containers": [IMAGE]}, "4.0.0", FAILS),
    "buckets: names are compared since 4.15": (WORKER | {"r2_buckets": [BUCKET]}, "4.15.0", FAILS),
    "buckets: and were not in 4.14": (WORKER | {"r2_buckets": [BUCKET]}, "4.14.0", FINE),
    "ids: required up to 4.45": (WORKER | {"d1_databases": [{"binding": "DB"}]}, "4.45.0", FAILS),
    "ids: not since": (WORKER | {"d1_databases": [{"binding": "DB"}], "kv_namespaces": [{"binding": "KV"}]}, "4.46.0", FINE),
    "placement: a mode required up to 4.52": (WORKER | {"placement": {"region": "aws:us-east-1"}}, "4.52.0", FAILS),
    "placement: a place will do since": (WORKER | {"placement": {"region": "aws:us-east-1"}}, "4.53.0", FINE),
    "limits: processor time required up to 4.61": (WORKER | {"limits": {"subrequests": 50}}, "4.61.0", FAILS),
    "limits: not since": (WORKER | {"limits": {"subrequests": 50}}, "4.62.0", FINE),
    "variables: of any type up to 4.56": (WORKER | {"vars": "x"}, "4.56.0", FINE),
    "variables: a table since": (WORKER | {"vars": "x"}, "4.57.0", FAILS),
    "secrets: experimental up to 4.87": (WORKER | {"secrets": {"required": ["A"]}}, "4.87.0", WARNS),
    "secrets: and then no more": (WORKER | {"secrets": {"required": ["A"]}}, "4.88.0", FINE),
    "routes: switched off since 4.85": (
        WORKER | {"route": {"pattern": "a.com", "custom_domain": True, "enabled": False}}, "4.85.0", FINE),
    "pipelines: by their stream since 4.96": (
        WORKER | {"pipelines": [{"binding": "P", "stream": "s"}]}, "4.96.0", FINE),
    "legacy_env: an error since 4.111": (WORKER | {"legacy_env": True}, "4.111.0", FAILS),
    "triggers: an array was warned of up to 4.117": (WORKER | {"triggers": ["* * * * *"]}, "4.117.0", WARNS),
    "durable objects: bindings required up to 4.140": (WORKER | {"durable_objects": {}}, "4.140.0", FAILS),
    "durable objects: not since": (WORKER | {"durable_objects": {}}, "4.141.0", FINE),
    "sockets: datagrams since 4.139": (WORKER | {"connect": [{"protocol": "udp", "port": 53}]}, "4.139.0", FINE),
    "sockets: and not in 4.138": (WORKER | {"connect": [{"protocol": "udp", "port": 53}]}, "4.138.0", FAILS),
    "workflows: compared since 4.28": (WORKER | {"workflows": [{"binding": "W", "name": "w"}]}, "4.28.0", FAILS),
    "workflows: and not in 4.27": (WORKER | {"workflows": [{"binding": "W", "name": "w"}]}, "4.27.0", FINE),
    "queues: a release between two of the tables goes by its own number": (
        WORKER | {"queues": {"consumers": [{"queue": "q", "type": "http_pull"}]}}, "4.86.0", FAILS),
}  # fmt: skip
IN_AN_ENVIRONMENT = {
    "pages: keys of the top level alone were ignored": (
        PAGES | {"env": {"production": {"site": {"bucket": "b"}}}}, "4.20.0", FINE),
    "variables that are none, beside some": (
        WORKER | {"vars": {"A": "1"}, "env": {"production": {"vars": "x"}}}, "4.0.0", FAILS),
    "variables that are none, beside none": (WORKER | {"vars": {}, "env": {"production": {"vars": "x"}}}, "4.0.0", FINE),
}  # fmt: skip


@pytest.mark.parametrize(("config", "release", "expected"), ROWS.values(), ids=ROWS)
def test_the_top_level(config, release, expected) -> None:
    assert verdict(config, None, version(release)) == expected


@pytest.mark.parametrize(("config", "release", "expected"), IN_AN_ENVIRONMENT.values(), ids=IN_AN_ENVIRONMENT)
def test_an_environment(config, release, expected) -> None:
    assert verdict(config, "production", version(release)) == expected


def version(release):
    major, minor, patch = map(int, release.split("."))
    return major, minor, patch
