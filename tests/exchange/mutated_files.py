# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Mutated input files, each with what may at most be made of it: never a traceback, never a wrong silent result."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from exchange.vote_files import WORDS_EN, WORDS_NL, Dialect, Votes, encode, long_rows, matrix_rows, votes_of

from houvast.domain.errors import HouvastError
from houvast.exchange.vote_reader import read_votes

JUNK = (
    "", " ", "2", "-2", "1.5", "5", "nan", "inf", "1e3", "abc", "true", "NULL", "é", "\U0001f600", "'", "=1+1", "0x1",
    "1,0", "1;0", "a\nb", "a\r\nb", '"', '""', 'say "no"', "-0", "+1", "1.0", "agree", "oneens", "٣", "1_0", "9" * 25,
    "-1", "0", "1", "x" * 150, "1403054214", "2026-05-31", "\u2212" + "1", "\x00", "\ufeff1", "\t1",
)  # fmt: skip
Rows = list[list[str]]
Allowed = Callable[[Votes], bool]


@dataclass(frozen=True)
class Case:
    """One mutated input. allowed: whether these votes, read without an error, are right; mutation names it."""

    path: Path
    mutation: str
    allowed: Allowed


def random_votes(rng: random.Random) -> Votes:
    """A few people on a few statements, at least one agree and one disagree."""
    people, items = rng.randint(3, 12), rng.randint(2, 8)
    votes = {
        (str(p), str(s)): rng.choice((1, 0, -1)) for p in range(people) for s in range(items) if rng.random() < 0.6
    }
    return votes | {("0", "0"): 1, ("1", "1"): -1}


def base_rows(rng: random.Random, votes: Votes) -> tuple[str, Rows]:
    """The votes in one of the forms, as text cells under a header."""
    form = rng.choice(("long", "timed", "matrix", "polis"))
    say: Callable[[int], object] = rng.choice((int, float, WORDS_EN.__getitem__, WORDS_NL.__getitem__))
    if form == "long":
        rows = long_rows(votes, ("participant", "statement", "vote"), say)
    elif form == "timed":
        rows = [[*row, 1_403_054_214_196 + i * 1000] for i, row in enumerate(long_rows(votes, say=say))]
        rows[0][-1] = "timestamp"
    elif form == "matrix":
        rows = matrix_rows(votes, say)
    else:
        rows = [["timestamp", "datetime", "comment-id", "voter-id", "vote"]]
        rows += [[1_403_054_214_196 + i, "Wed Jun 18", s, p, v] for i, ((p, s), v) in enumerate(votes.items())]
    return form, [[str(cell) for cell in row] for row in rows]


def differing(found: Votes, votes: Votes) -> set[tuple[str, str]]:
    """Pairs whose vote is not the same in both."""
    return {pair for pair in found.keys() | votes.keys() if found.get(pair) != votes.get(pair)}


def change_one_cell(rng: random.Random, form: str, rows: Rows, votes: Votes) -> tuple[str, Allowed]:
    """One cell of one row becomes something else: at most that vote (or that person's row) may be read otherwise."""
    row = rng.randrange(1, len(rows))
    column = rng.randrange(len(rows[row]))
    before = list(rows[row])
    rows[row][column] = rng.choice(JUNK) if rng.random() < 0.8 else rng.choice(rng.choice(rows[1:]))
    if form == "matrix":
        person = before[0]
        if column:
            return "cell of a matrix", lambda found: differing(found, votes) <= {(person, rows[0][column])}
        others = {pair: vote for pair, vote in votes.items() if pair[0] != person}
        mine = sorted((item, vote) for (who, item), vote in votes.items() if who == person)
        new = rows[row][0].strip()
        return (
            "id of a matrix",
            lambda found: (
                {pair: vote for pair, vote in found.items() if pair[0] != new} == others
                and sorted((item, vote) for (who, item), vote in found.items() if who == new) == mine
            ),
        )
    places = {name: at for at, name in enumerate(rows[0])}
    person_at, item_at = places.get("participant", places.get("voter-id", 0)), places.get("statement", 2)
    item_at = places.get("comment-id", item_at)
    old = (before[person_at], before[item_at])
    new_pair = (rows[row][person_at].strip(), rows[row][item_at].strip())
    return "cell of a long table", lambda found: differing(found, votes) <= {old, new_pair}


def keep_meaning(rng: random.Random, form: str, rows: Rows, votes: Votes) -> tuple[str, Allowed]:
    """A change that means nothing: the votes must be the same."""
    kind = rng.choice(("shuffle rows", "shuffle columns", "spaces", "extra column", "blank rows", "repeat rows"))
    body = rows[1:]
    if kind == "shuffle rows":
        rng.shuffle(body)
    elif kind == "shuffle columns":
        order = list(range(1 if form == "matrix" else 0, len(rows[0])))
        rng.shuffle(order)
        order = [0, *order] if form == "matrix" else order
        rows[0], body = [rows[0][at] for at in order], [[row[at] for at in order] for row in body]
    elif kind == "spaces":
        body = [[f" {cell} " for cell in row] for row in body]
    elif kind == "extra column" and form != "matrix":
        rows[0] = [*rows[0], "age"]
        body = [[*row, rng.choice(JUNK[:30])] for row in body]
    elif kind == "blank rows":
        body = [row for pair in body for row in ([], pair, [""] * len(pair))]
    elif kind == "repeat rows" and form != "matrix":
        body = body + [list(row) for row in rng.sample(body, len(body) // 2)]
    rows[1:] = body
    return kind, lambda found: found == votes


def break_structure(rng: random.Random, _form: str, rows: Rows, votes: Votes) -> tuple[str, Allowed]:
    """Rows are ragged or cut off, or the header is not the first row alone."""
    kind = rng.choice(("ragged", "cut rows", "no header", "two headers"))
    if kind == "ragged":
        row = rng.choice(rows[1:])
        row[:] = row[:-1] if rng.random() < 0.5 else [*row, rng.choice(JUNK)]
        return kind, lambda found: found == votes and not row[len(rows[0]) :]
    if kind == "cut rows":
        del rows[rng.randrange(1, len(rows)) :]
        return kind, lambda found: found.items() <= votes.items()
    if kind == "no header":
        del rows[0]
        return kind, lambda found: False
    rows.insert(1, list(rows[0]))
    return kind, lambda found: False


def break_columns(rng: random.Random, form: str, rows: Rows, votes: Votes) -> tuple[str, Allowed]:
    """A column is lost, or has another name."""
    kind = rng.choice(("double name", "lost column", "renamed column"))
    at = rng.randrange(len(rows[0]))
    if kind == "double name":
        rows[0][at] = rows[0][at - 1]
        return kind, lambda found: found == votes and form in ("timed", "polis")
    if kind == "lost column":
        for row in rows:
            del row[at]
        if form == "matrix" and at == 0:  # then people are numbered by row, and that is said
            return kind, lambda found: sorted(found.values()) == sorted(votes.values())
        return kind, lambda found: found.items() <= votes.items() and (form != "long" or found == votes)
    old, rows[0][at] = rows[0][at], rng.choice(("kleur", "zzz", "leeftijd"))
    renamed = {(p, rows[0][at] if s == old else s): v for (p, s), v in votes.items()}
    return kind, lambda found: found in (votes, renamed)


def random_dialect(rng: random.Random) -> Dialect:
    """Any way to write a file."""
    return Dialect(
        separator=rng.choice(",;\t"),
        line_end=rng.choice(("\n", "\r\n", "\r")),
        bom=rng.random() < 0.3,
        packed=rng.random() < 0.2,
        quote_all=rng.random() < 0.3,
        encoding=rng.choice(("utf-8", "utf-8", "utf-8", "utf-16")),
    )


def change_bytes(rng: random.Random, data: bytearray) -> str:
    """Change bytes in place without regard to what they mean."""
    kind = rng.choice(("flip", "insert", "delete", "cut", "repeat", "junk"))
    at = rng.randrange(len(data))
    if kind == "flip":
        data[at] ^= 1 << rng.randrange(8)
    elif kind == "insert":
        data.insert(at, rng.choice(b'\0\n\r",;\t\xff\xc3 -19"'))
    elif kind == "delete":
        del data[at]
    elif kind == "cut":
        del data[at:]
    elif kind == "repeat":
        data[at:at] = data[at : at + rng.randrange(1, 40)]
    else:
        data[at : at + rng.randrange(1, 20)] = rng.randbytes(rng.randrange(1, 20))
    return f"bytes: {kind}"


def bytes_allowed(kind: str, form: str, votes: Votes) -> Allowed:
    """What one changed byte below the header may do at most: a vote, an id or a person's row. Elsewhere: anything."""
    if kind not in ("bytes: flip", "bytes: insert", "bytes: delete"):
        return lambda found: True
    if form == "matrix":
        return lambda found: len({person for person, _ in differing(found, votes)}) <= 2
    return lambda found: len(differing(found, votes)) <= 2


def folder_case(rng: random.Random, folder: Path, votes: Votes) -> Case:
    """A Polis folder whose comments.csv is mutated: the votes stay what they are."""
    items = sorted({item for _, item in votes})
    comments = [["timestamp", "comment-id", "author-id", "agrees", "disagrees", "moderated", "comment-body", "is-meta"]]
    comments += [
        ["1", item, "7", "3", "4", rng.choice(("-1", "0", "1")), f'Text "{item}",\nmore', "f"] for item in items
    ]
    rows = long_rows(votes, ("voter-id", "comment-id", "vote"))
    (folder / "votes.csv").write_bytes(encode(rows, random_dialect(rng)))
    dialect = random_dialect(rng)
    if rng.random() < 0.5:
        comments[rng.randrange(len(comments))][rng.randrange(8)] = rng.choice(JUNK)
        data, mutation = encode(comments, dialect), "cell of comments.csv"
    else:
        changed = bytearray(encode(comments, dialect))
        mutation = change_bytes(rng, changed)
        data = bytes(changed)
    (folder / "comments.csv").write_bytes(data)
    return Case(folder, mutation, lambda found: found == votes)


def parquet_case(rng: random.Random, folder: Path, votes: Votes) -> Case:
    """A Parquet file with changed bytes; its pages have checksums, so a changed vote is seen."""
    pairs = list(votes.items())
    people, items = [p for (p, _), _ in pairs], [s for (_, s), _ in pairs]
    is_text = rng.random() < 0.5
    table = pa.table(
        {
            "participant": people if is_text else [int(p) for p in people],
            "statement": pa.array(items).dictionary_encode() if rng.random() < 0.5 else items,
            "vote": pa.array([v for _, v in pairs], rng.choice((pa.int8(), pa.int64(), pa.float64()))),
        }
    )
    path = folder / "votes.parquet"
    pq.write_table(table, path, write_page_checksum=True, row_group_size=rng.choice((5, 1000)))
    data = bytearray(path.read_bytes())
    mutation = change_bytes(rng, data) if rng.random() < 0.9 else "none"
    path.write_bytes(data)
    return Case(path, f"parquet {mutation}", lambda found: mutation != "none" or found == votes)


def make_case(seed: int, folder: Path) -> Case:
    """The mutated input of a seed, written under folder."""
    rng = random.Random(seed)
    votes = random_votes(rng)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    other = rng.random()
    if other < 0.2:
        return (folder_case if other < 0.12 else parquet_case)(rng, folder, votes)
    form, rows = base_rows(rng, votes)
    how = rng.choice((change_one_cell, change_one_cell, keep_meaning, break_structure, break_columns, change_bytes))
    dialect = random_dialect(rng)
    path = folder / "votes.csv"
    if how is change_bytes:
        plain = encode(rows, dialect)
        head = len(encode(rows[:1], dialect)) if not dialect.packed else 0
        data = bytearray(plain)
        mutation = change_bytes(rng, data)
        path.write_bytes(data)
        below = bytes(data[:head]) == plain[:head] and head > 0
        return Case(path, mutation, bytes_allowed(mutation, form, votes) if below else lambda found: True)
    mutation, allowed = how(rng, form, rows, votes)  # type: ignore[operator]
    path.write_bytes(encode(rows, dialect))
    return Case(path, mutation, allowed)


def judge(case: Case) -> str:
    """ "result", "clear error", "traceback: …" or "wrong: …" for a case, read strictly; then leniently."""
    try:
        verdict = "result" if case.allowed(votes_of(read_votes(case.path))) else f"wrong: {case.mutation}"
    except HouvastError:
        verdict = "clear error"
    except Exception as error:
        verdict = f"traceback: {case.mutation}: {error!r}"
    try:
        read_votes(case.path, lenient=True)
    except HouvastError:
        pass
    except Exception as error:
        verdict = f"traceback, lenient: {case.mutation}: {error!r}"
    return verdict
