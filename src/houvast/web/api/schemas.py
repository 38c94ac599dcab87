# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What do the answers of the public part of the API hold? Filled from what queries return, shown under Dutch names."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import AliasGenerator, BeforeValidator, ConfigDict, Field

from houvast.web.api.dutch_names import ORIGINS, PROMISE_STATES, STAGES, dutch

State = Annotated[Literal["open", "gesloten", "gepubliceerd"], BeforeValidator(lambda state: STAGES.get(state, state))]
Source = Annotated[
    Literal["gemeente", "bewoner", "overgenomen"], BeforeValidator(lambda origin: ORIGINS.get(origin, origin))
]
PromiseProgress = Annotated[
    Literal["open", "nagekomen", "gewijzigd", "niet nagekomen"],
    BeforeValidator(lambda state: PROMISE_STATES.get(state, state)),
]


class Shown(Schema):
    """The ground of every answer: read from our own dataclasses, written under Dutch names."""

    model_config = ConfigDict(alias_generator=AliasGenerator(serialization_alias=dutch), from_attributes=True)


class Problem(Schema):
    """Wat er mis is (RFC 9457). `code` is vast en voor programma's; `detail` is voor mensen."""

    type: str = Field("about:blank", description="Soort probleem.")
    title: str = Field(description="Het soort fout in een paar woorden.")
    status: int = Field(description="De HTTP-statuscode.")
    detail: str = Field(description="Wat er mis is en wat u kunt doen.")
    code: str = Field(description="Vaste naam van de fout, voor programma's.")
    fouten: list[dict[str, Any]] | None = Field(None, description="Per veld: `veld`, `melding`, soms `fragmenten`.")
    teBevestigen: bool | None = Field(  # noqa: N815 -- its name in the API
        None, description="Waar: het lijkt een naam; stuur het opnieuw met `geenPersoon` als het niemands naam is."
    )


class Range(Shown):
    """Een geschat aandeel met zijn interval. `waarde` ontbreekt waar alleen het interval bekend mag zijn."""

    value: float | None = Field(description="De schatting, 0 tot 1.")
    low: float = Field(description="Ondergrens van het interval.")
    high: float = Field(description="Bovengrens van het interval.")
    level: float = Field(description="Betrouwbaarheid van het interval, 0 tot 1.")
    n: int | None = Field(description="Van hoeveel deelnemers.")


class ConversationShown(Shown):
    """Een gesprek met bewoners."""

    code: str = Field(description="De naam van het gesprek in adressen.")
    stage: State = Field(description="Of er nu meegedaan kan worden.")
    title: str = Field(description="Titel.")
    question: str = Field(description="De vraag achter het gesprek.")
    purpose: str = Field(description="Waarom de gemeente dit vraagt.")
    asked_by: str = Field(description="Wie het vraagt: een team of afdeling, nooit een persoon.")
    use_of_answers: str = Field(description="Wat er met de antwoorden gebeurt.")
    hear_back: str = Field(description="Wanneer en hoe deelnemers iets terughoren.")
    hear_back_by: date | None = Field(description="Uiterste dag waarop deelnemers iets terughoren.")
    language: str = Field(description="Taal van de teksten (BCP 47).")
    languages: list[str] = Field(description="Talen waarin er teksten of stellingen zijn.")
    opened_at: datetime | None = Field(description="Wanneer het gesprek openging.")
    closes_at: datetime | None = Field(description="Wanneer het gesprek sluit.")
    closed_at: datetime | None = Field(description="Wanneer het gesprek gesloten is.")
    published_at: datetime | None = Field(description="Wanneer de uitkomst gepubliceerd is.")
    residents_add_statements: bool = Field(description="Of bewoners eigen stellingen kunnen toevoegen.")
    asks_estimates: bool = Field(description="Of gevraagd wordt hoeveel van tien deelnemers het eens zijn.")
    by_invitation: bool = Field(description="Of een uitnodigingscode nodig is om mee te doen.")
    k: int = Field(description="Over minder deelnemers dan dit wordt niets verteld.")
    source: str = Field(description="Herkomst en licentie van een overgenomen gesprek.")


class ConversationsShown(Shown):
    """Een pagina van de lijst."""

    items: list[ConversationShown] = Field(description="De gesprekken op deze pagina.")
    total: int = Field(description="Aantal gesprekken op alle pagina's samen.")
    next: str | None = Field(description="Adres van de volgende pagina.")
    previous: str | None = Field(description="Adres van de vorige pagina.")


class TranslationShown(Shown):
    """De tekst in een andere taal."""

    language: str = Field(description="Taal (BCP 47).")
    text: str = Field(description="De tekst.")


class AnswersShown(Shown):
    """Gepubliceerde antwoorden. Een aantal over te weinig deelnemers ontbreekt (null)."""

    agree: int | None = Field(description="Aantal eens.")
    disagree: int | None = Field(description="Aantal oneens.")
    passed: int | None = Field(description="Aantal pas.")
    n: int | None = Field(description="Aantal deelnemers dat antwoordde.")
    agree_share: Range = Field(description="Aandeel eens.")
    disagree_share: Range = Field(description="Aandeel oneens.")
    passed_share: Range = Field(description="Aandeel pas.")


class StatementShown(Shown):
    """Een stelling die aan deelnemers wordt voorgelegd."""

    number: int = Field(description="Nummer binnen het gesprek.")
    text: str = Field(description="De stelling.")
    language: str = Field(description="Taal waarin de stelling geschreven is (BCP 47).")
    origin: Source = Field(description="Van wie de stelling komt.")
    translations: list[TranslationShown] = Field(description="Vertalingen, door een mens geschreven of nagekeken.")
    answers: AnswersShown | None = Field(description="De uitkomst, pas na publicatie.")


class StatementsShown(Shown):
    """De stellingen van een gesprek."""

    items: list[StatementShown] = Field(description="De stellingen, op nummer.")
    total: int = Field(description="Aantal stellingen.")


class ReadingPartShown(Shown):
    """Een deel van de duiding."""

    heading: str = Field(description="Kop, leeg waar er geen is.")
    paragraphs: list[str] = Field(description="Alinea's.")


class PromiseShown(Shown):
    """Een afspraak of besluit dat uit het gesprek volgt."""

    text: str = Field(description="Wat er is afgesproken.")
    owner: str = Field(description="Welk team of welke afdeling ervoor zorgt.")
    due: date = Field(description="Uiterste dag.")
    state: PromiseProgress = Field(description="Hoe het ermee staat.")
    outcome: str = Field(description="Wat ervan gekomen is.")
    made_at: datetime = Field(description="Wanneer het is afgesproken.")
    is_late: bool = Field(description="Of de dag voorbij is terwijl het nog open staat.")


class ToldShown(Shown):
    """Wat er aan deelnemers verteld is."""

    at: datetime = Field(description="Wanneer.")
    paragraphs: list[str] = Field(description="Alinea's.")


class PublicationShown(Shown):
    """De gepubliceerde uitkomst in woorden, met afspraken en terugkoppeling."""

    at: datetime = Field(description="Wanneer deze duiding gepubliceerd is.")
    first_at: datetime = Field(description="Wanneer de cijfers naar buiten gingen.")
    summary: list[str] = Field(description="De uitkomst in enkele zinnen.")
    reading: list[ReadingPartShown] = Field(description="Wat mensen van de gemeente erin lezen.")
    promises: list[PromiseShown] = Field(description="Afspraken en besluiten.")
    reports_back: list[ToldShown] = Field(description="Wat er verteld is, het nieuwste eerst.")
