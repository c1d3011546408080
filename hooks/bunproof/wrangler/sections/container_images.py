"""Where a container's image comes from: a Dockerfile beside the configuration, or a registry."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bunproof.wrangler.values import found, is_truthy

if TYPE_CHECKING:
    from bunproof.wrangler.scope import Scope
    from bunproof.wrangler.spot import Spot

_HOST = re.compile(r"[^\x00-\x20#%/:<>?@\[\\\]^|\x7f]+")
_PORT = re.compile(r"[0-9]*")
_LAST_PORT = 65535
_LAST_BYTE = 255
_NUMBER = re.compile(r"[0-9]+|0[xX][0-9a-fA-F]*")


def check_image(container: Spot, scope: Scope) -> bool:
    """The image of a container: it is named, and it is a file or an address with a tag."""
    old = container["configuration"].maybe("image")
    image = container["image"]
    good = True
    if not is_truthy(image.value) and not is_truthy(old.value):
        good = container.missing("image", "a Dockerfile or an image of a registry")
        if image.absent and old.absent:
            return good
    used = old if image.value is None or image.absent else image
    if not isinstance(used.value, str):
        return good and used.invalid(f"`{used.name}` must be a string, not {found(used.value)}")
    problem = _problem_of(used.value, scope)
    return used.invalid(f"`{used.name}` {problem}", _HELP) if problem else good


_HELP = "name a Dockerfile relative to this file, or an image such as `docker.io/library/debian:13`"


def _problem_of(image: str, scope: Scope) -> str:
    if scope.files.is_folder(image):
        return "is a folder"
    if scope.files.is_file(image):
        return ""
    if not is_address(image):
        return "is neither a file nor the address of an image"
    if ":" not in image.rpartition("/")[2]:
        return "is no file, and the address of an image ends in a tag"
    return "has a protocol; the address of an image has none" if "://" in image else ""


def is_address(image: str) -> bool:
    """Whether `https://` and the text make a URL, by the rules of the WHATWG."""
    text = re.sub(r"[\t\r\n]", "", image.rstrip("".join(map(chr, range(33))))).lstrip("/\\")
    authority = re.split(r"[/\\?#]", text, maxsplit=1)[0].rpartition("@")[2]
    host, _, port = authority.partition(":")
    if authority.startswith("["):
        return True
    if not _HOST.fullmatch(host) or not _PORT.fullmatch(port) or int(port or 0) > _LAST_PORT:
        return False
    labels = host.rstrip(".").split(".") if host.rstrip(".") else [host]
    return not _NUMBER.fullmatch(labels[-1]) or _is_numeric_address(labels)


def _is_numeric_address(labels: list[str]) -> bool:
    if len(labels) > 4 or not all(_NUMBER.fullmatch(label) for label in labels):  # noqa: PLR2004 - the bytes of an address
        return False
    numbers = [_as_number(label) for label in labels]
    room = 256 ** (5 - len(numbers))
    return all(0 <= number <= _LAST_BYTE for number in numbers[:-1]) and 0 <= numbers[-1] < room


def _as_number(label: str) -> int:
    if label[:2].lower() == "0x":
        return int(label[2:] or "0", 16)
    if label.startswith("0") and len(label) > 1:
        return int(label, 8) if set(label) <= set("01234567") else -1
    return int(label)
