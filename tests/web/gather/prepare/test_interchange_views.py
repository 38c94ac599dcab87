# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import io
import zipfile
from pathlib import Path

import cast
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from houvast.domain.conversation import ConversationState
from houvast.domain.roles import Role
from houvast.store.models import AuditRecord, Conversation

pytestmark = pytest.mark.django_db
SENT = {"title": "", "language": "en", "source": "pol.is/9xxwa9jpkm", "licence": "CC BY 4.0"}


@pytest.fixture
def adviser(client: Client) -> Client:
    """Samira, logged in."""
    client.force_login(cast.staff())
    return client


def packed(folder: Path) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for path in folder.iterdir():
            archive.write(path, path.name)
    return content.getvalue()


def test_a_zip_becomes_a_closed_conversation_and_goes_out_again(adviser: Client, conversations: Path) -> None:
    assert adviser.get(reverse("prepare:import")).status_code == 200
    data = packed(conversations / "london.youth.policing")
    answer = adviser.post(reverse("prepare:import"), {**SENT, "files": [SimpleUploadedFile("export.zip", data)]})
    made = Conversation.objects.get()
    assert answer["Location"] == reverse("prepare:overview", kwargs={"code": made.code})
    assert made.state == ConversationState.CLOSED
    assert adviser.get(answer["Location"]).status_code == 200
    address = reverse("prepare:export-file", kwargs={"code": made.code, "name": "polis.zip"})
    file = adviser.post(address, {"purpose": "Onderzoek"})
    assert file["Content-Disposition"] == f'attachment; filename="{made.code}-polis.zip"'
    with zipfile.ZipFile(io.BytesIO(b"".join(file.streaming_content))) as archive:  # type: ignore[attr-defined]
        assert archive.namelist() == ["comments.csv", "votes.csv", "participants-votes.csv", "summary.csv"]


def test_loose_files_together(adviser: Client, conversations: Path) -> None:
    folder = conversations / "london.youth.policing"
    files = [SimpleUploadedFile(path.name, path.read_bytes()) for path in folder.iterdir()]
    assert adviser.post(reverse("prepare:import"), {**SENT, "files": files}).status_code == 302


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("files", {"files": [SimpleUploadedFile("a.zip", b"PK not a zip")]}),
        ("files", {"files": [SimpleUploadedFile("votes.csv", b"a,b\n1,2\n")]}),
        ("files", {}),
        ("licence", {"licence": "", "files": [SimpleUploadedFile("votes.csv", b"x")]}),
        ("source", {"source": "", "files": [SimpleUploadedFile("votes.csv", b"x")]}),
    ],
)
def test_a_refusal_stands_at_its_field(adviser: Client, field: str, values: dict[str, object]) -> None:
    page = adviser.post(reverse("prepare:import"), {**SENT, **values})
    assert page.status_code == 200
    assert list(page.context["form"].errors) == [field]
    assert not Conversation.objects.exists()


def busy() -> Conversation:
    conversation = cast.conversation(state=ConversationState.CLOSED)
    for _ in range(10):
        cast.vote(cast.participant(conversation), conversation.statements.get(number=0), 1)
    return conversation


@pytest.mark.parametrize("name", ["polis.zip", "stemmen.csv", "stellingen.csv", "gesprek.json"])
def test_a_file_asks_for_a_purpose(adviser: Client, name: str) -> None:
    conversation = busy()
    address = reverse("prepare:export-file", kwargs={"code": conversation.code, "name": name})
    assert adviser.get(address)["Location"] == reverse("prepare:exports", kwargs={"code": conversation.code})
    assert list(adviser.post(address, {"purpose": " "}).context["form"].errors) == ["purpose"]
    assert not AuditRecord.objects.exists()
    file = adviser.post(address, {"purpose": "Onderzoek"})
    assert b"".join(file.streaming_content)  # type: ignore[attr-defined]
    assert AuditRecord.objects.get().details["file"] == name


def test_the_page_offers_votes_only_where_there_are_enough(adviser: Client) -> None:
    for conversation, offered in ((busy(), True), (cast.conversation(), False)):
        page = adviser.get(reverse("prepare:exports", kwargs={"code": conversation.code}))
        assert ("polis.zip" in page.content.decode()) is offered
        assert "stellingen.csv" in page.content.decode()


def test_what_is_no_file_and_who_takes_none(adviser: Client) -> None:
    conversation = busy()
    address = reverse("prepare:export-file", kwargs={"code": conversation.code, "name": "alles.exe"})
    assert adviser.get(address).status_code == 404
    adviser.force_login(cast.staff(Role.COMMUNICATION))
    for name in ("exports", "export-file"):
        more = {"name": "polis.zip"} if name == "export-file" else {}
        answer = adviser.post(reverse(f"prepare:{name}", kwargs={"code": conversation.code, **more}), {"purpose": "x"})
        assert answer.status_code == 403
