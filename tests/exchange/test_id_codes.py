# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import numpy as np

from houvast.exchange.id_codes import NO_ID, IdCodes, as_id_array, explain_id, is_whole_number, order_names


def test_codes_follow_appearance_and_spaces_are_no_part_of_an_id():
    codes = IdCodes(longest=5)
    assert [codes[text] for text in ("b", " b", "a", "", "  ", "toolong", "x\0", "b ")] == [0, 0, 1, -1, -1, -1, -1, 0]
    assert codes.names == ["b", "a"]
    assert NO_ID == -1


def test_natural_order():
    assert [["10", "9", "-3"][at] for at in order_names(["10", "9", "-3"])] == ["-3", "9", "10"]
    assert [["10", "9", "x"][at] for at in order_names(["10", "9", "x"])] == ["10", "9", "x"]
    assert as_id_array(["10", "9"]).dtype == np.int64
    assert as_id_array(["10", "09"]).dtype.kind == "U"


def test_whole_numbers():
    assert all(map(is_whole_number, ("0", "7", "-12", "9" * 18)))
    assert not any(map(is_whole_number, ("", "-0", "01", "+1", "1.0", "\u0661", "9" * 19)))


def test_explanations():
    assert explain_id("a", "participant") is None
    assert "empty" in str(explain_id("", "participant"))
    assert "101 characters" in str(explain_id("x" * 101, "participant"))
    assert "zero byte" in str(explain_id("\0", "participant"))
