# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which themes of the list may this text be about, and why? At most three, with their reasons; or none yet.

score = w / (W + 1/2) + p + d / 2,     shown cut off at 1
w: weight of the theme's words in the text, W: of all themes' words, p: what confirmed texts add to chance (0 to 1), d:
nearness to the theme's description by a model of meaning (0 without one).
No theme is better than a wrong one: under a threshold the answer is empty. A person decides.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from houvast.engine.language.theme_learning import LearnedThemes, Lesson, learn_from
from houvast.engine.language.theme_list import ThemeList, WordFound, find_theme_words

LEAST_BEST = 0.25  # under this even the best theme is not worth proposing
LEAST_FURTHER = 0.02
CALM = 0.5  # weight of "something else" against the words found
DESCRIPTION_WEIGHT = 0.5
ALIKE = 0.2  # an example less near than this explains nothing
CLEAR_DESCRIPTION = 0.3


class ReasonKind(StrEnum):
    """Why a theme is proposed."""

    WORD = "word"
    EXAMPLE = "example"
    DESCRIPTION = "description"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason. text: the word as it stands in the text (plain), or the confirmed text that is nearest."""

    kind: ReasonKind
    text: str


@dataclass(frozen=True, slots=True)
class ThemeSuggestion:
    """A theme that the text may be about; score (0 to 1) orders the proposals of one text, no more."""

    code: str
    score: float
    reasons: tuple[Reason, ...]


def suggest_themes(
    text: str, *, themes: ThemeList, learned: LearnedThemes | None = None, most: int = 3
) -> tuple[ThemeSuggestion, ...]:
    """At most this many themes, the likeliest first, equal ones in the order of the list; empty: no theme yet.

    ValueError where what was learned belongs to another list.
    """
    if learned is not None and learned.themes != themes:
        raise ValueError("what was learned belongs to another list of themes: learn again")
    found = find_theme_words(text, themes=themes)
    lesson = learn_from(text, learned=learned) if learned is not None else None
    scores = _scores(found, lesson, len(themes.themes))
    order = np.argsort(-scores, kind="stable")[:most]
    if not order.size or scores[order[0]] < LEAST_BEST:
        return ()
    return tuple(
        ThemeSuggestion(
            themes.themes[at].code, min(float(scores[at]), 1.0), tuple(_reasons(int(at), found, lesson, learned))
        )
        for at in order
        if scores[at] >= LEAST_FURTHER
    )


def _scores(found: tuple[WordFound, ...], lesson: Lesson | None, size: int) -> NDArray[np.float64]:
    weights = np.zeros(size)
    for word in found:
        weights[word.theme] += word.weight
    scores: NDArray[np.float64] = weights / (weights.sum() + CALM)
    if lesson is not None:
        scores = scores + lesson.support + DESCRIPTION_WEIGHT * lesson.description
    return scores


def _reasons(
    at: int, found: tuple[WordFound, ...], lesson: Lesson | None, learned: LearnedThemes | None
) -> Iterable[Reason]:
    yield from (Reason(ReasonKind.WORD, text) for text in dict.fromkeys(w.text for w in found if w.theme == at))
    if lesson is None or learned is None:
        return
    nearness = np.where(learned.labels == at, lesson.nearness, 0.0)
    if nearness.size and nearness.max() >= ALIKE:
        yield Reason(ReasonKind.EXAMPLE, learned.texts[int(nearness.argmax())])
    if lesson.description[at] >= CLEAR_DESCRIPTION:
        yield Reason(ReasonKind.DESCRIPTION, "")
