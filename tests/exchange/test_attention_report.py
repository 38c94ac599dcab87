# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The report of the attention list: whole, safe, in both languages; accessible in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from attention_evidence import evidence
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from houvast.engine.attention.points import AttentionResult, SilentArea
from houvast.exchange.attention_answer import AttentionAnswer
from houvast.exchange.attention_report import make_report, write_attention_report
from houvast.exchange.texts import Texts

SILENT = SilentArea(area=0, source=None, weeks=6, expected=9.0, probability=0.001)
RESULT = AttentionResult(
    points=(), watch=(), silent=(SILENT,), threshold=3.0, budget=1.0, calibrated=True, n_weeks=78, n_observations=900,
    n_areas=12, n_themes=8, n_reporters=40,
)  # fmt: skip
FULL = AttentionAnswer(
    "2026-W48", RESULT, (evidence(areas=("<b>Haven</b>",)),), (evidence(is_announced=False),), (("De Hoef", SILENT),), 1
)


def test_names_are_escaped_and_nothing_comes_from_outside() -> None:
    html = write_attention_report(FULL, language="nl")
    assert "&lt;b&gt;Haven" in html
    assert "<b>Haven" not in html
    assert "src=" not in html
    assert 'lang="nl"' in html
    assert "Aandachtslijst van week 2026-W48" in html
    assert "Attention list of week" in write_attention_report(FULL, language="en")


def test_an_ordinary_week_says_so_and_a_point_does_not() -> None:
    quiet = AttentionAnswer("2026-W48", RESULT, (), (), (), 1)
    assert len(make_report(quiet, Texts("en")).nothing) == 3
    assert make_report(FULL, Texts("en")).nothing == ()


@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 1280])
def test_it_is_accessible(browser_path: str, tmp_path: Path, width: int) -> None:
    path = tmp_path / "report.html"
    path.write_text(write_attention_report(FULL, language="nl"), encoding="utf-8")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        page = chromium.new_page(viewport={"width": width, "height": 800}, bypass_csp=True)
        page.goto(path.as_uri())
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        assert [found["id"] for found in Axe().run(page).response["violations"]] == []
        assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
        chromium.close()
