// SPDX-FileCopyrightText: 2026 The Houvast contributors
// SPDX-License-Identifier: EUPL-1.2
// One key an answer, for whoever types a pile over. Without this the form works with Tab and the arrows.

import { answerOf } from "./entry.model.js";

const form = document.querySelector("[data-entry]");

function press(event) {
  const here = event.target;
  if (here.type !== "radio" || event.ctrlKey || event.altKey || event.metaKey) return;
  const answer = answerOf(event.key);
  if (answer === null) return;
  event.preventDefault();
  const groups = [...form.querySelectorAll(".reach-answers fieldset")];
  const group = here.closest("fieldset");
  [...group.querySelectorAll("input")].find((one) => one.value === answer).checked = true;
  const next = groups[groups.indexOf(group) + 1];
  const radios = next ? [...next.querySelectorAll("input")] : [];
  (radios.find((one) => one.checked) ?? radios[0] ?? form.querySelector("button")).focus();
}

if (form) {
  form.addEventListener("keydown", press);
  form.querySelector("[data-entry-hint]").hidden = false;
}
