# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How do the kinds of coming occasions read on a screen?"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from houvast.domain.trigger import TriggerKind

KIND_WORDS = {
    TriggerKind.DECISION: _("A decision"),
    TriggerKind.ANNIVERSARY: _("A day of remembrance"),
    TriggerKind.FEAST: _("A feast"),
    TriggerKind.EVENT: _("An event"),
    TriggerKind.ELECTION: _("An election"),
    TriggerKind.VERDICT: _("A verdict"),
    TriggerKind.OPENING: _("An opening or a beginning"),
    TriggerKind.CAMPAIGN: _("A campaign"),
    TriggerKind.OTHER: _("Something else"),
}
