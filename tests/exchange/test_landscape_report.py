# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The report: whole, safe, the same each time, in both languages; and in a real browser accessible and printable."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from disclosed_landscapes import disclosed
from playwright.sync_api import Page, sync_playwright

from houvast.engine.landscape.result import Verdict
from houvast.exchange.landscape_report import make_page, write_report
from houvast.exchange.texts import Texts

CASES = {
    "groups": disclosed(block=13, left_out=4),
    "public": disclosed(public=True),
    "spectrum": disclosed(Verdict.ONE_SPECTRUM, dimensions=1),
    "no structure": disclosed(Verdict.NO_STRUCTURE, people=60),
    "few": disclosed(people=12),
}


class Outline(HTMLParser):
    """Headings, ids and links of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.levels: list[int] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if re.fullmatch(r"h[1-6]", tag):
            self.levels.append(int(tag[1]))
        found = dict(attrs)
        if found.get("id"):
            self.ids.append(found["id"] or "")
        if found.get("href"):
            self.links.append(found["href"] or "")


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", CASES)
def test_headings_in_order_links_that_lead_somewhere_and_nothing_from_outside(name: str, language: str) -> None:
    html = write_report(CASES[name], language=language)
    outline = Outline()
    outline.feed(html)
    assert f'<html lang="{language}">' in html
    assert outline.levels[0] == 1
    assert all(after - before <= 1 for before, after in zip(outline.levels, outline.levels[1:], strict=False))
    assert len(outline.ids) == len(set(outline.ids))
    assert {link.removeprefix("#") for link in outline.links} <= set(outline.ids)
    assert not outline.tags & {"script", "iframe", "img", "link", "object", "form"}
    assert html.replace("http://www.w3.org/2000/svg", "").count("http") == html.count("http-equiv") == 1


def test_the_answer_comes_first_in_dutch() -> None:
    html = write_report(CASES["groups"], language="nl")
    assert html.index("Er zijn 2 groepen gevonden.") < html.index("Wie deden mee")
    assert html.index('id="middle"') < html.index('id="parts"')
    assert "affectieve polarisatie" in html


def test_statements_are_text_and_never_markup() -> None:
    html = write_report(CASES["groups"], language="nl")
    assert "<script" not in html
    assert "&lt;script&gt;alert(" in html
    assert 'dir="auto"' in html


def test_the_policy_forbids_everything_but_styles() -> None:
    html = write_report(CASES["groups"], language="nl")
    assert "content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\"" in html


def test_the_short_list_tells_what_it_covers_with_its_interval() -> None:
    shown = CASES["public"]
    covered = shown.lists.representative_covered
    assert covered is not None
    english = make_page(shown, Texts("en")).covered
    assert english == (
        f"Of the {covered.n} people who answered at least one of these statements, 93% (88% to 96%) gave at least one "
        "of these answers."
    )
    assert "gaf 93% (88% tot 96%) minstens één van deze antwoorden" in make_page(shown, Texts("nl")).covered
    without_n = replace(shown.lists, representative_covered=replace(covered, n=None))
    assert make_page(replace(shown, lists=without_n), Texts("en")).covered.startswith("Of the people who")
    for lists in (replace(shown.lists, representative=()), replace(shown.lists, representative_covered=None)):
        assert make_page(replace(shown, lists=lists), Texts("en")).covered == ""


def test_hidden_is_told_apart_from_not_found() -> None:
    html = write_report(CASES["few"], language="en")
    assert "24 statements may not be shown because they say something about fewer than 10 people." in html
    assert "Too few people" not in html
    assert "The groups are not described apart" in html
    assert "sets them clearly apart" not in html


def test_shares_of_parts_are_of_everybody_who_is_counted() -> None:
    assert "of everybody who is counted." in make_page(CASES["public"], Texts("en")).parts[0].facts
    assert "van iedereen die meetelt." in make_page(CASES["public"], Texts("nl")).parts[0].facts


def test_no_direction_where_it_means_nothing() -> None:
    page = make_page(CASES["groups"], Texts("en"))
    assert {item.direction for item in (*page.divides, *page.no_opinion)} <= {""}
    assert all(item.direction for item in page.binds)


def test_every_chart_has_its_table() -> None:
    html = write_report(CASES["groups"], language="nl")
    figures = re.findall(r"<figure>.*?</figure>", html, re.DOTALL)
    assert len(figures) == html.count("<svg") > 10
    assert all("<table>" in figure for figure in figures)


def test_the_same_landscape_gives_the_same_bytes() -> None:
    fresh = disclosed.__wrapped__(block=13, left_out=4)
    assert write_report(fresh, language="nl") == write_report(CASES["groups"], language="nl")


IN_BROWSER = {
    "nl": [disclosed(statements=6, block=13), disclosed(Verdict.ONE_SPECTRUM, dimensions=1, statements=6)],
    "en": [disclosed(statements=6, public=True), disclosed(Verdict.NO_STRUCTURE, people=12, statements=6)],
}


@pytest.mark.browser
@pytest.mark.parametrize("language", IN_BROWSER)
def test_in_a_browser_the_report_is_accessible_and_fits(language: str, tmp_path: Path, browser_path: str) -> None:
    with sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=browser_path, args=["--no-sandbox", "--disable-background-networking"]
        )
        for number, case in enumerate(IN_BROWSER[language]):
            place = tmp_path / f"{number}.html"
            place.write_text(write_report(case, language=language), encoding="utf-8")
            for width in (360, 1280):
                page = browser.new_page(viewport={"width": width, "height": 900})
                _check_page(page, place.as_uri(), width)
                page.close()
        browser.close()


def _check_page(page: Page, address: str, width: int) -> None:
    """Nothing is fetched, nothing is blocked, nothing sticks out, text is large enough, and axe finds nothing."""
    requests: list[str] = []
    problems: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: problems.append(message.text))
    page.goto(address)
    assert (requests, problems) == ([address], [])
    assert page.evaluate(SMALLEST_TEXT) >= 11.95
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.browser
def test_on_paper_nothing_is_folded_away(tmp_path: Path, browser_path: str) -> None:
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        page = browser.new_page()
        page.set_content(write_report(IN_BROWSER["en"][0], language="en"))
        page.emulate_media(media="print")
        heights = page.evaluate("[...document.querySelectorAll('details table')].map(t => t.checkVisibility())")
        browser.close()
    assert heights
    assert all(heights)


SMALLEST_TEXT = """Math.min(...[...document.querySelectorAll('svg text')].map(t => {
  const box = t.ownerSVGElement.getBoundingClientRect(), view = t.ownerSVGElement.viewBox.baseVal;
  return parseFloat(getComputedStyle(t).fontSize) * box.width / view.width;
}))"""
