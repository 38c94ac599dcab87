# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which number stands for another, so that the order of the first cannot be told from the second without the key?

A Feistel network of two halves of 15 bits with HMAC-SHA-256 as its round function: a permutation of the numbers below
2^30, so that two numbers never become one, and a number stays what it is when others come.
"""

from __future__ import annotations

import hmac

HALF = 1 << 15
SPACE = HALF * HALF
ROUNDS = 6


def shuffle_number(number: int, *, key: bytes) -> int:
    """The number, 0 to 2^30 - 1, that stands for this one with this key."""
    if not 0 <= number < SPACE:
        raise ValueError(f"{number} is not a number from 0 to {SPACE - 1}")
    left, right = divmod(number, HALF)
    for step in range(ROUNDS):
        digest = hmac.digest(key, bytes([step]) + right.to_bytes(2, "big"), "sha256")
        left, right = right, left ^ (int.from_bytes(digest[:2], "big") % HALF)
    return left * HALF + right
