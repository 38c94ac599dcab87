# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is a chart? A picture, the table behind it, and what it says in one sentence; all three or none."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Table:
    """Head and rows of text, ready to show; the first column names the row."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """svg: safe markup. title and sentence: plain text, also inside the picture for those who cannot see it."""

    title: str
    sentence: str
    svg: str
    table: Table
