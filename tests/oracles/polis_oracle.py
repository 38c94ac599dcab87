# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The published Polis formulas once more, slowly: plain Python loops over a dictionary of votes, no arrays.

Written from the formulas and not from src/houvast; only tests use it. votes[person][statement] is +1, 0 or -1;
people and statements are numbered in order of arrival; `hidden` are the moderated statements.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

Votes = Sequence[dict[int, int]]
Place = tuple[float, float]
Z90 = 1.2816


@dataclass
class OracleGroup:
    """Per statement: counts and the eight figures of one group; and what is shown."""

    agreed: list[int]
    disagreed: list[int]
    voted: list[int]
    figures: list[dict[str, float]]
    shown: list[tuple[int, str]] = field(default_factory=list)


def components(votes: Votes, n: int, hidden: set[int]) -> tuple[list[float], list[list[float]]]:
    """Statement means and two principal axes by power iteration on the filled-in, centred matrix."""
    means = []
    for j in range(n):
        cast = [row[j] for row in votes if j in row]
        means.append(0.0 if j in hidden or not cast else sum(cast) / len(cast))
    rows = [[0.0 if j in hidden or j not in row else row[j] - means[j] for j in range(n)] for row in votes]
    axes: list[list[float]] = []
    for _ in range(2):
        axes.append(_next_axis(rows, axes, n))
    return means, axes


def _next_axis(rows: list[list[float]], known: list[list[float]], n: int) -> list[float]:
    axis = _without(known, [math.sin(j + 1.0) for j in range(n)])
    for _ in range(20_000):
        new = [0.0] * n
        for row in rows:
            score = sum(r * a for r, a in zip(row, axis, strict=True))
            for j, r in enumerate(row):
                new[j] += score * r
        new = _without(known, new)
        length = math.sqrt(sum(a * a for a in new))
        if length < 1e-12:
            return [0.0] * n
        new = [a / length for a in new]
        moved = max(abs(a - b) for a, b in zip(new, axis, strict=True))
        axis = new
        if moved < 1e-13:
            break
    return axis


def _without(known: list[list[float]], axis: list[float]) -> list[float]:
    for other in known:
        along = sum(a * b for a, b in zip(axis, other, strict=True))
        axis = [a - along * b for a, b in zip(axis, other, strict=True)]
    return axis


def place_people(votes: Votes, n: int, hidden: set[int], means: list[float], axes: list[list[float]]) -> list[Place]:
    """sqrt(S / n_i) times the sum over votes of (vote - mean) times the axis; a hidden statement counts as a vote."""
    places = []
    for row in votes:
        count = sum(1 for j in row if j not in hidden) + len(hidden)
        stretch = math.sqrt(n / max(count, 1))
        xy = [stretch * sum((x - means[j]) * axis[j] for j, x in row.items() if j not in hidden) for axis in axes]
        places.append((xy[0], xy[1]))
    return places


def in_conversation(votes: Votes, n: int) -> list[bool]:
    """Seven votes, or all there are; with fewer than 15 people the keenest of the others join."""
    inside = [len(row) >= min(7, n) for row in votes]
    others = sorted((i for i, there in enumerate(inside) if not there), key=lambda i: -len(votes[i]))
    for i in others[: max(0, 15 - sum(inside))]:
        inside[i] = True
    return inside


def lloyd(places: list[Place], weights: list[float], k: int, steps: int) -> tuple[list[int], list[Place]]:
    """k-means from the first k distinct places; last centre wins a tie; empty clusters go; stop when all is still."""
    centres: list[Place] = []
    for place in places:
        if place not in centres and len(centres) < k:
            centres.append(place)
    labels = [0] * len(places)
    for _ in range(steps):
        for p, place in enumerate(places):
            gaps = [(place[0] - c[0]) ** 2 + (place[1] - c[1]) ** 2 for c in centres]
            labels[p] = max(c for c in range(len(centres)) if gaps[c] == min(gaps))
        kept = sorted(set(labels))
        labels = [kept.index(label) for label in labels]
        moved: list[Place] = []
        for c in range(len(kept)):
            members = [p for p in range(len(places)) if labels[p] == c]
            mass = sum(weights[p] for p in members)
            moved.append(
                (
                    sum(weights[p] * places[p][0] for p in members) / mass,
                    sum(weights[p] * places[p][1] for p in members) / mass,
                )
            )
        still = len(moved) == len(centres) and all(
            math.dist(a, b) < 0.01 for a, b in zip(sorted(centres), sorted(moved), strict=True)
        )
        centres = moved
        if still:
            break
    return labels, centres


def silhouette(places: list[Place], labels: list[int]) -> float:
    """Mean over places, each counted once; a place alone in its group counts 0."""
    total = 0.0
    for p, place in enumerate(places):
        away: dict[int, list[float]] = {}
        for q, other in enumerate(places):
            if q != p:
                away.setdefault(labels[q], []).append(math.dist(place, other))
        own = away.pop(labels[p], None)
        if own and away:
            a = sum(own) / len(own)
            b = min(sum(d) / len(d) for d in away.values())
            total += (b - a) / max(a, b) if max(a, b) > 0 else 0.0
    return total / len(places)


def group_people(places: list[Place], inside: list[bool]) -> list[int]:
    """Group of each person, -1 outside the conversation."""
    who = [i for i, there in enumerate(inside) if there]
    base, centres = lloyd([places[i] for i in who], [1.0] * len(who), 100, 100)
    sizes = [float(base.count(b)) for b in range(len(centres))]
    best: tuple[float, list[int]] | None = None
    for k in range(2, min(5, 2 + len(centres) // 12, len(centres)) + 1):
        labels, _ = lloyd(centres, sizes, k, 20)
        score = silhouette(centres, labels)
        if best is None or score > best[0]:
            best = (score, labels)
    groups = [-1] * len(places)
    for place, i in enumerate(who):
        groups[i] = 0 if best is None else best[1][base[place]]
    return groups


def describe_groups(votes: Votes, n: int, hidden: set[int], groups: Sequence[int]) -> list[OracleGroup]:
    """Counts, figures and representative statements of every group."""
    k = max(groups, default=-1) + 1
    found = []
    for g in range(k):
        mine = [row for row, own in zip(votes, groups, strict=True) if own == g]
        rest = [row for row, own in zip(votes, groups, strict=True) if own not in (g, -1)]
        group = OracleGroup([], [], [], [])
        for j in range(n):
            cast = [row[j] for row in mine if j in row]
            group.agreed.append(cast.count(1))
            group.disagreed.append(cast.count(-1))
            group.voted.append(len(cast))
            if j in hidden:
                group.figures.append(_figures(0, 0, len(mine), 0, 0, len(rest)))
            else:
                other = [row[j] for row in rest if j in row]
                group.figures.append(
                    _figures(cast.count(1), cast.count(-1), len(cast), other.count(1), other.count(-1), len(other))
                )
        group.shown = _shown(group, [j for j in range(n) if j not in hidden])
        found.append(group)
    return found


def group_aware_consensus(groups: list[OracleGroup], j: int) -> float:
    """Product over groups of the smoothed share agreeing."""
    product = 1.0
    for group in groups:
        product *= (group.agreed[j] + 1) / (group.voted[j] + 2)
    return product


def whole_consensus(votes: Votes, n: int, hidden: set[int]) -> list[tuple[int, str]]:
    """At most five statements most agree with, then at most five most disagree with."""
    out: list[tuple[int, str]] = []
    for direction, side in (("agree", 1), ("disagree", -1)):
        good = []
        for j in range(n):
            cast = [row[j] for row in votes if j in row]
            p, test = (cast.count(side) + 1) / (len(cast) + 2), _one(cast.count(side), len(cast))
            if j not in hidden and p > 0.5 and test > Z90:
                good.append((-p * test, j))
        out += [(j, direction) for _, j in sorted(good)[:5]]
    return out


def priority(agreed: int, passed: int, voted: int, extremity: float) -> float:
    """The weight with which a statement is offered."""
    importance = (1 - (passed + 1) / (voted + 2)) * (extremity + 1) * (agreed + 1) / (voted + 2)
    return (importance * (1 + 8 * 2 ** (-voted / 5))) ** 2


def _one(a: int, s: int) -> float:
    return 2 * math.sqrt(s + 1) * ((a + 1) / (s + 1) - 0.5)


def _two(a: int, b: int, s: int, t: int) -> float:
    p = (a + b + 2) / (s + t + 2)
    if p == 1:
        return 0.0
    return ((a + 1) / (s + 1) - (b + 1) / (t + 1)) / math.sqrt(p * (1 - p) * (1 / (s + 1) + 1 / (t + 1)))


def _figures(a: int, d: int, s: int, a_rest: int, d_rest: int, s_rest: int) -> dict[str, float]:
    pa, pd = (a + 1) / (s + 2), (d + 1) / (s + 2)
    return {
        "pa": pa,
        "pd": pd,
        "pat": _one(a, s),
        "pdt": _one(d, s),
        "ra": pa / ((a_rest + 1) / (s_rest + 2)),
        "rd": pd / ((d_rest + 1) / (s_rest + 2)),
        "rat": _two(a, a_rest, s, s_rest),
        "rdt": _two(d, d_rest, s, s_rest),
    }


def _shown(group: OracleGroup, candidates: list[int]) -> list[tuple[int, str]]:
    best = _best_agree(group, candidates)
    passing = []
    for j in candidates:
        f = group.figures[j]
        if (f["rat"] > Z90 and f["pat"] > Z90) or (f["rdt"] > Z90 and f["pdt"] > Z90):
            passing.append(j)
    if passing:
        ordered = sorted((j for j in passing if j != best), key=lambda j: -_metric(group.figures[j]))
        chosen = ([] if best is None else [best]) + ordered
    elif best is not None:
        chosen = [best]
    elif candidates:
        chosen = [max(candidates, key=lambda j: max(group.figures[j]["rat"], group.figures[j]["rdt"]))]
    else:
        chosen = []
    named = [(j, _direction(group.figures[j])) for j in chosen[:5]]
    return [x for x in named if x[1] == "agree"] + [x for x in named if x[1] == "disagree"]


def _best_agree(group: OracleGroup, candidates: list[int]) -> int | None:
    best: int | None = None
    for j in candidates:
        f = group.figures[j]
        if group.agreed[j] == 0 and group.disagreed[j] == 0:
            continue
        if best is None:
            if f["pat"] > Z90 or (f["ra"] > 1 and f["pa"] > 0.5):
                best = j
        else:
            b = group.figures[best]
            keys = ("ra", "rat", "pa", "pat") if b["ra"] > 1 else ("pa", "pat")
            if math.prod(f[x] for x in keys) > math.prod(b[x] for x in keys):
                best = j
    return best


def _direction(f: dict[str, float]) -> str:
    return "agree" if f["rat"] > f["rdt"] else "disagree"


def _metric(f: dict[str, float]) -> float:
    side = "a" if _direction(f) == "agree" else "d"
    return math.prod(f[key] for key in (f"r{side}", f"r{side}t", f"p{side}", f"p{side}t"))
