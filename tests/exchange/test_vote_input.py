# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import dataclasses

import pytest

from houvast.exchange.vote_reader import read_votes


def test_what_was_read_cannot_be_changed(tmp_path):
    path = tmp_path / "v.csv"
    path.write_text("participant,statement,vote\n1,1,1\n2,1,-1\n")
    found = read_votes(path)
    assert found.published_groups is None
    with pytest.raises(dataclasses.FrozenInstanceError):
        found.facts = None
