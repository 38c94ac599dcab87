# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The measured process: python bench/child.py TASK ARGUMENTS; prints one JSON object. Called by subprocesses.py."""

from __future__ import annotations

import json
import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))


def houvast(path: str) -> dict[str, Any]:
    """Positions, groups and statement statistics from arrays in memory."""
    from houvast.domain.votes import Statement
    from houvast.engine.landscape.polis import polis_statistics
    from houvast.engine.landscape.quick_map import draw_quick_map
    from houvast.engine.landscape.vote_table import build_vote_table

    def work(data: dict[str, Any]) -> Any:
        votes = build_vote_table(
            participants=np.arange(len(data["truth"])),
            statements=tuple(Statement(id=str(j)) for j in range(int(data["statements"]))),
            participant=data["participant"],
            statement=data["statement"],
            value=data["value"],
        )
        drawn = draw_quick_map(votes, rng=np.random.default_rng(42))
        return drawn, polis_statistics(votes, groups=drawn.group)

    data = _load(path)
    first = data["participant"] < 50
    _clock(
        lambda: work(
            {**data, "truth": data["truth"][:50], **{k: data[k][first] for k in ("participant", "statement", "value")}}
        )
    )
    runs = [_clock(lambda: work(data)) for _ in range(3)]
    group = runs[0][1][0].group
    seconds = sorted(run[0] for run in runs)
    return {"seconds": seconds[1], "all": seconds, **agreement(group, data["truth"])}


def red_dwarf(path: str) -> dict[str, Any]:
    """The same from red-dwarf, which takes a list of dictionaries (made before the clock starts)."""
    warnings.simplefilter("ignore")
    from reddwarf.implementations.polis import run_pipeline

    data = _load(path)
    columns = (data[name].tolist() for name in ("participant", "statement", "value"))
    votes = [
        {"participant_id": i, "statement_id": j, "vote": v, "modified": n}
        for n, (i, j, v) in enumerate(zip(*columns, strict=True))
    ]
    seconds, found = _clock(lambda: run_pipeline(votes=votes, random_state=42))
    label = found.participants_df["cluster_id"].reindex(range(len(data["truth"]))).fillna(-1).to_numpy(dtype=np.int64)
    return {"seconds": seconds, **agreement(label, data["truth"])}


def read_and_map(path: str) -> dict[str, Any]:
    """From a Parquet file to positions, groups and statement statistics, by stage."""
    from houvast.engine.landscape.polis import polis_statistics
    from houvast.engine.landscape.quick_map import draw_quick_map
    from houvast.exchange.vote_reader import read_votes

    with tempfile.TemporaryDirectory() as folder:
        warm = read_votes(make_parquet(f"{folder}/small", "100", "60", "0.5")["path"]).table
    polis_statistics(warm, groups=draw_quick_map(warm, rng=np.random.default_rng(1)).group)
    read, votes = _clock(lambda: read_votes(path).table)
    drawn_in, drawn = _clock(lambda: draw_quick_map(votes, rng=np.random.default_rng(42)))
    counted, _ = _clock(lambda: polis_statistics(votes, groups=drawn.group))
    stages = {"read": read, "map": drawn_in, "statistics": counted}
    return {"seconds": sum(stages.values()), "votes": votes.n_votes, "groups": drawn.grouping.groups, **stages}


def nothing() -> dict[str, Any]:
    """Importing everything and compiling nothing: the floor under the memory figures."""
    from houvast.engine.landscape.polis import polis_statistics
    from houvast.engine.landscape.quick_map import draw_quick_map

    return {"seconds": 0.0, "loaded": [draw_quick_map.__name__, polis_statistics.__name__]}


def make_arrays(path: str, participants: str, statements: str, density: str) -> dict[str, Any]:
    """Invented votes with three groups, as arrays in one file."""
    made = _invent(int(participants), int(statements), float(density))
    np.savez(
        path,
        participant=made.table.rows().astype(np.int32),
        statement=made.table.statement,
        value=made.table.value,
        truth=made.truth.group,
        statements=np.array(int(statements)),
    )
    return {"seconds": 0.0, "votes": made.table.n_votes}


def make_parquet(folder: str, participants: str, statements: str, density: str) -> dict[str, Any]:
    """The same as a Parquet file."""
    from houvast.exchange.conversation_writer import write_conversation

    made = _invent(int(participants), int(statements), float(density))
    path = write_conversation(Path(folder), conversation=made, form="parquet", settings={})[0]
    return {"seconds": 0.0, "path": str(path)}


def _invent(participants: int, statements: int, density: float) -> Any:
    from houvast.engine.simulate.conversations import simulate_conversation

    rng = np.random.default_rng(1)
    return simulate_conversation(
        participants=participants, statements=statements, density=density, groups=3, separation=3.0, rng=rng
    )


def _load(path: str) -> dict[str, Any]:
    with np.load(path) as file:
        return {name: file[name] for name in file.files}


def _clock(work: Callable[[], Any]) -> tuple[float, Any]:
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


def agreement(label: Any, truth: Any) -> dict[str, Any]:
    """Number of groups, and the adjusted Rand index (Hubert & Arabie 1985) with the truth."""
    grouped = label >= 0
    both = np.zeros((int(label.max()) + 1, int(truth.max()) + 1))
    np.add.at(both, (label[grouped], truth[grouped]), 1)
    pairs = [np.sum(x * (x - 1) / 2) for x in (both, both.sum(axis=1), both.sum(axis=0), both.sum())]
    expected = pairs[1] * pairs[2] / pairs[3]
    return {"groups": len(both), "ari": (pairs[0] - expected) / ((pairs[1] + pairs[2]) / 2 - expected)}


TASKS: dict[str, Callable[..., dict[str, Any]]] = {
    "houvast": houvast,
    "red-dwarf": red_dwarf,
    "read-and-map": read_and_map,
    "nothing": nothing,
    "make-arrays": make_arrays,
    "make-parquet": make_parquet,
}

if __name__ == "__main__":
    print(json.dumps(TASKS[sys.argv[1]](*sys.argv[2:])))
