// @ts-check
// Buttons that copy what stands in their data-copy.
"use strict";

document.addEventListener("click", async (event) => {
  const button = event.target instanceof Element ? event.target.closest("button[data-copy]") : null;
  if (!(button instanceof HTMLButtonElement)) return;
  const text = button.dataset.copy ?? "";
  const status = document.getElementById("copied");
  try {
    await navigator.clipboard.writeText(text);
    if (status) status.textContent = `Copied: ${text}`;
  } catch {
    if (status) status.textContent = `Copy this: ${text}`;
  }
});
