# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What do the statements of a conversation say about opinion, as last fitted?"""

from __future__ import annotations

import json

import numpy as np

from houvast.engine.routing.statement_model import StatementModel
from houvast.store.models import RoutingModel

DIGITS = 6


def model_version(conversation_id: int) -> int:
    """Which model is in force; 0 where there is none."""
    found = RoutingModel.objects.filter(conversation_id=conversation_id).values_list("version", flat=True).first()
    return found or 0


def stored_model(conversation_id: int) -> StatementModel | None:
    """The model in force."""
    found = RoutingModel.objects.filter(conversation_id=conversation_id).values_list("content", flat=True).first()
    return read_model(found) if found else None


def write_model(model: StatementModel) -> str:
    """The model as it is stored; statements by number."""
    return json.dumps(
        {
            "statements": list(model.statements),
            "intercept": [round(value, DIGITS) for value in model.intercept.tolist()],
            "slope": [[round(value, DIGITS) for value in pair] for pair in model.slope.tolist()],
            "style_variance": round(model.style_variance, DIGITS),
            "is_structured": model.is_structured,
            "is_spectrum": model.is_spectrum,
        }
    )


def read_model(content: str) -> StatementModel:
    """The model from what was stored."""
    stored = json.loads(content)
    return StatementModel(
        statements=tuple(stored["statements"]),
        intercept=np.array(stored["intercept"], dtype=np.float64),
        slope=np.array(stored["slope"], dtype=np.float64).reshape(len(stored["statements"]), 2),
        style_variance=float(stored["style_variance"]),
        is_structured=bool(stored["is_structured"]),
        is_spectrum=bool(stored["is_spectrum"]),
    )
