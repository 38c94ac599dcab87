// SPDX-FileCopyrightText: 2026 The Houvast contributors
// SPDX-License-Identifier: EUPL-1.2
// Keeps a part of the page fresh: the server tells that something changed, the part is fetched again.
// Without this script the page is the same, as it was when it was loaded.

const LEAST_MS = 2000;
const region = document.querySelector("[data-live]");
const bar = document.querySelector("[data-live-bar]");
let version = region?.querySelector("[data-version]")?.dataset.version ?? "";
let part = region?.dataset.part;
let paused = false;
let wanted = false;
let busy = false;
let lastAt = 0;

function isInUse() {
  const active = document.activeElement;
  return region.contains(active) && active.matches("input, select, textarea, [tabindex='0']");
}

function openParts() {
  return [...region.querySelectorAll("details")].map((one) => one.open);
}

async function refresh() {
  if (busy || paused || isInUse()) return;
  wanted = false;
  busy = true;
  lastAt = Date.now();
  try {
    const answer = await fetch(part, { headers: { Accept: "text/html" }, redirect: "error" });
    if (answer.ok) put(await answer.text());
  } catch {
    wanted = true;
  } finally {
    busy = false;
  }
}

function put(html) {
  const opened = openParts();
  const focused = focusOf(document.activeElement);
  region.innerHTML = html;
  region.querySelectorAll("details").forEach((one, i) => { one.open = opened[i] ?? false; });
  if (focused) region.querySelector(focused)?.focus();
  version = region.querySelector("[data-version]")?.dataset.version ?? version;
}

function focusOf(element) {
  if (!element || !region.contains(element)) return null;
  if (element.matches("[data-next]")) return "[data-next]";
  if (element.matches("[data-previous]")) return "[data-previous]";
  const address = element.getAttribute("href");
  return address ? `[href="${CSS.escape(address)}"]` : null;
}

function listen() {
  const source = new EventSource(region.dataset.live);
  source.onmessage = (event) => { if (event.data !== version) { version = event.data; wanted = true; } };
  addEventListener("pagehide", () => source.close());
  setInterval(() => { if (wanted && Date.now() - lastAt >= LEAST_MS) refresh(); }, 250);
}

function offerPause() {
  if (!bar) return;
  bar.hidden = false;
  const button = bar.querySelector("[data-live-pause]");
  button.addEventListener("click", () => {
    paused = !paused;
    button.setAttribute("aria-pressed", String(paused));
  });
}

async function turn(link) {
  const address = new URL(link.href);
  history.replaceState(null, "", address);
  address.searchParams.set("deel", "cijfers");
  part = address.pathname + address.search;
  wanted = true;
  await refresh();
}

function turnByKey() {
  if (!("keys" in region.dataset)) return;
  const keys = { ArrowRight: "next", PageDown: "next", " ": "next", ArrowLeft: "previous", PageUp: "previous" };
  addEventListener("keydown", (event) => {
    const link = keys[event.key] && region.querySelector(`[data-${keys[event.key]}]`);
    if (!link || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    turn(link);
  });
  region.addEventListener("click", (event) => {
    const link = event.target.closest("[data-next], [data-previous]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    turn(link);
  });
}

if (region && "EventSource" in window) {
  listen();
  offerPause();
  turnByKey();
}
