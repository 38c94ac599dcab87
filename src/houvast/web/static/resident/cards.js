// SPDX-FileCopyrightText: 2026 The Houvast contributors
// SPDX-License-Identifier: EUPL-1.2
// Sends a card without loading the page anew. The form works without this; a click has one name, so it counts once.

import { judge, pause } from "./cards.model.js";

const TIMEOUT = 12000;
const page = document.getElementById("cards");
const status = document.getElementById("cards-status");
let busy = false;

function say(text, quiet) {
  status.classList.toggle("resident-status--quiet", quiet);
  if (status.textContent !== text) status.textContent = text;
}

async function send(form, body) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), TIMEOUT);
  try {
    const answer = await fetch(form.action, {
      method: "POST", body, credentials: "same-origin", redirect: "manual", signal: stop.signal,
      headers: { "X-Requested-With": "fetch" },
    });
    return [answer.status, await answer.text()];
  } catch {
    return [null, ""];
  } finally {
    clearTimeout(timer);
  }
}

function put(html, form) {
  const next = new DOMParser().parseFromString(html, "text/html").getElementById("card");
  document.getElementById("card").replaceWith(document.adoptNode(next));
  if (location.search) history.replaceState(null, "", form.action);
  const heading = next.querySelector("[data-focus]");
  heading.focus({ preventScroll: true });
  if (next.getBoundingClientRect().top < 0) next.scrollIntoView();
  say(page.dataset.saved, true);
}

function leaveToBrowser(form, button) {
  const chosen = document.createElement("input");
  chosen.type = "hidden";
  [chosen.name, chosen.value] = [button.name, button.value];
  if (button.name) form.append(chosen);
  form.submit();
}

async function answer(form, button) {
  const body = new URLSearchParams(new FormData(form));
  if (button?.name) body.set(button.name, button.value);
  form.querySelectorAll("button").forEach((one) => one.setAttribute("aria-disabled", "true"));
  for (let tries = 0; ; tries += 1) {
    const [code, html] = await send(form, body);
    const verdict = judge(code);
    if (verdict === "swap") return put(html, form);
    if (verdict === "page") return leaveToBrowser(form, button);
    say(page.dataset.waiting, false);
    await new Promise((done) => setTimeout(done, pause(tries)));
  }
}

page?.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!("card" in form.dataset) || !event.submitter) return;
  event.preventDefault();
  if (busy) return;
  busy = true;
  try {
    await answer(form, event.submitter);
  } finally {
    busy = false;
  }
});
