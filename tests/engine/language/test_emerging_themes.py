# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is a new subject found in a stream of signals, seldom a false one, and are words of few reporters kept back?"""

from __future__ import annotations

import numpy as np
import pytest
from engine.language.language_data import read_rows
from engine.language.theme_data import TEXTS
from scipy.stats import binom

from houvast.engine.language.emerging_themes import (
    FEWEST_WEEKS,
    Emerging,
    _adjust,
    find_emerging,
    look_back,
    split_terms,
)

USUAL = [split_terms(text) for text in TEXTS]
NEW = [split_terms(row["text"]) for row in read_rows("emerging")]
NOW = 19


def look(seed: int, *, new: int = 0, weeks: int = 20, people: int = 12, k: int = 1, eager: bool = False) -> Emerging:
    """A look at the end of week 19 at twenty texts a week; so many of the new subject in each of the last three."""
    rng = np.random.default_rng(seed)
    rows = [
        (week, int(rng.integers(people)), USUAL[i]) for week in range(20 - weeks, 20) for i in rng.integers(89, size=20)
    ]
    rows += [
        (week, 99 if eager else int(rng.integers(people)), NEW[i % len(NEW)])
        for week in range(17, 20)
        for i in range(new * (week - 17), new * (week - 16))
    ]
    return find_emerging(
        weeks=np.array([row[0] for row in rows]),
        reporters=np.array([row[1] for row in rows]),
        tokens=[row[2] for row in rows],
        now=NOW,
        k_reporters=k,
    )


def test_a_new_subject_is_found_with_its_figures() -> None:
    term = next(term for term in look(1, new=4).terms if "fatbike" in term.words)
    assert (term.documents, term.weeks) == (12, (17, 18, 19))
    assert term.expected < 1
    assert term.p <= term.adjusted_p <= 0.05
    assert 2 <= term.reporters <= 12


def test_a_quiet_stream_is_mostly_quiet() -> None:
    looks = [look(seed) for seed in range(40)]
    assert sum(bool(one.terms) for one in looks) <= 4  # measured 2 in a hundred
    assert all(one.enough and one.tested > 100 for one in looks)


def test_more_texts_altogether_are_nothing_new() -> None:
    """Twice as many texts about the usual subjects: the rate a text is what counts."""
    rng = np.random.default_rng(3)
    rows = [(week, i) for week in range(20) for i in rng.integers(89, size=20 if week < 17 else 40)]
    found = find_emerging(
        weeks=np.array([week for week, _ in rows]),
        reporters=rng.integers(12, size=len(rows)),
        tokens=[USUAL[i] for _, i in rows],
        now=NOW,
        k_reporters=1,
    )
    assert found.terms == ()


def test_one_eager_reporter_is_no_subject() -> None:
    assert not any("fatbike" in term.words for term in look(1, new=6, eager=True).terms)


def test_words_of_few_reporters_are_not_shown() -> None:
    shown, hidden = look(1, new=4, k=3), look(1, new=4, k=50)
    assert [term.p for term in shown.terms] == [term.p for term in hidden.terms] != []
    assert all(term.words == () for term in hidden.terms)


def test_too_short_a_history_is_said() -> None:
    short = look(1, new=4, weeks=FEWEST_WEEKS + 2)
    assert (short.enough, short.terms, short.weeks_before) == (False, (), FEWEST_WEEKS - 1)
    assert look(1, new=4, weeks=FEWEST_WEEKS + 3).enough
    nothing = find_emerging(weeks=np.array([], int), reporters=np.array([], int), tokens=[], now=3, k_reporters=1)
    assert (nothing.enough, nothing.documents) == (False, 0)


def test_what_comes_later_is_not_looked_at() -> None:
    weeks, tokens = np.repeat(np.arange(40), 5), [USUAL[i % 89] for i in range(200)]
    reporters = np.arange(200) % 7
    whole = find_emerging(weeks=weeks, reporters=reporters, tokens=tokens, now=25, k_reporters=1)
    cut = find_emerging(weeks=weeks[:130], reporters=reporters[:130], tokens=tokens[:130], now=25, k_reporters=1)
    assert whole == cut


def test_the_order_of_the_texts_does_not_matter() -> None:
    rng = np.random.default_rng(5)
    weeks = np.concatenate([np.repeat(np.arange(20), 20), [17, 18, 18, 19, 19, 19]])
    tokens = [USUAL[i] for i in rng.integers(89, size=400)] + NEW[:6]
    reporters = rng.integers(12, size=406)
    order = rng.permutation(406)
    first, second = (
        find_emerging(weeks=w, reporters=r, tokens=t, now=NOW, k_reporters=1)
        for w, r, t in ((weeks, reporters, tokens), (weeks[order], reporters[order], [tokens[int(i)] for i in order]))
    )
    assert first == second


def test_forms_of_a_new_word_are_one() -> None:
    weeks = np.repeat(np.arange(20), 10)
    tokens = (
        [("straat", "auto")] * 170
        + [("flitskar",), ("flitskarren",), ("flitskarbende",), ("flitskar",)] * 5
        + [()] * 10
    )
    found = find_emerging(weeks=weeks, reporters=np.arange(200) % 9, tokens=tokens, now=NOW, k_reporters=1)
    assert [(term.words, term.documents) for term in found.terms] == [(("flitskar",), 20)]


def test_terms_are_lemmas_without_little_words_and_numbers() -> None:
    assert split_terms("De kinderen van 12 hebben geen straten, op school!") == ("kind", "straat", "school")


def test_the_tail_is_close_to_the_exact_test_of_two_rates() -> None:
    """Seven uses of a new word in the window, none before: the conditional binomial test gives a like p."""
    weeks = np.repeat(np.arange(20), 10)
    tokens = [("straat",)] * 170 + [("onzin",)] * 7 + [("straat",)] * 23
    found = find_emerging(weeks=weeks, reporters=np.arange(200), tokens=tokens, now=NOW, k_reporters=1)
    exact = binom.sf(6, 7, 30 / 200)
    assert exact / 5 < found.terms[0].p < exact * 5


def test_the_adjusted_p_of_a_worked_example() -> None:
    p = np.array([0.01, 0.04, 0.03, 0.005])
    assert _adjust(p) == pytest.approx([0.02, 0.04, 0.04, 0.02])


def test_looking_back_counts_earlier_looks_without_a_common_week() -> None:
    rng = np.random.default_rng(7)
    weeks = np.repeat(np.arange(30), 20)
    tokens = [USUAL[i] for i in rng.integers(89, size=600)]
    tokens[26 * 20 : 27 * 20 : 2] = [NEW[i % len(NEW)] for i in range(10)]
    reporters = rng.integers(12, size=600)
    looks = look_back(weeks=weeks, reporters=reporters, tokens=tokens, now=29)
    assert (looks.looks, looks.with_findings) == (5, 1)
    assert look_back(weeks=weeks, reporters=reporters, tokens=tokens, now=29, most=2).looks == 2


def test_unequal_lengths_are_an_error() -> None:
    with pytest.raises(ValueError, match="one length"):
        find_emerging(weeks=np.array([1]), reporters=np.array([1]), tokens=[], now=1, k_reporters=1)
