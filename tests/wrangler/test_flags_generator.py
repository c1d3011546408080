from __future__ import annotations

from struct import pack

from bunproof.wrangler.flags import known_flags
from bunproof_dev.compatibility_flags import Flag, read_flags

ENABLE, DISABLE, DATE = 0xB6DABBC87CD1B03E, 0xD145CF1ADC42577C, 0x91A5D5D7244CF6D0
ALL_DATES, EXPERIMENTAL, OTHER = 0x9A1D37C8030D9418, 0xE3E5A63E76284D88, 0xBD23AFF9DEEFC308


def field(ids: list[int], *texts: str) -> bytes:
    """One field's annotations as Cap'n Proto lays them out: the list of ids, then the texts."""
    listed = pack("<II", len(ids) << 2, 0x00020001) + b"".join(pack("<Q", each) + bytes(16) for each in ids)
    values = (bytes(16) + pack("<II", 1, (len(text) + 1) << 3 | 2) + text.encode() + b"\0" for text in texts)
    return listed + b"".join(values) + bytes(-sum(map(len, texts)) % 8)


def test_flags_are_read_from_the_annotations_of_a_binary():
    binary = b"\x7fELF" + bytes(100) + field([DATE], "2020-01-01") + b"CompatibilityFlags\0" + bytes(50)
    binary += field([ENABLE, DATE, DISABLE], "url_standard", "2022-10-31", "url_original")
    binary += field([ENABLE, EXPERIMENTAL], "experimental") + field([EXPERIMENTAL])
    binary += field([ENABLE, DISABLE, OTHER, ALL_DATES], "new_way", "old_way") + field([OTHER], "no_flag_at_all")
    assert list(read_flags(binary)) == [
        Flag("url_standard", "url_original", "2022-10-31"),
        Flag("experimental", experimental=True),
        Flag("new_way", "old_way", "always"),
    ]
    assert str(Flag("experimental", experimental=True)) == "experimental - - experimental"


def test_the_table_holds_what_everybody_uses():
    table = known_flags()
    assert table.opposites["nodejs_compat"] == "no_nodejs_compat"
    assert {"nodejs_compat_v2", "global_fetch_strictly_public", "streams_enable_constructors"} <= set(table.opposites)
    assert "experimental" in table.experimental
    assert "nodejs_compat" not in table.experimental
