# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which texts does the code say to people? Found in templates, in gettext calls and in the errors that are shown."""

from __future__ import annotations

import ast
import io
from collections.abc import Iterator

from babel.messages.extract import extract
from django.utils.translation.template import templatize
from project_tree import ROOT, SOURCE, Module, modules_of

Message = str | tuple[str, str]  # singular, or singular and plural
MARKS = {"gettext": 1, "gettext_lazy": 1, "gettext_noop": 1, "_": 1, "pgettext": 2, "pgettext_lazy": 2}
PLURAL_MARKS = {"ngettext": (1, 2), "ngettext_lazy": (1, 2), "npgettext": (2, 3)}
# What is shown at the edge, and which argument is the text; the rest of the tree speaks to the command line.
ERRORS_WITH_FIELD = ("FieldRejected", "PersonDataRejected")
SHOWN_ERRORS = ("StateRefused", "PermissionRefused", "ActionRefused", "NotFound")
LAYERS = ("web", "actions", "queries", "domain", "configuration")


def template_messages() -> dict[Message, str]:
    """Texts in templates, each with a file that says it."""
    plurals = {"ngettext": (1, 2), "npgettext": ((1, "c"), 2, 3)}
    keywords = {"gettext": None, "_": None, "pgettext": ((1, "c"), 2), **plurals}
    found: dict[Message, str] = {}
    for path in sorted((SOURCE / "web" / "templates").rglob("*.html")):
        python = templatize(path.read_text("utf-8"), origin=str(path))
        for _line, message, _comments, _context in extract("python", io.BytesIO(python.encode()), keywords=keywords):
            parts = message if isinstance(message, tuple) else (message,)
            found[_as_message(tuple(part for part in parts if part))] = path.relative_to(ROOT).as_posix()
    return found


def python_messages() -> dict[Message, str]:
    """Texts in code that is shown in the app, each with a file that says it."""
    return {message: module.path for layer in LAYERS for module in modules_of(layer) for message in _in_module(module)}


def all_strings() -> set[str]:
    """Every string in the code: a text that stands here may be said by way of a variable."""
    layers = (*LAYERS, "engine", "charts", "store", "exchange")
    trees = [module.tree for layer in layers for module in modules_of(layer)]
    return {node.value for tree in trees for node in ast.walk(tree) if _is_text(node)}  # type: ignore[attr-defined]


def _in_module(module: Module) -> Iterator[Message]:
    constants = {
        target.id: node.value.value
        for node in module.tree.body
        if isinstance(node, ast.Assign) and _is_text(node.value)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call):
            places = [place for place in _places(_name(node.func)) if place < len(node.args)]
            texts = [_text(node.args[place], constants) for place in places]
            if texts and None not in texts:
                yield _as_message(tuple(str(text) for text in texts))


def _places(name: str) -> tuple[int, ...]:
    """Which arguments of a call hold text."""
    if name in MARKS:
        return (MARKS[name] - 1,)
    if name in PLURAL_MARKS:
        return tuple(place - 1 for place in PLURAL_MARKS[name])
    if name in ERRORS_WITH_FIELD:
        return (1,)
    return (0,) if name in SHOWN_ERRORS else ()


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _text(node: ast.expr, constants: dict[str, str]) -> str | None:
    if _is_text(node):
        return str(node.value)  # type: ignore[attr-defined]
    return constants.get(node.id) if isinstance(node, ast.Name) else None


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _as_message(parts: tuple[str, ...]) -> Message:
    return parts[0] if len(parts) == 1 else (parts[-2], parts[-1])
