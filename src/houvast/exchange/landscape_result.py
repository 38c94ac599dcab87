# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""From votes to a landscape that may be shown, in one call: what the command line and the library share."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from houvast.charts.svg import element
from houvast.domain.errors import OptionRejected
from houvast.engine.disclosure import DisclosedLandscape, disclose
from houvast.engine.landscape.analysis import analyse
from houvast.engine.landscape.result import LandscapeSettings
from houvast.engine.landscape.vote_table import VoteTable
from houvast.engine.landscape.weights import rake
from houvast.exchange.background_reader import read_background
from houvast.exchange.landscape_answer import summarise
from houvast.exchange.landscape_document import Document, build_document
from houvast.exchange.landscape_files import make_files, write_files
from houvast.exchange.landscape_report import write_report
from houvast.exchange.texts import Texts
from houvast.exchange.vote_input import VoteInput

Progress = Callable[[str, float], None]
Weights = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class LandscapeResult:
    """A landscape with everything hidden that may not be shown. `shown` holds it as frozen dataclasses."""

    shown: DisclosedLandscape

    def to_dict(self) -> Document:
        """The content of landscape.json (schema houvast/landscape/1)."""
        return build_document(self.shown)

    def summary(self, language: str = "nl") -> str:
        """A short text for a screen."""
        return summarise(self.shown, Texts(language))

    def report(self, language: str = "nl") -> str:
        """The report as one HTML file."""
        return write_report(self.shown, language=language)

    def files(self, language: str = "nl") -> dict[str, str]:
        """The content of every file of the landscape, by name."""
        return make_files(self.shown, language=language)

    def write(self, folder: str | os.PathLike[str], *, language: str = "nl") -> tuple[Path, ...]:
        """Write all files to a folder, whole or not at all."""
        return write_files(self.files(language), folder=Path(folder))

    def __repr__(self) -> str:
        return f"<LandscapeResult: {self.shown.structure.verdict}, {self.shown.participants} participants>"

    def _repr_html_(self) -> str:
        """The view in a notebook: the report in a frame of its own, in English."""
        return element(
            "iframe", " ", srcdoc=self.report("en"), sandbox="", width="100%", height="700", title="Opinion landscape"
        )


def compute_landscape(
    votes: VoteInput,
    *,
    settings: LandscapeSettings,
    weights: Weights | None = None,
    margins: tuple[str, ...] = (),
    public: bool = False,
    participants: bool = False,
    progress: Progress | None = None,
) -> LandscapeResult:
    """The landscape of the votes.

    weights: shape (P,), in the order of votes.table.participants, on any scale; margins: what they were raked to.
    """
    if weights is not None:
        weights = _check_weights(weights, people=votes.table.n_participants)
    landscape = analyse(votes.table, settings=settings, weights=weights, margins=margins, progress=progress)
    return LandscapeResult(
        disclose(landscape, facts=votes.facts, k=settings.k, public=public, participants=participants)
    )


def _check_weights(weights: Weights, *, people: int) -> Weights:
    """Mean 1; one positive finite number a participant, or OptionRejected."""
    checked = np.asarray(weights, dtype=np.float64)
    if checked.shape != (people,):
        raise OptionRejected(f"weights: give one number for each of the {people} participants, in their order.")
    if not (np.isfinite(checked).all() and (checked > 0).all()):
        raise OptionRejected(
            "weights: every weight must be a number above 0; leave people out by not giving their votes."
        )
    return np.asarray(checked / checked.mean())


def read_weights(
    table: VoteTable, *, background: str | os.PathLike[str] | None, margins: str | os.PathLike[str] | None
) -> tuple[Weights | None, tuple[str, ...]]:
    """Weights (P,) from voluntary background and the population's margins, and the names of those margins."""
    if background is None and margins is None:
        return None, ()
    if background is None or margins is None:
        raise OptionRejected("--background and --margins belong together: give both files, or neither.")
    found = read_background(background, margins, table.participants)
    return rake(categories=found.categories, targets=found.targets).weights, found.names
