// SPDX-FileCopyrightText: 2026 The Houvast contributors
// SPDX-License-Identifier: EUPL-1.2
// Seals notes on the device and sends them once there is a connection. Without this script the forms work by themselves.
import { dayOf, findPersonal, isExpired, keyOf, lastDay, outcomeOf, toUnits, weeksUntil } from "./note.model.js";
import { clearErrors, fill, showErrors } from "./refusal.js";
import { canSeal, seal } from "./sealing.model.js";
import { all, erase, keep } from "./waiting.js";

const SOURCE = "houvast.note.source";
const TIMEOUT = 15000;
const AGAIN = 30000;
const settings = document.querySelector("[data-settings]");
const given = settings.dataset;
const forms = [...document.querySelectorAll("[data-note]")];
const refusals = new Map(); // what the server said of a note, in memory alone
const sentNow = []; // what was sent while this page is open

function says(name) {
  return settings.querySelector(`[data-says="${name}"]`).textContent;
}

function say(text, link) {
  const place = document.querySelector("[data-said]");
  place.replaceChildren(text, ...(link ? [" ", link] : []));
  if (text) place.scrollIntoView({ block: "nearest" });
}

function linkTo(href, text) {
  const link = document.createElement("a");
  [link.className, link.href, link.textContent] = ["nl-link", href, text];
  return link;
}

function today() {
  return dayOf(new Date());
}

function inWords(day) {
  return new Intl.DateTimeFormat(document.documentElement.lang, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(new Date(day));
}

// The form

function remembered(value) {
  try {
    if (value) localStorage.setItem(SOURCE, value);
    return localStorage.getItem(SOURCE);
  } catch { return null; }
}

function anew(form) {
  form.reset();
  form.elements.note_key.value = crypto.randomUUID();
  if (form.elements.reply_key) form.elements.reply_key.value = keyOf(crypto.getRandomValues(new Uint8Array(20)));
  for (const part of form.querySelectorAll("[data-confirm]")) {
    part.hidden = true;
    form.elements[part.dataset.confirm].value = "";
  }
  form.querySelectorAll("details").forEach((one) => { one.open = false; });
  const source = remembered();
  if (source && form.elements.source_kind.querySelector(`option[value="${CSS.escape(source)}"]`)) form.elements.source_kind.value = source;
  clearErrors(form);
}

function offerWeeks(form) {
  const select = form.elements.week;
  const weeks = weeksUntil(today(), Number(given.weeks));
  if (select.options[0]?.value === weeks[0].value) return;
  const label = ({ monday }, age) => [says("this week"), says("last week")][age] ?? says("week from").replace("{day}", inWords(monday));
  select.replaceChildren(...weeks.map((week, age) => new Option(label(week, age), week.value, age === 0, age === 0)));
}

function fieldsOf(form) {
  const fields = { what: form.dataset.note };
  for (const [name, value] of new FormData(form)) if (name !== "csrfmiddlewaretoken") fields[name] = value;
  return fields;
}

/** What is missing or leads to a person, before anything is kept: {errors, spans}. */
function look(form) {
  const [errors, spans, fields] = [{}, {}, new FormData(form)];
  for (const name of ["kind", "theme", "area", "seen", "week"]) {
    if (form.elements[name] && !String(fields.get(name) ?? "").trim()) errors[name] = [says("needed")];
  }
  for (const text of form.querySelectorAll("[data-free-text]")) {
    const found = findPersonal(text.value);
    if (!found.length) continue;
    errors[text.name] = [says("found").replace("{what}", [...new Set(found.map((one) => says(one.kind)))].join(", "))];
    spans[text.name] = found.map((one) => [one.start, one.end]);
  }
  return { errors, spans };
}

async function note(form) {
  const { errors, spans } = look(form);
  if (Object.keys(errors).length) return showErrors(form, errors, spans);
  clearErrors(form);
  const fields = fieldsOf(form);
  const sealed = await seal(fields, { form: given.form, key: given.key, spki: given.spki });
  const rows = await all();
  const known = rows.find((row) => row.note_key === fields.note_key);
  await keep({
    note_key: fields.note_key, order: known?.order ?? Math.max(0, ...rows.map((row) => row.order)) + 1,
    what: form.dataset.note, made: today(), state: "waiting", sealed,
    ...(fields.wants_feedback ? { reply: fields.reply_key } : {}),
  });
  refusals.delete(fields.note_key);
  remembered(fields.source_kind);
  say(says("noted"));
  await send();
  if (refusals.has(fields.note_key)) {
    say("");
    return mend(fields.note_key);
  }
  const row = (await all()).find((one) => one.note_key === fields.note_key);
  if (row?.state === "unreadable" && form.elements.csrfmiddlewaretoken) {
    await erase(row.note_key); // sealed for an old key, and there is a connection: the plain form
    return form.submit();
  }
  anew(form);
}

function mend(noteKey) {
  const refused = refusals.get(noteKey);
  const form = forms.find((one) => one.dataset.note === refused.what);
  fill(form, { ...refused.fields, note_key: noteKey });
  for (const part of form.querySelectorAll("[data-confirm]")) {
    const asked = part.dataset.confirm === refused.confirm;
    const hidden = form.elements[part.dataset.confirm];
    if (asked) hidden.value = "";
    part.hidden = !asked && hidden.value !== "on";
    part.querySelector("input").checked = hidden.value === "on";
  }
  const spans = Object.entries(refused.spans).map(([name, places]) => [name, toUnits(refused.fields[name] ?? "", places)]);
  showErrors(form, refused.errors, Object.fromEntries(spans));
}

// Sending

async function ask(address, options = {}) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), TIMEOUT);
  try {
    const answer = await fetch(address, { ...options, credentials: "same-origin", redirect: "manual", cache: "no-store", signal: stop.signal });
    return [answer.status, await answer.json().catch(() => null)];
  } catch {
    return [null, null];
  } finally {
    clearTimeout(timer);
  }
}

async function sendOne(row, csrf) {
  const headers = { "Content-Type": "application/json", "X-CSRFToken": csrf };
  const [status, said] = await ask(given.sealed, { method: "POST", headers, body: JSON.stringify(row.sealed) });
  const outcome = status === null ? "offline" : outcomeOf(status, said);
  if (outcome === "offline") return status === null ? outcome : "failed";
  if (outcome === "log in") return outcome;
  if (outcome === "refused") refusals.set(row.note_key, { ...said, what: row.what });
  if (outcome === "kept" && !row.reply) {
    await erase(row.note_key);
    sentNow.push(row);
  } else {
    const { sealed, ...rest } = row;
    await keep({ ...rest, state: outcome, ...(outcome === "refused" ? { sealed } : {}) });
  }
  return outcome;
}

async function sendAll(states) {
  const rows = (await all()).filter((row) => states.includes(row.state));
  if (!rows.length) return null;
  const [status, said] = await ask(given.state);
  if (status === null) return "offline";
  if (!said?.csrf) return outcomeOf(status, said);
  let last = null;
  for (const row of rows) {
    last = await sendOne(row, said.csrf);
    if (last === "offline" || last === "log in") break; // one that failed does not keep the others waiting
  }
  return last;
}

async function send(states = ["waiting"]) {
  const act = async () => {
    await eraseOld();
    const outcome = await sendAll(states);
    if (outcome === "kept") say(says("sent"));
    if (outcome === "refused") say(says("refused"));
    if (outcome === "log in") say(says("log in"), linkTo(given.logIn, says("log in link")));
    await show();
    return outcome;
  };
  return navigator.locks ? navigator.locks.request("houvast-note", act) : act();
}

// What is on this device

async function eraseOld() {
  for (const row of await all()) {
    if (!isExpired(row.made, Number(given.days), today())) continue;
    if (row.state === "kept" || row.state === "expired") await erase(row.note_key);
    else await keep({ note_key: row.note_key, order: row.order, what: row.what, made: today(), state: "expired" });
  }
}

function button(text, act) {
  const made = document.createElement("button");
  [made.type, made.className, made.textContent] = ["button", "nl-button nl-button--subtle", text];
  made.addEventListener("click", act);
  return made;
}

function item(row) {
  const [made, words] = [document.createElement("li"), document.createElement("span")];
  made.dataset.state = row.state;
  words.textContent = `${says(row.what)} ${row.order}: ${says(row.state)}`;
  made.append(words);
  if (row.reply && row.state === "kept") {
    words.append(". ", linkTo(given.reply.replace(/x$/u, row.reply), says("link")), ` ${says("until")} ${inWords(lastDay(row.made, Number(given.days)))}`);
  }
  if (row.state === "refused") made.append(button(says("look"), () => lookAgain(row)));
  if (row.state === "refused" || row.state === "waiting") made.append(button(says("drop"), () => drop(row)));
  if (row.state === "unreadable" || row.state === "expired") made.append(button(says("gone"), () => drop(row)));
  return made;
}

async function lookAgain(row) {
  if (!refusals.has(row.note_key)) await send(["waiting", "refused"]);
  if (refusals.has(row.note_key)) mend(row.note_key);
  else if (!navigator.onLine) say(says("offline"));
}

async function drop(row) {
  await erase(row.note_key);
  refusals.delete(row.note_key);
  for (const form of forms) if (form.elements.note_key.value === row.note_key) anew(form);
  await show();
}

async function show() {
  const rows = await all();
  const part = document.querySelector("[data-waiting]");
  part.hidden = !rows.length && !sentNow.length;
  const sent = sentNow.map((row) => ({ ...row, state: "kept" }));
  part.querySelector("[data-waiting-list]").replaceChildren(...[...rows, ...sent].map(item));
  part.querySelector("[data-send]").hidden = !rows.some((row) => row.state === "waiting" || row.state === "refused");
}

// Begin

function listen(form) {
  offerWeeks(form);
  let busy = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (busy) return;
    busy = true;
    try {
      await note(form);
    } catch {
      form.submit(); // a browser that keeps nothing: the plain form
    } finally {
      busy = false;
    }
  });
  for (const part of form.querySelectorAll("[data-confirm]")) {
    const box = part.querySelector("input");
    box.addEventListener("change", () => { form.elements[part.dataset.confirm].value = box.checked ? "on" : ""; });
  }
}

// The round that is being walked stands in the address, also where the page came from the device.
function walk() {
  const round = new URLSearchParams(location.search).get("ronde") ?? "";
  if (/^[0-9]{1,9}$/u.test(round)) for (const form of forms) if (form.elements.round) form.elements.round.value = round;
}

async function begin() {
  forms.forEach(listen);
  walk();
  const source = remembered();
  for (const form of forms) if (source && !form.querySelector("[aria-invalid]") && form.elements.source_kind.value !== source) form.elements.source_kind.value = source;
  navigator.serviceWorker?.register(given.worker, { scope: given.page }).catch(() => {});
  addEventListener("online", () => send());
  document.addEventListener("visibilitychange", () => { if (!document.hidden) send(); });
  setInterval(() => send(), AGAIN); // a browser does not always notice that there is a connection
  document.querySelector("[data-send]").addEventListener("click", async () => {
    if ((await send(["waiting", "refused"])) === "offline") say(says("offline"));
  });
  await send();
}

if (canSeal() && globalThis.indexedDB) begin();
