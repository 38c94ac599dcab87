# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How do the parts of a message read on a screen?"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from houvast.domain.inbox import MessageKind, SenderKind

KIND_WORDS = {
    MessageKind.IDEA: _("An idea"),
    MessageKind.EXPERIENCE: _("An experience"),
    MessageKind.QUESTION: _("A question"),
}
SENDER_WORDS = {
    SenderKind.RESIDENT: _("As a resident"),
    SenderKind.ORGANISATION: _("For an organisation or association"),
    SenderKind.COLLEAGUE: _("As somebody who works for the municipality"),
}
