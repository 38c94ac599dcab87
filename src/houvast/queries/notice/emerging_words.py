# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which words are new in what was written down? Asked of the texts that are still kept, for the team only.

Words that fewer than three reporters used are not shown, to the team neither: they may be of one person.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date

import numpy as np

from houvast.domain.attention import PointKind
from houvast.domain.week import WEEK, weeks_between
from houvast.engine.language.emerging_themes import MOST_WEEKS, WINDOW, EmergingTerm, find_emerging, split_terms
from houvast.queries.notice.side_reasons import SideReason, quarter_of
from houvast.store.models import Observation

LEAST_REPORTERS = 3
LANGUAGE = "nl"


def emerging_reasons(*, week: date) -> tuple[SideReason, ...]:
    """A reason for each group of words that is used more than before, up to this week (its Monday)."""
    first = week - (MOST_WEEKS + WINDOW) * WEEK
    rows = list(
        Observation.objects.filter(week__gt=first, week__lte=week, text_removed_at__isnull=True, language=LANGUAGE)
        .exclude(seen="")
        .order_by("id")
        .values_list("week", "reporter_key", "seen", "reporter_reading")
    )
    codes: dict[str, int] = {}
    found = find_emerging(
        weeks=np.array([weeks_between(first, row[0]) for row in rows], dtype=np.int64),
        reporters=np.array([codes.setdefault(row[1], len(codes)) for row in rows], dtype=np.int64),
        tokens=[split_terms(f"{row[2]} {row[3]}") for row in rows],
        now=weeks_between(first, week),
        k_reporters=LEAST_REPORTERS,
    )
    return tuple(_reasons(found.terms, week))


def _reasons(terms: tuple[EmergingTerm, ...], week: date) -> Iterator[SideReason]:
    for term in terms:
        if not term.words:
            continue
        of_words = hashlib.sha256(term.words[0].encode()).hexdigest()[:16]
        yield SideReason(
            mark=f"emerging:{of_words}:{quarter_of(week)}",
            kind=PointKind.EMERGING,
            first_week=week - (WINDOW - 1) * WEEK,
            last_week=week,
            evidence={"words": list(term.words), "number": term.documents, "weeks": WINDOW},
        )
