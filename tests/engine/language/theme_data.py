# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""A small list of themes, our own signals with their themes, and a model of meaning that a child can follow."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from engine.language.language_data import read_rows

from houvast.engine.language.embedder import Vectors
from houvast.engine.language.same_fact import plain_words
from houvast.engine.language.theme_list import Theme, ThemeList

# Our set's names of themes, and those of the list in the package.
CODES = {"armoede": "bestaanszekerheid", "eenzaam": "welzijn", "ruis": ""}
ROWS = read_rows("observations")
TEXTS = tuple(row["text"] for row in ROWS)
TRUTH = tuple(CODES.get(row["theme_hidden"], row["theme_hidden"]) for row in ROWS)

SMALL = ThemeList(
    (
        Theme("jeugd", {"nl": "Jeugd", "en": "Youth"}, "Waar jongeren zijn.", ("jeugd", "jongeren", "school")),
        Theme("wonen", {"nl": "Wonen"}, "Een huis vinden en houden.", ("huur", "woning", "wachtlijst")),
        Theme("verkeer", {"nl": "Verkeer"}, "Veilig over straat.", ("hard gereden", "fatbike*", "school", "auto")),
    ),
    "1",
)
MEANINGS = ({"jongeren", "tieners", "pubers"}, {"huis", "dak", "huurhuis"}, {"straat", "stoep", "fiets"})


class TinyModel:
    """One number a meaning, and one for all else; rows of length one."""

    name = "tiny"
    dim = 4
    languages = ("nl",)
    fingerprint = "tiny 1"

    def embed(self, texts: Sequence[str]) -> Vectors:
        rows = np.array([self._row(text) for text in texts], dtype=np.float32).reshape(len(texts), self.dim)
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)

    def _row(self, text: str) -> list[float]:
        words = set(plain_words(text))
        return [float(len(words & meaning)) for meaning in MEANINGS] + [0.1]
