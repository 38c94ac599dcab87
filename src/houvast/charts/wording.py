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


def say_share(share: float, wording: Wording) -> str:
    """Whole per cent; what is near nothing or near everything is not rounded to it."""
    if share > 0 and round(share * 100) == 0:
        return wording.say("less than {share}", share=wording.percent(0.01))
    if share < 1 and round(share * 100) == 100:
        return wording.say("more than {share}", share=wording.percent(0.99))
    return wording.percent(share)


def say_decimals(value: float, wording: Wording) -> str:
    """Two decimals; what is near nothing is not rounded to it."""
    if value > 0 and round(value, 2) == 0:
        return wording.say("less than {share}", share=wording.number(0.01, 2))
    return wording.number(value, 2)
