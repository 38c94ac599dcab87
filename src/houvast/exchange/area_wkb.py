# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How is the outline in a GeoPackage read? A header of its own, then well-known binary: polygons, and nothing else.

Format: OGC GeoPackage 1.3, 2.1.3; OGC Simple Features 06-103r4, 8.2. Read here and not by a library, so that no size or
nesting in the file is believed before it was checked.
"""

from __future__ import annotations

import struct

import numpy as np

from houvast.exchange.area_record import NO_OUTLINE, Outline, Ring

ENVELOPE_BYTES = (0, 32, 48, 48, 64)
POLYGON, MULTI_POLYGON = 3, 6
EMPTY, EXTENDED = 0b10000, 0b100000


class BadGeometry(ValueError):
    """Bytes that are no polygons."""


def read_geopackage_geometry(content: bytes) -> Outline:
    """The polygons in a geometry column. BadGeometry where there is something else."""
    if len(content) < 8 or content[:2] != b"GP":
        raise BadGeometry("no header")
    flags = content[3]
    envelope = (flags >> 1) & 0b111
    if flags & EXTENDED or envelope >= len(ENVELOPE_BYTES):
        raise BadGeometry("an unknown header")
    return NO_OUTLINE if flags & EMPTY else _Bytes(content, 8 + ENVELOPE_BYTES[envelope]).geometry()


class _Bytes:
    """Bytes with the place that was reached."""

    def __init__(self, content: bytes, at: int) -> None:
        self.content, self.at, self.order = content, at, "<"

    def take(self, size: int) -> bytes:
        part = self.content[self.at : self.at + size]
        if len(part) < size:
            raise BadGeometry("cut off")
        self.at += size
        return part

    def number(self) -> int:
        return int(struct.unpack(f"{self.order}I", self.take(4))[0])

    def kind(self) -> tuple[int, int]:
        """The kind of what follows, and how many numbers a point has: with height and measure up to four."""
        self.order = "<" if self.take(1) == b"\1" else ">"
        said = self.number()
        if said & 0x20000000:
            raise BadGeometry("an unknown kind")
        extra = {0: 0, 1: 1, 2: 1, 3: 2}.get(said % 0x10000000 // 1000)
        marked = bool(said & 0x80000000) + bool(said & 0x40000000)
        if extra is None:
            raise BadGeometry("an unknown kind")
        return said % 0x10000000 % 1000, 2 + extra + marked

    def geometry(self) -> Outline:
        kind, width = self.kind()
        if kind == POLYGON:
            return (self.polygon(width),)
        if kind != MULTI_POLYGON:
            raise BadGeometry("no polygons")
        return tuple(self.member() for _ in range(self.count(at_least=9)))

    def member(self) -> tuple[Ring, ...]:
        kind, width = self.kind()
        if kind != POLYGON:
            raise BadGeometry("no polygon")
        return self.polygon(width)

    def polygon(self, width: int) -> tuple[Ring, ...]:
        return tuple(self.ring(width) for _ in range(self.count(at_least=4)))

    def ring(self, width: int) -> Ring:
        points = self.count(at_least=8 * width)
        values = np.frombuffer(self.take(points * 8 * width), dtype=f"{self.order}f8")
        return values.reshape(points, width)[:, :2].astype(np.float64)

    def count(self, *, at_least: int) -> int:
        """How many parts follow; each takes at least so many bytes, so that a lie is found before it costs anything."""
        number = self.number()
        if number * at_least > len(self.content) - self.at:
            raise BadGeometry("cut off")
        return number
