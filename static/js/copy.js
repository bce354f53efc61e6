// Buttons that copy what can be cited. Without them, or where a browser forbids
// it, the texts can be marked and copied by hand.

/** Puts a button beside each text that is marked for it. */
export function offerCopies() {
	if (!navigator.clipboard) return;
	for (const box of document.querySelectorAll("[data-copy-label]")) {
		if (box instanceof HTMLElement) offerIn(box);
	}
}

/** @param {HTMLElement} box */
function offerIn(box) {
	const { copyLabel = "", copied = "" } = box.dataset;
	for (const text of box.querySelectorAll("[data-copy]")) {
		const button = document.createElement("button");
		button.type = "button";
		button.className = "copy plain-button";
		button.textContent = copyLabel;
		button.addEventListener("click", async () => {
			await navigator.clipboard.writeText(text.textContent?.trim() ?? "");
			button.textContent = copied;
			setTimeout(() => (button.textContent = copyLabel), 2000);
		});
		text.after(button);
	}
}
