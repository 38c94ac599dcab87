# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Do words that are a program stay words, on every page and in every file, and do strange numbers find nothing?"""

from __future__ import annotations

import cast
import pytest
from attention_evidence import kept_point
from django.test import Client
from django.utils import timezone
from noticed_things import a_message, a_round, a_trigger
from observed_things import a_waiting_observation, new_key

from houvast.domain.inbox import MessageState
from houvast.domain.street_talk import RoundState
from houvast.queries.notice.observations import write_counts_file
from houvast.store.models import ImportMapping, MissedPoint, ObservationReply, PointDecision

pytestmark = pytest.mark.django_db
WORDS = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'{{7*7}}&amp;"
HUGE = "9" * 25


@pytest.fixture
def adviser() -> Client:
    client = Client()
    client.force_login(cast.staff())
    return client


def pages() -> list[str]:
    """The addresses of all screens of noticing, with these words wherever words can be."""
    today, keys = timezone.localdate(), (new_key(), new_key())
    about = {"area": cast.area(name=f"a{WORDS}"), "theme": cast.theme(name=f"t{WORDS}")}
    noted = a_waiting_observation(key=keys[0], seen=WORDS, reporter_reading=WORDS, already_done=WORDS)
    ObservationReply.objects.create(observation=noted, text=WORDS, at=today)
    message = a_message(key=keys[1], text=WORDS, answer=WORDS, state=MessageState.ANSWERED, answered_on=today, **about)
    held = {"state": RoundState.HELD, "return_on": today, "return_promise": WORDS, "remark": WORDS}
    walked = a_round(place=WORDS, questions=[WORDS], **held, **about)
    trigger = a_trigger(today, title=WORDS, expects=WORDS, **about)
    point = kept_point(last=today, opened=today, observed=27, n_reporters=13)
    PointDecision.objects.create(
        point=point, at=today, state="interpreting", decision="listen", reason=WORDS, dissent=WORDS
    )
    MissedPoint.objects.create(week=today, note=WORDS, told_on=today, **about)
    ImportMapping.objects.create(name=WORDS, columns={"week": WORDS}, source_kind="police")
    beheer = (
        "signalen", f"signalen/{noted.pk}", "signalen/nieuw", f"signalen/nieuw?ronde={walked.pk}", "signalen/inlezen",
        "signalen/nieuw/zonder-verbinding", "signalen?van=%3Cscript%3Ealert(1)&gebied=%3Cimg+src=x", "inbox",
        f"inbox/{message.pk}", f"inbox/{message.pk}/signaal", f"inbox/{message.pk}/stelling", "straatgesprekken",
        f"straatgesprekken/{walked.pk}", f"straatgesprekken/{walked.pk}/blad", f"straatgesprekken/{walked.pk}/terug",
        "straatgesprekken/nieuw", "inzet", "aanleidingen", f"aanleidingen/{trigger.pk}", "aandacht",
        f"aandacht/{point.pk}", "aandacht/terugblik", "aandacht/gemist", "gebieden", "gebieden/nieuw", "themas",
        f"themas/{about['theme'].pk}",
    )  # fmt: skip
    return [f"/terugkoppeling/{keys[0]}", f"/antwoord/{keys[1]}", "/idee", *(f"/beheer/{one}" for one in beheer)]


def test_words_stay_words_on_every_page(adviser: Client) -> None:
    seen = 0
    for address in (f"{language}{page}" for page in pages() for language in ("", "/en")):
        answer = adviser.get(address)
        html = answer.content.decode()
        assert answer.status_code == 200, address
        assert not [bad for bad in ("<script>alert", "<img src=x", ">49", '"49') if bad in html], address
        seen += "&lt;script&gt;alert(1)" in html
    assert seen > 40  # so that this search can fail


@pytest.mark.parametrize("name", ["=cmd()|x", "@sum(1)", "+cmd()", "-2+3"])
def test_no_cell_of_a_file_runs(name: str) -> None:
    for _ in range(12):
        cast.observation(area=cast.area(name=name), theme=cast.theme(name=name))
    assert f",'{name}," in write_counts_file()


@pytest.mark.parametrize(
    "path",
    [f"{what}/{HUGE}" for what in ("signalen", "aandacht", "inbox", "straatgesprekken", "aanleidingen", "gebieden")]
    + [f"themas/{HUGE}", f"aanleidingen/bekende-dagen/{HUGE}", f"signalen/{'9' * 5000}", f"inbox/{HUGE}/signaal"],
)
def test_a_number_of_nothing_finds_nothing(path: str, adviser: Client) -> None:
    assert adviser.get(f"/beheer/{path}").status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        *(f"signalen/{HUGE}/{act}" for act in ("antwoord", "oppakken", "indelen")), f"aandacht/{HUGE}/besluit",
        *(f"inbox/{HUGE}/{act}" for act in ("oppakken", "casus", "overdragen")), f"aanleidingen/{HUGE}/weghalen",
        *(f"straatgesprekken/{HUGE}/{act}" for act in ("opnieuw", "terug/gedaan")), f"gebieden/{HUGE}/beeindigen",
    ],
)  # fmt: skip
def test_nothing_can_be_done_to_a_number_of_nothing(path: str, adviser: Client) -> None:
    assert adviser.post(f"/beheer/{path}", {"to": "1"}).status_code == 404


@pytest.mark.parametrize(
    "asked",
    [
        f"signalen?pagina={HUGE}", f"signalen?van={'9' * 5000}", "signalen?van=0001-01-01&tot=9999-12-31",
        "signalen?van=%00&gebied=%00&antwoord=x", "signalen?pagina=%D9%A1", "signalen?van=0001-W01&tot=9999-W53",
        f"signalen/nieuw?ronde={HUGE}", "signalen/nieuw?ronde=-1",
    ],
)  # fmt: skip
def test_a_strange_question_gets_a_page(asked: str, adviser: Client) -> None:
    assert adviser.get(f"/beheer/{asked}").status_code == 200
