# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""`houvast simulate`: an invented conversation with a known truth, for tests, benchmarks and teaching."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click


@click.command()
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--participants", type=click.IntRange(1), default=300, show_default=True)
@click.option("--statements", type=click.IntRange(1), default=50, show_default=True)
@click.option("--votes", "votes_per_participant", type=float, help="Votes of each participant. Default: 20, or fewer.")
@click.option("--density", type=float, help="Share of the statements that each participant sees, instead of --votes.")
@click.option("--groups", type=click.IntRange(1), default=1, show_default=True, help="True number of groups.")
@click.option(
    "--separation", type=click.FloatRange(0), default=4.0, show_default=True, help="Distance between groups, in SD."
)
@click.option("--shares", help="Shares of the groups, for example 0.6,0.3,0.1. Default: equal.")
@click.option(
    "--distribution", type=click.Choice(["normal", "uniform", "skewed", "none"]), default="normal", show_default=True,
    help="Shape of one spectrum; none: pure noise.",
)  # fmt: skip
@click.option("--dimensions", type=click.IntRange(1), default=1, show_default=True)
@click.option("--style", "style_sd", type=click.FloatRange(0), default=0.0, show_default=True,
              help="How much people differ in agreeing with anything.")  # fmt: skip
@click.option("--passes", "pass_rate", type=float, default=0.15, show_default=True, help="Share of passes.")
@click.option("--exposure", type=click.Choice(["even", "heavy-tailed"]), default="even", show_default=True,
              help="How evenly votes are spread over people.")  # fmt: skip
@click.option("--brigade", type=click.IntRange(0), default=0, show_default=True, help="Members of a brigade to add.")
@click.option("--brigade-kind", type=click.Choice(["identical", "mimic"]), default="identical", show_default=True)
@click.option(
    "--brigade-cover",
    type=click.Choice(["mixed", "agree", "disagree", "contrary"]),
    default="mixed",
    show_default=True,
    help="The other votes of identical members.",
)
@click.option("--seed", type=click.IntRange(0), default=1, show_default=True)
@click.option("--format", "form", type=click.Choice(["polis", "csv", "parquet"]), default="polis", show_default=True)
def simulate(out: Path, **options: Any) -> None:
    """Invent a conversation and write it to the folder OUT, with the truth in truth.csv and truth.json."""
    import numpy as np

    from houvast.engine.simulate.brigades import BrigadeDesign
    from houvast.engine.simulate.conversations import simulate_conversation
    from houvast.exchange.conversation_writer import write_conversation

    settings = dict(options)
    form, seed, shares = (options.pop(name) for name in ("form", "seed", "shares"))
    size, kind, cover = (options.pop(name) for name in ("brigade", "brigade_kind", "brigade_cover"))
    if options["votes_per_participant"] is None and options["density"] is None:
        options["votes_per_participant"] = min(20, options["statements"])
    conversation = simulate_conversation(
        **options,
        group_shares=None if shares is None else _read_shares(shares),
        brigade=BrigadeDesign(size, kind, cover=cover) if size else None,
        rng=np.random.default_rng(seed),
    )
    for path in write_conversation(out, conversation=conversation, form=form, settings=settings):
        click.echo(path)


def _read_shares(text: str) -> tuple[float, ...]:
    from houvast.domain.errors import OptionRejected

    try:
        return tuple(float(part) for part in text.split(","))
    except ValueError as wrong:
        raise OptionRejected(f"--shares {text}: write numbers with commas between, for example 0.6,0.4.") from wrong
