# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How are the texts of a conversation called beside their translation?"""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from houvast.queries.gather.translation_work import TextPair

LABELS: dict[str, str | Promise] = {
    "title": _("Title"),
    "purpose": _("Why do you ask this?"),
    "question": _("The question behind it"),
    "use_of_answers": _("What happens with the answers?"),
    "hear_back": _("When and how do people hear back?"),
}


def label_of(pair: TextPair) -> str | Promise:
    """The label of the field for a translation."""
    if pair.number is None:
        return LABELS[pair.name]
    return gettext("Statement {number}").format(number=pair.number)
