# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is there to hand out of a conversation? A code to scan, a poster, a ballot on paper, a card for another site.

The conversation's own words are in the language that was asked for, the fixed words in the screens' nearest to it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import override

from houvast.domain.conversation import Origin, writing_direction
from houvast.domain.votes import Moderation
from houvast.exchange.ballot import Ballot, BallotStatement, BallotWords, write_ballot
from houvast.exchange.poster import Poster, PosterFact, write_poster
from houvast.exchange.qr_code import draw_qr
from houvast.queries.gather.conversations import get_conversation
from houvast.queries.gather.resident_pages import Stage, stage_of
from houvast.queries.gather.words import SCREENS, ConversationWords, conversation_words, languages_of, words_in
from houvast.store.models import Conversation, Statement

OWN_LINES = 4
LONGEST_MARK, LONGEST_SENDER = 80, 300


@dataclass(frozen=True, slots=True)
class EmbedCard:
    """A card on another site, in the conversation's language nearest to what was asked."""

    code: str
    stage: Stage
    title: str
    question: str
    language: str
    direction: str
    closes_at: datetime | None
    link: str


def public_link(code: str) -> str:
    """The address of the first page."""
    return f"{settings.HOUVAST.text('HOUVAST_ADDRESS').rstrip('/')}/g/{code}"


def qr_picture(code: str) -> str:
    """The code to scan, as SVG."""
    conversation = get_conversation(code)
    return draw_qr(public_link(conversation.code), title=conversation.title)


def embed_card(code: str, *, language: str, screen: str) -> EmbedCard:
    """The card; NotFound while the conversation is none of residents' business."""
    conversation = get_conversation(code)
    stage, words = stage_of(conversation), conversation_words(conversation, language or screen)
    is_early = stage is Stage.NOT_YET
    return EmbedCard(
        code=code,
        stage=stage,
        title="" if is_early else words.title,
        question="" if is_early else words.question,
        language=words.language,
        direction=words.direction,
        closes_at=conversation.closes_at,
        link=public_link(code),
    )


def poster_pdf(code: str, *, language: str = "") -> bytes:
    """One A4 to hang up."""
    conversation = get_conversation(code)
    chosen = _offered(conversation, language)
    with override(_fixed_language(conversation, chosen)):
        return write_poster(_poster(conversation, chosen))


def ballot_pdf(code: str, *, language: str = "", mark: str = "", send_to: str = "") -> bytes:
    """The ballot. mark: the pile it will be in; send_to: where it is handed in. Neither is kept."""
    conversation = get_conversation(code)
    chosen = _offered(conversation, language)
    with override(_fixed_language(conversation, chosen)):
        return write_ballot(_ballot(conversation, chosen, mark=mark[:LONGEST_MARK], send_to=send_to[:LONGEST_SENDER]))


def _offered(conversation: Conversation, language: str) -> str:
    return language if language in languages_of(conversation) else conversation.language


def _fixed_language(conversation: Conversation, language: str) -> str:
    return next((one for one in (language, conversation.language) if one in SCREENS), SCREENS[0])


def _poster(conversation: Conversation, language: str) -> Poster:
    words = conversation_words(conversation, language)
    by_invitation = _("You need the code in your invitation.") if conversation.by_invitation else ""
    return Poster(
        language=words.language,
        direction=words.direction,
        fixed_language=_fixed_language(conversation, language),
        municipality=settings.HOUVAST.text("HOUVAST_MUNICIPALITY"),
        title=words.title,
        question=words.question,
        call=_("Take part"),
        how=_("Scan the code with the camera of your phone, or type the address."),
        address=public_link(conversation.code),
        code_title=_("Code to scan with your phone"),
        easy=" ".join(filter(None, [_("No account, no name. It takes about five minutes."), by_invitation])),
        facts=tuple(fact for fact in _facts(conversation, words) if fact.text),
    )


def _facts(conversation: Conversation, words: ConversationWords) -> tuple[PosterFact, ...]:
    closes = conversation.closes_at
    return (
        PosterFact(_("Who asks"), conversation.asked_by, writing_direction(conversation.language)),
        PosterFact(_("Until when"), date_format(localtime(closes), "j F Y") if closes else "", "ltr"),
        PosterFact(_("What happens with it"), words.use_of_answers, words.direction),
        PosterFact(_("When you hear back"), words.hear_back, words.direction),
    )


def _ballot(conversation: Conversation, language: str, *, mark: str, send_to: str) -> Ballot:
    words = conversation_words(conversation, language)
    return Ballot(
        language=words.language,
        direction=words.direction,
        fixed_language=_fixed_language(conversation, language),
        municipality=settings.HOUVAST.text("HOUVAST_MUNICIPALITY"),
        title=words.title,
        question=words.question,
        purpose=words.purpose,
        use_of_answers=words.use_of_answers,
        hear_back=words.hear_back,
        words=_ballot_words(conversation),
        statements=_statements(conversation, language),
        own_lines=OWN_LINES if conversation.residents_add_statements else 0,
        code=conversation.code,
        mark=mark,
        send_to=send_to,
    )


def _statements(conversation: Conversation, language: str) -> tuple[BallotStatement, ...]:
    """What is put to people, by the number that is typed over."""
    rows = Statement.objects.filter(
        conversation=conversation, is_shown=True, moderation=Moderation.IN, is_rehearsal=False
    )
    made = []
    for row in rows.order_by("number").prefetch_related("translations"):
        translations = {one.language: one.text for one in row.translations.all()}
        words = words_in(language, text=row.text, written_in=row.language, translations=translations)
        origin = _("From a resident") if row.origin == Origin.RESIDENT else _("From the municipality")
        made.append(BallotStatement(row.number, words.text, words.language, writing_direction(words.language), origin))
    return tuple(made)


def _ballot_words(conversation: Conversation) -> BallotWords:
    return BallotWords(
        paper=_("Ballot on paper"),
        why=_("Why we ask this"),
        what_happens=_("What happens with your answers"),
        hear_back=_("When you hear back"),
        how=_("How it works"),
        steps=(
            _("Read each statement."),
            _("Put a cross in one box: agree, disagree or not sure."),
            _("Would you rather not answer a statement? Leave its boxes empty."),
            _("Do not write your name or address on this paper."),
        ),
        privacy=_("Your privacy"),
        promises=_promises(conversation),
        consent=_("I agree that the municipality uses my answers as it says above."),
        statements=_("Statements"),
        number=_("No."),
        statement=_("Statement"),
        agree=_("Agree"),
        disagree=_("Disagree"),
        unsure=_("Not sure"),
        own=_("Is something missing? Write a statement of your own"),
        own_help=_("One thought a line, in one sentence. A colleague reads it before others see it. Name no people."),
        send=_("Hand it in"),
        pile=_("pile"),
    )


def _promises(conversation: Conversation) -> tuple[str, ...]:
    until = conversation.retention_until
    return (
        _("Your answers are political opinions. The law protects those extra well. So put a cross below if you agree."),
        _("A colleague types over what you filled in. There is no name with it."),
        _("We show nothing about fewer than {k} people.").format(k=conversation.k),
        _("After {day} the separate answers are removed. Only totals remain.").format(day=date_format(until, "j F Y"))
        if until
        else _("Later the separate answers are removed. Only totals remain."),
        _("After that nobody can find your ballot again, so it cannot be taken back. Online that is possible."),
        _("Are you younger than 16? Then take part only if a parent or guardian agrees."),
    )
