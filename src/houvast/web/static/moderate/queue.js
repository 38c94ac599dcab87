// SPDX-FileCopyrightText: 2026 The Houvast contributors
// SPDX-License-Identifier: EUPL-1.2
// Keys for the moderator's queue: they can be turned off, and without this script every button works the same.
import { meaning, step } from "./queue.model.js";

const KEPT = "houvast.moderate.keys";
const cards = [...document.querySelectorAll("[data-card]")];
const bar = document.querySelector("[data-keys]");
const button = bar?.querySelector("[data-keys-switch]");
let isOn = read() !== "off";

function read() {
  try { return localStorage.getItem(KEPT); } catch { return null; }
}

function keep() {
  try { localStorage.setItem(KEPT, isOn ? "on" : "off"); } catch { /* a browser that keeps nothing: on again next time */ }
}

function show() {
  bar.hidden = false;
  button.setAttribute("aria-pressed", String(isOn));
  bar.toggleAttribute("data-off", !isOn);
}

function here() {
  return cards.findIndex((card) => card.contains(document.activeElement));
}

function go(place) {
  cards[place]?.focus();
  cards[place]?.scrollIntoView({ block: "nearest" });
}

function leaveOut(card) {
  const part = card?.querySelector("[data-leave-out]");
  if (!part) return;
  part.open = true;
  part.querySelector("select")?.focus();
}

function act(asked) {
  const card = cards[here()];
  if (asked === "accept") card?.querySelector("[data-accept] button")?.click();
  else if (asked === "leave out") leaveOut(card);
  else go(step(here(), cards.length, asked));
}

function press(event) {
  const typing = event.target.matches("input:not([type=checkbox]), select, textarea, [contenteditable]");
  const held = event.ctrlKey || event.altKey || event.metaKey;
  const asked = meaning({ key: event.key, held, typing, repeated: event.repeat }, isOn);
  if (!asked) return;
  event.preventDefault();
  act(asked);
}

if (cards.length && button) {
  show();
  button.addEventListener("click", () => { isOn = !isOn; keep(); show(); });
  addEventListener("keydown", press);
  const at = cards.findIndex((card) => `#${card.id}` === location.hash);
  if (at >= 0) go(at);
}
