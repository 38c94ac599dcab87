# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does every code of a signal have its words?"""

from __future__ import annotations

import pytest

from houvast.domain import observation
from houvast.web.notice.words import FIELD_WORDS, MARK_WORDS, WORDS_OF_FIELD, choices_of, in_words

CODES = {
    "kind": observation.ObservationKind, "source_kind": observation.SourceKind, "origin": observation.Origin,
    "grounds": observation.Grounds, "dividing_line": observation.DividingLine, "need": observation.Need,
    "place_kind": observation.PlaceKind, "witness": observation.Witness, "tone": observation.Tone,
    "direction": observation.Direction, "extent": observation.Extent,
}  # fmt: skip


@pytest.mark.parametrize("field", sorted(CODES))
def test_every_value_has_words_of_its_own(field: str) -> None:
    values = {value.value for value in CODES[field]}
    assert set(WORDS_OF_FIELD[field]) == values
    said = [in_words(field, value) for value in values]
    assert len(set(said)) == len(said)
    assert not set(said) & values


def test_every_field_of_the_form_is_named() -> None:
    assert set(FIELD_WORDS) == set(CODES) - {"kind", "source_kind", "origin"}
    assert set(WORDS_OF_FIELD) == set(CODES)
    assert all(str(words) for words in [*FIELD_WORDS.values(), *MARK_WORDS.values()])


def test_an_unknown_value_is_shown_as_it_is() -> None:
    assert in_words("tone", "vrolijk") == "vrolijk"


def test_choices_begin_with_nothing_only_where_there_is_one() -> None:
    assert choices_of("witness")[0][0] == "self"
    assert choices_of("witness", "Niet gezegd")[0] == ("", "Niet gezegd")
