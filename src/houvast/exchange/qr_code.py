# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How does an address become squares that a telephone reads? As SVG: sharp on a screen and on a poster."""

from __future__ import annotations

import base64
import io
from typing import Any

import segno

CORRECTION = "m"  # readable with 15 % of the squares spoilt


def draw_qr(address: str, *, title: str) -> str:
    """A whole SVG file that scales with its place; the title is read out instead of the squares."""
    written = io.BytesIO()
    make_qr(address).save(
        written, kind="svg", title=title, light="white", omitsize=True, svgclass=None, lineclass=None, xmldecl=False
    )
    return written.getvalue().decode("utf-8").strip()


def embed_qr(address: str, *, title: str) -> str:
    """The picture as a data: address, for a document that reads no other files."""
    return "data:image/svg+xml;base64," + base64.b64encode(draw_qr(address, title=title).encode()).decode("ascii")


def make_qr(address: str) -> Any:
    """The code itself; its matrix holds the squares."""
    return segno.make(address, error=CORRECTION, micro=False, boost_error=False)
