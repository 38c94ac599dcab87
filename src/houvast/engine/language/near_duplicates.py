# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is it said already? Statements that share their letters, and of those the ones that say the same.

similarity(a, b) = cosine of tf-idf over the 3 to 5 letters in a row of a and b,   near where >= 0.5
same = near, and no number, negation or opposite differs, and no word of meaning was exchanged (same_fact.py)
Letters rather than words: it holds for every language and forgives typing errors. A paraphrase in other words is not
found; a person sees those. What is near but not the same is shown as "looks like".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from houvast.engine.language.same_fact import plain_words, says_the_same

NEAR = 0.5
LETTERS = (3, 5)


@dataclass(frozen=True, slots=True)
class Likeness:
    """A text of the index, by its place; similarity between 0 and 1."""

    index: int
    similarity: float
    is_same: bool


@dataclass(frozen=True, slots=True)
class TextIndex:
    """Texts ready to be compared with."""

    texts: tuple[str, ...]
    vectorizer: Any
    rows: Any


def build_index(texts: tuple[str, ...]) -> TextIndex:
    """An index of texts; an empty one where there are none with three letters."""
    plain = [_plain(text) for text in texts]
    vectorizer = TfidfVectorizer(analyzer="char_wb", ngram_range=LETTERS, lowercase=False, dtype=np.float32)
    if not any(plain):
        return TextIndex(texts, None, None)
    return TextIndex(texts, vectorizer, vectorizer.fit_transform(plain))


def find_near(text: str, *, index: TextIndex, most: int, least: float = NEAR) -> tuple[Likeness, ...]:
    """The texts of the index nearest to this one, the nearest first, equal ones in the order of the index."""
    if index.rows is None:
        return ()
    row = index.vectorizer.transform([_plain(text)])
    similar = np.minimum(np.asarray((index.rows @ row.T).todense()).ravel(), 1.0)
    order = np.argsort(-similar, kind="stable")[:most]
    return tuple(
        Likeness(int(i), float(similar[i]), says_the_same(text, index.texts[i])) for i in order if similar[i] >= least
    )


def _plain(text: str) -> str:
    return " ".join(plain_words(text))
