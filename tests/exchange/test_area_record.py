# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""A refused file is a refused field, whose message can be translated."""

from __future__ import annotations

import pytest

from houvast.exchange.area_record import (
    MOST_ROWS,
    NO_OUTLINE,
    AreaFileRejected,
    AreaRecord,
    check_rows,
    unknown_system,
)


def test_a_refusal_keeps_message_and_values_apart() -> None:
    refused = unknown_system("EPSG:3035")
    assert (refused.field, refused.code, refused.exit_code) == ("file", "file-rejected", 2)
    assert refused.values == {"system": "EPSG:3035"}
    assert "EPSG:3035" in str(refused)
    assert "{system}" in refused.message


def test_a_file_has_no_end_of_rows() -> None:
    check_rows(MOST_ROWS)
    with pytest.raises(AreaFileRejected, match="more than 100000 rows"):
        check_rows(MOST_ROWS + 1)


def test_a_record_is_without_outline_unless_it_is_given_one() -> None:
    assert AreaRecord("GM0000", "Noorderhaaks").outline() == NO_OUTLINE
