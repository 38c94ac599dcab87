# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a colleague sees of invitations, and what they take away."""

from __future__ import annotations

import io
import zipfile

import cast
import pytest

from houvast.actions.gather.invitations import make_invitations
from houvast.domain.conversation import ConversationState
from houvast.domain.invitation_code import show_invitation_code
from houvast.queries.gather.invitation_pages import invitations_page, invitations_zip, require_cards
from houvast.queries.gather.invitations import find_invited

pytestmark = pytest.mark.django_db


def test_the_page_lists_batches() -> None:
    made = cast.conversation(by_invitation=True)
    make_invitations(conversation=made, batch="markt", number=3, by=cast.staff())
    page = invitations_page(made.code)
    assert ([batch.name for batch in page.batches], page.by_invitation, page.can_make) == (["markt"], True, True)
    assert not invitations_page(cast.conversation(state=ConversationState.CLOSED).code).can_make


def test_every_code_in_the_file_opens_the_conversation() -> None:
    made = cast.conversation(language="en")
    codes = make_invitations(conversation=made, batch="markt", number=3, by=cast.staff())
    packed = invitations_zip(made.code, batch="markt", codes=codes, with_cards=False)
    with zipfile.ZipFile(io.BytesIO(packed)) as folder:
        head, *lines = folder.read("codes.csv").decode("utf-8-sig").splitlines()
    assert head == "code,address"
    assert [line.split(",")[0] for line in lines] == [show_invitation_code(code) for code in codes]
    assert {find_invited(line.rsplit("/u/", 1)[1])[0] for line in lines} == {made.code}


def test_cards_are_made_where_wanted() -> None:
    made = cast.conversation()
    require_cards()
    packed = invitations_zip(made.code, batch="markt", codes=["7Q2MK4X0RD"], with_cards=True)
    with zipfile.ZipFile(io.BytesIO(packed)) as folder:
        assert folder.read("codes.pdf").startswith(b"%PDF-")
