# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is handed out says what the conversation says, in the language that was asked for."""

from __future__ import annotations

from datetime import timedelta

import cast
import pytest
from django.utils import timezone
from printed_pdf import read_pdf, read_text

from houvast.domain.conversation import ConversationState, Origin
from houvast.domain.errors import NotFound
from houvast.domain.votes import Moderation
from houvast.exchange.qr_code import draw_qr
from houvast.queries.gather.reach_prints import ballot_pdf, embed_card, poster_pdf, public_link, qr_picture
from houvast.store.models import Conversation, ConversationText, StatementTranslation

pytestmark = pytest.mark.django_db


def translated() -> Conversation:
    made = cast.conversation(statements=2, languages=["en", "tr"], closes_at=timezone.now() + timedelta(days=3))
    for language in ("en", "tr"):
        ConversationText.objects.create(
            conversation=made, language=language, title=f"Square {language}", question=f"What now {language}?"
        )
    StatementTranslation.objects.create(statement=made.statements.get(number=0), language="tr", text="Daha fazla bank.")
    return made


def test_the_code_is_of_the_first_page() -> None:
    made = cast.conversation()
    assert qr_picture(made.code) == draw_qr(public_link(made.code), title=made.title)
    assert public_link(made.code).endswith(f"/g/{made.code}")
    with pytest.raises(NotFound):
        qr_picture("nergens")


def test_a_poster_in_dutch() -> None:
    made = translated()
    written = poster_pdf(made.code)
    assert (read_pdf(written).title, read_pdf(written).language) == (made.title, "nl")
    text = read_text(written)
    for wanted in ("Doe mee", "Team Samenleven", "Wat ermee gebeurt", public_link(made.code).split("//")[1]):
        assert wanted in text


@pytest.mark.parametrize(("language", "call"), [("en", "Take part"), ("tr", "Doe mee"), ("xx", "Doe mee")])
def test_a_poster_in_another_language(language: str, call: str) -> None:
    made = translated()
    text = read_text(poster_pdf(made.code, language=language))
    assert call in text
    assert (made.title if language == "xx" else f"Square {language}") in text


def test_a_poster_says_that_a_code_is_needed() -> None:
    wanted = "U hebt de code uit uw uitnodiging nodig."
    assert wanted in read_text(poster_pdf(cast.conversation(by_invitation=True).code))
    assert wanted not in read_text(poster_pdf(cast.conversation().code))


def test_a_ballot_has_the_accepted_statements_by_number() -> None:
    made = translated()
    cast.statement(made, number=7, text="Er moet een fontein komen.", origin=Origin.RESIDENT)
    cast.statement(made, number=8, text="Wacht nog.", moderation=Moderation.OPEN, is_shown=False)
    cast.statement(made, number=9, text="Is eruit.", moderation=Moderation.OUT, is_shown=False)
    text = read_text(ballot_pdf(made.code, language="tr", mark="bibliotheek", send_to="Balie"))
    for wanted in (
        "0 Daha fazla bank.",
        "1 Stelling 1",
        "7 Er moet een fontein komen. Van een inwoner",
        "stapel: bibl",
    ):
        assert wanted in text
    assert "Wacht nog." not in text
    assert "Is eruit." not in text
    assert "Ik vind het goed dat de gemeente mijn antwoorden gebruikt" in text
    assert f"minder dan {made.k} mensen" in text


def test_a_ballot_says_until_when_answers_are_kept_and_whether_one_may_add() -> None:
    day = timezone.localdate().replace(year=2031, month=2, day=1)
    text = read_text(ballot_pdf(cast.conversation(retention_until=day, residents_add_statements=False).code))
    assert "Na 1 februari 2031 worden de losse antwoorden verwijderd." in text
    assert "Schrijf zelf een stelling" not in text
    assert "Schrijf zelf een stelling" in read_text(ballot_pdf(cast.conversation().code))


def test_a_card_says_what_residents_may_know() -> None:
    made = translated()
    card = embed_card(made.code, language="en", screen="nl")
    assert (card.title, card.stage, card.language) == ("Square en", "open", "en")
    assert embed_card(made.code, language="", screen="nl").title == made.title
    early = cast.conversation(state=ConversationState.DRAFT, opens_at=timezone.now() + timedelta(days=1))
    assert (embed_card(early.code, language="", screen="nl").title, early.title != "") == ("", True)
    with pytest.raises(NotFound):
        embed_card(cast.conversation(state=ConversationState.DRAFT).code, language="", screen="nl")
