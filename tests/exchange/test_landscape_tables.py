# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The tables say what the landscape says, and a spreadsheet runs nothing from them."""

from __future__ import annotations

import csv
import io

import pytest
from disclosed_landscapes import disclosed

from houvast.exchange.landscape_tables import (
    guard_formula,
    write_groups_table,
    write_participants_table,
    write_statements_table,
)


def _rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_statements_hold_counts_and_hide_what_is_hidden() -> None:
    shown = disclosed(people=200)
    rows = _rows(write_statements_table(shown))
    assert [row["id"] for row in rows] == [s.id for s in shown.statements]
    for row, statement in zip(rows, shown.statements, strict=True):
        assert row["agree"] == ("" if statement.answers.agree is None else str(statement.answers.agree))
        assert row["n_1"] == ("" if statement.by_segment[0].n is None else str(statement.by_segment[0].n))


def test_groups_and_the_people_in_between() -> None:
    rows = _rows(write_groups_table(disclosed()))
    assert [(row["id"], row["kind"]) for row in rows] == [("1", "group"), ("2", "group"), ("between", "between")]


def test_participants_have_the_columns_of_the_contract() -> None:
    people = disclosed(participants=True).people
    assert people is not None
    text = write_participants_table(people)
    assert text.splitlines()[0] == "participant,votes,x,x_se,y,y_se,group,certainty"
    assert len(_rows(text)) == 400


@pytest.mark.parametrize(
    ("text", "written"),
    [("=1+1", "'=1+1"), ("@x", "'@x"), ("-- nee", "'-- nee"), ("-12", "-12"), ("Gewoon = tekst", "Gewoon = tekst")],
)
def test_formulas_are_guarded(text: str, written: str) -> None:
    assert guard_formula(text) == written
