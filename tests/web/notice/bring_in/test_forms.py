# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does the form ask for columns and values as they are in the file, and give them back as a mapping?"""

from __future__ import annotations

import cast
import pytest

from houvast.actions.notice.observation_import import ImportOutcome, RefusedRow
from houvast.domain.observation import Tone
from houvast.queries.notice.observation_files import FIELDS, FileLook
from houvast.web.notice.bring_in.forms import FIELD_WORDS, MappingForm, refused_words, told_unknown

LOOK = FileLook(("Datum", "Tekst", "Toon"), {"week": "Datum"})


def test_every_field_of_ours_has_its_words() -> None:
    assert set(FIELD_WORDS) == set(FIELDS)


@pytest.mark.django_db
def test_a_mapping_keeps_what_was_known_and_adds_what_was_asked() -> None:
    cast.theme()
    data = {
        "name": "Meldpunt",
        "source_kind": "police",
        "column-week": "Datum",
        "column-seen": "Tekst",
        "column-tone": "Toon",
        "theirs-tone-0": "boos",
        "value-tone-0": "anger",
        "theirs-theme-1": "Jeugd",
        "value-theme-1": "youth",
    }
    unknown = told_unknown(data)
    assert unknown == {"tone": ["boos"], "theme": ["Jeugd"]}
    form = MappingForm(data, look=LOOK, values={"tone": {"bang": Tone.FEAR}}, unknown=unknown)
    assert form.is_valid(), form.errors
    made = form.arguments()
    assert made["values"] == {"tone": {"bang": "fear", "boos": "anger"}, "theme": {"Jeugd": "youth"}}
    assert (made["columns"]["week"], made["columns"]["seen"], made["columns"]["area"]) == ("Datum", "Tekst", "")


@pytest.mark.django_db
def test_a_column_that_is_not_in_the_file_cannot_be_chosen() -> None:
    data = {"name": "x", "source_kind": "police", "column-week": "Datum", "column-seen": "Elders"}
    assert "column-seen" in MappingForm(data, look=LOOK, values={}, unknown={}).errors


def test_every_refusal_says_why() -> None:
    rows = (RefusedRow(2, "person-data", "06-…"), RefusedRow(3, "something new", ""))
    told = refused_words(ImportOutcome(refused=rows))
    assert [line for line, _why, _about in told] == [2, 3]
    assert all(why for _line, why, _about in told)
