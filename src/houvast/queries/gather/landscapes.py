# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is the newest result of a conversation? Stored as text of disclosed types only, and read back as those."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache

from houvast.domain.votes import Moderation
from houvast.engine.disclosure.live import LivePlaces, LiveResult, LiveStatement
from houvast.engine.disclosure.result import DisclosedLandscape
from houvast.exchange.landscape_answer import is_too_few
from houvast.exchange.typed_json import read_typed, write_typed
from houvast.store.models import LandscapeSnapshot, Statement

__all__ = [
    "LivePlaces",
    "LiveResult",
    "LiveStatement",
    "StoredLandscape",
    "latest_landscape",
    "latest_live",
    "read_landscape",
    "write_result",
]
LIVE, FULL = "live", "full"
KEPT = 16


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
    """The newest whole result, without the texts of statements that were left out since; None: not computed yet."""
    found = _newest(conversation_id, FULL)
    if found is None:
        return None
    pk, at = found
    shown = _without_texts(_landscape_of(pk, at), conversation_id)
    return StoredLandscape(shown, at, shown.participants, shown.votes, pk, is_too_few(shown))


def latest_live(conversation_id: int) -> LiveResult | None:
    """The newest coarse result, about statements that are still on offer; None: fewer than k people so far."""
    found = _newest(conversation_id, LIVE)
    if found is None:
        return None
    live = _live_of(*found)
    offered = Statement.objects.filter(conversation_id=conversation_id, is_shown=True)
    texts = dict(offered.values_list("number", "text"))
    return replace(
        live,
        statements=tuple(replace(s, text=texts[s.number]) for s in live.statements if s.number in texts),
        binds=tuple(number for number in live.binds if number in texts),
        divides=tuple(number for number in live.divides if number in texts),
    )


def read_landscape(content: str) -> DisclosedLandscape:
    """A whole result from what was stored."""
    return read_typed(DisclosedLandscape, content)


def write_result(result: DisclosedLandscape | LiveResult) -> str:
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


def _without_texts(shown: DisclosedLandscape, conversation_id: int) -> DisclosedLandscape:
    out = Statement.objects.filter(conversation_id=conversation_id, moderation=Moderation.OUT)
    gone = {str(number) for number in out.values_list("number", flat=True)}
    if not gone.intersection(s.id for s in shown.statements):
        return shown
    return replace(shown, statements=tuple(replace(s, text="") if s.id in gone else s for s in shown.statements))
