# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How is a note kept on a telephone so that nobody can read it there? Sealed on the device, opened only here.

sealed  = AES-256-GCM(key, nonce, note, associated data FORM)
wrapped = RSA-OAEP-SHA256(public key of this installation, key)
The device has the public key alone: what it sealed it cannot open again. The private key lies in the data folder,
readable by its owner only, and is made once. Without it a sealed note is lost, and whoever noted it is told so.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import cast

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from houvast.domain.errors import FieldRejected

FORM = "houvast-note/1"
KEY_FILE = "note-key.pem"
BITS = 3072
MOST_BYTES = 24_000  # of a sealed note as it is sent
UNREADABLE = "This note cannot be opened here. Throw it away and note it once more."
OTHER_KEY = "This note was sealed for a key that is not in use any more. Throw it away and note it once more."
OAEP = padding.OAEP(mgf=padding.MGF1(hashes.SHA256()), algorithm=hashes.SHA256(), label=None)


@dataclass(frozen=True, slots=True)
class PublicKey:
    """What a device seals with: the key as base64 of its SubjectPublicKeyInfo, and a short name for it."""

    name: str
    spki: str


def public_key() -> PublicKey:
    """The public key of this installation; the pair is made at the first call, in a fraction of a second."""
    return _public_part(_private_key())


def open_sealed_note(sealed: Mapping[str, object]) -> dict[str, str]:
    """The fields of a note that a device sealed, all text. FieldRejected where it cannot be opened."""
    private = _private_key()
    if sealed.get("form") != FORM:
        raise FieldRejected("sealed", UNREADABLE)
    if sealed.get("key") != _public_part(private).name:
        raise FieldRejected("sealed", OTHER_KEY)
    try:
        key = private.decrypt(_bytes(sealed, "wrapped"), OAEP)
        plain = AESGCM(key).decrypt(_bytes(sealed, "nonce"), _bytes(sealed, "sealed"), FORM.encode())
        note = json.loads(plain)
    except (ValueError, InvalidTag, RecursionError) as wrong:
        raise FieldRejected("sealed", UNREADABLE) from wrong
    if not isinstance(note, dict) or not all(isinstance(value, str) for value in note.values()):
        raise FieldRejected("sealed", UNREADABLE)
    return {name: _writable(value) for name, value in note.items()}


def _writable(text: str) -> str:
    """A half of a sign (a surrogate alone, as a keyboard that cuts an emoji leaves it) cannot be stored: "?" for it."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _bytes(sealed: Mapping[str, object], name: str) -> bytes:
    try:
        return base64.b64decode(str(sealed.get(name, "")), validate=True)
    except binascii.Error as wrong:
        raise ValueError(name) from wrong


def _private_key() -> rsa.RSAPrivateKey:
    place = settings.HOUVAST.data / KEY_FILE
    if not place.exists():
        _make_key(place)
    return _read_key(place, place.stat().st_mtime_ns)


@lru_cache(maxsize=4)
def _read_key(place: Path, changed: int) -> rsa.RSAPrivateKey:  # noqa: ARG001 -- a key put back is read anew
    return cast("rsa.RSAPrivateKey", serialization.load_pem_private_key(place.read_bytes(), password=None))


def _make_key(place: Path) -> None:
    """Whole or not at all, and the first of several processes wins."""
    made = rsa.generate_private_key(public_exponent=65537, key_size=BITS)
    content = made.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    with tempfile.TemporaryDirectory(dir=place.parent) as folder:
        beside = Path(folder) / KEY_FILE
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(content)
        try:
            os.link(beside, place)
        except FileExistsError:
            return


def _public_part(private: rsa.RSAPrivateKey) -> PublicKey:
    raw = private.public_key().public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    return PublicKey(hashlib.sha256(raw).hexdigest()[:16], base64.b64encode(raw).decode("ascii"))
