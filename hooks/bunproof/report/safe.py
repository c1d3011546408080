"""What a file says, made fit to print: no secret, nothing that steers a terminal, one line of text.

All of it keeps the length, so that columns still hold.
"""

from __future__ import annotations

import os
import unicodedata

from bunproof.masking import mask

PICTURES = {code: 0x2400 + code for code in range(0x20) if chr(code) != "\t"} | {0x7F: 0x2421}


def line(text: str) -> str:
    """A line of a file: tabs stay, other control characters become pictures of themselves."""
    masked = mask(text).translate(PICTURES)
    return masked if masked.isascii() else "".join(map(_visible, masked))


def words(text: str) -> str:
    """A message: as `line`, tabs too, because names in it may hold anything."""
    return line(text).replace("\t", " ")


def path(name: str) -> str:
    r"""A path on one line. A byte that is no UTF-8 is written `\xff`; a name can start no workflow command."""
    name = os.fsencode(name).decode("utf-8", "surrogateescape")  # whatever the locale took it for
    shown = "".join(map(_escaped, name))
    return f"./{shown}" if shown.startswith(("::", "##[")) else shown


def relative(name: str, root: str, folder: str) -> str:
    """A path below the root as it reads from `folder`, with `/`: what an editor can open from there."""
    if folder == root:
        return name
    return os.path.relpath(os.path.join(root, name), folder).replace(os.sep, "/")


def _visible(character: str) -> str:
    # Cf holds the bidirectional overrides that make source read other than it runs; joiners are part of words and emoji.
    hidden = unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"} and character not in "\t\u200c\u200d"
    return "\ufffd" if hidden else character


def _escaped(character: str) -> str:
    code = ord(character)
    if 0xDC80 <= code <= 0xDCFF:  # noqa: PLR2004 - where os.fsdecode puts the bytes 80 to FF
        return f"\\x{code - 0xDC00:02x}"
    if character.isprintable():
        return character
    return character.encode("unicode_escape").decode()
