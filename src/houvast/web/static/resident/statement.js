// SPDX-FileCopyrightText: 2026 The Houvast contributors
// SPDX-License-Identifier: EUPL-1.2
// Counts the characters that are left; read out only near the end.

const text = document.querySelector("textarea[data-most]");
const count = document.querySelector("[data-count]");
const NEAR = 20;

function show() {
  const left = Number(text.dataset.most) - [...text.value.trim()].length;
  count.setAttribute("aria-live", left <= NEAR ? "polite" : "off");
  count.classList.toggle("resident-count--over", left < 0);
  count.textContent = (left < 0 ? count.dataset.over : count.dataset.left).replace("{n}", Math.abs(left));
}

if (text && count) {
  text.addEventListener("input", show);
  show();
}
