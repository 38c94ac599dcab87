# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import cast
import pytest
from django.template import Context, Template

from houvast.domain.conversation import ConversationState

pytestmark = pytest.mark.django_db


def test_title_and_whether_it_is_invented() -> None:
    template = Template(
        "{% load conversation_heading %}{% heading_of code as it %}{{ it.title }} {{ it.is_in_rehearsal }}"
    )
    for state, flag in ((ConversationState.OPEN, "False"), (ConversationState.REHEARSAL, "True")):
        conversation = cast.conversation(state=state, title="Het plein")
        assert template.render(Context({"code": conversation.code})) == f"Het plein {flag}"
