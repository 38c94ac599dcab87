# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The published Polis method on somebody's votes, as polis.json and a short text: for those who must compare."""

from __future__ import annotations

import csv
import io
from dataclasses import asdict, dataclass
from importlib.metadata import version
from typing import Any

from houvast.domain.input_facts import InputFacts
from houvast.engine.disclosure.polis import DisclosedPolis, disclose_polis
from houvast.engine.landscape.polis.landscape import PolisLandscape, landscape_polis
from houvast.exchange.landscape_document import encode_document
from houvast.exchange.texts import Texts
from houvast.exchange.vote_input import VoteInput

SCHEMA = "houvast/polis/1"


@dataclass(frozen=True, eq=False)
class PolisResult:
    """What may be shown of the published method's result; people only when they were asked for."""

    shown: DisclosedPolis
    facts: InputFacts
    people: PolisLandscape | None

    def to_dict(self) -> dict[str, Any]:
        """The content of polis.json."""
        found = {key: value for key, value in asdict(self.shown).items() if key not in ("k", "seed")}
        return {
            "schema": SCHEMA,
            "method": "polis",
            "input": {"format": self.facts.format, "sign": self.facts.sign, "title": self.facts.title},
            **found,
            "settings": {"k": self.shown.k, "seed": self.shown.seed, "houvast": version("houvast")},
        }

    def summary(self, language: str = "nl") -> str:
        """A short text for a screen."""
        say = Texts(language).say
        shown = self.shown
        lines = [
            say("The published Polis method, from a cold start: {n} groups.", n=len(shown.groups)),
            say("This method always finds two to five groups, in pure chance too. For comparison only."),
        ]
        if shown.in_conversation is not None:
            lines.append(
                say(
                    "{inside} of {n} participants voted enough to be grouped.",
                    inside=shown.in_conversation,
                    n=shown.participants,
                )
            )
        sizes = [str(group["size"]) if group["size"] is not None else say("hidden") for group in shown.groups]
        lines.append(say("Sizes: {sizes}.", sizes=", ".join(sizes)))
        if shown.hidden:
            lines.append(
                say("{n} figures about fewer than {k} people are left out; --k 1 shows all.", n=shown.hidden, k=shown.k)
            )
        return "\n".join(lines)

    def files(self, language: str = "nl") -> dict[str, str]:
        """The content of every file by name."""
        del language  # figures only
        files = {"polis.json": encode_document(self.to_dict())}
        if self.people is not None:
            files["participants.csv"] = _write_people(self.people)
        return files


def compute_polis(votes: VoteInput, *, seed: int, k: int, participants: bool) -> PolisResult:
    """The published method on the votes, with figures about fewer than k people left out."""
    found = landscape_polis(votes.table, seed=seed)
    shown = disclose_polis(found, table=votes.table, published_groups=votes.published_groups, k=k)
    return PolisResult(shown, votes.facts, found if participants else None)


def _write_people(found: PolisLandscape) -> str:
    rows = found.people_rows()
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]) if rows else ["participant"], lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()
