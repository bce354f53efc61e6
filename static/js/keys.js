// Keys that work on every page: / searches, j and k go along the events of a
// list, ? tells of them. Arrows do what j and k do once an event has the focus;
// before that they scroll. A reader can switch single keys off, for speech
// recognition may type them.

/** Where it is kept that single keys are off. */
const OFF = "timeline-keys-off";

/** The same for this page, where a browser keeps nothing. */
let kept = false;

/** Events in lists of any page. */
const EVENTS = "main .entries a.title";

/** @type {Record<string, number>} */
const STEPS = { j: 1, k: -1, ArrowDown: 1, ArrowUp: -1 };

/** Begins to listen. */
export function listen() {
	document.addEventListener("keydown", onKey);
	const button = document.querySelector("[data-keys]");
	if (!(button instanceof HTMLElement)) return;
	button.addEventListener("click", showHelp);
	const item = button.closest("[hidden]");
	if (item instanceof HTMLElement) item.hidden = false;
}

/** @param {KeyboardEvent} event */
function onKey(event) {
	if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
	const { target, key } = event;
	if (!(target instanceof Element) || target.closest("input, select, textarea, dialog, [contenteditable]")) return;
	if (key.startsWith("Arrow") ? arrow(target, key) : !off() && single(key)) event.preventDefault();
}

/**
 * Does what a single key stands for, and tells whether it did.
 * @param {string} key
 */
function single(key) {
	if (key === "/") return search();
	if (key === "?") return showHelp();
	return key in STEPS && step(STEPS[key]);
}

/**
 * @param {Element} target
 * @param {string} key
 */
function arrow(target, key) {
	return key in STEPS && target.matches(EVENTS) && !target.closest("[data-own-arrows]") && step(STEPS[key]);
}

/** Puts the focus on the page's search box, or goes to the page that has one. */
function search() {
	const box = document.querySelector("main form[role=search] input");
	if (box instanceof HTMLInputElement && shown(box)) {
		box.focus();
		box.select();
		return true;
	}
	const link = document.querySelector("a[data-search]");
	if (!(link instanceof HTMLAnchorElement)) return false;
	location.href = link.href + "#find"; // no element is called so, or the browser would move the focus later
	return true;
}

/**
 * Puts the focus on the next event or the one before: from the one that has it,
 * else from where the reader has scrolled to.
 * @param {number} by
 */
function step(by) {
	const events = Array.from(document.querySelectorAll(EVENTS)).filter(shown);
	const current = events.indexOf(/** @type {Element} */ (document.activeElement));
	const next = current >= 0 ? current + by : fromView(events, by);
	const event = events[next];
	if (!(event instanceof HTMLElement)) return false;
	event.focus();
	say(next + 1, events.length);
	return true;
}

/**
 * Returns the first event below the top of the window, or the last above it.
 * @param {Element[]} events
 * @param {number} by
 */
function fromView(events, by) {
	const top = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingBlockStart) || 0;
	const below = events.findIndex((event) => event.getBoundingClientRect().top >= top);
	const first = below < 0 ? events.length : below;
	return by > 0 ? first : first - 1;
}

/** @param {Element} element */
function shown(element) {
	return element.getClientRects().length > 0;
}

/**
 * Tells a screen reader which of the events has the focus.
 * @param {number} n
 * @param {number} all
 */
function say(n, all) {
	const place = status();
	const text = texts().dataset.position ?? "";
	place.textContent = text.replace("{n}", String(n)).replace("{all}", String(all));
}

/** Returns the place whose text is said, which is made when it is first wanted. */
function status() {
	const there = document.getElementById("said");
	if (there) return there;
	const made = document.createElement("p");
	made.id = "said";
	made.className = "unseen";
	made.setAttribute("role", "status");
	document.body.append(made);
	return made;
}

/** Returns the template with what is said of the keys. */
function texts() {
	return /** @type {HTMLTemplateElement} */ (document.getElementById("keys-template"));
}

/** Opens the help. */
function showHelp() {
	let dialog = document.querySelector("dialog.keys");
	if (!dialog) {
		document.body.append(texts().content.cloneNode(true));
		dialog = document.querySelector("dialog.keys");
		const box = dialog?.querySelector("input");
		if (box) {
			box.checked = !off();
			box.addEventListener("change", () => keepOff(!box.checked));
		}
	}
	if (!(dialog instanceof HTMLDialogElement)) return false;
	if (!dialog.open) dialog.showModal();
	return true;
}

/** Tells whether single keys are off. */
function off() {
	try {
		return localStorage.getItem(OFF) === "1";
	} catch {
		return kept; // a browser may forbid a page to keep anything
	}
}

/** @param {boolean} value */
function keepOff(value) {
	try {
		if (value) localStorage.setItem(OFF, "1");
		else localStorage.removeItem(OFF);
	} catch {
		// Then it holds for this page only.
		kept = value;
	}
}
