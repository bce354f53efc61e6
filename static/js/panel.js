// The filters: for each facet its choices, with how many events each leads to.
import { element } from "./dom.js";
import { FACETS } from "./facets.js";

/** @typedef {import("./types").Answer} Answer */
/** @typedef {import("./types").Choice} Choice */
/** @typedef {import("./types").Query} Query */
/** @typedef {import("./texts").Texts} Texts */

/** How many choices a facet shows before it is unfolded, and from how many on a box finds among them. */
const SHORT = 8;
const LONG = 24;

export class Panel {
	/**
	 * @param {HTMLElement} place is filled with the filters
	 * @param {Texts} texts
	 * @param {(facet: string, value: string, chosen: boolean) => void} onChoice
	 * @param {(from: string, to: string) => void} onRange
	 */
	constructor(place, texts, onChoice, onRange) {
		this.texts = texts;
		this.groups = FACETS.map((facet) => new Group(facet, texts, onChoice));
		this.range = new Range(texts, onRange);
		place.append(...this.groups.map((group) => group.element), this.range.element);
	}

	/**
	 * @param {Answer} answer
	 * @param {Query} query
	 */
	show(answer, query) {
		for (const group of this.groups) group.show(answer.facets[group.facet] ?? []);
		this.range.show(answer.years, query);
	}
}

/** The choices of one facet. */
class Group {
	/**
	 * @param {string} facet
	 * @param {Texts} texts
	 * @param {(facet: string, value: string, chosen: boolean) => void} onChoice
	 */
	constructor(facet, texts, onChoice) {
		this.facet = facet;
		this.texts = texts;
		this.unfolded = false;
		/** @type {Choice[]} */
		this.choices = [];
		const title = texts.say("facet." + facet);
		this.list = element("ul", { class: "choices" });
		this.more = element("button", { type: "button", class: "plain-button", "aria-expanded": "false", hidden: true });
		this.box = element("input", {
			type: "search", class: "narrow", autocomplete: "off", "aria-label": texts.say("among", { facet: title }),
			placeholder: texts.say("among", { facet: title }), hidden: true,
		});
		this.element = element("fieldset", { class: "facet" }, element("legend", {}, title), this.box, this.list, this.more);
		this.list.addEventListener("change", ({ target }) => {
			if (target instanceof HTMLInputElement) onChoice(facet, target.value, target.checked);
		});
		this.box.addEventListener("input", () => this.draw());
		this.more.addEventListener("click", () => {
			this.unfolded = !this.unfolded;
			this.draw();
		});
	}

	/** @param {Choice[]} choices */
	show(choices) {
		this.choices = choices;
		this.draw();
	}

	draw() {
		const { choices, texts } = this;
		const all = this.unfolded || choices.length <= SHORT + 2;
		this.box.hidden = !(this.unfolded && choices.length > LONG);
		const wanted = this.box.hidden ? "" : this.box.value.trim().toLowerCase();
		const shown = choices.filter((choice, i) => {
			if (choice.chosen) return true;
			return wanted ? choice.name.toLowerCase().includes(wanted) : all || i < SHORT;
		});
		const focused = this.list.contains(document.activeElement) ? /** @type {HTMLInputElement} */ (document.activeElement).value : null;
		this.list.replaceChildren(...shown.map((choice) => this.item(choice)));
		for (const input of this.list.querySelectorAll("input")) if (input.value === focused) input.focus();
		this.list.classList.toggle("unfolded", this.unfolded);
		this.more.hidden = choices.length <= SHORT + 2;
		this.more.setAttribute("aria-expanded", String(this.unfolded));
		this.more.textContent = this.unfolded ? texts.say("fewer") : texts.say("all", { n: choices.length });
		this.element.hidden = !choices.length;
	}

	/** @param {Choice} choice */
	item({ value, name, count, chosen }) {
		const input = element("input", { type: "checkbox", name: this.facet, value });
		input.checked = chosen;
		return element("li", {}, element("label", {},
			input, " ", name, " ", element("span", { class: "count" }, this.texts.number(count))));
	}
}

/** The first and the last year. */
class Range {
	/**
	 * @param {Texts} texts
	 * @param {(from: string, to: string) => void} onRange
	 */
	constructor(texts, onRange) {
		this.from = element("input", { type: "number", name: "from", step: 1 });
		this.to = element("input", { type: "number", name: "to", step: 1 });
		this.element = element("fieldset", { class: "facet range" }, element("legend", {}, texts.say("facet.years")),
			element("label", {}, texts.say("from"), " ", this.from), " ",
			element("label", {}, texts.say("to"), " ", this.to));
		this.element.addEventListener("change", () => onRange(this.from.value, this.to.value));
	}

	/**
	 * @param {[number, number]} years
	 * @param {Query} query
	 */
	show([first, last], query) {
		for (const [input, value] of /** @type {const} */ ([[this.from, query.from], [this.to, query.to]])) {
			input.min = String(first);
			input.max = String(last);
			input.placeholder = String(input === this.from ? first : last);
			if (document.activeElement !== input) input.value = value;
		}
	}
}
