"""`bunproof lsp`: a language server over stdin and stdout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.errors import UsageError

if TYPE_CHECKING:
    from bunproof.arguments import Options


def run(_: Options) -> int:
    """Serve until the editor ends it. Raises UsageError where the extra is not installed."""
    try:
        from bunproof.lsp.server import Server
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in {"lsprotocol", "pygls"}:
            raise
        raise UsageError("the language server is an extra: pip install 'bunproof[lsp]'") from None
    Server().protocol.start_io()
    return 0
