# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How does a telephone read the secret? As a picture in the page itself, with nothing that the content policy stops."""

from __future__ import annotations

import segno
from django.utils.safestring import SafeString, mark_safe


def draw_qr_code(text: str) -> SafeString:
    """The QR code as SVG: attributes only, dark on white whatever the theme; hidden from screen readers."""
    drawing = segno.make(text, error="m", micro=False).svg_inline(
        scale=5, border=4, dark="#000", light="#fff", svgclass=None, lineclass=None
    )
    return mark_safe(drawing.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1))  # noqa: S308 -- drawn here
