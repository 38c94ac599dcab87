# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What would the published Polis method make of these votes, from a cold start?

Moderated statements are set to zero for everybody; missing votes are filled with the mean of the statement; the map
is the first two principal components; a person's place is stretched by sqrt(S / n_i), in which the zeroed statements
count as votes. The components are exact, not found by random power iteration. Published groups cannot be reproduced
by anybody: on the live server they depend on every earlier computation (docs/explanation/polis-method.md).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from houvast.domain.votes import Statement
from houvast.engine.landscape.components import find_components
from houvast.engine.landscape.grouping import group_people, measure_inertia
from houvast.engine.landscape.polis.clustering import PolisClusters, choose_participants, cluster_people
from houvast.engine.landscape.polis.statistics import (
    ConsensusStatement,
    PolisStatistics,
    Representative,
    moderated_out,
    polis_statistics,
)
from houvast.engine.landscape.vote_table import VoteTable, select_statements

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

META_PRIORITY = 49.0


@dataclass(frozen=True, eq=False)
class PolisMap:
    """Places of P people (P, 2) and S statements (S, 2); means (S,), loadings (S, 2); extremity (S,) is the distance
    of a statement from the middle."""

    people: Floats
    statements: Floats
    means: Floats
    loadings: Floats
    extremity: Floats


@dataclass(frozen=True, eq=False)
class PolisLandscape:
    """The published method's result. All per-person arrays are (P,); NaN or -1 outside the conversation.

    statements: those with at least one vote; the others are no columns in Polis. priority, importance: (S,), routing.
    centricness 1 - |x - mean|, coreness 1 - |x - group centre|, extremeness (x - group centre) . unit(group centre -
    mean). inertia: sum of squared distances to the centre of one's group; best_inertia: the least that restarted
    k-means found at the same number of groups, to show how far a cold start may be from the optimum.
    """

    participants: NDArray[np.generic]
    statements: tuple[Statement, ...]
    moderated: Flags
    in_conversation: Flags
    map: PolisMap
    clusters: PolisClusters
    statistics: PolisStatistics
    importance: Floats
    priority: Floats
    centricness: Floats
    coreness: Floats
    extremeness: Floats
    inertia: float
    best_inertia: float
    seed: int

    @property
    def groups(self) -> int:
        """K."""
        return len(self.clusters.group_centres)

    def to_dict(self) -> dict[str, Any]:
        """Plain numbers and text, ready for JSON; per-person values are left out."""
        ids = [s.id for s in self.statements]
        return {
            "method": "polis",
            "groups": [
                {"id": g, "size": int(np.sum(self.clusters.group == g)), "representative": _list(ids, chosen)}
                for g, chosen in enumerate(self.statistics.representative)
            ],
            "silhouette_by_groups": dict(self.clusters.silhouette_by_groups),
            "participants": {"all": len(self.participants), "in_conversation": int(self.in_conversation.sum())},
            "consensus": _list(ids, self.statistics.consensus),
            "statements": [self._describe(j) for j in range(len(ids))],
            "inertia": self.inertia,
            "best_inertia": self.best_inertia,
            "seed": self.seed,
        }

    def people_rows(self) -> list[dict[str, Any]]:
        """One row a person, for a table: participant, x, y, group, base cluster and the three person figures."""
        return [
            {
                "participant": person,
                "x": float(self.map.people[i, 0]),
                "y": float(self.map.people[i, 1]),
                "group": int(self.clusters.group[i]),
                "base_cluster": int(self.clusters.base[i]),
                "centricness": float(self.centricness[i]),
                "coreness": float(self.coreness[i]),
                "extremeness": float(self.extremeness[i]),
            }
            for i, person in enumerate(self.participants.tolist())
        ]

    def _describe(self, j: int) -> dict[str, Any]:
        found = self.statistics
        return {
            "id": self.statements[j].id,
            "text": self.statements[j].text,
            "moderated": bool(self.moderated[j]),
            "group_aware_consensus": float(found.group_aware_consensus[j]),
            "extremity": float(self.map.extremity[j]),
            "x": float(self.map.statements[j, 0]),
            "y": float(self.map.statements[j, 1]),
            "priority": float(self.priority[j]),
            "by_group": [
                {
                    "group": g,
                    "agree": int(found.agreed[g, j]),
                    "disagree": int(found.disagreed[g, j]),
                    "votes": int(found.voted[g, j]),
                }
                for g in range(len(found.voted))
            ],
        }


def landscape_polis(votes: VoteTable, *, seed: int) -> PolisLandscape:
    """The published method from a cold start; people arrive in the order of the table.

    The method itself draws nothing; seed serves the restarted k-means behind best_inertia.
    """
    seen = np.bincount(votes.statement, minlength=votes.n_statements) > 0
    table = select_statements(votes, keep=seen)
    moderated = moderated_out(table)
    drawn = draw_polis_map(table)
    inside = choose_participants(table.votes_per_participant, n_statements=table.n_statements)
    clusters = cluster_people(drawn.people, inside=inside)
    statistics = polis_statistics(table, groups=clusters.group)
    importance, priority = rank_for_routing(table, statistics=statistics, extremity=drawn.extremity)
    centricness, coreness, extremeness = _place_people(drawn.people, inside, clusters)
    inertia, best = _measure_fit(drawn.people[inside], clusters.group[inside], seed)
    return PolisLandscape(
        participants=table.participants,
        statements=table.statements,
        moderated=moderated,
        in_conversation=inside,
        map=drawn,
        clusters=clusters,
        statistics=statistics,
        importance=importance,
        priority=priority,
        centricness=centricness,
        coreness=coreness,
        extremeness=extremeness,
        inertia=inertia,
        best_inertia=best,
        seed=seed,
    )


def draw_polis_map(votes: VoteTable) -> PolisMap:
    """Places of people and statements. A statement stands where a person would who only agreed with it."""
    moderated = moderated_out(votes)
    total = votes.n_statements
    found = find_components(select_statements(votes, keep=~moderated))
    means, loadings = np.zeros(total), np.zeros((total, 2))
    means[~moderated], loadings[~moderated] = found.means, found.loadings
    hidden = np.concatenate(([0], np.cumsum(moderated[votes.statement])))
    counted = votes.votes_per_participant - np.diff(hidden[votes.indptr]) + moderated.sum()
    people = found.scores * np.sqrt(total / np.maximum(counted, 1))[:, None]
    statements = np.sqrt(total) * (1 - means)[:, None] * loadings
    return PolisMap(people, statements, means, loadings, np.sqrt(np.sum(statements**2, axis=1)))


def rank_for_routing(votes: VoteTable, *, statistics: PolisStatistics, extremity: Floats) -> tuple[Floats, Floats]:
    """Importance and priority (S,) with which Polis offers a statement, from the votes of all groups together.

    importance = (1 - (P + 1)/(S + 2)) (E + 1) (A + 1)/(S + 2);  priority = (importance (1 + 8 2^(-S/5)))^2
    """
    given = statistics.voted.sum(axis=0)
    agreed = statistics.agreed.sum(axis=0)
    passed = given - agreed - statistics.disagreed.sum(axis=0)
    importance = (1 - (passed + 1) / (given + 2)) * (extremity + 1) * (agreed + 1) / (given + 2)
    meta = np.array([s.is_meta for s in votes.statements], dtype=np.bool_)
    return importance, np.where(meta, META_PRIORITY, (importance * (1 + 8 * 2.0 ** (-given / 5))) ** 2)


def _place_people(places: Floats, inside: Flags, clusters: PolisClusters) -> tuple[Floats, Floats, Floats]:
    figures = np.full((3, len(places)), np.nan)
    if inside.any():
        own = places[inside]
        middle = own.mean(axis=0)
        centre = clusters.group_centres[clusters.group[inside]]
        outward = centre - middle
        length = np.linalg.norm(outward, axis=1, keepdims=True)
        unit = np.divide(outward, length, out=np.zeros_like(outward), where=length > 0)
        figures[0, inside] = 1 - np.linalg.norm(own - middle, axis=1)
        figures[1, inside] = 1 - np.linalg.norm(own - centre, axis=1)
        figures[2, inside] = np.sum((own - centre) * unit, axis=1)
    return figures[0], figures[1], figures[2]


def _measure_fit(places: Floats, group: Ints, seed: int) -> tuple[float, float]:
    if not len(places):
        return 0.0, 0.0
    found = measure_inertia(places, labels=group)
    k = len(np.unique(group))
    best = group_people(places, groups=k, rng=np.random.default_rng(seed))
    return found, min(found, best.inertia)


def _list(ids: list[str], chosen: Iterable[Representative | ConsensusStatement]) -> list[dict[str, Any]]:
    return [{**asdict(item), "statement": ids[item.statement]} for item in chosen]
