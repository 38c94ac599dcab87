# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How is a text from below (a reason, a piece of advice) said in the reader's language?"""

from __future__ import annotations

from django import template
from django.utils.translation import gettext

from houvast.queries.text_checks import TextFinding

register = template.Library()


@register.filter
def in_language(message: str) -> str:
    """A message that is kept as its English original."""
    return gettext(message)


@register.filter
def said(finding: TextFinding) -> str:
    """A piece of advice with its values filled in."""
    return gettext(finding.message).format(**finding.values)
