"""Which check judges which key."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from bunproof.wrangler import expect
from bunproof.wrangler.sections import (
    arrays,
    containers,
    development,
    durable_objects,
    exports,
    names,
    observability,
    older,
    previews,
    queues,
    routes,
    variables,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from bunproof.wrangler.scope import Scope
    from bunproof.wrangler.spot import Spot

    Check: TypeAlias = Callable[[Spot], bool]

# Keys of the top level and of environments.
SHARED: dict[str, Check] = {
    **{key: partial(expect.of_type, kind=kind) for key, kind in names.TYPES.items()},
    **{key: partial(arrays.check_array, kind=key) for key in arrays.ARRAYS},
    **dict.fromkeys(("analytics", "browser", "images", "media", "stream"), variables.check_single_binding),
    "access": observability.check_access,
    "ai": variables.check_ai,
    "assets": variables.check_assets,
    "build": development.check_build,
    "cache": observability.check_cache,
    "cloudchamber": variables.check_cloudchamber,
    "compatibility_date": names.check_compatibility_date,
    "compatibility_flags": names.check_compatibility_flags,
    "compliance_region": names.check_compliance_region,
    "connect": queues.check_connect,
    "define": variables.check_define,
    "durable_objects": arrays.check_durable_objects,
    "exports": exports.check_exports,
    "limits": names.check_limits,
    "logfwdr": arrays.check_log_forwarding,
    "migrations": durable_objects.check_migrations,
    "name": names.check_name,
    "observability": observability.check_observability,
    "placement": names.check_placement,
    "python_modules": names.check_python_modules,
    "queues": arrays.check_queues,
    "route": routes.check_route,
    "rules": names.check_rules,
    "secrets": variables.check_secrets,
    "streaming_tail_consumers": partial(variables.check_tail_consumers, streaming=True),
    "tail_consumers": variables.check_tail_consumers,
    "triggers": routes.check_triggers,
    "tsconfig": names.check_tsconfig,
    "unsafe": arrays.check_unsafe,
    "vars": variables.check_vars,
    "version_metadata": variables.check_version_metadata,
}
# Keys of the top level alone.
TOP: dict[str, Check] = {
    **{key: partial(expect.of_type, kind=kind) for key, kind in development.TYPES.items()},
    **dict.fromkeys(("data_blobs", "text_blobs", "wasm_modules"), development.check_module_paths),
    "addresses": partial(expect.optional_array_of, kind="string"),
    "alias": development.check_alias,
    "dependencies_instrumentation": development.check_instrumentation,
    "dev": development.check_dev,
    "site": development.check_site,
}
# Keys whose check must know the environment around them.
SCOPED: dict[str, Callable[[Spot, Scope], bool]] = {
    "containers": containers.check_containers,
    "previews": previews.check_previews,
}


def check_key(key: str, scope: Scope) -> bool:
    """Judge one key of an environment, which must be there."""
    spot = scope.own(key)
    if key == "routes":
        return routes.check_routes(spot, single=scope.own("route"))
    earlier = older.find_check(key, spot)
    if earlier is not None:
        return earlier(spot)
    scoped = SCOPED.get(key)
    if scoped is not None:
        return scoped(spot, scope)
    check = SHARED.get(key)
    return check is None or check(spot)
