# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is advice said in the reader's language with its values filled in?"""

from __future__ import annotations

from django.utils.translation import override

from houvast.queries.text_checks import TextFinding
from houvast.web.templatetags.resident_texts import in_language, said


def test_in_the_readers_language() -> None:
    message = "You added {most} statements, the most one person may add. That way there is room for everybody."
    finding = TextFinding("x", False, message, {"most": 5}, "")
    with override("nl"):
        assert in_language("Agree") == "Eens"
        assert said(finding).startswith("U heeft 5 stellingen toegevoegd")
    with override("en"):
        assert said(finding).startswith("You added 5 statements")
