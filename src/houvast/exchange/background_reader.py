# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who takes part, and who lives here? Reads voluntary background and the population's margins, for weighting.

Background: participant, then a column for each variable; an empty cell is unknown. Margins: variable, category, share
(adding up to 1 or to 100 within a variable). Only variables that the margins name are read; the rest is left alone.
"""

from __future__ import annotations

import os
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from houvast.domain.errors import FileRejected, Place
from houvast.exchange.column_names import PARTICIPANT, list_names, normalise
from houvast.exchange.delimited_text import Header, read_header
from houvast.exchange.row_faults import shorten
from houvast.exchange.table_rows import whole_rows

_VARIABLE = ("variable", "variabele", "kenmerk")
_CATEGORY = ("category", "categorie", "klasse")
_SHARE = ("share", "aandeel", "percentage")


@dataclass(frozen=True, eq=False)
class Background:
    """categories: int64, shape (P, M), index into the category names of each variable, -1 where unknown.

    targets: M arrays of shares that add up to 1. names: the M variables. category_names: their categories in order.
    """

    categories: NDArray[np.int64]
    targets: tuple[NDArray[np.float64], ...]
    names: tuple[str, ...]
    category_names: tuple[tuple[str, ...], ...]


def read_background(
    background_csv: str | os.PathLike[str], margins_csv: str | os.PathLike[str], participants: NDArray[np.generic]
) -> Background:
    """Background of the participants, shape (P,), and the margins. FileRejected at the first broken row."""
    margins = read_margins(os.fspath(margins_csv))
    header = read_header(os.fspath(background_csv))
    person = _find_column(header, PARTICIPANT, "participant")
    columns = [_variable_column(header, name) for name in margins]
    rows_of = {str(name): row for row, name in enumerate(participants.tolist())}
    numbers = [{category: at for at, category in enumerate(shares)} for shares in margins.values()]
    categories = np.full((len(participants), len(margins)), -1, dtype=np.int64)
    seen: set[str] = set()
    for line, row in whole_rows(header):
        name = row[person].strip()
        if not name or name in seen:
            what = f"participant {shorten(name)} has a second row" if name else "the participant is empty"
            raise FileRejected(header.place(person, line), what, "Give one row for each participant.")
        seen.add(name)
        if name in rows_of:
            codes = [_category(header, row, line, at, known) for at, known in zip(columns, numbers, strict=True)]
            categories[rows_of[name]] = codes
    if rows_of.keys().isdisjoint(seen):
        raise FileRejected(
            header.place(person), "none of these participants took part", "Use the same ids as in the votes."
        )
    targets = tuple(np.array(list(shares.values())) for shares in margins.values())
    return Background(categories, targets, tuple(margins), tuple(tuple(shares) for shares in margins.values()))


def read_margins(path: str) -> dict[str, dict[str, float]]:
    """Shares of each category by variable, in the order of the file, adding up to 1 within a variable."""
    header = read_header(path)
    variable = _find_column(header, _VARIABLE, "variable")
    category = _find_column(header, _CATEGORY, "category")
    share = _find_column(header, _SHARE, "share")
    margins: dict[str, dict[str, float]] = {}
    last: dict[str, int] = {}
    for line, row in whole_rows(header):
        name, kind = row[variable].strip(), row[category].strip()
        if not name or not kind:
            empty = variable if not name else category
            raise FileRejected(header.place(empty, line), "the cell is empty", "Fill it in or remove the row.")
        shares = margins.setdefault(name, {})
        if kind in shares:
            raise FileRejected(header.place(category, line), f"{shorten(kind)} has a second share", "Keep one.")
        shares[kind] = _read_share(header, row[share], share, line)
        last[name] = line
    if not margins:
        raise FileRejected(header.place(), "the file holds no margins", "Give rows of variable, category, share.")
    return {name: _normalised(header.place(share, last[name]), name, shares) for name, shares in margins.items()}


def _read_share(header: Header, text: str, column: int, line: int) -> float:
    try:
        share = float(text.strip().removesuffix("%").replace(",", "."))
    except ValueError:
        share = -1.0
    if share == 0:
        raise FileRejected(
            header.place(column, line),
            "a category with share 0 cannot be weighted to",
            "Remove this row, and leave that category empty in the background.",
        )
    if not 0 < share <= 100:
        raise FileRejected(
            header.place(column, line),
            f"{shorten(text)} is not a share",
            "Write a number above 0, up to 1 or up to 100.",
        )
    return share


def _normalised(place: Place, name: str, shares: dict[str, float]) -> dict[str, float]:
    total = sum(shares.values())
    if abs(total - 1) > 0.01 and abs(total - 100) > 1:
        raise FileRejected(
            place,
            f"the shares of {shorten(name)} add up to {total:g}",
            "Shares of a variable must add up to 1 or to 100.",
        )
    return {category: share / total for category, share in shares.items()}


def _find_column(header: Header, names: tuple[str, ...], role: str) -> int:
    found = [at for at, name in enumerate(header.names) if normalise(name) in names]
    if len(found) == 1:
        return found[0]
    what = f"no column is the {role}" if not found else f"{len(found)} columns could each be the {role}"
    raise FileRejected(
        header.place(),
        f"{what} (columns: {list_names(header.names)})",
        f"Name one column {role}. Recognised names: {', '.join(names[:8])}.",
    )


def _variable_column(header: Header, variable: str) -> int:
    found = [at for at, name in enumerate(header.names) if name == variable]
    if len(found) == 1:
        return found[0]
    raise FileRejected(
        header.place(),
        f"{len(found) or 'no'} columns are named {shorten(variable)}, which the margins name",
        "Give the background one column for each variable of the margins, with the same name.",
    )


def _category(header: Header, row: list[str], line: int, at: int, known: dict[str, int]) -> int:
    text = row[at].strip()
    if not text:
        return -1
    if text not in known:
        raise FileRejected(
            header.place(at, line),
            f"{shorten(text)} is not a category of {shorten(header.names[at])} in the margins",
            f"Use one of: {list_names(list(known))}; leave it empty when unknown.",
        )
    return known[text]
