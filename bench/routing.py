# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""By how much does the order of statements place people better than random order and Polis's priority, and who pays?

    python bench/routing.py [--repeats 12] [--people 600]

People are drawn from a trait model fitted to real conversations (examples/), passes included. They come one after the
other, each answers 7 or 15 statements in the order of a rule. Every rule starts knowing nothing; what it may know (our
model, Polis's priorities) is computed anew after every 50 people from the votes so far. The table is in
docs/explanation/statement-order.md.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from houvast.domain.votes import Moderation, Statement
from houvast.engine.landscape.polis.landscape import draw_polis_map
from houvast.engine.landscape.starting_positions import find_starting_positions
from houvast.engine.landscape.traits import TraitFit, fit_traits, select_opinion_votes
from houvast.engine.landscape.vote_table import VoteTable, build_vote_table, select_participants, select_statements
from houvast.engine.routing.next_statement import (
    draw_statement,
    expect_information,
    tabulate_items,
    weigh_statements,
)
from houvast.engine.routing.statement_model import StatementModel
from houvast.exchange.vote_reader import read_votes

FOLDER = Path("examples/conversations")
NAMES = ("brexit-consensus", "scoop-hivemind.biodiversity", "15-per-hour-seattle")
LENGTHS = (7, 15)
EVERY = 50
ENOUGH = 100  # people before our model is used at all
HEAD = (
    "conversation, votes each", "order", "r² of places", "against random", "against Polis", "least shown",
    "error of shares",
)  # fmt: skip
T_975 = {8: 2.365, 12: 2.201, 16: 2.131, 20: 2.093}

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Population:
    """Where people come from: statements' intercepts, slopes and chances of a pass, and the spread of agreeing."""

    intercept: Floats
    slope: Floats
    passed: Floats
    style: float

    def answer(self, place: float, habit: float, j: int, rng: np.random.Generator) -> int:
        if rng.random() < self.passed[j]:
            return 0
        return 1 if rng.random() < 1 / (1 + np.exp(-self.intercept[j] - self.slope[j] * place - habit)) else -1

    def shares(self, rng: np.random.Generator) -> Floats:
        """The share of everybody that would agree."""
        place, habit = rng.standard_normal(20_000), self.style * rng.standard_normal(20_000)
        eta = self.intercept + place[:, None] * self.slope + habit[:, None]
        return (1 / (1 + np.exp(-eta))).mean(axis=0) * (1 - self.passed)


@dataclass(eq=False)
class Votes:
    """The votes so far."""

    size: int
    person: list[int]
    statement: list[int]
    value: list[int]

    def table(self, people: int) -> VoteTable:
        return build_vote_table(
            participants=np.arange(people),
            statements=tuple(Statement(str(j)) for j in range(self.size)),
            participant=np.array(self.person),
            statement=np.array(self.statement),
            value=np.array(self.value),
        )


Chances = Callable[[Ints, Ints, Ints, Ints], Floats]  # (left, views, agreed, disagreed) -> chance
Rule = Callable[[Votes, int], Chances]


def fit_one_line(table: VoteTable) -> TraitFit:
    start = find_starting_positions(
        indptr=table.indptr, statement=table.statement, value=table.value, n_statements=table.n_statements, dims=1
    )
    return fit_traits(select_opinion_votes(table), start=start)


def uniform(_votes: Votes, _people: int) -> Chances:
    return lambda left, _views, _agreed, _disagreed: np.full(len(left), 1 / len(left))


def polis(votes: Votes, people: int) -> Chances:
    """The published priority, from votes so far; before the first votes all are equal."""
    priority = np.full(votes.size, 9 * 0.25) ** 2
    if people:
        table = votes.table(people)
        seen = np.bincount(table.statement, minlength=votes.size)
        counts = {v: np.bincount(table.statement[table.value == v], minlength=votes.size) for v in (1, 0)}
        extremity = np.zeros(votes.size)
        extremity[seen > 0] = draw_polis_map(select_statements(table, keep=seen > 0)).extremity
        importance = (1 - (counts[0] + 1) / (seen + 2)) * (extremity + 1) * (counts[1] + 1) / (seen + 2)
        priority = (importance * (1 + 8 * 2.0 ** (-seen / 5))) ** 2
    return lambda left, _views, _agreed, _disagreed: priority[left] / priority[left].sum()


def half_and_half(votes: Votes, people: int) -> Chances:
    """Ours, as it is in the app."""
    items = tabulate_items(_model(votes, people), statements=tuple(map(str, range(votes.size))))

    def chances(left: Ints, views: Ints, agreed: Ints, disagreed: Ints) -> Floats:
        known = None if items is None else expect_information(items, agreed=agreed, disagreed=disagreed)[left]
        return weigh_statements(views=views[left], information=known)

    return chances


def most_information(votes: Votes, people: int) -> Chances:
    """Always the statement that tells most: the bound on what can be won, and nobody would want it."""
    items = tabulate_items(_model(votes, people), statements=tuple(map(str, range(votes.size))))

    def chances(left: Ints, _views: Ints, agreed: Ints, disagreed: Ints) -> Floats:
        if items is None:
            return np.full(len(left), 1 / len(left))
        known = expect_information(items, agreed=agreed, disagreed=disagreed)[left]
        return (np.arange(len(left)) == np.argmax(known)).astype(float)

    return chances


def _model(votes: Votes, people: int) -> StatementModel | None:
    if people < ENOUGH:
        return None
    fit = fit_one_line(votes.table(people))
    slope = np.column_stack([fit.slope[:, 0], np.zeros(votes.size)])
    names = tuple(map(str, range(votes.size)))
    return StatementModel(names, fit.intercept, slope, fit.style_variance, is_structured=True, is_spectrum=True)


RULES: dict[str, Rule] = {
    "random": uniform, "Polis priority": polis, "half information, half equal": half_and_half,
    "most information": most_information,
}  # fmt: skip


def simulate(who: Population, rule: Rule, *, people: int, length: int, rng: np.random.Generator) -> Floats:
    """r² of places, views of the least shown statement, root mean square error of shares over statements."""
    size = len(who.intercept)
    votes, views = Votes(size, [], [], []), np.zeros(size, dtype=np.int64)
    places = rng.standard_normal(people)
    chances = rule(votes, 0)
    for i in range(people):
        if i and i % EVERY == 0:
            chances = rule(votes, i)
        habit = who.style * rng.standard_normal()
        left, answers = np.arange(size), {1: [], 0: [], -1: []}
        for _ in range(length):
            agreed, disagreed = np.array(answers[1], dtype=int), np.array(answers[-1], dtype=int)
            drawn = draw_statement(chances(left, views, agreed, disagreed), rng=rng)
            j = int(left[drawn])
            left = np.delete(left, drawn)
            views[j] += 1
            value = who.answer(places[i], habit, j, rng)
            answers[value].append(j)
            votes.person.append(i)
            votes.statement.append(j)
            votes.value.append(value)
    table = votes.table(people)
    r = np.corrcoef(fit_one_line(table).mean[:, 0], places)[0, 1]
    agreed = np.bincount(table.statement[table.value > 0], minlength=size)
    error = (agreed / np.maximum(views, 1) - who.shares(np.random.default_rng(1)))[views > 0]
    return np.array([r * r, views.min(), float(np.sqrt((error**2).mean()))])


def population(name: str) -> Population:
    table = read_votes(str(FOLDER / name)).table
    counts = np.bincount(table.statement, minlength=table.n_statements)
    keep = np.array([s.moderation is not Moderation.OUT for s in table.statements]) & (counts >= 20)
    table = select_statements(table, keep=keep)
    table = select_participants(table, keep=table.votes_per_participant >= 5)
    fit = fit_one_line(table)
    passed = np.bincount(table.statement[table.value == 0], minlength=table.n_statements)
    share = passed / np.bincount(table.statement, minlength=table.n_statements)
    return Population(fit.intercept, fit.slope[:, 0], share, fit.style_variance**0.5)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeats", type=int, default=12, choices=sorted(T_975))
    parser.add_argument("--people", type=int, default=600)
    chosen = parser.parse_args()
    print("| " + " | ".join(HEAD) + " |\n" + "|---" * len(HEAD) + "|", flush=True)
    started = time.perf_counter()
    for name in NAMES:
        who = population(name)
        for length in LENGTHS:
            _row_group(f"{name} ({len(who.intercept)} statements), {length}", who, length, chosen)
    print(f"\n{time.perf_counter() - started:.0f} s")


def _row_group(title: str, who: Population, length: int, chosen: argparse.Namespace) -> None:
    found = {
        label: np.array(
            [
                simulate(who, rule, people=chosen.people, length=length, rng=np.random.default_rng(seed))
                for seed in range(chosen.repeats)
            ]
        )
        for label, rule in RULES.items()
    }
    for label, figures in found.items():
        gains = [
            "" if label == other else _interval(figures[:, 0] - found[other][:, 0], sign=True)
            for other in ("random", "Polis priority")
        ]
        cells = [_interval(figures[:, 0]), *gains, f"{figures[:, 1].mean():.0f}", f"{100 * figures[:, 2].mean():.1f}"]
        print(f"| {title} | {label} | " + " | ".join(cells) + " points |", flush=True)


def _interval(values: Floats, *, sign: bool = False) -> str:
    mean, half = values.mean(), T_975[len(values)] * values.std(ddof=1) / len(values) ** 0.5
    return f"{mean:{'+' if sign else ''}.2f} ± {half:.2f}"


if __name__ == "__main__":
    main()
