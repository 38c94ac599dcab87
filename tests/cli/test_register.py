# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does the command print records that the algorithm register takes?"""

from __future__ import annotations

import json

from click.testing import CliRunner

from houvast.cli.main import houvast
from houvast.exchange.algorithm_register import find_faults


def test_a_record_for_every_algorithm() -> None:
    given = ["register", "--organization", "Gemeente Noorderhaaks", "--contact", "mail@noorderhaaks.example"]
    done = CliRunner().invoke(houvast, given)
    records = json.loads(done.stdout)
    assert [find_faults(record) for record in records] == [()] * 5
    assert {record["organization"] for record in records} == {"Gemeente Noorderhaaks"}
