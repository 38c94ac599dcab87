# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How do rows of words become a file that a spreadsheet opens, without any cell running as a formula?"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from houvast.exchange.landscape_tables import guard_formula

BYTE_ORDER_MARK = "\ufeff"  # by this Excel knows that é is one letter


def write_csv_text(*, head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The rows under their head; UTF-8 with the mark that spreadsheets look for."""
    out = io.StringIO()
    out.write(BYTE_ORDER_MARK)
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(head)
    writer.writerows([guard_formula(cell) for cell in row] for row in rows)
    return out.getvalue()
