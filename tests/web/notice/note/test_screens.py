# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""On a phone of 360 px: does a note made without a connection arrive once, and is nothing of it readable there?"""

from __future__ import annotations

import base64
import json
from datetime import date
from pathlib import Path
from typing import Any

import cast
import pytest
from django.conf import settings
from observed_things import a_waiting_observation, new_key
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect
from pytest_django.live_server_helper import LiveServer
from staff_browser import PHONE, colleague, faults, faults_at_both_widths, log_in

from houvast.domain.roles import Role
from houvast.store.models import CheckIn, Observation
from houvast.web.notice.note.forms import week_choices

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
NEW = "/beheer/signalen/nieuw"
SEEN = "Zwanenzang klinkt over het plein."
REFUSED = "Wolkenkrabber belt 06-12345678."
# Everything that a browser keeps for this site, as one text.
KEPT = """async () => {
  const parts = [JSON.stringify({...localStorage}), JSON.stringify({...sessionStorage}), document.cookie];
  for (const { name } of await indexedDB.databases()) {
    const base = await new Promise((done) => { const a = indexedDB.open(name); a.onsuccess = () => done(a.result); });
    for (const store of base.objectStoreNames) {
      parts.push(await new Promise((done) => {
        const asked = base.transaction(store).objectStore(store).getAll();
        asked.onsuccess = () => done(JSON.stringify(asked.result));
      }));
    }
    base.close();
  }
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) parts.push(request.url, await (await cache.match(request)).text());
  }
  return parts.join("\\n");
}"""


@pytest.fixture
def phone(browser: Browser, live_server: LiveServer) -> BrowserContext:
    """A youth worker's telephone."""
    cast.area(), cast.theme()
    return colleague(browser, Role.PROFESSIONAL, url=live_server.url, size=PHONE)


def opened(phone: BrowserContext, live_server: LiveServer) -> Page:
    """The noting page, with its service worker in charge."""
    page = phone.new_page()
    page.goto(live_server.url + NEW)
    page.evaluate("navigator.serviceWorker.ready.then(() => null)")
    page.wait_for_function("() => navigator.serviceWorker.controller !== null")
    return page


def fill(page: Page, seen: str, *, hear_back: bool = False) -> None:
    page.get_by_label("Iets dat schuurt").first.check()
    page.locator("#note_theme").select_option(label="Jongeren")
    page.locator("#note_area").select_option(label="Havenkwartier")
    page.locator("#note_seen").fill(seen)
    if hear_back:
        page.locator("form[data-note=observation] summary").click()
        page.get_by_label("Ik wil horen wat ermee wordt gedaan").check()
    page.get_by_role("button", name="Noteer", exact=True).click()


def said(page: Page) -> Locator:
    return page.locator("[data-said]")


def states(page: Page) -> list[str]:
    return page.locator("[data-waiting-list] li").evaluate_all("rows => rows.map(row => row.dataset.state)")


def shows(page: Page, *wanted: str) -> None:
    page.wait_for_function(
        "wanted => JSON.stringify([...document.querySelectorAll('[data-waiting-list] li')].map(r => r.dataset.state))"
        " === wanted",
        arg=json.dumps(wanted, separators=(",", ":")),
    )


def on_disk() -> bytes:
    place = Path(str(settings.DATABASES["default"]["NAME"]))
    return b"".join(one.read_bytes() for one in place.parent.glob(f"{place.name}*"))


def test_a_note_without_a_connection_arrives_once_and_cannot_be_read_on_the_phone(
    phone: BrowserContext, live_server: LiveServer
) -> None:
    page, wrong = opened(phone, live_server), []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    phone.set_offline(True)
    page.reload()
    expect(page.get_by_text("Er is nu geen verbinding. Je kunt wel noteren")).to_be_visible()
    fill(page, SEEN)
    shows(page, "waiting")
    page.get_by_role("button", name="Ik was er, niets bijzonders").scroll_into_view_if_needed()
    page.locator("#rust_area").select_option(label="Havenkwartier")
    page.get_by_role("button", name="Ik was er, niets bijzonders").click()
    shows(page, "waiting", "waiting")
    assert page.locator("#note_seen").input_value() == ""
    page.reload()
    shows(page, "waiting", "waiting")
    kept = page.evaluate(KEPT)
    assert '"sealed"' in kept
    for hidden in (SEEN, "Zwanenzang", cast.staff(Role.PROFESSIONAL).email, "Bram", 'name="csrfmiddlewaretoken"'):
        assert hidden not in kept, hidden
    assert not Observation.objects.exists()
    assert faults_at_both_widths(page) == []
    phone.set_offline(False)
    page.reload()
    expect(said(page)).to_contain_text("Verstuurd en genoteerd.")
    shows(page, "kept", "kept")
    page.reload()
    expect(page.locator("[data-waiting]")).to_be_hidden()
    assert (Observation.objects.get().seen, CheckIn.objects.count()) == (SEEN, 1)
    assert "Zwanenzang" not in page.evaluate(KEPT)
    assert wrong == []


def test_a_refused_note_is_mended_and_the_words_refused_are_nowhere(
    phone: BrowserContext, live_server: LiveServer
) -> None:
    page = opened(phone, live_server)
    fill(page, REFUSED)
    expect(page.locator("[data-wrong]")).to_contain_text("een telefoonnummer")
    assert page.locator("mark").all_inner_texts() == ["06-12345678"]
    assert states(page) == []
    fill(page, "Wolkenkrabber: meneer Pietersen maakt ruzie.")
    shows(page, "refused")
    assert page.locator("mark").all_inner_texts() == ["Pietersen"]
    assert faults_at_both_widths(page) == []
    for kept in (page.evaluate(KEPT).encode(), on_disk()):
        assert b"Wolkenkrabber" not in kept
        assert b"Pietersen" not in kept
    page.locator("#note_seen").fill("Er is ruzie op het plein.")
    page.get_by_role("button", name="Noteer", exact=True).click()
    expect(said(page)).to_contain_text("Verstuurd en genoteerd.")
    shows(page, "kept")
    assert Observation.objects.get().seen == "Er is ruzie op het plein."
    assert b"Wolkenkrabber" not in on_disk()


def test_a_note_refused_on_arrival_comes_back_later_and_a_name_of_nobody_is_confirmed(
    phone: BrowserContext, live_server: LiveServer
) -> None:
    page = opened(phone, live_server)
    phone.set_offline(True)
    fill(page, "Bij Pietersen is het onrustig 😀.")
    shows(page, "waiting")
    phone.set_offline(False)
    shows(page, "refused")
    page.reload()
    page.get_by_role("button", name="Aanpassen").click()
    page.locator("mark").wait_for()
    assert page.locator("#note_seen").input_value() == "Bij Pietersen is het onrustig 😀."
    page.locator("#confirm_not_a_person").check()
    page.get_by_role("button", name="Noteer", exact=True).click()
    expect(said(page)).to_contain_text("Verstuurd en genoteerd.")
    assert Observation.objects.get().seen.startswith("Bij Pietersen")


def test_a_note_on_which_the_server_fails_does_not_keep_the_others_waiting(
    phone: BrowserContext, live_server: LiveServer
) -> None:
    page = opened(phone, live_server)
    phone.set_offline(True)
    for seen in ("Eerste melding over het plein.", SEEN):
        fill(page, seen)
        expect(page.locator("#note_seen")).to_have_value("")
    shows(page, "waiting", "waiting")
    page.route("**/verzegeld", lambda route: route.fulfill(status=500, body="kapot"), times=1)
    phone.set_offline(False)
    shows(page, "waiting", "kept")
    page.get_by_role("button", name="Nu versturen").click()
    shows(page, "kept", "kept")
    assert Observation.objects.count() == 2


def test_a_session_that_ended_loses_nothing(phone: BrowserContext, live_server: LiveServer) -> None:
    page = opened(phone, live_server)
    phone.clear_cookies()
    fill(page, SEEN)
    expect(said(page)).to_contain_text("je moet inloggen om te versturen")
    shows(page, "waiting")
    log_in(phone, cast.staff(Role.PROFESSIONAL), url=live_server.url)
    page.get_by_role("button", name="Nu versturen").click()
    shows(page, "kept")
    assert Observation.objects.count() == 1


def test_a_note_that_waited_too_long_is_erased_and_says_so(phone: BrowserContext, live_server: LiveServer) -> None:
    page = opened(phone, live_server)
    phone.set_offline(True)
    fill(page, SEEN)
    shows(page, "waiting")
    page.evaluate(
        "async () => { const m = await import('/static/note/waiting.js');"
        " for (const row of await m.all()) await m.keep({ ...row, made: '2020-01-01' }); }"
    )
    page.reload()
    shows(page, "expired")
    assert "sealed" not in str(page.evaluate("() => import('/static/note/waiting.js').then(m => m.all())"))
    phone.set_offline(False)
    page.get_by_role("button", name="Deze regel weghalen").click()
    expect(page.locator("[data-waiting]")).to_be_hidden()
    assert not Observation.objects.exists()


def test_the_private_link_stays_for_a_while(phone: BrowserContext, live_server: LiveServer) -> None:
    page = opened(phone, live_server)
    fill(page, SEEN, hear_back=True)
    shows(page, "kept")
    page.reload()
    page.locator("[data-waiting-list]").get_by_role("link", name="Eigen link").click()
    expect(page.get_by_text("Er is nog geen antwoord.")).to_be_visible()
    assert SEEN not in page.content()


def test_noting_without_scripts(browser: Browser, live_server: LiveServer) -> None:
    cast.area(), cast.theme()
    page = colleague(browser, Role.PROFESSIONAL, url=live_server.url, size=PHONE, scripts=False).new_page()
    page.goto(live_server.url + NEW)
    fill(page, SEEN)
    expect(page.get_by_text("Het signaal is genoteerd.")).to_be_visible()
    assert Observation.objects.get().seen == SEEN


def test_the_screens_of_signals_stand(phone: BrowserContext, live_server: LiveServer) -> None:
    key = new_key()
    found = a_waiting_observation(
        key=key, days=-3, reporter_reading="Ik denk dat het aan de hitte ligt.", tone="worry", is_us_them=True
    )
    log_in(phone, cast.staff(), url=live_server.url)
    page = phone.new_page()
    for address in (NEW, "/beheer/signalen?van=ooit", f"/beheer/signalen/{found.pk}", f"/terugkoppeling/{key}"):
        assert faults(page, live_server.url + address) == []


def model(page: Page, live_server: LiveServer, said: str) -> Any:
    page.goto(f"{live_server.url}/static/note/note.model.js")
    return page.evaluate(f"async () => {{ const m = await import('/static/note/note.model.js'); return {said}; }}")


def test_what_leads_to_a_person_is_found_on_the_device(phone: BrowserContext, live_server: LiveServer) -> None:
    texts = {
        "bel 06-12345678 even": ["06-12345678"], "bel +31 6 1234 5678": ["+31 6 1234 5678"],
        "mail kees@voorbeeld.nl": ["kees@voorbeeld.nl"], "op 1234 AB staat": ["1234 AB"], "op 1234ab staat": ["1234ab"],
        "bsn 111222333 is": ["111222333"], "bsn 111222334 is": [], "NL91 ABNA 0417 1643 00": ["NL91 ABNA 0417 1643 00"],
        "NL92 INGB 1234 5678 90": [], "volg @keesje nu": ["@keesje"], "in 2026 de helft": [], "op 2026-11-28 om 10": [],
        "om 10.30 uur met 25 mensen": [], "1500 SS is niets": [], "": [],
    }  # fmt: skip
    found = model(
        phone.new_page(), live_server,
        f"{json.dumps(list(texts))}.map(t => m.findPersonal(t).map(f => t.slice(f.start, f.end)))",
    )  # fmt: skip
    assert dict(zip(texts, found, strict=True)) == texts


def test_weeks_days_and_links_as_the_server_has_them(phone: BrowserContext, live_server: LiveServer) -> None:
    days = [date(2020, 12, 31), date(2021, 1, 3), date(2026, 11, 28), date(2027, 1, 1)]
    page = phone.new_page()
    weeks = f"{json.dumps([one.isoformat() for one in days])}.map(d => m.weeksUntil(d, 26).map(w => w.value))"
    assert model(page, live_server, weeks) == [[value for value, _label in week_choices(one)] for one in days]
    raws = [bytes(range(20)), b"\xff" * 20, bytes(20)]
    keys = model(page, live_server, f"{[list(one) for one in raws]}.map(b => m.keyOf(b))")
    assert keys == [base64.b32encode(one).decode().lower() for one in raws]
    asked = [("2026-11-21", False), ("2026-11-20", True), ("2027-01-01", False)]
    expired = f"{json.dumps([one for one, _ in asked])}.map(d => m.isExpired(d, 7, '2026-11-28'))"
    assert model(page, live_server, expired) == [is_so for _, is_so in asked]
    assert model(page, live_server, "m.lastDay('2026-11-28', 7)") == "2026-12-05"
    text = "Kijk 😀 daar"
    ((start, end),) = model(page, live_server, f"m.toUnits({json.dumps(text)}, [[7, 11]])")
    assert text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le") == text[7:11]


ANSWERS = (
    (200, {"state": "kept"}, "kept"), (422, {"state": "refused"}, "refused"),
    (400, {"state": "unreadable"}, "unreadable"), (413, {"state": "unreadable"}, "unreadable"),
    (0, None, "log in"), (403, None, "log in"), (500, None, "offline"), (200, None, "offline"),
    (422, None, "offline"), (429, {"state": "kept"}, "offline"),
)  # fmt: skip


def test_only_a_clear_answer_ends_the_waiting(phone: BrowserContext, live_server: LiveServer) -> None:
    asked = json.dumps([one[:2] for one in ANSWERS])
    meant = model(phone.new_page(), live_server, f"{asked}.map(one => m.outcomeOf(...one))")
    assert meant == [one[2] for one in ANSWERS]
