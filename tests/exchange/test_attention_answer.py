# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does the answer say what the engine found, in words and for programs, without naming a reporter?"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from houvast.charts.wording import PlainEnglish
from houvast.engine.attention.attention_list import attention_list
from houvast.engine.attention.calibration import calibrate
from houvast.exchange.attention_answer import AttentionAnswer, make_answer, say_answer, write_json
from houvast.exchange.observation_file import read_observations


@pytest.fixture(scope="module")
def answer(project_root: Path) -> AttentionAnswer:
    """The list of the example."""
    folder = project_root / "examples" / "observations"
    read = read_observations(folder / "noorderhaaks.csv", neighbours=folder / "neighbours.csv")
    calibration = calibrate(read.table, rng=np.random.default_rng(1), n_worlds=60)
    return make_answer(read, attention_list(read.table, calibration), seed=1)


def test_what_was_planted_is_found_in_names_of_the_file(answer: AttentionAnswer) -> None:
    found = {one.theme: one for one in answer.announced}
    assert {"Havenkwartier", "Duinbuurt", "Stationswijk"} <= set(found["nieuwkomers"].areas)
    assert found["nieuwkomers"].last_week == answer.week == "2026-W48"
    assert set(found["nieuwkomers"].sources) <= {"jongerenwerk", "school", "wijkteam"}


def test_the_document_holds_no_reporter_and_can_be_read_again(answer: AttentionAnswer) -> None:
    text = write_json(answer)
    document = json.loads(text)
    assert document["schema"] == "houvast/attention/1"
    assert len(document["points"]) == len(answer.announced)
    assert document["input"]["observations"] == 2359
    assert '"m0' not in text
    assert '"m1' not in text


def test_the_words_name_every_point_and_what_speaks_against_it(answer: AttentionAnswer) -> None:
    said = say_answer(answer, PlainEnglish())
    assert said.startswith("Attention list of week 2026-W48\nThe list is set to at most one unnecessary point")
    for one in answer.announced:
        assert f"\n{one.theme}, {', '.join(one.areas) or 'the whole municipality'}\n" in said
    assert "Against it: " in said


def test_an_ordinary_week_is_said_to_be_one(answer: AttentionAnswer) -> None:
    quiet = replace(answer, announced=(), watch=(), silent=())
    assert "Nothing stands out this week." in say_answer(quiet, PlainEnglish())
    unknown = replace(quiet, result=replace(quiet.result, threshold=None))
    assert "Nothing stands out this week." not in say_answer(unknown, PlainEnglish())
