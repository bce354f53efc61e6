// What the search says, in the page's language. The texts come with the page.

/** Texts by key; one that goes with a count has a form for one under key + "_one". */
export class Texts {
	/**
	 * @param {Record<string, string>} all
	 * @param {string} lang
	 */
	constructor(all, lang) {
		this.all = all;
		this.numbers = new Intl.NumberFormat(lang);
		this.plurals = new Intl.PluralRules(lang);
	}

	/**
	 * Returns a text with its {names} replaced; one that does not exist by its key.
	 * @param {string} key
	 * @param {Record<string, string | number>} [values]
	 */
	say(key, values = {}) {
		return (this.all[key] ?? key).replace(/\{(\w+)\}/g, (hole, name) => {
			const value = values[name];
			return typeof value === "number" ? this.number(value) : value ?? hole;
		});
	}

	/**
	 * Returns a text that goes with the count n in the form its language has for it.
	 * @param {string} key
	 * @param {number} n
	 * @param {Record<string, string | number>} [values]
	 */
	count(key, n, values = {}) {
		const one = this.plurals.select(n) === "one" && `${key}_one` in this.all;
		return this.say(one ? `${key}_one` : key, { ...values, n });
	}

	/** @param {number} n */
	number(n) {
		return this.numbers.format(n);
	}
}
