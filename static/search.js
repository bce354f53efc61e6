// Filters the complete index of search.html as one types. The page is whole
// without it: the box is hidden until this script shows it.

/**
 * An item of the index with what it may be found by.
 * @typedef {{element: HTMLElement, text: string}} Item
 */

/**
 * Folds case, accents and the forms of width and script variants, so that
 * "Melanie" finds "Mélanie".
 * @param {string} text
 * @returns {string}
 */
function fold(text) {
	return text.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase();
}

/**
 * Reads what each item of the index may be found by.
 * @param {Element} index
 * @returns {Item[]}
 */
function read(index) {
	return Array.from(index.querySelectorAll("li"), (element) => ({
		element,
		text: fold(`${element.textContent} ${element.dataset.names ?? ""}`),
	}));
}

/**
 * Shows the items that hold every word, and the sections that have one.
 * @param {Element} index
 * @param {Item[]} items
 * @param {string} query
 * @returns {number} how many are shown
 */
function filter(index, items, query) {
	const words = fold(query).split(/\s+/u).filter(Boolean);
	let shown = 0;
	for (const { element, text } of items) {
		const found = words.every((word) => text.includes(word));
		if (element.hidden === found) element.hidden = !found;
		if (found) shown++;
	}
	for (const part of index.querySelectorAll("section, .groups")) {
		if (part instanceof HTMLElement) part.hidden = !part.querySelector("li:not([hidden])");
	}
	return shown;
}

/**
 * Keeps the query in the address, so that a search can be linked to.
 * @param {string} query
 */
function remember(query) {
	const url = new URL(location.href);
	if (query) url.searchParams.set("q", query);
	else url.searchParams.delete("q");
	try {
		history.replaceState(null, "", url);
	} catch {
		// Some browsers forbid it for a page opened from a disk.
	}
}

/** Joins box, index and count. */
function start() {
	const form = document.querySelector("form#search");
	const input = document.querySelector("input#q");
	const found = document.querySelector("#found");
	const index = document.querySelector("#index");
	const jumps = document.querySelector(".jumps");
	if (!(form instanceof HTMLFormElement && input instanceof HTMLInputElement && found && index)) return;

	const items = read(index);
	const search = () => {
		const query = input.value.trim();
		const shown = filter(index, items, query);
		const all = items.length.toLocaleString("en");
		if (!query) found.textContent = `${all} entries`;
		else if (shown) found.textContent = `${shown.toLocaleString("en")} of ${all} entries`;
		else found.textContent = "Nothing found: try fewer or other words";
		if (jumps instanceof HTMLElement) jumps.hidden = query !== "";
		remember(query);
	};
	let frame = 0;
	input.addEventListener("input", () => {
		cancelAnimationFrame(frame);
		frame = requestAnimationFrame(search);
	});
	form.addEventListener("submit", (event) => {
		event.preventDefault();
		search();
	});
	form.hidden = false;
	input.value = new URLSearchParams(location.search).get("q") ?? "";
	search();
}

start();
