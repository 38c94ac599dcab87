// SPDX-FileCopyrightText: 2026 The Houvast contributors
// SPDX-License-Identifier: EUPL-1.2
// What does a key mean in the queue, and which statement comes then? No DOM here.

const MEANING = { j: "next", k: "previous", a: "accept", w: "leave out" };

/** What a pressed key asks for, or null: the keys are off, somebody is typing, or it is a key of the browser. */
export function meaning({ key, held, typing, repeated }, isOn) {
  if (!isOn || held || typing) return null;
  const found = Object.hasOwn(MEANING, key) ? MEANING[key] : null;
  return repeated && found !== "next" && found !== "previous" ? null : found;
}

/** The place among `count` statements after a step; -1 is none yet. The ends hold. */
export function step(place, count, asked) {
  if (count === 0) return -1;
  if (place < 0) return 0;
  return Math.min(count - 1, Math.max(0, place + (asked === "next" ? 1 : -1)));
}
