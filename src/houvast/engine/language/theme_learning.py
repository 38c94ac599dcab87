# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What do the themes that people confirmed teach about a new text? How probable each theme is, and the nearest example.

p(theme | text) = multinomial logistic regression on tf-idf of lemmas, tf-idf of 3 to 5 letters in a row, the words of
the theme list, and the vector of the model of meaning where there is one. A theme takes part from four confirmed texts.
The same texts in the same order give the same result. What is learned holds the texts it learned from: it may live no
longer than they do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from houvast.engine.language.dictionary import lemma_of
from houvast.engine.language.embedder import NO_EMBEDDER, Embedder, Vectors
from houvast.engine.language.same_fact import plain_words
from houvast.engine.language.theme_list import LANGUAGE, ThemeList, find_theme_words

FEWEST_EXAMPLES = 4  # a theme
MOST_EXAMPLES = 200  # a theme; the latest ones
LETTERS = (3, 5)
STRENGTH = 1.0  # inverse of the penalty on the coefficients
VECTOR_WEIGHT = 3.0  # a vector has length one, as a row of tf-idf has, but its parts say more


@dataclass(frozen=True, slots=True)
class LearnedThemes:
    """What was learned. learned: places in the list of the themes that take part; texts, labels: the examples.

    descriptions: a vector a theme of the list, without columns where there is no model of meaning.
    """

    themes: ThemeList
    learned: tuple[int, ...]
    texts: tuple[str, ...]
    labels: NDArray[np.int64]
    features: tuple[Any, ...]
    rows: Any
    model: Any
    embedder: Embedder
    descriptions: Vectors


@dataclass(frozen=True, slots=True)
class Lesson:
    """What is known of one text, per theme: support (0 chance or less, 1 certain) and nearness of the description.

    nearness: cosine with each of the examples.
    """

    support: NDArray[np.float64]
    description: NDArray[np.float64]
    nearness: NDArray[np.float64]


def learn_themes(
    texts: Sequence[str], codes: Sequence[str], themes: ThemeList, *, embedder: Embedder = NO_EMBEDDER
) -> LearnedThemes:
    """Learn from texts with their confirmed themes, the oldest first. Codes that the list lacks are left out.

    ValueError where texts and codes are not of one length. Without texts only a model of meaning has something to say.
    """
    kept = _choose(codes, themes, len(texts))
    chosen = tuple(texts[at] for at in kept)
    places = {code: at for at, code in enumerate(themes.codes())}
    labels = np.array([places[codes[at]] for at in kept], dtype=np.int64)
    described = embedder.embed([_describe(themes, at) for at in range(len(themes.themes))])
    learned = tuple(sorted(set(labels.tolist())))
    if not learned:
        return LearnedThemes(themes, (), (), labels, (), None, None, embedder, described)
    features = tuple(vectorizer.fit(chosen) for vectorizer in _vectorizers())
    rows = _rows(chosen, features, themes, embedder.embed(chosen))
    model = _model().fit(rows, labels) if len(learned) > 1 else None
    return LearnedThemes(themes, learned, chosen, labels, features, rows, model, embedder, described)


def learn_from(text: str, *, learned: LearnedThemes) -> Lesson:
    """What the examples and the descriptions say of one text; nothing of themes with too few examples."""
    size = len(learned.themes.themes)
    support, nearness = np.zeros(size), np.zeros(len(learned.texts))
    vector = learned.embedder.embed((text,))
    if learned.learned:
        row = _rows((text,), learned.features, learned.themes, vector)
        nearness = _cosine(row, learned.rows)
        if learned.model is not None:
            support[learned.model.classes_] = _above_chance(learned.model.predict_proba(row)[0])
    description = np.zeros(size)
    if learned.embedder.dim:
        description = np.maximum(learned.descriptions @ vector[0], 0).astype(np.float64)
    return Lesson(support, description, nearness)


def _above_chance(probability: NDArray[np.float64]) -> NDArray[np.float64]:
    """0 for what a guess among the learned themes would give, 1 for certain: of a text about nothing known, near 0."""
    chance = 1 / len(probability)
    return np.maximum(probability - chance, 0) / (1 - chance)


def _choose(codes: Sequence[str], themes: ThemeList, size: int) -> list[int]:
    """The places of the texts to learn from: of each theme the latest ones, where there are enough."""
    if len(codes) != size:
        raise ValueError(f"{size} texts and {len(codes)} codes of themes: give one code for each text")
    of_theme: dict[str, list[int]] = {code: [] for code in themes.codes()}
    for at, code in enumerate(codes):
        if code in of_theme:
            of_theme[code].append(at)
    return sorted(
        at for places in of_theme.values() if len(places) >= FEWEST_EXAMPLES for at in places[-MOST_EXAMPLES:]
    )


def _describe(themes: ThemeList, at: int) -> str:
    theme = themes.themes[at]
    return f"{theme.name_in(LANGUAGE)}. {theme.description}"


def _vectorizers() -> tuple[Any, ...]:
    return (
        TfidfVectorizer(analyzer=_lemmas, sublinear_tf=True),
        TfidfVectorizer(analyzer="char_wb", ngram_range=LETTERS, sublinear_tf=True),
    )


def _model() -> LogisticRegression:
    """Balanced, so that a theme with many examples does not draw every text to itself."""
    return LogisticRegression(C=STRENGTH, max_iter=1000, class_weight="balanced")


def _lemmas(text: str) -> list[str]:
    return [lemma_of(word, LANGUAGE) or word for word in plain_words(text)] or [""]


def _rows(texts: Sequence[str], features: tuple[Any, ...], themes: ThemeList, vectors: Vectors) -> Any:
    """One sparse row of numbers a text; vectors: theirs."""
    words = np.zeros((len(texts), len(themes.themes)))
    for at, text in enumerate(texts):
        for found in find_theme_words(text, themes=themes):
            words[at, found.theme] += found.weight
    parts = [vectorizer.transform(texts) for vectorizer in features]
    parts += [sparse.csr_matrix(words), sparse.csr_matrix(VECTOR_WEIGHT * vectors)]
    return sparse.hstack(parts).tocsr()


def _cosine(row: Any, rows: Any) -> NDArray[np.float64]:
    lengths = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1)).ravel() * row.multiply(row).sum())
    product: NDArray[np.float64] = np.asarray((rows @ row.T).todense()).ravel()
    return product / np.where(lengths > 0, lengths, 1.0)
