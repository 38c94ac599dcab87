# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How do the judgements and decisions of the weekly table read on a screen?"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from houvast.domain.attention import Decision, PointKind, PointState

STATE_WORDS = {
    PointState.NEW: _("new"),
    PointState.INTERPRETING: _("being interpreted"),
    PointState.CONFIRMED: _("confirmed"),
    PointState.EXPLAINED: _("explained by an occasion"),
    PointState.UNFOUNDED: _("unfounded"),
    PointState.TOO_LITTLE: _("too little to go on"),
}
STATE_CHOICES = {
    PointState.INTERPRETING: _("Being interpreted: we look into it"),
    PointState.CONFIRMED: _("Confirmed: something is going on (with a second colleague)"),
    PointState.EXPLAINED: _("Explained by an occasion"),
    PointState.UNFOUNDED: _("Unfounded: nothing is going on"),
    PointState.TOO_LITTLE: _("Too little to go on"),
}
DECISION_WORDS = {
    Decision.WATCH: _("watch"),
    Decision.LISTEN: _("listen"),
    Decision.ACT: _("act"),
    Decision.HAND_OVER: _("hand over"),
    Decision.DISMISS: _("dismiss"),
}
DECISION_CHOICES = {
    Decision.WATCH: _("Watch: look again later"),
    Decision.LISTEN: _("Listen: go there and talk with people"),
    Decision.ACT: _("Act: do something together"),
    Decision.HAND_OVER: _("Hand over: it belongs somewhere else"),
    Decision.DISMISS: _("Dismiss: nothing to do"),
}
POINT_KIND_WORDS = {
    PointKind.COUNTS: _("more signals than usual"),
    PointKind.TRIGGER: _("coming occasion"),
    PointKind.POTENTIAL: _("may be coming"),
    PointKind.FEEDBACK: _("overdue answers"),
    PointKind.RESILIENCE_FADES: _("what connects is noted less"),
    PointKind.SILENCE: _("silent"),
    PointKind.EMERGING: _("new in the texts"),
    PointKind.BY_HAND: _("put here by a colleague"),
}
