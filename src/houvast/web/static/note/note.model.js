// SPDX-FileCopyrightText: 2026 The Houvast contributors
// SPDX-License-Identifier: EUPL-1.2
// What does a note look like before it leaves the device: what leads to a person, which weeks, how long it waits? No DOM.

const DAY = 86400000;
const LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
const FOUND = [
  ["email", /[^\s@<>()]+@[^\s@<>()]+\.[a-z]{2,}/giu, () => true],
  ["iban", /\b[a-z]{2}\d{2}(?:[ .]?[a-z0-9]{4}){2,7}(?:[ .]?[a-z0-9]{1,4})?\b/giu, isIban],
  ["phone", /(?<![\d+])(?:\+|00)?\d(?:[ \-./()]{0,2}\d){8,12}(?!\d)/gu, isPhone],
  ["bsn", /(?<!\d)(?:\d{9}|\d{3}([ .\-])\d{3}\1\d{3}|\d{4}([ .\-])\d{2}\2\d{3})(?!\d)/gu, isBsn],
  ["postcode", /\b[1-9]\d{3} ?[a-z]{2}\b(?!-?\d)/giu, isPostcode],
  ["handle", /(?<![\p{L}\p{N}@])@[\p{L}\p{N}_][\p{L}\p{N}_.]{1,}/gu, () => true],
];

/** What leads to a person, as a small check before sealing: [{kind, start, end}]. The server looks further. */
export function findPersonal(text) {
  const found = [];
  for (const [kind, pattern, holds] of FOUND) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (holds(match[0]) && !found.some((one) => start < one.end && one.start < end)) found.push({ kind, start, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Places [[start, end]] counted in signs, as the server does, counted as a browser does. */
export function toUnits(text, places) {
  const signs = Array.from(text);
  const unit = (place) => signs.slice(0, place).join("").length;
  return places.map(([start, end]) => [unit(start), unit(end)]);
}

function isPhone(text) {
  const digits = text.replace(/\D/gu, "").replace(/^0031|^31(?=\d{9}$)/u, "0");
  return /^0[1-9]\d{8}$/u.test(digits) || /^\s*(?:\+|00)/u.test(text);
}

function isBsn(text) {
  const digits = text.replace(/\D/gu, "");
  const sum = [...digits].reduce((total, digit, i) => total + Number(digit) * (i === 8 ? -1 : 9 - i), 0);
  return Number(digits) > 0 && sum % 11 === 0;
}

function isIban(text) {
  const plain = text.replace(/[ .]/gu, "").toUpperCase();
  if (plain.length < 15 || plain.length > 34) return false;
  const turned = plain.slice(4) + plain.slice(0, 4);
  let rest = 0;
  for (const sign of turned) {
    for (const digit of String(Number.parseInt(sign, 36))) rest = (rest * 10 + Number(digit)) % 97;
  }
  return rest === 1;
}

function isPostcode(text) {
  return !["SA", "SD", "SS"].includes(text.slice(-2).toUpperCase()) && /[A-Z]{2}$|^\d{4}[a-z]{2}$/u.test(text);
}

/** The day as 2026-11-28, on the clock of the device. */
export function dayOf(date) {
  const two = (number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Whether a note of this day has waited longer than so many days. A day that is to come counts as today. */
export function isExpired(made, days, today) {
  return Date.parse(today) - Date.parse(made) > days * DAY;
}

/** The last day that a note of this day stays on the device. */
export function lastDay(made, days) {
  return new Date(Date.parse(made) + days * DAY).toISOString().slice(0, 10);
}

/** The weeks that can be noted, this one first: [{value: "2026-W48", monday: "2026-11-23"}], `most` before this one. */
export function weeksUntil(today, most) {
  const day = new Date(`${today}T00:00:00Z`);
  const monday = new Date(day.getTime() - ((day.getUTCDay() + 6) % 7) * DAY);
  return Array.from({ length: most + 1 }, (_, age) => weekOf(new Date(monday.getTime() - age * 7 * DAY)));
}

function weekOf(monday) {
  const thursday = new Date(monday.getTime() + 3 * DAY);
  const year = thursday.getUTCFullYear();
  const number = 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY));
  return { value: `${year}-W${String(number).padStart(2, "0")}`, monday: monday.toISOString().slice(0, 10) };
}

/** Twenty random bytes as the 32 letters of a private link. */
export function keyOf(bytes) {
  let [bits, held, made] = [0, 0, ""];
  for (const byte of bytes) {
    held = (held << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) made += LETTERS[(held >>> (bits - 5)) & 31];
    held &= (1 << bits) - 1;
  }
  return made;
}

/** What an answer of the server means for a note: its new state, "log in", or "offline" where it has to wait. */
export function outcomeOf(status, said) {
  if (status === 200 && said?.state === "kept") return "kept";
  if (status === 422 && said?.state === "refused") return "refused";
  if ((status === 400 || status === 413) && said?.state === "unreadable") return "unreadable";
  return status === 0 || status === 302 || status === 401 || status === 403 ? "log in" : "offline";
}
