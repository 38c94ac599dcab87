# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How do charts speak the reader's language without knowing which? Through a wording that is passed in."""

from __future__ import annotations

from typing import Protocol


class Wording(Protocol):
    """Texts and numbers in one language. Messages are the English text with {names}; values fill the names."""

    language: str

    def say(self, message: str, **values: object) -> str:
        """The message in this language."""
        ...

    def count(self, one: str, many: str, n: int, **values: object) -> str:
        """The message for n things; {n} is filled with the number."""
        ...

    def number(self, value: float, digits: int = 0) -> str:
        """A number with so many decimals."""
        ...

    def percent(self, share: float) -> str:
        """A share as whole per cent."""
        ...


class PlainEnglish:
    """The messages as they stand in the code."""

    language = "en"

    def say(self, message: str, **values: object) -> str:
        """The message, filled in."""
        return message.format(**values)

    def count(self, one: str, many: str, n: int, **values: object) -> str:
        """One or many."""
        return (one if n == 1 else many).format(n=self.number(n), **values)

    def number(self, value: float, digits: int = 0) -> str:
        """With commas between thousands."""
        return f"{value:,.{digits}f}"

    def percent(self, share: float) -> str:
        """Whole per cent."""
        return f"{share * 100:.0f}%"
