# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How well do themes and language do on our own sets? With a few draws of labels, words and weeks.

    OMP_NUM_THREADS=1 python bench/themes.py

The tables are in docs/explanation/themes-and-language.md. The model of meaning is measured where it is installed.
"""

from __future__ import annotations

import csv
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from houvast.engine.language.embedder import NO_EMBEDDER, Embedder, Vectors
from houvast.engine.language.emerging_themes import find_emerging, split_terms
from houvast.engine.language.fuel import find_fuel
from houvast.engine.language.language_identification import identify_language
from houvast.engine.language.repeats import find_alike, find_repeats, index_texts
from houvast.engine.language.theme_learning import learn_themes
from houvast.engine.language.theme_list import ThemeList
from houvast.engine.language.theme_suggestions import suggest_themes
from houvast.exchange.sentence_encoder import embedder_or_none
from houvast.exchange.theme_pack import read_theme_pack

DATA = Path(__file__).parents[1] / "tests" / "engine" / "language" / "data"
CODES = {"armoede": "bestaanszekerheid", "eenzaam": "welzijn", "ruis": ""}
DRAWS, QUIET, LOOKS, STREAMS = 10, 60, range(15, 26), 60
PER_WEEK, REPORTERS, WEEKS, BEGINS = 25, 12, 26, 20


def read(name: str) -> list[dict[str, str]]:
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


ROWS = read("observations")
TEXTS = [row["text"] for row in ROWS]
TRUTH = [CODES.get(row["theme_hidden"], row["theme_hidden"]) for row in ROWS]


class Remembered:
    """A model that embeds each text once."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder, self._known = embedder, {}
        self.name, self.dim = embedder.name, embedder.dim
        self.languages, self.fingerprint = embedder.languages, embedder.fingerprint

    def embed(self, texts: Sequence[str]) -> Vectors:
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        self._known.update(zip(new, self._embedder.embed(new), strict=True))
        return np.array([self._known[text] for text in texts], dtype=np.float32).reshape(len(texts), self.dim)


def thin(themes: ThemeList, share: float, rng: np.random.Generator) -> ThemeList:
    """The list with a random part of its words, as a list is that did not see these texts."""
    return replace(
        themes,
        version=f"{share} {rng.random()}",
        themes=tuple(replace(t, words=tuple(w for w in t.words if rng.random() < share)) for t in themes.themes),
    )


def judge_themes(themes: ThemeList, per: int, embedder: Embedder, rng: np.random.Generator) -> tuple[float, ...]:
    """(first right, right among three, no theme yet, noise with a theme) on the texts that taught nothing."""
    train = [at for code in sorted({*TRUTH} - {""}) for at in rng.permutation(_with(code))[:per]]
    learned = learn_themes([TEXTS[at] for at in train], [TRUTH[at] for at in train], themes, embedder=embedder)
    said = {
        at: [one.code for one in suggest_themes(TEXTS[at], themes=themes, learned=learned)]
        for at in range(len(TEXTS))
        if at not in train
    }
    themed = [at for at in said if TRUTH[at]]
    noise = [bool(codes) for at, codes in said.items() if not TRUTH[at]]
    return (
        float(np.mean([said[at][:1] == [TRUTH[at]] for at in themed])),
        float(np.mean([TRUTH[at] in said[at] for at in themed])),
        float(np.mean([not said[at] for at in themed])),
        float(np.mean(noise)),
    )


def _with(code: str) -> list[int]:
    return [at for at, truth in enumerate(TRUTH) if truth == code]


def tell_themes(embedder: Embedder) -> None:
    print("\n| words of the list | labels a theme | model | first right | among three | no theme yet | noise themed |")
    print("|---|---|---|---|---|---|---|")
    whole = read_theme_pack()
    for share in (1.0, 0.5, 0.25):
        for per in (0, 4, 8):
            for model in dict.fromkeys((NO_EMBEDDER, embedder)):
                draws = [np.random.default_rng(seed) for seed in range(DRAWS)]
                lists = [whole if share == 1 else thin(whole, share, rng) for rng in draws]
                found = [judge_themes(one, per, model, rng) for one, rng in zip(lists, draws, strict=True)]
                print(
                    f"| {share:.0%} | {per} | {model.name} | "
                    + " | ".join(f"{x:.2f}" for x in np.mean(found, 0))
                    + " |"
                )


def tell_repeats(embedder: Embedder) -> None:
    pairs = read("dups")
    firsts = [row["a"] for row in pairs]
    pool = firsts + [text for text in TEXTS if text not in set(firsts)]
    found = {one.later: one for one in find_repeats([*firsts, *(row["b"] for row in pairs)])}
    same, near = Counter(), Counter()
    index = index_texts(pool, embedder=embedder)
    for at, row in enumerate(pairs):
        one = found.get(len(pairs) + at)
        same[row["kind"]] += one is not None and one.earlier == at and one.sameness == "same"
        near[row["kind"]] += any(like.index == at for like in find_alike(row["b"], index=index))
    total = Counter(row["kind"] for row in pairs)
    print(f"\n| pairs | n | said to be the same | listed among five, model {embedder.name} |\n|---|---|---|---|")
    for kind, n in total.items():
        print(f"| {kind} | {n} | {same[kind]} | {near[kind]} |")


def tell_fuel_and_language() -> None:
    judged = [(row["fuel"] == "1", bool(find_fuel(row["text"]))) for row in read("fuel")]
    flagged = sum(bool(find_fuel(text)) for text in TEXTS)
    hits, said = sum(t and s for t, s in judged), sum(s for _, s in judged)
    fuel, plain = sum(t for t, _ in judged), sum(not t for t, _ in judged)
    print(f"\nfuel: {hits} of {fuel} found, {said - hits} of {plain} false; {flagged} of {len(TEXTS)} signals flagged")
    for candidates in (
        ("nl", "en", "tr", "ar", "pl"),
        ("nl", "en", "tr", "ar", "pl", "de", "fr", "es", "uk", "so", "fa"),
    ):
        answers = [(identify_language(row["text"], candidates=candidates), row["lang"]) for row in read("langid")]
        right, unknown = sum(said == truth for said, truth in answers), sum(said is None for said, _ in answers)
        print(f"language of {len(answers)} texts, {len(candidates)} candidates: {right} right, {unknown} unknown, "
              f"{len(answers) - right - unknown} wrong")  # fmt: skip


def repeated(rng: np.random.Generator) -> list[tuple[str, ...]]:
    """A week of signals drawn again and again from our own: all words of a text come and go together."""
    return [split_terms(TEXTS[at]) for at in rng.integers(len(TEXTS), size=rng.poisson(PER_WEEK))]


def random_words(rng: np.random.Generator) -> list[tuple[str, ...]]:
    """A week of signals of eight words each, as frequent as words are (Zipf)."""
    words = rng.zipf(1.3, size=(rng.poisson(PER_WEEK), 8)) % 20_000
    return [tuple(f"woord{_letters(int(word))}" for word in row) for row in words]


def in_bursts(rng: np.random.Generator) -> list[tuple[str, ...]]:
    """The same, but each week a subject of the day is in a tenth of the texts: three words of the first two hundred."""
    rows = random_words(rng)
    subject = tuple(f"woord{_letters(int(word))}" for word in rng.integers(1, 200, size=3))
    return [row + subject if rng.random() < 0.1 else row for row in rows]


def _letters(number: int) -> str:
    return "".join(chr(97 + int(digit)) for digit in str(number)) + "q"


def stream(rng: np.random.Generator, week: object, rate: float) -> tuple[np.ndarray, np.ndarray, list[tuple[str, ...]]]:
    """(weeks, reporters, terms) of half a year; from week 20 on so many texts a week about fatbikes."""
    new = [split_terms(row["text"]) for row in read("emerging")]
    weeks, tokens = [], []
    for at in range(WEEKS):
        rows = week(rng)  # type: ignore[operator]
        if at >= BEGINS and rate:
            rows += [new[i] for i in rng.integers(len(new), size=rng.poisson(rate))]
        weeks += [at] * len(rows)
        tokens += rows
    return np.array(weeks), rng.integers(REPORTERS, size=len(weeks)), tokens


def looks(
    rng: np.random.Generator, week: object, rate: float, at: Sequence[int]
) -> Iterator[tuple[int, tuple[str, ...], int]]:
    """(week, all words found, number of findings) at the end of each of these weeks."""
    weeks, reporters, tokens = stream(rng, week, rate)
    for now in at:
        seen = int((weeks <= now).sum())
        found = find_emerging(
            weeks=weeks[:seen], reporters=reporters[:seen], tokens=tokens[:seen], now=now, k_reporters=1
        )
        yield now, tuple(word for term in found.terms for word in term.words), len(found.terms)


def tell_emerging() -> None:
    print("\n| texts a week | found within six weeks | median wait (weeks) | streams |\n|---|---|---|---|")
    for rate in (2, 4, 6):
        first = [_wait(np.random.default_rng(seed), rate) for seed in range(STREAMS)]
        waits = [wait for wait in first if wait is not None]
        print(f"| {rate} | {len(waits) / len(first):.2f} | {np.median(waits):.0f} | {len(first)} |")
    print("\n| quiet stream | looks with a false finding | findings a look | looks |\n|---|---|---|---|")
    for week in (repeated, random_words, in_bursts):
        counts = [n for seed in range(QUIET) for _, _, n in looks(np.random.default_rng(500 + seed), week, 0, LOOKS)]
        print(f"| {week.__name__} | {np.mean([n > 0 for n in counts]):.3f} | {np.mean(counts):.3f} | {len(counts)} |")


def _wait(rng: np.random.Generator, rate: float) -> int | None:
    """Weeks from the first text on the new subject until it is found; None: not within six."""
    for now, words, _ in looks(rng, repeated, rate, range(BEGINS, WEEKS)):
        if any("fatbike" in word for word in words):
            return now - BEGINS
    return None


def tell_speed(embedder: Embedder) -> None:
    themes = read_theme_pack()
    for model in dict.fromkeys((NO_EMBEDDER, embedder)):
        began = time.process_time()
        learned = learn_themes(TEXTS, TRUTH, themes, embedder=model)
        learning = time.process_time() - began
        for text in TEXTS[:5]:
            suggest_themes(text, themes=themes, learned=learned)
        began = time.process_time()
        for text in TEXTS:
            suggest_themes(text, themes=themes, learned=learned)
        each = (time.process_time() - began) / len(TEXTS)
        print(f"model {model.name}: learning {learning:.2f} s, a text {1000 * each:.1f} ms of one core")


def main() -> None:
    plain = embedder_or_none("use")
    embedder = Remembered(plain) if plain.dim else NO_EMBEDDER
    tell_themes(embedder)
    tell_repeats(embedder)
    tell_fuel_and_language()
    tell_emerging()
    print()
    tell_speed(plain if plain.dim else NO_EMBEDDER)


if __name__ == "__main__":
    main()
