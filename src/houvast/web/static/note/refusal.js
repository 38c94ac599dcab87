// SPDX-FileCopyrightText: 2026 The Houvast contributors
// SPDX-License-Identifier: EUPL-1.2
// Shows in a form what has to be mended, with the place in the text; and puts a refused note back into its form.

/** Show errors {field: [text]} above the form, and spans {field: [[start, end]]} below their texts. */
export function showErrors(form, errors, spans = {}) {
  clearErrors(form);
  const box = document.querySelector("[data-wrong]");
  const list = box.querySelector("[data-wrong-list]");
  for (const [name, messages] of Object.entries(errors)) {
    for (const message of messages) list.append(line(form, name, message));
  }
  for (const [name, places] of Object.entries(spans)) mark(form.elements[name], places);
  form.before(box);
  box.hidden = false;
  box.focus();
}

/** Take away what was shown. */
export function clearErrors(form) {
  const box = document.querySelector("[data-wrong]");
  box.hidden = true;
  box.querySelector("[data-wrong-list]").replaceChildren();
  form.querySelectorAll(".note-marked").forEach((one) => one.remove());
  form.querySelectorAll("[aria-invalid]").forEach((one) => one.removeAttribute("aria-invalid"));
}

/** Put the fields of a note into its form. */
export function fill(form, fields) {
  form.reset();
  for (const control of form.elements) {
    if (!control.name || control.name === "csrfmiddlewaretoken") continue;
    const value = fields[control.name];
    if (control.type === "checkbox") control.checked = value !== undefined;
    else if (control.type === "radio") control.checked = value === control.value;
    else if (value !== undefined) control.value = value;
  }
  for (const part of form.querySelectorAll("details")) part.open = [...part.querySelectorAll("textarea, select, input")].some(isFilled);
}

function isFilled(control) {
  return control.type === "checkbox" ? control.checked : control.value !== "";
}

function line(form, name, message) {
  const item = document.createElement("li");
  const control = form.elements[name]?.length && !form.elements[name].id ? form.elements[name][0] : form.elements[name];
  const label = control && labelOf(control);
  if (!label) {
    item.textContent = message;
    return item;
  }
  control.setAttribute("aria-invalid", "true");
  const link = document.createElement("a");
  link.className = "nl-link";
  link.href = `#${control.id}`;
  link.textContent = label;
  link.addEventListener("click", (event) => { event.preventDefault(); reveal(control); });
  item.append(link, `: ${message}`);
  return item;
}

function labelOf(control) {
  const group = control.type === "radio" ? control.closest("fieldset")?.querySelector("legend") : null;
  return (group ?? control.labels?.[0])?.textContent.trim();
}

function reveal(control) {
  const part = control.closest("details");
  if (part) part.open = true;
  control.focus();
}

function mark(control, places) {
  if (!control?.matches?.("textarea") || !places.length) return;
  const shown = document.createElement("p");
  shown.className = "note-marked";
  let at = 0;
  for (const [start, end] of places) {
    const found = document.createElement("mark");
    found.textContent = control.value.slice(start, end);
    shown.append(control.value.slice(at, start), found);
    at = end;
  }
  shown.append(control.value.slice(at));
  control.after(shown);
  const part = control.closest("details");
  if (part) part.open = true;
}
