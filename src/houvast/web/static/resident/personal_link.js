// SPDX-FileCopyrightText: 2026 The Houvast contributors
// SPDX-License-Identifier: EUPL-1.2
// A button that copies the personal link, where the browser can.

for (const button of document.querySelectorAll("[data-copy]")) {
  const field = document.getElementById(button.dataset.copy);
  if (!navigator.clipboard) break;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(field.value);
    button.textContent = button.dataset.done;
  });
}
