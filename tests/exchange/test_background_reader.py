# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import numpy as np
import pytest

from houvast.domain.errors import FileRejected
from houvast.exchange.background_reader import read_background

PEOPLE = np.array([1, 2, 3])
MARGINS = "variable;category;share\nage;young;40\nage;old;60\narea;north;50,0\narea;south;50,0\n"


def files(tmp_path, background, margins=MARGINS):
    (tmp_path / "background.csv").write_text(background)
    (tmp_path / "margins.csv").write_text(margins)
    return tmp_path / "background.csv", tmp_path / "margins.csv", PEOPLE


def test_categories_follow_the_margins_and_unknown_is_minus_one(tmp_path):
    found = read_background(
        *files(tmp_path, "participant,age,area,shoe\n2,old,,40\n1,young,south,41\n99,old,north,1\n")
    )
    assert found.names == ("age", "area")
    assert found.category_names == (("young", "old"), ("north", "south"))
    assert found.categories.tolist() == [[0, 1], [1, -1], [-1, -1]]
    assert [target.tolist() for target in found.targets] == [[0.4, 0.6], [0.5, 0.5]]


@pytest.mark.parametrize(
    ("background", "place", "what"),
    [
        ("participant,age,area\n1,middle,north\n", (2, 2), "not a category"),
        ("participant,age\n1,old\n", (1, None), "no columns are named 'area'"),
        ("participant,age,area\n1,old,north\n\n1,old,north\n", (4, 1), "second row"),
        ("participant,age,area\n,old,north\n", (2, 1), "empty"),
        ("participant,age,area\n1,old\n", (2, None), "2 cells"),
        ("participant,age,area\n7,old,north\n", (1, 1), "none of these"),
        ("name,age,area\n7,old,north\n", (1, None), "no column is the participant"),
    ],
)
def test_broken_background_has_its_place(tmp_path, background, place, what):
    with pytest.raises(FileRejected, match=what) as caught:
        read_background(*files(tmp_path, background))
    assert (caught.value.place.line, caught.value.place.column) == place


@pytest.mark.parametrize(
    ("margins", "place", "what"),
    [
        ("variable,category,share\nage,young,0.4\nage,old,0.7\n", (3, 3), "add up to 1.1"),
        ("variable,category,share\nage,young,0.4\narea,north,1\nage,old,0.2\n", (4, 3), "add up to 0.6"),
        ("variable,category,share\nage,young,0\nage,old,1\n", (2, 3), "share 0 cannot be weighted to. Remove"),
        ("variable,category,share\nage,young,1.5\nage,old,-0.5\n", (3, 3), "'-0.5' is not a share"),
        ("variable,category,share\nage,young,many\n", (2, 3), "not a share"),
        ("variable,category,share\nage,young,nan\n", (2, 3), "not a share"),
        ("variable,category,share\nage,young,1\nage,young,1\n", (3, 2), "second share"),
        ("variable,category,share\nage,,1\n", (2, 2), "empty"),
        ("variable,category,share\n", (1, None), "no margins"),
        ("variable,category\nage,young\n", (1, None), "no column is the share"),
    ],
)
def test_broken_margins_have_their_place(tmp_path, margins, place, what):
    with pytest.raises(FileRejected, match=what) as caught:
        read_background(*files(tmp_path, "participant,age\n1,young\n", margins))
    assert (caught.value.place.line, caught.value.place.column) == place
