# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is a stored model the same model?"""

from __future__ import annotations

import cast
import numpy as np
import pytest

from houvast.engine.routing.statement_model import StatementModel
from houvast.queries.gather.statement_models import model_version, read_model, stored_model, write_model
from houvast.store.models import RoutingModel

MODEL = StatementModel(
    ("0", "7"), np.array([0.25, -1.5]), np.array([[1.0, 0.1], [-0.5, 0.0]]), 0.3, is_structured=True, is_spectrum=False
)


def same(first: StatementModel, second: StatementModel) -> bool:
    return (
        first.statements == second.statements
        and np.array_equal(first.intercept, second.intercept)
        and np.array_equal(first.slope, second.slope)
        and (first.style_variance, first.is_structured, first.is_spectrum)
        == (second.style_variance, second.is_structured, second.is_spectrum)
    )


def test_written_and_read() -> None:
    assert same(read_model(write_model(MODEL)), MODEL)
    empty = StatementModel((), np.zeros(0), np.zeros((0, 2)), 0.1, is_structured=False, is_spectrum=False)
    assert same(read_model(write_model(empty)), empty)


@pytest.mark.django_db
def test_the_one_in_force() -> None:
    conversation = cast.conversation()
    assert model_version(conversation.pk) == 0
    assert stored_model(conversation.pk) is None
    RoutingModel.objects.create(conversation=conversation, content=write_model(MODEL), version=3)
    assert model_version(conversation.pk) == 3
    stored = stored_model(conversation.pk)
    assert stored is not None
    assert same(stored, MODEL)
