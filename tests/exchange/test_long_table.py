# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Long tables: exact places of faults, repeated votes, times, lenient reading."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from exchange.vote_files import votes_of

from houvast.domain.errors import FileRejected
from houvast.exchange.vote_reader import read_votes

GOOD = "participant,statement,vote,timestamp\n"


def place_of(path, text):
    path.write_text(text, newline="")
    with pytest.raises(FileRejected) as caught:
        read_votes(path)
    place = caught.value.place
    return place.line, place.column, place.field


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("1,1,2,1700000000000", 3),
        ("1,1,,1700000000000", 3),
        ("1,1,yes,1700000000000", 3),
        ("1,1,nan,1700000000000", 3),
        (",1,1,1700000000000", 1),
        ("1, ,1,1700000000000", 2),
        ("1,1,1,yesterday", 4),
        ("1,1,1,", 4),
        ("1,1,1,1700000000", 4),
        ("1,1,1,inf", 4),
        ("1,1,1", None),
        ("1,1,1,1700000000000,9", None),
        (f"{'x' * 101},1,1,1700000000000", 1),
    ],
)
def test_the_first_broken_row_has_its_place(tmp_path, row, column):
    before = '"a\nb","s\r\nt",1,1700000000000\n\n2,1,-1,1700000000000\n'
    line, at, _ = place_of(tmp_path / "v.csv", GOOD + before + row + "\n3,1,7,1700000000000\n")
    assert (line, at) == (7, column)
    found = read_votes(tmp_path / "v.csv", lenient=True)
    assert found.facts.skipped_rows == 2
    assert [skipped.place.line for skipped in found.facts.skipped] == [7, 8]
    assert len(votes_of(found)) == 2


def test_unclosed_quote_is_an_error_where_it_opens(tmp_path):
    text = GOOD + '1,1,1,1700000000000\n2,"1,1,1700000000000\n3,1,1,1700000000000\n'
    assert place_of(tmp_path / "v.csv", text)[0] == 3
    with pytest.raises(FileRejected, match="never closed"):
        read_votes(tmp_path / "v.csv", lenient=True)


def test_a_scale_is_refused_with_what_to_do(tmp_path):
    path = tmp_path / "scale.csv"
    path.write_text("participant,statement,vote\n1,1,1\n1,2,3\n")
    with pytest.raises(FileRejected, match="1 to 5"):
        read_votes(path)


def test_the_later_time_counts_and_at_equal_times_the_later_row(tmp_path):
    path = tmp_path / "v.csv"
    path.write_text(GOOD + "1,1,1,1700000000002\n1,1,-1,1700000000001\n2,1,1,1700000000001\n2,1,0,1700000000001\n")
    found = read_votes(path)
    assert votes_of(found) == {("1", "1"): 1, ("2", "1"): 0}
    assert found.facts.repeated_votes == 2


def test_without_a_time_the_last_row_counts_and_that_is_said(tmp_path):
    path = tmp_path / "v.csv"
    path.write_text("participant,statement,vote\n1,1,1\n1,1,-1\n")
    found = read_votes(path)
    assert votes_of(found) == {("1", "1"): -1}
    assert "last row counts" in " ".join(found.facts.notes)
    assert found.table.hour is None


def test_iso_times_and_time_zones(tmp_path):
    path = tmp_path / "v.csv"
    head = "user;stelling;stem;tijd\n"
    path.write_text(head + "1;1;eens;2026-05-31T14:30:00+02:00\n1;1;oneens;2026-05-31T13:00:00+00:00\n")
    found = read_votes(path)
    assert votes_of(found) == {("1", "1"): -1}
    assert found.table.hour.tolist() == [datetime(2026, 5, 31, 13, tzinfo=UTC).timestamp() // 3600]
    assert found.facts.sign == "words: agree, disagree, pass"
    assert place_of(path, head + "1;1;eens;2026-05-31T14:30:00+02:00\n1;2;eens;2026-05-31 14:30\n") == (3, 4, "tijd")


def test_lenient_counts_all_and_names_a_hundred(tmp_path):
    path = tmp_path / "v.csv"
    path.write_text("participant,statement,vote\n1,1,1\n" + "1,2,9\n" * 250)
    facts = read_votes(path, lenient=True).facts
    assert facts.skipped_rows == 250
    assert [row.place.line for row in facts.skipped] == list(range(3, 103))


def test_texts_of_statements(tmp_path):
    path = tmp_path / "v.csv"
    path.write_text('participant,statement,vote,tekst\n1,10,1,"Meer groen, graag"\n1,9,0,\n2,9,-1,Minder auto\n')
    statements = read_votes(path).table.statements
    assert [(s.id, s.text) for s in statements] == [("9", "Minder auto"), ("10", "Meer groen, graag")]
