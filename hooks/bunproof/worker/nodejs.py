"""Which modules of Node a Worker has: by the compatibility date and flags, as wrangler 4.164 reads them."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Literal, TypeAlias

    # "v2": polyfilled or native, bare names too; "v1": left to the runtime; "als": node:async_hooks alone; "none".
    Mode: TypeAlias = Literal["v2", "v1", "als", "none"]

DEFAULT_ON = "2026-08-04"
SWITCH_TO_V2 = "2024-09-23"

# What @cloudflare/unenv-preset 2.16.2 answers without `node:`; with it, `node:sqlite` as well.
MODULES = frozenset(
    [
        "_http_agent",
        "_http_client",
        "_http_common",
        "_http_incoming",
        "_http_outgoing",
        "_http_server",
        "_stream_duplex",
        "_stream_passthrough",
        "_stream_readable",
        "_stream_transform",
        "_stream_wrap",
        "_stream_writable",
        "_tls_common",
        "_tls_wrap",
        "assert",
        "assert/strict",
        "async_hooks",
        "buffer",
        "child_process",
        "cluster",
        "console",
        "constants",
        "crypto",
        "dgram",
        "diagnostics_channel",
        "dns",
        "dns/promises",
        "domain",
        "events",
        "fs",
        "fs/promises",
        "http",
        "http2",
        "https",
        "inspector",
        "inspector/promises",
        "module",
        "net",
        "os",
        "path",
        "path/posix",
        "path/win32",
        "perf_hooks",
        "process",
        "punycode",
        "querystring",
        "readline",
        "readline/promises",
        "repl",
        "stream",
        "stream/consumers",
        "stream/promises",
        "stream/web",
        "string_decoder",
        "sys",
        "timers",
        "timers/promises",
        "tls",
        "trace_events",
        "tty",
        "url",
        "util",
        "util/types",
        "v8",
        "vm",
        "wasi",
        "worker_threads",
        "zlib",
    ]
)
PREFIXED_ONLY = frozenset({"sqlite"})
# npm packages that v2 replaces, installed or not.
SHIMMED = frozenset(
    {
        "whatwg-url/webidl2js-wrapper", "node-fetch-native/polyfill", "cross-fetch/polyfill", "node-fetch-native",
        "isomorphic-fetch", "cross-fetch", "node-fetch", "whatwg-url", "fsevents", "inherits",
    }
)  # fmt: skip


def mode(date: str | None, flags: Iterable[str]) -> Mode:
    """What a compatibility date (None where there is none) and the flags switch on."""
    given = frozenset(flags)
    date = date or "2000-01-01"
    default_on = date >= DEFAULT_ON
    enabled = "nodejs_compat" in given or (default_on and "no_nodejs_compat" not in given)
    if "nodejs_compat_v2" in given:
        return "v2"
    if "no_nodejs_compat_v2" not in given and (default_on or (enabled and date >= SWITCH_TO_V2)):
        return "v2"
    if enabled:
        return "v1"
    return "als" if "nodejs_als" in given else "none"


def name_of(specifier: str) -> str | None:
    """The Node module that a specifier asks for, without `node:`; None for any other specifier."""
    if specifier.startswith("node:"):
        return specifier[len("node:") :]
    return specifier if specifier in MODULES else None


def is_provided(specifier: str, mode: Mode) -> bool:
    """Whether the bundler answers a specifier of Node by itself, or leaves it to the runtime without a word."""
    name = specifier.removeprefix("node:")
    if mode == "v2":
        return name in MODULES or (name in PREFIXED_ONLY and name != specifier) or specifier in SHIMMED
    if mode == "v1":
        return name != specifier
    return mode == "als" and (specifier == "node:async_hooks" or specifier.startswith("node:async_hooks/"))
