// SPDX-FileCopyrightText: 2026 The Houvast contributors
// SPDX-License-Identifier: EUPL-1.2
// What does an answer of the server mean for a vote that was sent, and how long until it is sent again? No DOM here.

const LONGEST = 15000;

/** "swap": put the next card in place; "again": send the same click once more; "page": let the browser send the form. */
export function judge(status) {
  if (status === 200) return "swap";
  return status === null || status === 429 || status >= 500 ? "again" : "page";
}

/** Milliseconds before the next try; the first is quick, for a phone that changes masts. */
export function pause(tries) {
  return Math.min(LONGEST, 500 * 2 ** tries);
}
