# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is the picture of a code the code itself, with a name for who cannot see it?"""

from __future__ import annotations

import base64
import re
from xml.etree import ElementTree as ET

import pytest

from houvast.exchange.qr_code import draw_qr, embed_qr, make_qr

ADDRESS = "https://houvast.noorderhaaks.example/g/plein"
NAME = "{http://www.w3.org/2000/svg}"


def squares(svg: str) -> list[list[int]]:
    """The dark squares of the picture, from its path of horizontal strokes."""
    root = ET.fromstring(svg)
    side = int(root.attrib["viewBox"].split()[2])
    grid = [[0] * side for _ in range(side)]
    (path,) = [one for one in root.iter(f"{NAME}path") if "stroke" in one.attrib]
    x, y = 0, 0.0
    for command, numbers in re.findall(r"([Mmh])([-\d. ]+)", path.attrib["d"]):
        values = [float(n) for n in re.findall(r"-?[\d.]+", numbers)]
        if command == "M":
            x, y = int(values[0]), values[1]
        elif command == "m":
            x, y = x + int(values[0]), y + values[1]
        else:
            for i in range(int(values[0])):
                grid[int(y)][x + i] = 1
            x += int(values[0])
    return grid


@pytest.mark.parametrize("address", [ADDRESS, f"{ADDRESS}?x=1", "https://houvast.example/u/7Q2MK4X0RD"])
def test_the_picture_holds_the_squares_of_the_code(address: str) -> None:
    matrix = [list(row) for row in make_qr(address).matrix_iter(border=4)]
    assert squares(draw_qr(address, title="Code")) == [[int(bool(one)) for one in row] for row in matrix]


def test_it_has_a_name_and_nothing_that_runs() -> None:
    svg = draw_qr(ADDRESS, title="Scan <mij> & doe mee")
    root = ET.fromstring(svg)
    assert root.findtext(f"{NAME}title") == "Scan <mij> & doe mee"
    assert "script" not in svg
    assert "width" not in root.attrib  # it scales with its place
    assert base64.b64decode(embed_qr(ADDRESS, title="Code").split(",")[1]).decode() == draw_qr(ADDRESS, title="Code")
