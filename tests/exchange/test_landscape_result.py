# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""One call from votes to a landscape, and the public library around it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from disclosed_landscapes import disclosed

import houvast
from houvast.domain.errors import OptionRejected
from houvast.engine.landscape.result import LandscapeSettings
from houvast.exchange.landscape_result import LandscapeResult, compute_landscape, read_weights
from houvast.exchange.vote_reader import read_votes

RESULT = LandscapeResult(disclosed())


def test_a_result_is_a_document_a_summary_a_report_and_files(tmp_path: Path) -> None:
    assert RESULT.to_dict()["schema"] == "houvast/landscape/1"
    assert RESULT.summary("en").splitlines()[1] == "2 groups were found."
    assert RESULT.report("en").startswith("<!doctype html>")
    assert {p.name for p in RESULT.write(tmp_path)} == set(RESULT.files())
    assert repr(RESULT) == "<LandscapeResult: groups, 400 participants>"


def test_the_notebook_view_is_a_sealed_frame() -> None:
    view = RESULT._repr_html_()
    assert view.startswith("<iframe srcdoc=")
    assert 'sandbox=""' in view
    assert "<h1" not in view


def test_importing_the_library_is_light() -> None:
    code = "import sys, houvast; print([m for m in ('numpy', 'scipy', 'numba', 'jinja2') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_weights_need_both_files(tmp_path: Path) -> None:
    votes = tmp_path / "votes.csv"
    votes.write_text("participant,statement,vote\n" + "".join(f"p{i},s{i % 3},1\n" for i in range(30)))
    table = read_votes(votes).table
    assert read_weights(table, background=None, margins=None) == (None, ())
    with pytest.raises(OptionRejected, match="belong together"):
        read_weights(table, background=tmp_path / "b.csv", margins=None)


def test_weights_follow_the_margins(tmp_path: Path) -> None:
    votes, background, margins = (tmp_path / f"{name}.csv" for name in ("votes", "background", "margins"))
    votes.write_text("participant,statement,vote\n" + "".join(f"p{i},s{i % 3},1\n" for i in range(40)))
    background.write_text("participant,age\n" + "".join(f"p{i},{'young' if i < 10 else 'old'}\n" for i in range(40)))
    margins.write_text("variable,category,share\nage,young,0.5\nage,old,0.5\n")
    table = read_votes(votes).table
    weights, names = read_weights(table, background=background, margins=margins)
    assert weights is not None
    young = np.array([int(str(p)[1:]) < 10 for p in table.participants])
    assert weights[young].sum() / weights.sum() == pytest.approx(0.5)
    assert names == ("age",)


def test_weights_reach_the_landscape_on_any_scale(conversations: Path) -> None:
    votes = houvast.read_votes(conversations / "london.youth.policing")
    weights = np.linspace(1, 3, votes.table.n_participants)
    one, other = (houvast.landscape(votes, weights=weights * scale, k=1).to_dict() for scale in (1, 50))
    assert one["weighting"]["n_effective"] == pytest.approx(weights.sum() ** 2 / (weights**2).sum(), rel=1e-4)
    assert one == other


def test_the_public_library_maps_a_real_conversation(conversations: Path) -> None:
    votes = houvast.read_votes(conversations / "london.youth.policing")
    document = houvast.landscape(votes, seed=1).to_dict()
    assert document["input"]["participants"] == 26
    assert document["structure"]["verdict"] in {"no structure", "one spectrum", "groups"}
    counts = [s[name] for s in document["statements"] for name in ("agree", "disagree", "pass", "n")]
    assert all(count is None or count >= 10 for count in counts)


def test_the_library_offers_two_functions() -> None:
    assert houvast.__all__ == ["landscape", "read_votes"]


@pytest.mark.parametrize("weights", [[1.0, 2.0], [0.0] * 26, [float("nan")] * 26, [-1.0] * 26, [1.0] * 25 + [-1.0]])
def test_weights_that_mean_nothing_are_refused(weights: list[float], conversations: Path) -> None:
    votes = read_votes(conversations / "london.youth.policing")
    assert votes.table.n_participants == 26
    with pytest.raises(OptionRejected, match="weights: "):
        compute_landscape(votes, settings=LandscapeSettings(), weights=np.array(weights))
