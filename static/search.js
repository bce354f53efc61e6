// The search page. Without it the page still leads everywhere: what it lists
// under "browse" makes room for answers once something is asked for.
import { asks, read, write } from "./js/address.js";
import { Client } from "./js/client.js";
import { byID, element } from "./js/dom.js";
import { FACETS } from "./js/facets.js";
import { Panel } from "./js/panel.js";
import { eventItem, thingItem } from "./js/results.js";
import { Texts } from "./js/texts.js";

/** @typedef {import("./js/types").Answer} Answer */
/** @typedef {import("./js/types").Query} Query */

/** How many events are shown at once. */
const PAGE = 50;

/** After how long without a key a screen reader is told the count, in milliseconds. */
const PAUSE = 700;

class SearchPage {
	constructor() {
		this.form = byID("search", HTMLFormElement);
		this.input = byID("q", HTMLInputElement);
		this.found = byID("found", HTMLElement);
		this.status = byID("status", HTMLElement);
		this.chips = byID("chips", HTMLElement);
		this.sort = byID("sort", HTMLSelectElement);
		this.help = byID("help", HTMLElement);
		this.things = byID("things", HTMLElement);
		this.results = byID("results", HTMLElement);
		this.more = byID("more", HTMLButtonElement);
		this.browse = byID("browse", HTMLElement);
		this.answers = byID("answers", HTMLElement);
		this.filters = byID("filters", HTMLDetailsElement);
		this.texts = new Texts(JSON.parse(this.form.dataset.texts ?? "{}"), document.documentElement.lang);
		this.panel = new Panel(byID("panel", HTMLElement), this.texts,
			(facet, value, chosen) => this.choose(facet, value, chosen),
			(from, to) => this.change({ from, to }));
		/** @param {string} key */
		const file = (key) => new URL(this.form.dataset[key] ?? "", location.href).href;
		this.client = new Client({ engine: file("engine"), data: file("data") }, () => this.ask(), () => this.fail());
		/** @type {Query} */
		this.query = read(location.search);
		this.shown = shownBefore();
		this.opened = false;
		this.typing = false;
		this.timer = 0;
	}

	start() {
		this.form.hidden = false;
		byID("side", HTMLElement).hidden = false;
		this.filters.open = matchMedia("(min-width: 60rem)").matches;
		this.fill();
		this.listen();
		if (location.hash === "#find") this.input.focus();
		if (asks(this.query)) this.ask();
		else if (document.activeElement === this.input) this.open();
	}

	listen() {
		const { input } = this;
		for (const event of ["focus", "pointerenter"]) input.addEventListener(event, () => this.open());
		this.filters.addEventListener("toggle", () => this.filters.open && this.open());
		input.addEventListener("input", () => this.type());
		input.addEventListener("blur", () => { this.typing = false; });
		this.form.addEventListener("submit", (event) => {
			event.preventDefault();
			this.typing = false;
			this.change({ q: input.value });
		});
		this.sort.addEventListener("change", () => this.change({ sort: this.sort.value }));
		this.more.addEventListener("click", () => this.showMore());
		this.help.addEventListener("click", (event) => this.follow(event));
		this.chips.addEventListener("click", (event) => this.follow(event));
		addEventListener("popstate", () => {
			this.query = read(location.search);
			this.shown = shownBefore();
			this.fill();
			this.ask();
		});
		document.addEventListener("keydown", (event) => this.key(event));
		if (this.filters.open) this.openIdle();
	}

	/** Loads the index and shows the filters with their counts. */
	open() {
		if (this.opened) return;
		this.opened = true;
		this.ask();
	}

	/** Filters that stand open want their counts, but not before the page is painted. */
	openIdle() {
		const idle = globalThis.requestIdleCallback ?? ((/** @type {() => void} */ f) => setTimeout(f, 200));
		idle(() => this.open());
	}

	/** Puts the query where the reader sees it, and into the links to other languages. */
	fill() {
		for (const link of document.querySelectorAll("a[hreflang]")) {
			if (link instanceof HTMLAnchorElement) link.search = write(this.query);
		}
		if (this.input.value.trim() !== this.query.q) this.input.value = this.query.q;
		// Without words no event matches better than another.
		const { q, sort } = this.query;
		this.sort.options[0].hidden = !q.trim();
		this.sort.value = sort || (q.trim() ? "" : "new");
	}

	/** The words change: the first key begins a new entry of the history, the others mend it. */
	type() {
		this.change({ q: this.input.value }, this.typing);
		this.typing = true;
	}

	/**
	 * @param {string} facet
	 * @param {string} value
	 * @param {boolean} chosen
	 */
	choose(facet, value, chosen) {
		const others = (this.query.chosen[facet] ?? []).filter((other) => other !== value);
		this.change({ chosen: { ...this.query.chosen, [facet]: chosen ? [...others, value] : others } });
	}

	/**
	 * Changes the query, and the address with it.
	 * @param {Partial<Query>} change
	 * @param {boolean} [mend] the newest entry of the history instead of making one
	 */
	change(change, mend = false) {
		this.query = { ...this.query, ...change };
		this.shown = PAGE;
		const search = write(this.query);
		if (search !== location.search) remember(search || location.pathname, null, mend);
		this.fill();
		this.ask();
	}

	ask() {
		this.opened = true;
		const late = setTimeout(() => this.results.setAttribute("aria-busy", "true"), 400);
		this.client.ask(this.query, 0, this.shown, (answer) => {
			clearTimeout(late);
			this.results.removeAttribute("aria-busy");
			this.show(answer);
		});
	}

	/** Shows the next events, and puts the focus on the first of them. */
	showMore() {
		const before = this.shown;
		this.shown += PAGE;
		remember(null, { shown: this.shown }, true);
		this.client.ask(this.query, before, this.shown, (answer) => {
			const items = answer.events.map((event) => eventItem(event, this.texts));
			this.results.append(...items);
			items[0]?.querySelector("a")?.focus();
			this.countMore(answer);
		});
	}

	/** @param {Answer} answer */
	show(answer) {
		const asked = asks(this.query);
		this.browse.hidden = asked;
		this.answers.hidden = !asked;
		this.panel.show(answer, this.query);
		this.showChips(answer);
		if (!asked) {
			this.say("");
			return;
		}
		this.say(this.told(answer));
		// The index may be ready, and answer once more, while somebody goes along the list.
		const focused = this.answers.contains(document.activeElement) && document.activeElement?.getAttribute("href");
		this.things.replaceChildren(...answer.things.map((thing) => thingItem(thing, this.texts)));
		this.things.hidden = !answer.things.length;
		this.results.replaceChildren(...answer.events.map((event) => eventItem(event, this.texts)));
		this.showHelp(answer);
		this.countMore(answer);
		for (const link of this.answers.querySelectorAll("a")) {
			if (focused && link.getAttribute("href") === focused) link.focus();
		}
	}

	/**
	 * Says what was found, in words.
	 * @param {Answer} answer
	 */
	told({ total, all, things }) {
		const count = total === 0 && things.length === 0 ? this.texts.say("nothing") : this.texts.count("found", total, { all });
		return things.length ? `${count} ${this.texts.count("pages", things.length)}` : count;
	}

	/**
	 * Shows a text at once and tells it to a screen reader once the keys rest.
	 * @param {string} text
	 */
	say(text) {
		this.found.textContent = text;
		clearTimeout(this.timer);
		this.timer = setTimeout(() => { this.status.textContent = text; }, PAUSE);
	}

	/** @param {Answer} answer */
	countMore({ total }) {
		const left = total - this.shown;
		this.more.hidden = left <= 0;
		this.more.textContent = this.texts.count("more", Math.min(left, PAGE), { left });
		this.sort.disabled = total < 2;
	}

	/**
	 * Shows every choice as a button that takes it back.
	 * @param {Answer} answer
	 */
	showChips(answer) {
		/** @type {HTMLElement[]} */
		const chips = [];
		for (const facet of FACETS) {
			for (const value of this.query.chosen[facet] ?? []) {
				const choice = answer.facets[facet]?.find((choice) => choice.value === value);
				chips.push(this.chip(facet, choice?.name || value, { facet, value }));
			}
		}
		const { from, to } = this.query;
		if (from || to) chips.push(this.chip("years", [from, to].join(" – "), { facet: "years" }));
		byID("filter-count", HTMLElement).textContent = chips.length ? this.texts.number(chips.length) : "";
		if (chips.length) chips.push(element("li", {}, element("button", { type: "button", "data-clear": true }, this.texts.say("clear"))));
		const focused = this.chips.contains(document.activeElement);
		this.chips.replaceChildren(...chips);
		this.chips.hidden = !chips.length;
		if (focused) (this.chips.querySelector("button") ?? this.input).focus();
	}

	/**
	 * @param {string} facet
	 * @param {string} name
	 * @param {Record<string, string>} data
	 */
	chip(facet, name, data) {
		const button = element("button", { type: "button", title: this.texts.say("remove") },
			element("span", { class: "sort" }, this.texts.say("facet." + facet)), " " + name + " ",
			element("span", { class: "cross", "aria-hidden": "true" }, "×"),
			element("span", { class: "unseen" }, this.texts.say("remove")));
		Object.assign(button.dataset, data);
		return element("li", {}, button);
	}

	/**
	 * Where the words or filters lead to little, shows what may lead further.
	 * @param {Answer} answer
	 */
	showHelp(answer) {
		const { texts, query } = this;
		/** @type {Node[]} */
		const help = [];
		if (answer.how === "some" && answer.total) help.push(element("p", {}, texts.say("some")));
		if (answer.near.length) {
			const links = answer.near.flatMap((word, i) => [i ? texts.say("comma") : "", element("button", { type: "button", class: "plain-button", "data-word": word }, word)]);
			help.push(element("p", {}, texts.say("near"), " ", ...links));
		}
		for (const { facet, count } of answer.without) {
			const text = texts.count("without", count, { facet: texts.say("facet." + facet) });
			if (count) help.push(element("p", {}, element("button", { type: "button", class: "plain-button", "data-facet": facet }, text)));
		}
		if (!answer.total && !answer.things.length) {
			if (answer.without.length && query.q.trim()) {
				help.push(element("p", {}, element("button", { type: "button", class: "plain-button", "data-clear": true }, texts.say("clear"))));
			}
			help.push(element("p", {}, texts.say("hint")));
			// What the page lists without a question leads everywhere.
			this.browse.hidden = false;
		}
		this.help.replaceChildren(...help);
		this.help.hidden = !help.length;
	}

	/**
	 * Does what a button of the help or a chip says.
	 * @param {Event} event
	 */
	follow({ target }) {
		const button = target instanceof Element ? target.closest("button") : null;
		if (!button) return;
		const { facet, value, word } = button.dataset;
		if (word) this.change({ q: word });
		else if (facet === "years") this.change({ from: "", to: "" });
		else if (facet && value) this.choose(facet, value, false);
		else if (facet) this.change({ chosen: { ...this.query.chosen, [facet]: [] } });
		else if ("clear" in button.dataset) this.change({ chosen: {}, from: "", to: "" });
		if (!button.isConnected && document.activeElement === document.body) this.input.focus();
	}

	/**
	 * Arrows go from the box along what was found, and back; Escape leads to the box.
	 * @param {KeyboardEvent} event
	 */
	key(event) {
		if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
		const links = Array.from(this.answers.querySelectorAll("a.title"));
		const at = document.activeElement === this.input ? -1 : links.indexOf(/** @type {Element} */ (document.activeElement));
		if (at < 0 && document.activeElement !== this.input) return;
		const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
		if (step) {
			const next = at + step < 0 ? this.input : links[at + step];
			if (next instanceof HTMLElement) next.focus();
			event.preventDefault();
		} else if (event.key === "Escape") {
			event.preventDefault();
			if (at < 0 && this.input.value) {
				this.input.value = "";
				this.type();
			}
			this.input.focus();
		}
	}

	fail() {
		this.say(this.texts.say("failed"));
		this.answers.hidden = false;
		this.browse.hidden = false;
	}
}

/** How many events were shown when this entry of the history was left. */
function shownBefore() {
	const shown = Number(history.state?.shown);
	return shown > PAGE ? shown : PAGE;
}

/**
 * Keeps the state of the search in the history, and so in the address.
 * @param {string | null} address
 * @param {unknown} state
 * @param {boolean} mend the newest entry instead of making one
 */
function remember(address, state, mend) {
	try {
		if (mend) history.replaceState(state, "", address);
		else history.pushState(state, "", address);
	} catch {
		// Some browsers forbid it for a page opened from a disk.
	}
}

new SearchPage().start();
