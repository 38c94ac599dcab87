# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What do other front ends send for somebody who takes part, and what do they get back?"""

from __future__ import annotations

from typing import Annotated, Literal
from uuid import UUID

from ninja import Schema
from pydantic import AliasGenerator, BeforeValidator, ConfigDict, Field

from houvast.web.api.dutch_names import FATES, dutch
from houvast.web.api.schemas import Shown

LARGEST_NUMBER = 2_147_483_647
Number = Annotated[int, Field(ge=0, le=LARGEST_NUMBER, strict=True, description="Nummer van de stelling.")]
Language = Annotated[
    str,
    Field(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$", max_length=12, description="Taal (BCP 47)."),
]
Text = Annotated[str, Field(min_length=1, max_length=2_000, description="De stelling.")]
Answer = Literal["eens", "oneens", "pas"]
_ANSWERS = {"agree": "eens", "disagree": "oneens", "pass": "pas"}
AnswerShown = Annotated[Answer, BeforeValidator(lambda value: _ANSWERS.get(value, value))]
FateShown = Annotated[Literal["wacht", "getoond", "weggelaten"], BeforeValidator(lambda fate: FATES.get(fate, fate))]


class Sent(Schema):
    """The ground of everything that comes in: Dutch names, and nothing that we do not know."""

    model_config = ConfigDict(alias_generator=AliasGenerator(alias=dutch), extra="forbid")


class JoinSent(Sent):
    """Iemand wil meedoen."""

    consent: Literal[True] = Field(
        description="De deelnemer las waarvoor de antwoorden zijn en zegt ja; het zijn politieke meningen."
    )
    language: Language = Field("nl", description="Taal waarin de deelnemer leest (BCP 47).")
    invitation_code: str | None = Field(None, max_length=40, description="Code uit de uitnodiging, waar die nodig is.")


class JoinedShown(Shown):
    """Eenmalig: wie dit kwijtraakt, kan niet meer bij de eigen deelname."""

    token: str = Field(description="Stuur dit mee als `Authorization: Bearer …`. Het wordt nergens anders getoond.")
    link: str = Field(description="Persoonlijke link voor de deelnemer: zien, en wissen.")


class VoteSent(Sent):
    """Een stem."""

    statement: Number
    vote: Answer = Field(description="Het antwoord.")
    request: UUID = Field(description="Eigen kenmerk van deze klik; nog eens sturen verandert niets.")


class VoteShown(Shown):
    """De stem zoals die bewaard is."""

    statement: int = Field(description="Nummer van de stelling.")
    vote: Answer = Field(description="Het antwoord.")


class EstimateSent(Sent):
    """Een schatting: hoeveel van tien deelnemers zijn het eens?"""

    statement: Number
    of_ten: Annotated[int, Field(ge=0, le=10, strict=True)] | None = Field(
        description="Aantal van tien; null: liever niet zeggen."
    )


class EstimateShown(Shown):
    """De schatting zoals die bewaard is."""

    statement: int = Field(description="Nummer van de stelling.")
    of_ten: int | None = Field(description="Aantal van tien.")


class StatementSent(Sent):
    """Een eigen stelling."""

    text: Text
    language: Language = Field("nl", description="Taal waarin de stelling geschreven is (BCP 47).")
    not_a_person: bool = Field(False, description="Waar: wat op een naam lijkt, is niemands naam.")


class StatementKept(Shown):
    """De stelling zoals die bewaard is."""

    number: int = Field(description="Nummer binnen het gesprek.")
    text: str = Field(description="De stelling.")
    fate: FateShown = Field(description="Of anderen de stelling al zien.")


class CheckSent(Sent):
    """Een stelling om na te kijken; er wordt niets bewaard."""

    text: Text
    language: Language = Field("nl", description="Taal waarin de stelling geschreven is (BCP 47).")


class FindingShown(Shown):
    """Wat er over de tekst te zeggen is."""

    kind: str = Field(description="Vaste naam van de bevinding.")
    blocks: bool = Field(description="Of de stelling zo niet verstuurd kan worden.")
    message: str = Field(description="Advies.")
    excerpt: str = Field(description="Om welke woorden het gaat.")


class NearShown(Shown):
    """Een stelling die er al is en hierop lijkt."""

    number: int = Field(description="Nummer binnen het gesprek.")
    text: str = Field(description="De stelling.")
    similarity: float = Field(description="Gelijkenis, 0 tot 1.")
    is_same: bool = Field(description="Of er hetzelfde lijkt te staan.")


class CheckShown(Shown):
    """Wat een zorgvuldige lezer zou zeggen."""

    findings: list[FindingShown] = Field(description="Bevindingen, persoonsgegevens eerst.")
    near: list[NearShown] = Field(description="Stellingen die er al zijn en hierop lijken.")


class CardShown(Shown):
    """Een stelling om op te antwoorden."""

    number: int = Field(description="Nummer binnen het gesprek.")
    text: str = Field(description="De stelling in de taal van de deelnemer, waar die er is.")
    language: str = Field(description="Taal van deze tekst (BCP 47).")
    is_by_resident: bool = Field(description="Of een bewoner de stelling schreef; anders de gemeente.")


class NextShown(Shown):
    """Wat er nu aan de beurt is."""

    statement: CardShown | None = Field(description="De volgende stelling; null: alles is beantwoord.")
    estimate: CardShown | None = Field(
        description="Vraag eerst van deze stelling hoeveel van tien deelnemers het eens zijn; meestal null."
    )
    answered: int = Field(description="Hoeveel stellingen deze deelnemer beantwoordde.")
    offered: int = Field(description="Hoeveel stellingen er zijn.")


class MyVoteShown(Shown):
    """Een eigen stem."""

    statement: int = Field(description="Nummer van de stelling.")
    vote: AnswerShown = Field(description="Het antwoord.")


class MyStatementShown(Shown):
    """Een eigen stelling en wat ervan geworden is."""

    number: int = Field(description="Nummer binnen het gesprek.")
    text: str = Field(description="De stelling.")
    fate: FateShown = Field(description="Wat ervan geworden is.")
    reason: str = Field(description="Waarom de stelling is weggelaten; anders leeg.")
    note: str = Field(description="Toelichting van de moderator; anders leeg.")


class MyEstimateShown(Shown):
    """Een eigen schatting."""

    text: str = Field(description="De stelling.")
    of_ten: int | None = Field(description="Aantal van tien; null: liever niet gezegd.")


class MineShown(Shown):
    """Wat er van deze deelnemer bewaard is. Na het sluiten alleen de eigen stellingen."""

    code: str = Field(description="Het gesprek.")
    votes: list[MyVoteShown] = Field(description="Eigen stemmen.")
    statements: list[MyStatementShown] = Field(description="Eigen stellingen.")
    estimates: list[MyEstimateShown] = Field(description="Eigen schattingen.")
    may_add: bool = Field(description="Of er nu een eigen stelling bij kan.")
