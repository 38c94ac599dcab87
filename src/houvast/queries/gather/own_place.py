# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where does this participant stand on the map? For their own screen only; it is computed and not kept."""

from __future__ import annotations

import numpy as np

from houvast.engine.live.vote_log import count_last_votes
from houvast.engine.own_place import OwnPlace, find_own_place
from houvast.queries.gather.statement_models import stored_model
from houvast.queries.gather.vote_rows import read_votes_of
from houvast.queries.gather.vote_tables import voted_statements
from houvast.store.models import Participant


def own_place(participant: Participant) -> OwnPlace | None:
    """The place on the x of the newest landscape; None with too few votes or where there is nothing to stand on."""
    model = stored_model(participant.conversation_id)
    if model is None or not model.is_structured:
        return None
    ids, statements = voted_statements(participant.conversation_id)
    votes = count_last_votes(
        read_votes_of(participant.pk),
        people=np.array([[participant.pk, participant.number]], dtype=np.int64),
        statement_ids=ids,
        statements=statements,
    )
    return find_own_place(model, votes=votes) if votes.n_participants else None
