# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which texts say the same as an earlier one, and which only look like it? Pairs to propose, never to remove.

same: letters alike and no number, negation, opposite or word of meaning exchanged (near_duplicates.py)
looks like: letters alike but something was exchanged; or, with a model of meaning, among the nearest in meaning
Two notes that say the same may be two people who saw it: a person decides whether that is one fact told twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from houvast.engine.language.embedder import NO_EMBEDDER, Embedder, Vectors
from houvast.engine.language.near_duplicates import NEAR, TextIndex, build_index, find_near
from houvast.engine.language.same_fact import says_the_same

CHUNK = 256  # texts compared at a time
BACK = 5_000  # earlier texts that a chunk is compared with
MOST_COMPARED = 5  # nearest earlier texts that are read for sameness
NEAR_IN_MEANING = 0.35


class Sameness(StrEnum):
    """How two texts are alike."""

    SAME = "same"
    LOOKS_LIKE = "looks like"


@dataclass(frozen=True, slots=True)
class Alike:
    """A text of the index, by its place, that is like the one asked about. similarity: cosine, 0 to 1."""

    index: int
    similarity: float
    sameness: Sameness


@dataclass(frozen=True, slots=True)
class Repeat:
    """A text and the earlier one it is most like, by their places."""

    later: int
    earlier: int
    similarity: float
    sameness: Sameness


@dataclass(frozen=True, slots=True)
class AlikeIndex:
    """Texts ready to be compared with: their letters, and their vectors of the model of meaning if there is one."""

    letters: TextIndex
    vectors: Vectors
    embedder: Embedder


def index_texts(texts: Sequence[str], *, embedder: Embedder = NO_EMBEDDER) -> AlikeIndex:
    """An index of texts. It holds them: it may live no longer than they do."""
    return AlikeIndex(build_index(tuple(texts)), embedder.embed(list(texts)), embedder)


def find_alike(text: str, *, index: AlikeIndex, most: int = 5) -> tuple[Alike, ...]:
    """The texts of the index that say the same, then those that look like it, the nearest first."""
    by_letters = [
        Alike(one.index, one.similarity, Sameness.SAME if one.is_same else Sameness.LOOKS_LIKE)
        for one in find_near(text, index=index.letters, most=most)
    ]
    known = {one.index for one in by_letters}
    by_meaning = [one for one in _near_in_meaning(text, index, most) if one.index not in known]
    in_order = sorted((*by_letters, *by_meaning), key=lambda one: (one.sameness is not Sameness.SAME, -one.similarity))
    return tuple(in_order[:most])


def _near_in_meaning(text: str, index: AlikeIndex, most: int) -> Iterator[Alike]:
    if not index.embedder.dim or not len(index.vectors):
        return
    nearness = np.clip(index.vectors @ index.embedder.embed([text])[0], 0, 1)
    for at in np.argsort(-nearness, kind="stable")[:most]:
        if nearness[at] >= NEAR_IN_MEANING:
            yield Alike(int(at), float(nearness[at]), Sameness.LOOKS_LIKE)


def find_repeats(texts: Sequence[str]) -> tuple[Repeat, ...]:
    """Of each text that repeats an earlier one: one that says the same, else the nearest of those it looks like.

    A text is compared with the five thousand or so before it: what is repeated, is mostly repeated soon.
    """
    index = build_index(tuple(texts))
    if index.rows is None:
        return ()
    return tuple(repeat for start in range(0, len(texts), CHUNK) for repeat in _in_chunk(index, start))


def _in_chunk(index: TextIndex, start: int) -> Iterator[Repeat]:
    """The repeats among the texts from start on, each against those before it."""
    stop, first = min(start + CHUNK, len(index.texts)), max(start - BACK, 0)
    similar = np.minimum((index.rows[start:stop] @ index.rows[first:stop].T).toarray(), 1.0)
    for later, row in enumerate(similar, start):
        near = np.flatnonzero(row[: later - first] >= NEAR)
        nearest = near[np.argsort(-row[near], kind="stable")][:MOST_COMPARED]
        if nearest.size:
            yield _best(index.texts, later, {int(at) + first: float(row[at]) for at in nearest})


def _best(texts: tuple[str, ...], later: int, nearest: dict[int, float]) -> Repeat:
    """nearest: similarity of earlier texts by their place, the nearest first."""
    same = next((at for at in nearest if says_the_same(texts[later], texts[at])), None)
    earlier = next(iter(nearest)) if same is None else same
    sameness = Sameness.LOOKS_LIKE if same is None else Sameness.SAME
    return Repeat(later, earlier, nearest[earlier], sameness)
