# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands above every staff screen of one conversation: its title, and whether what is in it is invented."""

from __future__ import annotations

from django import template

from houvast.queries.gather.conversations import ConversationHeading, read_heading

register = template.Library()


@register.simple_tag
def heading_of(code: str) -> ConversationHeading | None:
    """The heading of the conversation with this code, None where there is none."""
    return read_heading(code)
