# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Can the weekly table read the list, look at a point, decide, and tell what was missed; and can nobody else?"""

from __future__ import annotations

from datetime import timedelta

import cast
import pytest
from attention_evidence import kept_point
from django.utils import timezone
from entrance import says, visitor

from houvast.domain.attention import Decision, PointState
from houvast.domain.roles import Role
from houvast.store.models import AttentionPoint, AttentionSnapshot, MissedPoint, NoticeTerms, PointDecision

pytestmark = pytest.mark.django_db
LIST = "/beheer/aandacht"
GIVEN = {"state": "interpreting", "decision": "listen", "reason": "We gaan er woensdag heen om te praten."}


def fresh(**fields: object) -> AttentionPoint:
    return kept_point(last=timezone.localdate(), opened=timezone.localdate(), **fields)


def looked(**content: object) -> None:
    kept = {"threshold": 3.0, "too_little": [], **content}
    AttentionSnapshot.objects.create(kind="list", at=timezone.now(), week=timezone.localdate(), content=kept)


def test_the_list_says_in_words_what_was_seen_and_how_sure_that_is() -> None:
    looked()
    fresh()
    html = says(visitor().get(LIST))
    for wanted in (
        "Jongeren, Havenkwartier",
        "9 signalen in 3 weken, gewoonlijk 2 tot 4; van 5 melders uit 3 soorten bronnen; niet in de hele gemeente",
        "Zo'n uitschieter komt door toeval ongeveer eens per 14 maanden voor in deze gemeente.",
        "gemiddeld hoogstens één onnodig punt per maand",
    ):
        assert wanted in html, wanted


def test_an_ordinary_week_and_too_few_signals_are_answers() -> None:
    looked()
    assert "Er valt deze week niets op." in says(visitor().get(LIST))
    looked(threshold=None, too_little=[{"shortage": "few weeks", "have": 3, "needed": 8}])
    html = says(visitor().get(LIST))
    assert "Er zijn 3 weken met signalen; er zijn er 8 nodig" in html
    assert "Er valt deze week niets op." not in html


def test_before_the_first_look_the_page_says_so() -> None:
    assert "De lijst is nog niet gemaakt." in says(visitor().get(LIST))


def test_the_watch_list_stands_apart() -> None:
    looked()
    fresh(is_announced=False)
    html = says(visitor().get(LIST))
    assert html.index("Er valt deze week niets op.") < html.index("Volglijst") < html.index("Jongeren, Havenkwartier")


def test_late_judgements_are_counted() -> None:
    looked()
    late = fresh()
    AttentionPoint.objects.filter(pk=late.pk).update(judge_by=timezone.localdate() - timedelta(days=1))
    assert "1 punt wacht langer dan vijf werkdagen op een oordeel." in says(visitor().get(LIST))


def test_a_point_shows_its_evidence_its_doubts_and_the_signals() -> None:
    point = fresh()
    cast.observation(seen="Op het plein wordt gescholden.", is_gut_feeling=True)
    html = says(visitor(Role.PROFESSIONAL).get(f"{LIST}/{point.pk}"))
    for wanted in (
        "Op het plein wordt gescholden.",
        "Eén drukke melder: 4 van de 9 signalen",
        "Het blijft staan als je één melder weglaat",
        "Of mensen die ons niets vertellen hetzelfde zien.",
        "<svg",
        "Nog niets.",
    ):
        assert wanted in html, wanted
    assert "Dit besluit bewaren" not in html


def test_the_table_decides_and_the_log_keeps_it() -> None:
    point, client = fresh(), visitor()
    answer = client.post(f"{LIST}/{point.pk}/besluit", {**GIVEN, "dissent": "Een collega vindt het overdreven."})
    assert answer.status_code == 302
    html = says(client.get(f"{LIST}/{point.pk}"))
    for wanted in ("in duiding, luisteren", GIVEN["reason"], "Een collega vindt het overdreven.", "(Samira)"):
        assert wanted in html, wanted
    point.refresh_from_db()
    assert point.state == PointState.INTERPRETING


def test_confirming_takes_a_second_colleague() -> None:
    point, client = fresh(), visitor()
    form = {**GIVEN, "state": "confirmed"}
    assert "Twee collega’s bevestigen een punt." in says(client.post(f"{LIST}/{point.pk}/besluit", form))
    assert PointDecision.objects.count() == 0
    bram = cast.staff(Role.PROFESSIONAL)
    client.post(f"{LIST}/{point.pk}/besluit", {**form, "seconded_by": str(bram.pk)})
    assert PointDecision.objects.get().seconded_by == bram


def test_a_name_in_the_reason_is_refused_and_what_was_filled_in_stays() -> None:
    point = fresh()
    form = {**GIVEN, "reason": "Bel Jan de Vries op 06-12345678."}
    html = says(visitor().post(f"{LIST}/{point.pk}/besluit", form))
    assert "06-12345678" in html
    assert PointDecision.objects.count() == 0


def test_what_was_missed_is_told_and_stands_in_the_look_back() -> None:
    client = visitor(Role.PROFESSIONAL)
    wrong = client.post(f"{LIST}/gemist", {"week": "vorige week", "note": "Onrust bij de sporthal."})
    assert "Schrijf een week als 2026-W48" in says(wrong)
    told = client.post(
        f"{LIST}/gemist", {"week": "2026-W40", "note": "Onrust bij de sporthal.", "theme": "", "area": ""}
    )
    assert told.status_code == 302
    assert MissedPoint.objects.get().note == "Onrust bij de sporthal."
    assert "Onrust bij de sporthal." in says(client.get(f"{LIST}/terugblik"))


def test_the_look_back_says_when_it_cannot_say_yet() -> None:
    point = fresh()
    html = says(visitor().get(f"{LIST}/terugblik"))
    assert "Nog niet te zeggen. Beoordeelde punten: 0; er zijn er ten minste 20 nodig." in html
    assert point.opened_on.strftime("%Y") in html
    assert "Er is nog geen terugblik" in html


def test_the_terms_are_set_and_wrong_ones_refused() -> None:
    client = visitor(Role.MANAGER)
    given = {"false_points_a_month": "0.5", "k": "12", "text_weeks": "20", "feedback_days": "7", "offline_days": "3"}
    assert "De afspraken gelden." in says(client.post(f"{LIST}/afspraken", given))
    terms = NoticeTerms.objects.get()
    assert (terms.k, terms.false_points_a_month, terms.text_weeks) == (12, 0.5, 20)
    assert client.post(f"{LIST}/afspraken", {**given, "k": "2"}).status_code == 200
    assert NoticeTerms.objects.get().k == 12


def test_judged_points_go_from_the_list_and_come_back_on_their_day() -> None:
    looked()
    point, client = fresh(), visitor()
    client.post(f"{LIST}/{point.pk}/besluit", {**GIVEN, "state": "unfounded", "decision": Decision.DISMISS.value})
    html = says(client.get(LIST))
    assert "Besloten in de laatste acht weken" in html
    assert "Opnieuw op tafel" not in html
    AttentionPoint.objects.update(return_on=timezone.localdate())
    assert "Opnieuw op tafel" in says(client.get(LIST))


def test_a_point_that_is_not_there() -> None:
    assert visitor().get(f"{LIST}/999").status_code == 404
