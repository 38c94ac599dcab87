# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Has everything that the API shows a Dutch name, and every name a use?"""

from __future__ import annotations

import re

import pytest

from houvast.domain.conversation import Origin, PromiseState
from houvast.domain.votes import Vote
from houvast.web.api import participation_schemas, schemas
from houvast.web.api.dutch_names import FATES, ORIGINS, PROMISE_STATES, PROPERTIES, SCHEMAS, VOTES, dutch

CLASSES = [
    kind
    for module in (schemas, participation_schemas)
    for kind in vars(module).values()
    if isinstance(kind, type) and issubclass(kind, (schemas.Shown, participation_schemas.Sent, schemas.Problem))
]


def test_every_field_has_a_name_and_every_name_a_field() -> None:
    fields = {name for kind in CLASSES if kind is not schemas.Problem for name in kind.model_fields}
    errors = {"text", "language", "of_ten", "invitation_code", "statement", "vote", "request", "consent"}
    assert fields - set(PROPERTIES) == set()
    assert set(PROPERTIES) - fields - errors == set()


def test_names_are_camel_case() -> None:
    assert [name for name in PROPERTIES.values() if not re.fullmatch(r"[a-z]+([A-Z][a-z]+)*", name)] == []
    assert [name for name in SCHEMAS.values() if not re.fullmatch(r"([A-Z][a-z]+)+", name)] == []


def test_every_schema_has_a_name_of_its_own() -> None:
    grounds = {schemas.Shown, participation_schemas.Sent}
    assert {kind.__name__ for kind in CLASSES if kind not in grounds} <= set(SCHEMAS)
    assert len(set(SCHEMAS.values())) == len(SCHEMAS)


def test_every_value_has_a_word() -> None:
    assert (set(ORIGINS), set(PROMISE_STATES), set(VOTES)) == (set(Origin), set(PromiseState), set(Vote))
    assert len(FATES) == 3


def test_an_unknown_name_is_an_error() -> None:
    with pytest.raises(KeyError):
        dutch("nothing")
