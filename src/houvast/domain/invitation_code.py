# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What does somebody type over from a letter? Nine random characters and a check, in letters that cannot be misread.

    code = d1 … d9 c,   d in 0-9 A-Z without I L O U (32 characters: 45 random bits),   c = a^9 d1 + … + a d9 in GF(2^5)
One wrong character, or two neighbours that changed places, always gives a code that does not exist.
"""

from __future__ import annotations

import secrets

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
DIGITS = 9
MISREAD = str.maketrans("ILO", "110")
FIELD = 0b100101  # x^5 + x^2 + 1, primitive over GF(2)


def new_invitation_code() -> str:
    """A fresh code of ten characters."""
    digits = "".join(secrets.choice(ALPHABET) for _ in range(DIGITS))
    return digits + check_character(digits)


def check_character(digits: str) -> str:
    """The character that belongs behind these."""
    value = 0
    for digit in digits:
        value = _double(value ^ ALPHABET.index(digit))
    return ALPHABET[value]


def read_invitation_code(typed: str) -> str | None:
    """The code that somebody typed, whatever the case, dashes and spaces; None where it cannot be one."""
    code = "".join(c for c in typed.upper() if c.isalnum()).translate(MISREAD)
    if len(code) != DIGITS + 1 or not set(code) <= set(ALPHABET):
        return None
    return code if check_character(code[:DIGITS]) == code[DIGITS] else None


def show_invitation_code(code: str) -> str:
    """The code in two halves, for people to read: 7Q2MK-4X0RD."""
    return f"{code[:5]}-{code[5:]}"


def _double(value: int) -> int:
    """The value times a in GF(2^5)."""
    value <<= 1
    return value ^ FIELD if value & 0b100000 else value
