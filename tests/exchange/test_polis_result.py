# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""polis.json, the summary, and people only when asked for."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from houvast.exchange.polis_result import PolisResult, compute_polis
from houvast.exchange.vote_reader import read_votes


@pytest.fixture(scope="module")
def result(conversations: Path) -> PolisResult:
    return compute_polis(read_votes(conversations / "brexit-consensus"), seed=1, k=10, participants=False)


def test_the_file_names_its_schema_and_holds_no_people(result: PolisResult) -> None:
    files = result.files()
    assert list(files) == ["polis.json"]
    document = json.loads(files["polis.json"])
    assert document["schema"] == "houvast/polis/1"
    assert document["settings"]["k"] == 10
    assert document["input"]["sign"].startswith("agree = +1")


@pytest.mark.parametrize(("language", "word"), [("nl", "vergelijken"), ("en", "comparison")])
def test_the_summary_says_that_this_method_always_finds_groups(result: PolisResult, language: str, word: str) -> None:
    text = result.summary(language)
    assert word in text
    assert "{" not in text


def test_people_come_with_their_place_when_asked_for(conversations: Path) -> None:
    votes = read_votes(conversations / "brexit-consensus")
    files = compute_polis(votes, seed=1, k=1, participants=True).files()
    rows = list(csv.DictReader(io.StringIO(files["participants.csv"])))
    assert len(rows) == votes.table.n_participants
    assert {"participant", "x", "y", "group"} <= set(rows[0])
