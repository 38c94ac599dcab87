# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How many votes a second, how quickly, how fresh is the landscape, and is every acknowledged vote there after kill -9?

    bench/votes_under_load.py --rate 300 --seconds 60                    SQLite
    bench/votes_under_load.py --rate 300 --seconds 60 --database postgres
    bench/votes_under_load.py --rate 150 --seconds 90 --kill 7           web and worker are killed every 7 seconds

Open loop: votes arrive at random moments at the given rate, whether or not earlier ones were answered, so waiting is
counted. A vote is a resident's POST with its token, answered with the next card after the vote, its tally and the
exposure of the next statement are in the database. The generator runs on the same machine; its share of the processor
is printed.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import re
import resource
import tempfile
import time
import uuid
from pathlib import Path

import aiohttp
from load_setting import CODE, Installation, age_of_live_result, count_votes, prepare

NEXT = re.compile(r'name="statement"[^>]*value="(\d+)"')
PORT = 8765


class Generator:
    """Residents who vote; one vote at a time each, so an idle one is taken for every arrival."""

    def __init__(self, base: str, tokens: list[str], rate: float, seconds: float) -> None:
        self.base, self.rate, self.seconds = base, rate, seconds
        self.idle = [(token, None) for token in tokens]
        random.shuffle(self.idle)
        self.latencies: list[float] = []
        self.acknowledged: list[tuple[str, int, int]] = []
        self.failures: dict[str, int] = {}
        self.most_waiting = 0
        self.begun = asyncio.Event()

    async def run(self) -> float:
        """Vote for the asked time; the seconds it took until the last answer, without the first cards."""
        connector = aiohttp.TCPConnector(limit=400)
        timeout = aiohttp.ClientTimeout(total=30)
        async with aiohttp.ClientSession(connector=connector, timeout=timeout) as session:
            await self.open_first_cards(session)
            self.begun.set()
            start = time.perf_counter()
            moment, jobs = 0.0, set()
            while moment < self.seconds:
                moment += random.expovariate(self.rate)
                await asyncio.sleep(max(0.0, start + moment - time.perf_counter()))
                job = asyncio.create_task(self.vote(session, start + moment))
                jobs.add(job)
                job.add_done_callback(jobs.discard)
                self.most_waiting = max(self.most_waiting, len(jobs))
            await asyncio.gather(*jobs)
            return time.perf_counter() - start

    async def open_first_cards(self, session: aiohttp.ClientSession) -> None:
        """Everybody who votes has a card before the clock starts, sixteen at a time."""
        gate = asyncio.Semaphore(16)

        async def open_one(token: str) -> tuple[str, str]:
            async with gate:
                return token, await self.first_card(session, {"houvast": token, "csrftoken": "a" * 32})

        self.idle = list(await asyncio.gather(*(open_one(token) for token, _none in self.idle)))

    async def vote(self, session: aiohttp.ClientSession, due: float) -> None:
        token, statement = self.idle.pop()
        cookies = {"houvast": token, "csrftoken": "a" * 32}
        try:
            if statement is None:
                statement = await self.first_card(session, cookies)
                due = time.perf_counter()
            request, value = str(uuid.uuid4()), random.choice([1, 1, 0, -1, -1])
            form = {
                "csrfmiddlewaretoken": "a" * 32,
                "statement": statement,
                "request": request,
                "vote": {1: "agree", 0: "pass", -1: "disagree"}[value],
            }
            headers = {"X-Requested-With": "fetch"}
            address = f"{self.base}/g/{CODE}/stem"
            async with session.post(address, data=form, cookies=cookies, headers=headers) as answer:
                text = await answer.text()
                if answer.status != 200:
                    raise RuntimeError(f"status {answer.status}")
            self.latencies.append(time.perf_counter() - due)
            self.acknowledged.append((request, int(statement), value))
            found = NEXT.search(text)
            if found:
                self.idle.insert(random.randrange(len(self.idle) + 1), (token, found[1]))
        except (TimeoutError, aiohttp.ClientError, RuntimeError, OSError) as wrong:
            name = type(wrong).__name__ + (f" {wrong}" if isinstance(wrong, RuntimeError) else "")
            self.failures[name] = self.failures.get(name, 0) + 1
            self.idle.insert(0, (token, None))

    async def first_card(self, session: aiohttp.ClientSession, cookies: dict[str, str]) -> str:
        async with session.get(f"{self.base}/g/{CODE}/stem", cookies=cookies) as answer:
            found = NEXT.search(await answer.text())
            if found is None:
                raise RuntimeError(f"no card, status {answer.status}")
            return found[1]


class Killer:
    """Kills web and worker in turn, without warning, and starts them again."""

    def __init__(self, installation: Installation, every: float) -> None:
        self.installation, self.every, self.kills = installation, every, 0

    async def run(self, begun: asyncio.Event) -> None:
        await begun.wait()
        while True:
            await asyncio.sleep(self.every * random.uniform(0.5, 1.5))
            which = random.choice(["web", "work", "both"])
            for name in ("web", "work"):
                if which in {name, "both"}:
                    self.installation.kill(name)
                    self.installation.start(name)
            self.kills += 1


async def watch_freshness(ages: list[float], begun: asyncio.Event) -> None:
    """Every second: how old is what the newest live result is made of?"""
    await begun.wait()
    await asyncio.sleep(5)  # the first result after the quiet before the load
    while True:
        await asyncio.sleep(1)
        ages.append(await asyncio.to_thread(age_of_live_result))


async def measure(installation: Installation, options: argparse.Namespace) -> dict[str, object]:
    voters = random.sample(installation.tokens, min(options.voters, len(installation.tokens)))
    generator = Generator(f"http://127.0.0.1:{PORT}", voters, options.rate, options.seconds)
    ages: list[float] = []
    others = [asyncio.create_task(watch_freshness(ages, generator.begun))]
    killer = Killer(installation, options.kill) if options.kill else None
    if killer:
        others.append(asyncio.create_task(killer.run(generator.begun)))
    before = time.process_time()
    wall = await generator.run()
    own = time.process_time() - before
    for job in others:
        job.cancel()
    lat = sorted(generator.latencies)
    return {
        "database": options.database,
        "durability": options.durability,
        "asked_per_second": options.rate,
        "acknowledged": len(lat),
        "acknowledged_per_second": round(len(lat) / wall, 1),
        "ms_p50_p95_p99_max": [round(1000 * at(lat, q), 1) for q in (0.5, 0.95, 0.99, 1.0)],
        "failures": generator.failures,
        "most_waiting": generator.most_waiting,
        "generator_share_of_one_core": round(own / wall, 2),
        "live_result_age_s_median_max": [round(at(sorted(ages), q), 1) for q in (0.5, 1.0)] if ages else None,
        "kills": killer.kills if killer else 0,
        **await asyncio.to_thread(count_votes, generator.acknowledged),
    }


def at(values: list[float], q: float) -> float:
    """The quantile q."""
    return values[min(len(values) - 1, int(q * len(values)))] if values else float("nan")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--database", choices=["sqlite", "postgres"], default="sqlite")
    parser.add_argument("--durability", choices=["full", "normal"], default="full")
    parser.add_argument("--rate", type=float, default=300)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--participants", type=int, default=10_000)
    parser.add_argument("--statements", type=int, default=500)
    parser.add_argument("--voters", type=int, default=1500, help="people who vote during the load, in turn")
    parser.add_argument("--votes", type=int, default=400_000, help="votes before the load begins")
    parser.add_argument("--workers", type=int, default=1, help="web processes")
    parser.add_argument("--kill", type=float, default=0, help="seconds between kills")
    options = parser.parse_args()
    random.seed(1)
    resource.setrlimit(resource.RLIMIT_NOFILE, (8192, 8192))
    with tempfile.TemporaryDirectory(prefix="houvast-load-") as folder:
        installation = prepare(Path(folder), options, port=PORT)
        try:
            installation.start("web")
            installation.start("work")
            installation.wait_until_ready()
            print(json.dumps(asyncio.run(measure(installation, options)), indent=2))
        finally:
            installation.stop()


if __name__ == "__main__":
    main()
