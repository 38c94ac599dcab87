# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is it called in the reader's language? English texts in the code, other languages from a gettext catalogue."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib import resources

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, format_percent

from houvast.domain.errors import OptionRejected

LANGUAGES = ("nl", "en")


class Texts:
    """A wording (see houvast.charts.wording) in one of LANGUAGES; numbers written as that language does."""

    def __init__(self, language: str) -> None:
        if language not in LANGUAGES:
            raise OptionRejected(f"--language {language}: choose one of {', '.join(LANGUAGES)}.")
        self.language = language
        self._catalogue = load_catalogue(language) if language != "en" else None

    def say(self, message: str, **values: object) -> str:
        """The message in this language, with the names in it filled in; English where there is no translation."""
        found = self._catalogue.get(message) if self._catalogue is not None else None
        return str(found.string if found is not None and found.string else message).format(**values)

    def count(self, one: str, many: str, n: int, **values: object) -> str:
        """The message for one or for many; {n} is the number."""
        found = self._catalogue.get(one) if self._catalogue is not None else None
        forms = found.string if found is not None and isinstance(found.string, tuple) else (one, many)
        return str(forms[0 if n == 1 else 1]).format(n=self.number(n), **values)

    def number(self, value: float, digits: int = 0) -> str:
        """With the separators of the language."""
        return _format_number(float(value) + 0.0, digits, self.language)

    def percent(self, share: float) -> str:
        """Whole per cent."""
        return _format_percent(round(share * 100), self.language)


@lru_cache(maxsize=4096)
def _format_number(value: float, digits: int, language: str) -> str:
    pattern = "#,##0." + "0" * digits if digits else "#,##0"
    return str(format_decimal(value, pattern, locale=language))


@cache
def _format_percent(percent: int, language: str) -> str:
    return str(format_percent(percent / 100, "#,##0%", locale=language))


@cache
def load_catalogue(language: str) -> Catalog:
    """The catalogue of a language, from the package."""
    place = resources.files("houvast") / "locale" / language / "LC_MESSAGES" / "houvast.po"
    with place.open("rb") as file:
        return read_po(file, locale=language)
