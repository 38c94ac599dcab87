# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Would the algorithm register take our records?"""

from __future__ import annotations

import pytest

from houvast.domain.errors import OptionRejected
from houvast.exchange.algorithm_register import LONGEST, algorithms, find_faults, make_record


@pytest.mark.parametrize("algorithm", algorithms())
def test_the_register_takes_every_record(algorithm: str) -> None:
    record = make_record(algorithm, organization="Gemeente Noorderhaaks", contact="mail@noorderhaaks.example")
    assert find_faults(record) == ()
    assert set(LONGEST) - set(record) <= {"begin_date", "website", "publiccode", "impacttoetsen"}


def test_every_algorithm_in_the_loop_so_far_has_one() -> None:
    assert algorithms() == (
        "aandachtslijst",
        "controle-op-persoonsgegevens",
        "opinielandschap",
        "themavoorstellen",
        "volgorde-van-stellingen",
    )


def test_an_empty_organisation_is_refused() -> None:
    with pytest.raises(OptionRejected, match="organization is empty"):
        make_record("opinielandschap", organization="", contact="x@noorderhaaks.example")


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"name": "x" * 101}, "name has 101 characters, 100 is the most"),
        ({"status": "Aan"}, "status may not be Aan"),
        ({"category": ["Recht", "Werk", "Wonen", "Verkeer"]}, "category has more than 3 themes"),
    ],
)
def test_faults_are_named(change: dict[str, object], fault: str) -> None:
    record = make_record("opinielandschap", organization="Gemeente Noorderhaaks", contact="x@noorderhaaks.example")
    assert find_faults({**record, **change}) == (fault,)
