# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How do somebody's words leave a stored result while its figures stay? The texts of their statements become empty."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Any

NUMBERS = ("id", "number", "statement_number")  # how stored results call a statement's number
TEXT = "text"


def blank_texts(content: str, *, numbers: Collection[int]) -> str:
    """The same JSON, with an empty text wherever one of the statements with these numbers stands."""
    if not content:
        return content
    plain = _blank(json.loads(content), {str(number) for number in numbers})
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def _blank(value: Any, numbers: set[str]) -> Any:
    if isinstance(value, list):
        return [_blank(item, numbers) for item in value]
    if not isinstance(value, dict):
        return value
    made = {name: _blank(item, numbers) for name, item in value.items()}
    if TEXT in made and any(str(made[name]) in numbers for name in NUMBERS if name in made):
        made[TEXT] = ""
    return made
