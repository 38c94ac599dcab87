# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which words are written more often than they used to be? The last three weeks against the weeks before.

y = times a term was used in the window, h = in the weeks before (a reporter counts once a week), e = texts in the
window / texts before:      Y ~ negative binomial, mean m = (h + 1/2) e,  1 / size = 1 / (h + 1/2) + (f - 1) / m
f = pooled dispersion of weekly counts, at least 1. With f = 1 this is the Poisson prediction under Jeffreys' prior.
p = P(Y >= y); Benjamini and Hochberg (1995) over all terms used three times or more; found at 0.05.
Found are words, not themes: a person reads the texts behind them and decides. No text is quoted, and words that too few
reporters used are not shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.stats import nbinom

from houvast.engine.language.dictionary import FURTHER_WORDS, lemma_of
from houvast.engine.language.same_fact import LITTLE, NEGATIONS, plain_words
from houvast.engine.language.theme_list import LANGUAGE

WINDOW = 3  # weeks
FEWEST_WEEKS = 12  # before the window
MOST_WEEKS = 52
FEWEST_DOCUMENTS = 3
FEWEST_REPORTERS = 2
FALSE_DISCOVERY = 0.05
FALSE_LOOKS = 0.02  # looks at a quiet stream that found something: docs/explanation/themes-and-language.md
SHORTEST_WORD = 3
SHORTEST_STEM = 5
SAME_TEXTS = 0.5  # terms that share at least half of their texts are one finding
MOST_WORDS = 5
PRIOR = 0.5
PLURALS = ("s", "en", "ers", "er", "n")

Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class EmergingTerm:
    """Words used together more than before. words: empty where too few reporters used them to show.

    weeks: those of the window in which the first word was used; expected: how often it would have been; p and
    adjusted_p: of the first word.
    """

    words: tuple[str, ...]
    weeks: tuple[int, ...]
    documents: int
    reporters: int
    expected: float
    p: float
    adjusted_p: float


@dataclass(frozen=True, slots=True)
class Emerging:
    """What was found, the smallest p first. tested: terms; weeks_before: 0 to 52; false_looks: see FALSE_LOOKS.

    enough: whether there were weeks enough before the window; if not nothing was looked for.
    """

    terms: tuple[EmergingTerm, ...]
    enough: bool
    tested: int
    documents: int
    weeks_before: int
    false_looks: float


@dataclass(frozen=True, slots=True)
class EarlierLooks:
    """Earlier looks in the same stream, and those of them that found something, rightly or not."""

    looks: int
    with_findings: int


@dataclass(frozen=True, slots=True)
class _Counts:
    """Uses of the tested terms: names, in the window, before, per week before, and the texts of the window."""

    terms: tuple[str, ...]
    window: Integers
    before: Integers
    weekly: Integers
    texts: tuple[tuple[int, ...], ...]


def split_terms(text: str) -> tuple[str, ...]:
    """The lemmas that carry meaning, in order: no little words, numbers or words of one or two letters."""
    words = (word for word in plain_words(text) if word not in LITTLE and word not in NEGATIONS)
    lemmas = (lemma_of(word, LANGUAGE) or word for word in words if len(word) >= SHORTEST_WORD and word.isalpha())
    return tuple(lemma for lemma in lemmas if lemma not in LITTLE)


def find_emerging(
    *, weeks: Integers, reporters: Integers, tokens: Sequence[Sequence[str]], now: int, k_reporters: int
) -> Emerging:
    """The terms that are used more than before, as seen at the end of week `now`.

    weeks, reporters: (texts,), week numbers without gaps over the years, codes of reporters; tokens: the terms of each
    text (split_terms); k_reporters: words that fewer reporters used are not shown. ValueError at unequal lengths.
    """
    if not len(weeks) == len(reporters) == len(tokens):
        raise ValueError("weeks, reporters and tokens must be of one length")
    in_window = (weeks > now - WINDOW) & (weeks <= now)
    first = max(now - WINDOW - MOST_WEEKS + 1, int(weeks.min(initial=now)))
    is_before = (weeks >= first) & (weeks <= now - WINDOW)
    weeks_before = max(now - WINDOW - first + 1, 0) if is_before.any() else 0
    if weeks_before < FEWEST_WEEKS or not in_window.any():
        return Emerging((), False, 0, int(in_window.sum()), weeks_before, FALSE_LOOKS)
    used = np.flatnonzero(in_window | is_before)
    folded = _with_pairs(_fold([tokens[int(at)] for at in used]))
    counts = _count(folded, weeks=weeks[used], reporters=reporters[used], first=first, now=now)
    exposure = np.bincount(weeks[is_before] - first, minlength=weeks_before)
    expected, p = _tails(counts, exposure=exposure, texts=int(in_window.sum()))
    adjusted = _adjust(p)
    hits = [int(at) for at in np.lexsort((np.array(counts.terms), p)) if adjusted[at] <= FALSE_DISCOVERY]
    groups = _group(hits, counts)
    found = (
        _term(
            group, counts, figures=(expected, p, adjusted), weeks=weeks[used], reporters=reporters[used], k=k_reporters
        )
        for group in groups
    )
    terms = tuple(term for term in found if _is_carried(term))
    return Emerging(terms, True, len(counts.terms), int(in_window.sum()), weeks_before, FALSE_LOOKS)


def look_back(
    *, weeks: Integers, reporters: Integers, tokens: Sequence[Sequence[str]], now: int, most: int = 8
) -> EarlierLooks:
    """The looks that could have been taken before this one, without a common week: how often was something found?

    Where subjects of the day come and go that is often; then a finding of today says less. Arguments as find_emerging.
    """
    found = [
        find_emerging(weeks=weeks, reporters=reporters, tokens=tokens, now=now - WINDOW * back, k_reporters=1)
        for back in range(1, most + 1)
    ]
    taken = [look for look in found if look.enough]
    return EarlierLooks(len(taken), sum(bool(look.terms) for look in taken))


def _is_carried(term: EmergingTerm) -> bool:
    return term.documents >= FEWEST_DOCUMENTS and term.reporters >= FEWEST_REPORTERS


def _fold(tokens: list[Sequence[str]]) -> list[tuple[str, ...]]:
    """Forms of one new word made one: what no word list knows has no lemma ("fatbikes", "fatbikebende")."""
    vocabulary = {token for row in tokens for token in row if _is_new(token)}
    stems = {token: _stem(token, vocabulary) for token in vocabulary}
    return [tuple(stems.get(token, token) for token in row) for row in tokens]


def _is_new(token: str) -> bool:
    return token in FURTHER_WORDS[LANGUAGE] or lemma_of(token, LANGUAGE) is None


def _stem(token: str, vocabulary: set[str]) -> str:
    """The shortest new word that this one begins with, or that it is a plural of."""
    for end in range(SHORTEST_STEM, len(token)):
        if token[:end] in vocabulary:
            return token[:end]
    singulars = (token.removesuffix(ending) for ending in PLURALS if token.endswith(ending))
    return next((singular for singular in singulars if singular in vocabulary), token)


def _with_pairs(tokens: list[tuple[str, ...]]) -> list[set[str]]:
    """The terms of each text: its words, and each two in a row."""
    return [set(row) | {f"{a} {b}" for a, b in pairwise(row) if a != b} for row in tokens]


def _count(rows: list[set[str]], *, weeks: Integers, reporters: Integers, first: int, now: int) -> _Counts:
    """Uses a term, a reporter once a week; only of terms that could be found at all, so that few are tested."""
    uses = {(term, int(week), int(who)) for row, week, who in zip(rows, weeks, reporters, strict=True) for term in row}
    total = Counter(term for term, _, _ in uses)
    terms = tuple(sorted(term for term, times in total.items() if times >= FEWEST_DOCUMENTS))
    places = {term: at for at, term in enumerate(terms)}
    weekly = np.zeros((len(terms), now - first + 1), dtype=np.int64)
    for term, week, _ in uses:
        if term in places:
            weekly[places[term], week - first] += 1
    texts: list[list[int]] = [[] for _ in terms]
    for at, row in enumerate(rows):
        if weeks[at] > now - WINDOW:
            for term in row & places.keys():
                texts[places[term]].append(at)
    before = weekly[:, :-WINDOW]
    return _Counts(terms, weekly[:, -WINDOW:].sum(axis=1), before.sum(axis=1), before, tuple(map(tuple, texts)))


def _tails(counts: _Counts, *, exposure: Integers, texts: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Expected uses in the window, and the chance of as many or more."""
    expected = (counts.before + PRIOR) * (texts / exposure.sum())
    spread = max(_dispersion(counts, exposure) - 1, 0.0)
    size = 1 / (1 / (counts.before + PRIOR) + spread / expected)
    return expected, nbinom.sf(counts.window - 1, size, size / (size + expected))


def _dispersion(counts: _Counts, exposure: Integers) -> float:
    """Pooled sum of squares over sum of means, over the weeks before, with the correction for the fitted mean."""
    fitted = np.outer(counts.before, exposure / exposure.sum())
    weeks = max(int((exposure > 0).sum()), 2)
    return float(((counts.weekly - fitted) ** 2).sum() / max(fitted.sum(), 1e-9) * weeks / (weeks - 1))


def _adjust(p: NDArray[np.float64]) -> NDArray[np.float64]:
    """Benjamini and Hochberg's step-up p."""
    order = np.argsort(p, kind="stable")
    raised = p[order] * len(p) / np.arange(1, len(p) + 1)
    adjusted = np.empty_like(p)
    adjusted[order] = np.minimum(np.minimum.accumulate(raised[::-1])[::-1], 1.0)
    return adjusted


def _group(hits: list[int], counts: _Counts) -> list[list[int]]:
    """Terms that stand in the same texts as a stronger one, with that one."""
    groups: list[list[int]] = []
    for at in hits:
        mine = set(counts.texts[at])
        home = next((group for group in groups if _overlap(mine, set(counts.texts[group[0]])) >= SAME_TEXTS), None)
        if home is None:
            groups.append([at])
        else:
            home.append(at)
    return groups


def _overlap(a: set[int], b: set[int]) -> float:
    return len(a & b) / max(min(len(a), len(b)), 1)


def _term(
    group: list[int],
    counts: _Counts,
    *,
    figures: tuple[NDArray[np.float64], ...],
    weeks: Integers,
    reporters: Integers,
    k: int,
) -> EmergingTerm:
    expected, p, adjusted = (float(figure[group[0]]) for figure in figures)
    texts = list(counts.texts[group[0]])
    shown = [at for at in group if len(set(reporters[list(counts.texts[at])].tolist())) >= k]
    people = len(set(reporters[texts].tolist()))
    return EmergingTerm(
        words=tuple(counts.terms[at] for at in shown[:MOST_WORDS]),
        weeks=tuple(sorted(set(weeks[texts].tolist()))),
        documents=len(texts),
        reporters=people,
        expected=expected,
        p=p,
        adjusted_p=adjusted,
    )
