# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How do the parts of a street-talk round read on a screen?"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from houvast.domain.street_talk import PartOfDay, RoundState

PART_WORDS = {
    PartOfDay.MORNING: _("Morning"),
    PartOfDay.AFTERNOON: _("Afternoon"),
    PartOfDay.EVENING: _("Evening"),
}
STATE_WORDS = {
    RoundState.PLANNED: _("Planned"),
    RoundState.HELD: _("Held"),
    RoundState.CANCELLED: _("Cancelled"),
}
