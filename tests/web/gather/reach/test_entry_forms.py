# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""From a form to a ballot, and from a refusal to a question."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import gettext, override

from houvast.actions.gather.paper_answers import BallotFileRejected
from houvast.domain.conversation import Mode
from houvast.domain.errors import FieldRejected
from houvast.domain.votes import Vote
from houvast.exchange.ballot_file import read_ballot_file
from houvast.queries.gather.paper_entry import EntryStatement
from houvast.web.gather.reach.entry_forms import LARGEST_FILE, BallotEntryForm, BallotFileForm, PileForm

STATEMENTS = (EntryStatement(0, "Meer <groen>.", "nl", "ltr"), EntryStatement(4, "هناك", "ar", "rtl"))
REQUEST = uuid4()


def ballot_form(**sent: str) -> BallotEntryForm:
    data = {"request": str(REQUEST), "consent": "on", **sent}
    return BallotEntryForm(data, statements=STATEMENTS, takes_statements=True)


def test_a_form_becomes_a_ballot() -> None:
    form = ballot_form(answer_0="1", answer_4="", own_0="", own_1="Meer bankjes.", is_another="on")
    assert form.is_valid()
    ballot = form.arguments()["ballot"]
    assert (dict(ballot.answers), ballot.own, ballot.request) == ({0: Vote.AGREE}, ("Meer bankjes.",), REQUEST)
    assert (ballot.has_consent, ballot.is_another, ballot.is_new) == (True, True, False)


@pytest.mark.parametrize("answer", ["2", "x", "-2"])
def test_no_other_answers(answer: str) -> None:
    assert not ballot_form(answer_0=answer).is_valid()


def test_a_statement_keeps_its_language_and_cannot_run() -> None:
    first, second = (str(field.label) for field in ballot_form().answers)
    assert "Meer &lt;groen&gt;." in first
    assert 'lang="ar" dir="rtl"' in second


def test_without_own_statements_there_are_no_lines() -> None:
    assert BallotEntryForm(statements=STATEMENTS, takes_statements=False).own == []
    assert len(ballot_form().own) == 3


def test_a_fresh_form_has_its_own_request() -> None:
    forms = [BallotEntryForm(statements=STATEMENTS, takes_statements=True) for _ in range(2)]
    assert len({UUID(str(form["request"].value())) for form in forms}) == 2


@pytest.mark.parametrize("field", ["is_another", "is_new"])
def test_a_refusal_asks_its_question(field: str) -> None:
    form = ballot_form(answer_0="1")
    assert form[field].is_hidden

    def refuse(**_ballot: object) -> None:
        raise FieldRejected(field, "A ballot with exactly these answers is in this pile.")

    assert not form.carry_out(refuse)
    assert not form[field].is_hidden
    assert field in form.errors


def test_every_fault_of_a_file_in_dutch_with_its_row() -> None:
    content = b"ballot,statement,vote\n1,0,e\n1,0,e\n1,9,e\n,0,e\n2,0,misschien\n"
    faults = read_ballot_file(content, numbers=[0]).faults
    form = BallotFileForm({"request": str(REQUEST)}, {"file": SimpleUploadedFile("b.csv", content)})

    def refuse(**_file: object) -> None:
        raise BallotFileRejected(faults)

    with override("nl"):
        assert not form.carry_out(refuse)
        said = [str(error) for error in form.errors["file"]]
    assert said == [
        "Van dit bestand is niets bewaard. Verbeter het en verstuur het opnieuw.",
        "Rij 3: Stelling 0 heeft op dit stembiljet al een antwoord.",
        "Rij 4: Er staat geen stelling 9 op het stembiljet.",
        "Rij 5: Geef het stembiljet een nummer of een paar letters.",
        "Rij 6: “misschien” is geen antwoord. Schrijf e, o of w.",
    ]


@pytest.mark.parametrize(
    "content", [b"\xff", b"", b"a,b,c\n", b"ballot,statement,vote\n", b"ballot,statement,vote\n" * 2002]
)
def test_what_is_wrong_with_a_whole_file_is_said_in_dutch(content: bytes) -> None:
    (fault, *_) = read_ballot_file(content, numbers=[0]).faults
    with override("nl"):
        assert gettext(fault.message) != fault.message


def test_a_file_is_not_endless() -> None:
    form = BallotFileForm({"request": str(REQUEST)}, {"file": SimpleUploadedFile("b.csv", b"x" * (LARGEST_FILE + 1))})
    assert "file" in form.errors


def test_a_file_goes_on_as_it_is() -> None:
    form = BallotFileForm({"request": str(REQUEST), "consent": "on"}, {"file": SimpleUploadedFile("b.csv", b"a,b")})
    assert form.is_valid()
    file = form.arguments()["file"]
    assert (file.content, file.request, file.has_consent, file.is_another) == (b"a,b", REQUEST, True, False)


def test_a_pile_is_of_paper_or_the_street() -> None:
    languages = [("nl", "Nederlands")]
    form = PileForm({"mode": "paper", "batch": "hal", "language": "nl"}, languages=languages)
    assert form.is_valid()
    assert form.arguments() == {"mode": Mode.PAPER, "batch": "hal"}
    assert not PileForm({"mode": "online", "batch": "hal", "language": "nl"}, languages=languages).is_valid()
