# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The contract of landscape.json."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from disclosed_landscapes import disclosed

from houvast.engine.landscape.result import Verdict
from houvast.exchange.landscape_document import build_document, encode_document

CASES = {
    "groups": disclosed(block=13, left_out=4),
    "groups, public": disclosed(block=13, public=True),
    "participants": disclosed(block=13, participants=True),
    "spectrum": disclosed(Verdict.ONE_SPECTRUM, dimensions=1),
    "no structure": disclosed(Verdict.NO_STRUCTURE),
    "few people": disclosed(people=12),
}


@pytest.mark.parametrize("name", CASES)
def test_the_document_follows_the_schema(name: str, project_root: Path) -> None:
    schema = json.loads((project_root / "src/houvast/exchange/schemas/landscape-1.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(encode_document(build_document(CASES[name]))), schema)


def test_the_keys_that_others_build_on() -> None:
    document = build_document(CASES["groups"])
    assert document["schema"] == "houvast/landscape/1"
    assert {"participants", "statements", "votes", "sign", "skipped_rows"} <= document["input"].keys()
    assert (document["structure"]["verdict"], document["structure"]["groups"]) == ("groups", 2)
    assert [group["id"] for group in document["groups"]] == ["1", "2"]
    statement = document["statements"][0]
    assert {"id", "text", "agree", "disagree", "pass", "bridging", "divisiveness", "by_group"} <= statement.keys()
    assert list(statement["agree_share"]) == ["value", "low", "high", "level", "n"]
    assert {"seed", "versions"} <= document["settings"].keys()


def test_blocks_name_people_only_when_asked() -> None:
    block = {name: build_document(CASES[name])["integrity"]["blocks"][0] for name in CASES if "groups" in name}
    assert "ids" not in block["groups"]
    assert len(block["groups"]["participants_hash"]) == 64
    assert (block["groups, public"]["participants_hash"], "ids" in block["groups, public"]) == (None, False)
    assert len(build_document(CASES["participants"])["integrity"]["blocks"][0]["ids"]) == 13


@pytest.mark.parametrize("name", [name for name in CASES if name != "participants"])
def test_no_id_of_a_participant_is_in_the_document(name: str) -> None:
    text = encode_document(build_document(CASES[name]))
    assert not any(f'"p{i:05d}"' in text for i in range(400))


def test_the_same_landscape_gives_the_same_bytes() -> None:
    fresh = disclosed.__wrapped__(block=13, left_out=4)
    assert encode_document(build_document(fresh)) == encode_document(build_document(CASES["groups"]))


def test_numbers_have_six_digits_and_nan_is_never_written() -> None:
    text = encode_document(build_document(CASES["few people"]))
    assert "NaN" not in text
    for number in _numbers(build_document(CASES["groups"])):
        assert float(f"{number:.6g}") == number


def _numbers(thing: Any) -> Iterator[float]:
    if isinstance(thing, dict):
        thing = list(thing.values())
    if isinstance(thing, list):
        for each in thing:
            yield from _numbers(each)
    elif isinstance(thing, float):
        yield thing


def test_a_verdict_without_groups_has_none() -> None:
    for case in ("spectrum", "no structure"):
        document = build_document(CASES[case])
        assert (document["groups"], document["between"], document["structure"]["groups"]) == ([], None, 0)
    assert [s["id"] for s in build_document(CASES["spectrum"])["stretches"]] == ["low", "middle", "high"]


def test_the_reference_names_every_key(project_root: Path) -> None:
    reference = (project_root / "docs/reference/landscape-json.md").read_text("utf-8")
    document: dict[str, Any] = build_document(CASES["groups"])
    names = [*document, *document["input"], *document["settings"], *document["polarisation"], *document["lists"]]
    assert [name for name in names if f"`{name}`" not in reference] == []
