# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sealing a note as a device does it, after static/note/sealing.model.js."""

from __future__ import annotations

import base64
import json
import os
from typing import Any

from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import load_der_public_key

from houvast.actions.notice.sealed_notes import FORM, OAEP, public_key


def as_text(raw: bytes) -> str:
    """Bytes as base64."""
    return base64.b64encode(raw).decode()


def seal(note: Any, *, form: str = FORM) -> dict[str, str]:
    """A note sealed to the key of this installation. form: what it is bound to."""
    known = public_key()
    return seal_to(note, name=known.name, spki=base64.b64decode(known.spki), form=form)


def seal_to(note: Any, *, name: str, spki: bytes, form: str = FORM) -> dict[str, str]:
    """A note sealed to a public key that has this name."""
    public = load_der_public_key(spki)
    assert isinstance(public, rsa.RSAPublicKey)
    key, nonce = AESGCM.generate_key(256), os.urandom(12)
    sealed = AESGCM(key).encrypt(nonce, json.dumps(note).encode(), form.encode())
    wrapped = public.encrypt(key, OAEP)
    parts = {"nonce": nonce, "wrapped": wrapped, "sealed": sealed}
    return {"form": FORM, "key": name, **{part: as_text(raw) for part, raw in parts.items()}}
