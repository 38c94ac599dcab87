// SPDX-FileCopyrightText: 2026 The Houvast contributors
// SPDX-License-Identifier: EUPL-1.2
// Which answer does a key stand for? The values of the form; null where the key means nothing. No DOM here.

const ANSWERS = { e: "1", o: "-1", w: "0", l: "" };

export function answerOf(key) {
  return ANSWERS[key.toLowerCase()] ?? null;
}
