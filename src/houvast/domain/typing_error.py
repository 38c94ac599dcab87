# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is a changed sentence still what its writer meant? Only punctuation, capitals, spaces and single letters may differ.

At most MOST words differ, each by one letter added, left out, changed or swapped with its neighbour, not the first
("asociaal" is one letter from "sociaal"). The words that turn a sentence round ("geen" is one letter from "een") and
the figures stay exactly as they were.
"""

from __future__ import annotations

import re

MOST = 3
TURNING = {
    "niet", "geen", "nooit", "niemand", "niets", "nergens", "zonder", "wel", "een", "minder", "meer", "tegen", "voor",
    "not", "no", "never", "none", "nobody", "nothing", "without", "less", "more", "for", "against", "now",
}  # fmt: skip
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def is_typing_error(before: str, after: str) -> bool:
    """Whether `after` mends typing errors of `before` and says the same."""
    old, new = _words(before), _words(after)
    if "".join(old) == "".join(new):
        return _fixed(old) == _fixed(new)
    if len(old) != len(new):
        return False
    changed = [(a, b) for a, b in zip(old, new, strict=True) if a != b]
    return len(changed) <= MOST and all(_is_slip(a, b) for a, b in changed)


def _words(text: str) -> list[str]:
    return WORD.findall(text.lower())


def _fixed(words: list[str]) -> list[str]:
    return [word for word in words if _is_fixed(word)]


def _is_fixed(word: str) -> bool:
    """Whether a word turns a sentence round or holds a figure."""
    return word in TURNING or any(letter.isdigit() for letter in word)


def _is_slip(a: str, b: str) -> bool:
    """Whether two words differ by one slip of the finger, and both may."""
    if _is_fixed(a) or _is_fixed(b) or min(len(a), len(b)) < 3:
        return False
    return _one_letter(a, b) or _swapped(a, b)


def _one_letter(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    same = next((i for i, letter in enumerate(short) if letter != long[i]), len(short))
    if same == 0:
        return False
    if len(short) == len(long):
        return short[same + 1 :] == long[same + 1 :]
    return len(long) == len(short) + 1 and short[same:] == long[same + 1 :]


def _swapped(a: str, b: str) -> bool:
    differs = [i for i, letter in enumerate(a) if len(a) == len(b) and letter != b[i]]
    neighbours = len(differs) == 2 and differs[1] == differs[0] + 1
    return neighbours and a[differs[0]] == b[differs[1]] and a[differs[1]] == b[differs[0]]
