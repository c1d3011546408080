"""The detectors of detect-secrets on single values: its plugin objects, called directly.

Never its scan loop, which is a hundred times slower and keeps its settings in global variables. The import costs up to a fifth
of a second, so nothing calls this before a value has passed a test of ours.
"""

from __future__ import annotations

import sys
from functools import lru_cache
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detect_secrets.plugins.base import BasePlugin

# Those that know a value by its form alone. Entropy and keywords are judged by our own tables.
_PLUGINS = (
    ("artifactory", "ArtifactoryDetector"), ("aws", "AWSKeyDetector"), ("azure_storage_key", "AzureStorageKeyDetector"),
    ("discord", "DiscordBotTokenDetector"), ("github_token", "GitHubTokenDetector"), ("gitlab_token", "GitLabTokenDetector"),
    ("mailchimp", "MailchimpDetector"), ("npm", "NpmDetector"), ("openai", "OpenAIDetector"), ("private_key", "PrivateKeyDetector"),
    ("pypi_token", "PypiTokenDetector"), ("sendgrid", "SendGridDetector"), ("slack", "SlackDetector"), ("square_oauth", "SquareOAuthDetector"),
    ("stripe", "StripeDetector"), ("telegram_token", "TelegramBotTokenDetector"), ("twilio", "TwilioKeyDetector"),
)  # fmt: skip


def detect(text: str) -> str:
    """What detect-secrets calls a value; empty for one that it does not know."""
    for plugin in _plugins():
        if any(True for _ in plugin.analyze_string(text)):
            return str(plugin.secret_type)
    return ""


@lru_cache(maxsize=1)
def _plugins() -> tuple[BasePlugin, ...]:
    with_requests = "requests" in sys.modules
    if not with_requests:
        sys.modules["requests"] = ModuleType("requests")  # only for verifying over the network, which we never do
    try:
        return tuple(_loaded())
    finally:
        if not with_requests:
            del sys.modules["requests"]


def _loaded() -> Iterator[BasePlugin]:
    for module, name in _PLUGINS:
        yield getattr(import_module(f"detect_secrets.plugins.{module}"), name)()
