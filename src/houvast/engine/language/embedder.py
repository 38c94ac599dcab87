# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What must a language model on one's own machine offer? Texts in, one vector each out; nothing else is asked of it.

Without one everything works on words and letters. A driver adds nearness in meaning: it is optional, never fetched from
a network, and named by a fingerprint, so that vectors of another model are never compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


@runtime_checkable
class Embedder(Protocol):
    """A model of meaning. dim: length of a vector, 0 where there is no model; languages: those it was made for."""

    @property
    def name(self) -> str:
        """The driver's name in settings and reports."""

    @property
    def dim(self) -> int:
        """The length of a vector."""

    @property
    def languages(self) -> tuple[str, ...]:
        """The codes of the languages it was made for."""

    @property
    def fingerprint(self) -> str:
        """Model and version: vectors with another fingerprint are of another kind."""

    def embed(self, texts: Sequence[str]) -> Vectors:
        """One row of length dim a text, each of length one. The same texts give the same rows."""


class NoEmbedder:
    """The driver "none": every text gets a vector of no numbers, and words decide."""

    name = "none"
    dim = 0
    languages: tuple[str, ...] = ()
    fingerprint = "none"

    def embed(self, texts: Sequence[str]) -> Vectors:
        """A row of no numbers for each text."""
        return np.zeros((len(texts), 0), dtype=np.float32)


NO_EMBEDDER = NoEmbedder()
