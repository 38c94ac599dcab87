# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does a moderator come back to where they were, at the next statement, with word of what was done?"""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

import cast
import pytest
from hypothesis import given
from hypothesis import strategies as st

from houvast.domain.votes import Moderation
from houvast.queries.gather.moderation import PER_PAGE, QueueList, queue_page, statement_page
from houvast.queries.gather.moderation_log import LogPage
from houvast.web.gather.moderate.forms import MendForm, read_decision
from houvast.web.gather.moderate.pages import (
    Notice,
    Place,
    log_screen,
    queue_address,
    queue_screen,
    read_place,
    statement_screen,
)

NUMBER = st.none() | st.integers(0, 10**8)


@given(st.builds(Place, st.sampled_from(QueueList), st.integers(1, 999), NUMBER, NUMBER, NUMBER))
def test_an_address_leads_back_to_its_place(place: Place) -> None:
    parts = urlsplit(queue_address("plein", place))
    assert parts.path == "/beheer/gesprekken/plein/moderatie"
    assert read_place(dict(parse_qsl(parts.query))) == place
    assert parts.fragment == ("" if place.following is None else f"stelling-{place.following}")


@given(st.dictionaries(st.sampled_from(["lijst", "pagina", "gedaan", "samen", "volgende"]), st.text(max_size=20)))
def test_nonsense_in_an_address_is_a_place_too(asked: dict[str, str]) -> None:
    assert read_place(asked).page >= 1


@pytest.mark.django_db
def test_each_statement_knows_the_next() -> None:
    conversation = cast.conversation(statements=PER_PAGE + 2)
    screen = queue_screen(queue_page(conversation.code, shows=QueueList.ACCEPTED), Place(following=5))
    following = {card.about.number: card.following for card in screen.cards}
    assert following[PER_PAGE + 1] == PER_PAGE
    assert following[2] is None
    assert screen.following == 5
    assert (screen.previous, screen.next) == (
        "", f"/beheer/gesprekken/{conversation.code}/moderatie?lijst=toegelaten&pagina=2",
    )  # fmt: skip
    assert [(one.number, one.here) for one in screen.lists] == [(0, False), (PER_PAGE + 2, True), (0, False)]


@pytest.mark.django_db
def test_word_of_what_was_done() -> None:
    conversation = cast.conversation(statements=1)
    found = queue_page(conversation.code, shows=QueueList.WAITING)
    assert queue_screen(found, Place()).notice is None
    assert queue_screen(found, Place(done=0)).notice == Notice(number=0, moderation=Moderation.IN)
    assert queue_screen(found, Place(accepted=3)).notice == Notice(accepted=3)
    assert queue_screen(found, Place(following=0)).following is None


@pytest.mark.django_db
def test_a_refused_form_stands_there_as_it_was_filled_in() -> None:
    conversation = cast.conversation(statements=1)
    found = statement_page(conversation.code, 0)
    sent = read_decision({"decision": "out", "note_to_author": "Korter."}, 0)
    assert statement_screen(found, sent).card.leave_out is sent
    accept = read_decision({"decision": "in"}, 0)
    assert not statement_screen(found, accept).card.leave_out.is_bound
    mend = MendForm({"text": ""})
    assert statement_screen(found, mend).mend is mend
    assert statement_screen(found).mend.initial == {"text": found.statement.text}


def test_newer_and_older_decisions() -> None:
    middle = log_screen(LogPage("plein", "Het plein", (), 2, 3, 120))
    assert middle.newer.endswith("/moderatie/logboek?pagina=1")
    assert middle.older.endswith("?pagina=3")
    only = log_screen(LogPage("plein", "Het plein", (), 1, 1, 4))
    assert (only.newer, only.older) == ("", "")
