"""A rule of `run_worker_first` that wrangler refuses when it deploys.

## Why

`run_worker_first` takes `true`, or rules: paths that start with `/`, exceptions that start with `!/`, at least one of the former,
none twice or within another, none longer than 100 characters, at most 100 of them. wrangler's validation asks for strings and no more.

## Fails

```toml wrangler.toml
name = "site"
main = "index.ts"
compatibility_date = "2025-01-01"

[assets]
directory = "public"
binding = "ASSETS"
run_worker_first = ["api/*", "!/api/docs/*"]
```

```ts index.ts
export default { fetch: (request, env) => env.ASSETS.fetch(request) };
```

```html public/index.html
<h1>Hello</h1>
```

## Passes

```toml wrangler.toml
name = "site"
main = "index.ts"
compatibility_date = "2025-01-01"

[assets]
directory = "public"
binding = "ASSETS"
run_worker_first = ["/api/*", "!/api/docs/*"]
```

```ts index.ts
export default { fetch: (request, env) => env.ASSETS.fetch(request) };
```

```html public/index.html
<h1>Hello</h1>
```

## How we know

`wrangler deploy --dry-run` of 4.164.0.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.rules import Rule
from bunproof.wrangler.facts import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.diagnostics import Diagnostic
    from bunproof.wrangler.facts import Facts

RULE = Rule("worker-first-rule", "wrangler-config", "error", "a rule of `run_worker_first` that wrangler refuses")
_MOST = 100
_REFUSED = "wrangler refuses to deploy this"


def check(facts: Facts) -> Iterator[Diagnostic]:
    """Judge the rules of every environment."""
    for view in facts.views():
        rules = table(view.table.get("assets")).get("run_worker_first")
        if not isinstance(rules, list) or not all(isinstance(rule, str) for rule in rules):
            continue
        path = (*view.path, "assets", "run_worker_first")
        if len(rules) > _MOST:
            message = f"`run_worker_first` holds more than {_MOST} rules"
            yield facts.report(RULE, path, message, part="key", label=_REFUSED, help="join rules with `*`")
        if all(rule.startswith("!/") for rule in rules):
            message = "`run_worker_first` holds no rule that starts with `/`"
            help_ = "add the paths that the Worker is to answer, or remove the key"
            yield facts.report(RULE, path, message, part="key", label=_REFUSED, help=help_)
        for index, rule in enumerate(rules):
            fault, help_ = _fault(rule, index, rules)
            if fault:
                yield facts.report(RULE, (*path, index), fault, label=_REFUSED, help=help_)


def _fault(rule: str, index: int, rules: list[str]) -> tuple[str, str]:
    shown = rule[:40]
    if not rule.startswith(("/", "!/")):
        return (
            f"the rule `{shown}` does not start with `/` or `!/`",
            f"write `{'!' * (rule[:1] == '!')}/{shown.lstrip('!/')}`",
        )
    if rule in rules[:index]:
        return f"the rule `{shown}` stands here twice", "remove one of the two"
    wider = [each for each in rules if each.endswith("*") and each != rule and rule.startswith(each[:-1])]
    if wider:
        return f"the rule `{shown}` adds nothing to `{wider[0][:40]}`", "remove it"
    if len(rule) > _MOST:
        return f"a rule of {len(rule)} characters, at most {_MOST} are taken", "shorten it with `*`"
    return "", ""
