# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is the newest result of a conversation? Stored as text of disclosed types only, and read back as those.

Three kinds: coarse ones while people take part (LIVE), what the whole computation found until then, in one word
(WORKING), and whole results with their figures, of conversations that are closed or rehearsed (FULL).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache

from houvast.engine.disclosure.left_out import drop_statements
from houvast.engine.disclosure.live import LivePlaces, LiveResult, LiveShare, LiveStatement
from houvast.engine.disclosure.result import DisclosedLandscape
from houvast.engine.landscape.result import Verdict
from houvast.exchange.landscape_answer import is_too_few
from houvast.exchange.typed_json import read_typed, write_typed
from houvast.store.models import LandscapeSnapshot, Statement

__all__ = [
    "LivePlaces",
    "LiveResult",
    "LiveShare",
    "LiveStatement",
    "StoredLandscape",
    "latest_landscape",
    "latest_live",
    "live_lists",
    "read_landscape",
    "write_result",
]
LIVE, WORKING, FULL = "live", "working", "full"
KEPT = 16


@dataclass(frozen=True, slots=True)
class FoundSoFar:
    """What the whole computation found while people take part: nothing that tells a figure."""

    verdict: Verdict
    is_too_few: bool


@dataclass(frozen=True, eq=False)
class StoredLandscape:
    """A result as it was computed at a moment. participants: 0 where they are fewer than k.

    is_too_few: nothing could be tested; `shown` then says that and no more.
    """

    shown: DisclosedLandscape
    at: datetime
    participants: int
    votes: int
    snapshot_id: int
    is_too_few: bool


def latest_landscape(conversation_id: int) -> StoredLandscape | None:
    """The newest whole result, without statements that were left out since; None: not computed yet."""
    found = _newest(conversation_id, FULL)
    if found is None:
        return None
    pk, at = found
    shown = drop_statements(_landscape_of(pk, at), left_out_since(conversation_id))
    return StoredLandscape(shown, at, shown.participants, shown.votes, pk, is_too_few(shown))


def latest_live(conversation_id: int) -> LiveResult | None:
    """The newest coarse result, about statements that are still on offer; None: fewer than k people so far."""
    live = stored_live(conversation_id)
    if live is None:
        return None
    offered = Statement.objects.filter(conversation_id=conversation_id, is_shown=True)
    texts = dict(offered.values_list("number", "text"))
    return replace(
        live,
        statements=tuple(replace(s, text=texts[s.number]) for s in live.statements if s.number in texts),
        binds=tuple(number for number in live.binds if number in texts),
        divides=tuple(number for number in live.divides if number in texts),
    )


def live_lists(conversation_id: int) -> frozenset[int]:
    """Numbers of the statements of which the newest coarse result says that they bind or divide."""
    found = _newest(conversation_id, LIVE)
    if found is None:
        return frozenset()
    live = _live_of(*found)
    return frozenset((*live.binds, *live.divides))


def stored_live(conversation_id: int) -> LiveResult | None:
    """The newest coarse result as it was stored, statements that are not on offer now too."""
    found = _newest(conversation_id, LIVE)
    return None if found is None else _live_of(*found)


def found_so_far(conversation_id: int) -> FoundSoFar | None:
    """What the whole computation found while people take part; None: nothing yet."""
    found = LandscapeSnapshot.objects.filter(conversation_id=conversation_id, kind=WORKING).order_by("-id")
    content = found.values_list("content", flat=True).first()
    return None if content is None else read_typed(FoundSoFar, content)


def left_out_since(conversation_id: int) -> frozenset[str]:
    """The numbers of statements that are not on offer: a result that is not published yet tells nothing of them."""
    found = Statement.objects.filter(conversation_id=conversation_id, is_shown=False)
    return frozenset(map(str, found.values_list("number", flat=True)))


def read_landscape(content: str) -> DisclosedLandscape:
    """A whole result from what was stored."""
    return read_typed(DisclosedLandscape, content)


def write_result(result: DisclosedLandscape | LiveResult | FoundSoFar) -> str:
    """A result as it is stored."""
    return write_typed(result)


def _newest(conversation_id: int, kind: str) -> tuple[int, datetime] | None:
    found = LandscapeSnapshot.objects.filter(conversation_id=conversation_id, kind=kind).order_by("-id")
    return found.values_list("id", "at").first()


@lru_cache(maxsize=KEPT)
def _landscape_of(snapshot_id: int, _at: datetime) -> DisclosedLandscape:
    """A snapshot never changes, so it can be kept."""
    return read_landscape(LandscapeSnapshot.objects.values_list("content", flat=True).get(pk=snapshot_id))


@lru_cache(maxsize=KEPT)
def _live_of(snapshot_id: int, _at: datetime) -> LiveResult:
    return read_typed(LiveResult, LandscapeSnapshot.objects.values_list("content", flat=True).get(pk=snapshot_id))
