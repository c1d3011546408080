from __future__ import annotations

import random
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bunproof.masking import mask, mask_value

_ALPHABET = string.ascii_letters + string.digits


def _token(seed: int, size: int, alphabet: str) -> str:
    """What a machine makes: every character as likely as any other, whatever the seed."""
    return "".join(random.Random(seed).choices(alphabet, k=size))  # noqa: S311 - for tests


TOKENS = st.builds(
    _token, st.integers(0), st.integers(24, 64), st.sampled_from([_ALPHABET, string.hexdigits[:16], _ALPHABET + "-_"])
)
PREFIXES = st.sampled_from(["", "sk_live_", "ghp_", "xoxb-", "SG.", "whsec_", "AKIA", "sk-ant-api03-", "re_", "eyJ"])
FRAMES = st.sampled_from(
    [
        'JWT_SECRET = "{}"', "API_KEY={}", "  apiKey: '{}',", '"token": "{}"', "export DB_PASSWORD={} # local", "const x = '{}';",
        'STRIPE = "{}"', "url = postgres://app:{}@db.shop.example/app", "fetch(u, {{ headers: {{ Authorization: 'Bearer {}' }} }})",
        "`API_TOKEN` holds {}", "{}", 'x = ["{}"]', "process.env.SECRET || '{}'", "https://api.example/?token={}",
        "DATABASE_URL=mysql://root:{}@10.0.0.1/x", "-e API_KEY={} image", '<add key="ApiKey" value="{}" />', "password: {}", "пароль = '{}'",
    ]
)  # fmt: skip


@settings(derandomize=True)  # one token in a thousand is all words, as chance has it
@given(FRAMES, PREFIXES, TOKENS)
def test_a_planted_secret_never_survives_whole(frame, prefix, token):
    secret = prefix + token
    masked = mask(frame.format(secret))
    assert token not in masked
    assert len(masked) == len(frame.format(secret))
    assert token[-12:] not in masked


@given(st.text())
def test_length_and_lines_are_kept(text):
    masked = mask(text)
    assert len(masked) == len(text)
    assert [at for at, character in enumerate(masked) if character == "\n"] == [
        at for at, character in enumerate(text) if character == "\n"
    ]


@settings(derandomize=True)
@given(FRAMES, PREFIXES, TOKENS)
def test_masking_twice_is_masking_once(frame, prefix, token):
    once = mask(frame.format(prefix + token))
    assert mask(once) == once


@given(st.text(min_size=1, max_size=80))
def test_a_known_secret_shows_at_most_its_beginning(text):
    masked = mask_value(text)
    assert len(masked) == len(text)
    assert masked.count("*") >= len(text) * 2 / 3 or len(text) < 4


@pytest.mark.parametrize(
    "text",
    [
        'JWT_SECRET = "your-jwt-secret-min-32-chars"',
        'database_id = "<D1_ID>"',
        "delete the line, run `wrangler secret put API_TOKEN`, and name it in `secrets.required`",
        "`bun:sqlite` cannot be bundled into a Worker",
        "src/index.ts > src/db.ts > bun:sqlite",
        "import { SQL } from 'bun';",
        'compatibility_date = "2026-09-01"',
        "https://bunproof.github.io/bunproof/rules/placeholder-credential/",
        "git tracks `.dev.vars`",
        "`SHOP24_TOKEN`, `SHOP24_WEBHOOK_SECRET` and `SHOP24_JWT_SECRET` are in `vars`",
        'required = ["SHOP24_TOKEN", "SHOP24_WEBHOOK_SECRET"]',
        "token: AUTH0_M2M_CLIENT_SECRET",
    ],
)
def test_what_is_no_secret_stays_readable(text):
    assert mask(text) == text


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        pytest.param('ADMIN_PASSWORD = "martin2027"', 'ADMIN_PASSWORD = "ma********"', id="a-short-password"),
        pytest.param("DB_PASSWORD=Tr0ub4dor&3x9", "DB_PASSWORD=Tr0u*********", id="bare"),
        pytest.param('API_TOKEN="XK92_7DFQ_88ZX_PQ21"', 'API_TOKEN="XK92***************"', id="no-constant"),
        pytest.param('DB_PASSWORD="WALRUS_TUESDAY_PIANO"', 'DB_PASSWORD="WALR****************"', id="a-phrase"),
        pytest.param("redis://:s3cRetPw@host", "redis://:s3******@host", id="address"),
    ],
)
def test_masked(text, masked):
    assert mask(text) == masked
