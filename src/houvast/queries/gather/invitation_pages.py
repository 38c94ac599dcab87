# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What does a colleague see of the invitations, and what do they take to the printer's?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from houvast.domain.conversation import ConversationState
from houvast.domain.invitation_code import show_invitation_code
from houvast.exchange.invitation_sheet import InvitationCard, InvitationSheet, pack_sheet
from houvast.exchange.printed_page import load_printer
from houvast.queries.gather.conversations import get_conversation
from houvast.queries.gather.invitations import InvitationBatch, list_batches
from houvast.queries.gather.words import SCREENS


@dataclass(frozen=True, slots=True)
class InvitationsPage:
    """The batches, and whether more can be made."""

    code: str
    title: str
    k: int
    by_invitation: bool
    can_make: bool
    batches: tuple[InvitationBatch, ...]


def invitations_page(code: str) -> InvitationsPage:
    """The batches of a conversation."""
    conversation = get_conversation(code)
    over = {ConversationState.CLOSED, ConversationState.PUBLISHED}
    return InvitationsPage(
        code=code,
        title=conversation.title,
        k=conversation.k,
        by_invitation=conversation.by_invitation,
        can_make=conversation.state not in over,
        batches=list_batches(conversation),
    )


def require_cards() -> None:
    """ActionRefused where this machine prints no cards; asked before codes are made that are shown once."""
    load_printer()


def invitations_zip(code: str, *, batch: str, codes: Sequence[str], with_cards: bool) -> bytes:
    """The codes as CSV, and as cards to cut out where wanted."""
    conversation = get_conversation(code)
    language = conversation.language if conversation.language in SCREENS else SCREENS[0]
    with override(language):
        sheet = InvitationSheet(
            language=language,
            municipality=settings.HOUVAST.text("HOUVAST_MUNICIPALITY"),
            title=conversation.title,
            name=batch,
            how=_("Take part: scan the code, or type this address:"),
            your_code=_("Your code:"),
            once=_("This code works once. It is not linked to your name."),
            head=(_("code"), _("address")),
            cards=tuple(InvitationCard(show_invitation_code(one), _address(one)) for one in codes),
        )
    return pack_sheet(sheet, with_cards=with_cards)


def _address(code: str) -> str:
    return f"{settings.HOUVAST.text('HOUVAST_ADDRESS').rstrip('/')}/u/{code}"
