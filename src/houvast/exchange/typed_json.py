# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How does a frozen dataclass become text and the same again? JSON by the types of its fields; nothing else is made.

Numbers keep six significant digits. A field that a text lacks gets its default, so that older texts can be read.
"""

from __future__ import annotations

import json
import types
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

Typed = TypeVar("Typed")
Reader = Callable[[Any], Any]

DIGITS = 6


def write_typed(value: object) -> str:
    """The text of a dataclass of dataclasses, tuples, enums, numbers, texts and None."""
    return json.dumps(plain_values(value), ensure_ascii=False, separators=(",", ":"))


def read_typed(kind: type[Typed], text: str) -> Typed:
    """The object of this type that was written; KeyError or ValueError where the text is of something else."""
    wanted: Any = kind
    made: Typed = _reader(wanted)(json.loads(text))
    return made


def plain_values(value: Any) -> Any:
    """The same as dictionaries, lists, numbers, texts and None: what JSON can hold."""
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value):
        return {f.name: plain_values(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, (tuple, list)):
        return [plain_values(item) for item in value]
    if isinstance(value, float):
        return float(f"{value:.{DIGITS}g}")
    return value


@cache
def _reader(kind: Any) -> Reader:
    """What makes a value of this type from plain JSON values."""
    if isinstance(kind, type) and is_dataclass(kind):
        return _dataclass_reader(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if get_origin(kind) is tuple:
        return _tuple_reader(get_args(kind))
    if get_origin(kind) in {Union, types.UnionType}:
        return _optional_reader(get_args(kind))
    return float if kind is float else _same


def _same(value: Any) -> Any:
    return value


def _dataclass_reader(kind: type) -> Reader:
    hints = get_type_hints(kind)
    readers = [(f, _reader(hints[f.name])) for f in fields(kind)]

    def read(value: Any) -> Any:
        given = {f.name: reader(value[f.name]) for f, reader in readers if f.name in value or not _has_default(f)}
        return kind(**given)

    return read


def _has_default(field: Any) -> bool:
    return field.default is not MISSING or field.default_factory is not MISSING


def _tuple_reader(inside: tuple[Any, ...]) -> Reader:
    if len(inside) == 2 and inside[1] is Ellipsis:
        each = _reader(inside[0])
        return lambda value: tuple([each(item) for item in value])
    readers = [_reader(kind) for kind in inside]
    return lambda value: tuple([reader(item) for reader, item in zip(readers, value, strict=True)])


def _optional_reader(inside: tuple[Any, ...]) -> Reader:
    (kind,) = (k for k in inside if k is not type(None))
    reader = _reader(kind)
    return lambda value: None if value is None else reader(value)
