# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What of a text is writing, and what are invisible signs that hide or turn words? Only the writing is kept.

kept = NFKC(text) without control signs, bidi overrides and zero-width signs, each run of white space one space.
A joiner stays between letters of scripts that need it (Persian, Urdu, Hindi) and inside emoji.
"""

from __future__ import annotations

import re
import unicodedata

INVISIBLE = re.compile(
    "[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0e\ufeff\uffa0\ufff0-\ufffb\ue000-\uf8ff\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
JOINER = re.compile("[\u200c\u200d]")
LINES = re.compile("\r\n|[\n\r\u0085\u2028\u2029]")
MOST_MARKS = re.compile(
    "([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]{2})[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]+"
)


def tidy(text: str, *, lines: bool) -> str:
    """The text as it is kept. lines: whether line breaks stay (two at most together) or become spaces."""
    plain = _without_invisible(unicodedata.normalize("NFKC", _without_invisible(LINES.sub("\n", text))))
    plain = MOST_MARKS.sub(r"\1", plain)
    rows = [" ".join(row.split()) for row in plain.split("\n")]
    if not lines:
        return " ".join(row for row in rows if row)
    return re.sub("\n{3,}", "\n\n", "\n".join(rows)).strip()


def _without_invisible(text: str) -> str:
    """Before and after the normal form: a sign between a letter and its accent would keep them apart."""
    return JOINER.sub(_keep_joiner, INVISIBLE.sub("", text))


def _keep_joiner(found: re.Match[str]) -> str:
    before, after = found.string[: found.start()][-1:], found.string[found.end() :][:1]
    return found.group() if _joins(before) and _joins(after) else ""


def _joins(sign: str) -> bool:
    """Whether a joiner may stand beside this sign: a letter or mark beyond Latin, Greek and Cyrillic, or an emoji."""
    return bool(sign) and sign > "\u0590" and unicodedata.category(sign)[0] in {"L", "M", "S"}
