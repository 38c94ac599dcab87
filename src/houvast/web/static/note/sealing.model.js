// SPDX-FileCopyrightText: 2026 The Houvast contributors
// SPDX-License-Identifier: EUPL-1.2
// Seals a note to the public key of the municipality: what is sealed here can be opened there alone. No DOM.

/** Whether this browser can seal: only over https, or on the machine itself. */
export function canSeal() {
  return Boolean(globalThis.crypto?.subtle);
}

/** The note {field: text} sealed to {form, key, spki}; nothing of it can be read on the device afterwards. */
export async function seal(note, { form, key, spki }) {
  const subtle = crypto.subtle;
  const rsa = await subtle.importKey("spki", bytesOf(spki), { name: "RSA-OAEP", hash: "SHA-256" }, false, ["encrypt"]);
  const secret = await subtle.generateKey({ name: "AES-GCM", length: 256 }, true, ["encrypt"]);
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(note));
  const bound = { name: "AES-GCM", iv: nonce, additionalData: new TextEncoder().encode(form) };
  const sealed = await subtle.encrypt(bound, secret, plain);
  const wrapped = await subtle.encrypt({ name: "RSA-OAEP" }, rsa, await subtle.exportKey("raw", secret));
  return { form, key, nonce: textOf(nonce), wrapped: textOf(wrapped), sealed: textOf(sealed) };
}

function bytesOf(base64) {
  return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
}

function textOf(bytes) {
  return btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(""));
}
