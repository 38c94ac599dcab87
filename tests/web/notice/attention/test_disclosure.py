# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does a reader ever get a number under k, or learn that there is a point that may not be told?"""

from __future__ import annotations

import re
from html import unescape

import cast
import pytest
from attention_evidence import kept_point
from django.test import Client
from django.utils import timezone
from entrance import visitor
from noticed_things import a_trigger

from houvast.domain.attention import PointKind, judge_before
from houvast.domain.roles import Role
from houvast.store.models import AttentionPoint, AttentionSnapshot, NoticeTerms

pytestmark = pytest.mark.django_db
OUTSIDE = (Role.READER, Role.MANAGER)
LIST = "/beheer/aandacht"


def said(client: Client, address: str) -> str:
    """The words in the main part of a page, without markup."""
    html = client.get(address).content.decode()
    main = html[html.index("<main") : html.index("</main>")]
    words = re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", main)))
    return re.sub(r"\d{4}-W\d\d|\d+ \w+( \d{4}|, \d\d:\d\d)", "", words)  # weeks, days and times are no counts


def planted(*, observed: int, reporters: int) -> AttentionPoint:
    """A point, with everything else that a list can hold."""
    today = timezone.localdate()
    AttentionSnapshot.objects.create(
        kind="list", at=timezone.now(), week=today,
        content={"threshold": 3.0, "too_little": [{"shortage": "few weeks", "have": 7, "needed": 8}]},
    )  # fmt: skip
    point = kept_point(last=today, opened=today, observed=observed, n_reporters=reporters)
    others = {
        PointKind.SILENCE: {"weeks": 7, "expected": 6.0, "source": "school"},
        PointKind.POTENTIAL: {"number": 3},
        PointKind.FEEDBACK: {"of": "observations", "number": 4, "longest_days": 9},
        PointKind.RESILIENCE_FADES: {"observed": 2, "weeks": 8, "expected": 7.0},
        PointKind.EMERGING: {"words": ["vuurwerk"], "number": 5, "weeks": 2},
    }
    for kind, kept in others.items():
        made = AttentionPoint.objects.create(
            mark=kind.value, kind=kind, first_week=today, last_week=today, opened_on=today,
            judge_by=judge_before(today), evidence=kept,
        )  # fmt: skip
        made.areas.set([cast.area("BU00000102", "Duinbuurt")])
    cast.observation(seen="Op het plein wordt gescholden.")
    return point


@pytest.mark.parametrize("role", OUTSIDE)
@pytest.mark.parametrize(("observed", "reporters"), [(9, 5), (25, 9), (9, 9)])
def test_a_small_point_is_not_there_at_all(role: Role, observed: int, reporters: int) -> None:
    point = planted(observed=observed, reporters=reporters)
    shown = said(visitor(role), LIST)
    for hidden in ("Havenkwartier", "Duinbuurt", "Jongeren", "vuurwerk", "melders", "wacht", "Nieuw in"):
        assert hidden not in shown, hidden
    assert "Er is nu geen punt dat buiten het team mag worden verteld." in shown
    assert [visitor(role).get(f"{LIST}/{one.pk}").status_code for one in AttentionPoint.objects.all()] == [404] * 6
    empty = shown
    AttentionPoint.objects.all().delete()
    assert point.pk is not None
    assert said(visitor(role), LIST) == empty


@pytest.mark.parametrize("role", OUTSIDE)
def test_a_large_point_is_told_in_steps(role: Role) -> None:
    point = planted(observed=27, reporters=13)
    for address in (LIST, f"{LIST}/{point.pk}"):
        shown = said(visitor(role), address)
        assert "Ten minste 20 signalen van ten minste 10 melders in 3 weken: meer dan gewoon." in shown
        for hidden in ("27", "13", "gewoonlijk", "gescholden", "Duinbuurt", "Eén drukke melder", "eens per"):
            assert hidden not in shown, (address, hidden)
    assert "<svg" not in visitor(role).get(f"{LIST}/{point.pk}").content.decode().partition("<main")[2]


@pytest.mark.parametrize("role", OUTSIDE)
def test_the_reason_of_a_decision_is_not_told(role: Role) -> None:
    point = planted(observed=27, reporters=13)
    form = {"state": "interpreting", "decision": "listen", "reason": "Het zijn er maar 4, zegt de school."}
    assert visitor(Role.ADVISER).post(f"{LIST}/{point.pk}/besluit", form).status_code == 302
    shown = said(visitor(role), f"{LIST}/{point.pk}")
    assert "in duiding, luisteren" in shown
    assert "zegt de school" not in shown
    assert "Samira" not in shown


def test_a_larger_k_hides_more() -> None:
    planted(observed=27, reporters=13)
    NoticeTerms.objects.create(k=14)
    assert "Havenkwartier" not in said(visitor(Role.READER), LIST)


@pytest.mark.parametrize("role", OUTSIDE)
def test_what_an_occasion_brought_is_not_told_for_that_counts_signals(role: Role) -> None:
    today = timezone.localdate()
    made = a_trigger(today, title="Koningsdag", multiplier=1.9)
    point = AttentionPoint.objects.create(
        mark="trigger", kind=PointKind.TRIGGER, first_week=today, last_week=today, opened_on=today,
        judge_by=judge_before(today), trigger=made,
        evidence={"title": made.title, "starts_on": today.isoformat(), "ends_on": "", "multiplier": 1.9},
    )  # fmt: skip
    for address in (LIST, f"{LIST}/{point.pk}", "/beheer/aanleidingen", f"/en{LIST}", "/en/beheer/aanleidingen"):
        assert "Koningsdag" in said(visitor(role), address)
        assert not re.search(r"1[,.]9", visitor(role).get(address).content.decode().partition("<main")[2]), address
    assert "1,9" in said(visitor(Role.PROFESSIONAL), LIST)
    assert "1,9" in said(visitor(Role.PROFESSIONAL), "/beheer/aanleidingen")


@pytest.mark.parametrize("role", OUTSIDE)
def test_the_moment_at_which_the_list_was_renewed_does_not_tell_that_a_signal_came(role: Role) -> None:
    at = timezone.localtime().replace(hour=14, minute=37)
    AttentionSnapshot.objects.create(kind="list", at=at, week=at.date(), content={"threshold": 3.0, "too_little": []})
    assert "14:37" in visitor(Role.ADVISER).get(LIST).content.decode()
    shown = visitor(role).get(LIST).content.decode()
    assert "Laatst gekeken" in shown
    assert ":" not in shown.partition("Laatst gekeken: ")[2].partition("</p>")[0]


@pytest.mark.parametrize("page", ["terugblik", "gemist"])
def test_the_other_pages_are_for_the_team(page: str) -> None:
    assert [visitor(role).get(f"{LIST}/{page}").status_code for role in OUTSIDE] == [403, 403]
