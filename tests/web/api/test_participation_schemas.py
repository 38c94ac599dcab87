# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is only what we know taken in, under its Dutch name?"""

from __future__ import annotations

import uuid

import pytest
from pydantic import ValidationError

from houvast.web.api.participation_schemas import EstimateSent, JoinSent, MyVoteShown, StatementSent, VoteSent


def test_dutch_names_come_in() -> None:
    sent = VoteSent.model_validate({"stelling": 3, "stem": "pas", "verzoek": str(uuid.UUID(int=1))})
    assert (sent.statement, sent.vote, sent.request) == (3, "pas", uuid.UUID(int=1))
    assert JoinSent.model_validate({"toestemming": True}).language == "nl"


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        (JoinSent, {"toestemming": False}),
        (JoinSent, {"toestemming": True, "taal": "klingon language"}),
        (JoinSent, {"toestemming": True, "naam": "Fatima"}),
        (EstimateSent, {"stelling": 1}),
        (EstimateSent, {"stelling": 1, "vanTien": 11}),
        (EstimateSent, {"stelling": 1, "vanTien": True}),
        (StatementSent, {"tekst": ""}),
        (StatementSent, {"tekst": "\ud800"}),
        (StatementSent, {"text": "Meer groen."}),
    ],
)
def test_what_does_not_fit_is_refused(kind: type[JoinSent], body: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        kind.model_validate(body)


def test_votes_are_shown_in_words() -> None:
    shown = [MyVoteShown.model_validate({"statement": 0, "vote": vote}).vote for vote in ("agree", "disagree", "pass")]
    assert shown == ["eens", "oneens", "pas"]
