"""Pages projects, which take fewer keys than Workers, and two environments only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.wrangler.values import is_array, is_nullish

if TYPE_CHECKING:
    from bunproof.wrangler.scope import Scope
    from bunproof.wrangler.spot import Spot

_SUPPORTED = frozenset({
    "$schema", "ai", "analytics_engine_datasets", "browser", "compatibility_date", "compatibility_flags", "configPath",
    "d1_databases", "definedEnvironments", "dev", "durable_objects", "env", "hyperdrive", "kv_namespaces", "legacy_env", "limits",
    "mtls_certificates", "name", "no_bundle", "pages_build_output_dir", "placement", "queues", "r2_buckets",
    "send_metrics", "services", "targetEnvironment", "topLevelName", "upload_source_maps", "userConfigPath", "vars",
    "vectorize", "version_metadata",
})  # fmt: skip
# Values that change nothing, so that Pages does not mind them.
_DEFAULTS: dict[str, object] = {
    "build": {"watch_dir": "./src"}, "cloudchamber": {}, "define": {}, "exports": {}, "jsx_factory": "React.createElement",
    "jsx_fragment": "React.Fragment", "logfwdr": {"bindings": []}, "observability": {"enabled": True},
    "python_modules": {"exclude": ["**/*.pyc"]}, "triggers": {}, "unsafe": {},
}  # fmt: skip
_NO_DEFAULT = frozenset({
    "access", "account_id", "addresses", "alias", "analytics", "assets", "base_dir", "cache", "compliance_region",
    "containers", "data_blobs", "dependencies_instrumentation", "find_additional_modules", "first_party_worker",
    "images", "keep_names", "keep_vars", "logpush", "main", "media", "minify", "preserve_file_names", "preview_urls",
    "previews", "route", "routes", "secrets", "site", "stream", "streaming_tail_consumers", "tail_consumers",
    "text_blobs", "tsconfig", "wasm_modules", "workers_dev",
})  # fmt: skip
# Keys that no environment has a say in, which releases up to 4.69 let stand in one.
_TOP_ONLY = frozenset({
    "addresses", "alias", "data_blobs", "dependencies_instrumentation", "keep_vars", "site", "text_blobs", "wasm_modules",
})  # fmt: skip
_BUILD = ("command", "cwd", "watch_dir")
_ENVIRONMENTS = ("preview", "production")


def check_pages(scope: Scope, environments: Spot) -> None:
    """Judge a Pages project that is free of other errors, as one of its environments sees it."""
    main = scope.inherited("main")
    if not main.absent:
        main.report("unsupported-pages-key", "a Pages project takes no `main`", part="key",
                    help="remove `main` for Pages, or `pages_build_output_dir` for a Worker")  # fmt: skip
    name = scope.above("name")
    if name.absent or not str(name.value).strip():
        scope.above("pages_build_output_dir").report(
            "missing-wrangler-key", "a Pages project needs a `name` at the top level", part="key", help="add `name`"
        )
    for other, spot in environments.entries() if environments.is_object else ():
        if other not in _ENVIRONMENTS:
            spot.report("unsupported-pages-key", f"a Pages project has no environment `{other}`", part="key",
                        help="it has `preview` and `production`")  # fmt: skip
    _check_keys(scope)
    for binding in scope.own("durable_objects").maybe("bindings"):
        if binding.maybe("script_name").type != "string":
            binding.report("missing-wrangler-key", "on Pages, a Durable Object belongs to another Worker", part="key",
                           help="name that Worker by `script_name`")  # fmt: skip


def _check_keys(scope: Scope) -> None:
    refused = scope.release.known - _SUPPORTED - {"main"}
    if scope.release.version[:2] == (4, 0):
        refused |= {"no_bundle"}
    for key in sorted(refused):
        spot = _effective(scope, key)
        if not spot.absent and not _is_default(key, spot.value):
            where = scope.root[key] if spot.path[: len(scope.root.path)] == scope.root.path else spot
            where.report("unsupported-pages-key", f"a Pages project takes no `{key}`", part="key",
                         help="remove it, or deploy a Worker with static assets instead")  # fmt: skip
    consumers = scope.own("queues").maybe("consumers")
    if is_array(consumers.value) and consumers.value:
        consumers.report("unsupported-pages-key", "a Pages project reads no queues", part="key",
                         help="move `consumers` to a Worker")  # fmt: skip


def _effective(scope: Scope, key: str) -> Spot:
    if key in _TOP_ONLY or key not in scope.release.environment:
        return scope.above(key)
    return scope.inherited(key) if key in scope.release.inherited else scope.own(key)


def _is_default(key: str, value: object) -> bool:
    if is_nullish(value):
        return True
    if key == "build":  # of which only these three are taken over, whatever else it is
        settings = value if isinstance(value, dict) else {}
        value = {"watch_dir": "./src"} | {each: settings[each] for each in _BUILD if each in settings}
    return key not in _NO_DEFAULT and value == _DEFAULTS.get(key, [])
