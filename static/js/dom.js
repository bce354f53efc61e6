// Small help with elements.

/**
 * Makes an element. A property of null or false is left out; "class" and "for" and
 * all others are attributes.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} name
 * @param {Record<string, string | number | boolean | null>} [attributes]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function element(name, attributes = {}, ...children) {
	const made = document.createElement(name);
	for (const [key, value] of Object.entries(attributes)) {
		if (value !== null && value !== false) made.setAttribute(key, value === true ? "" : String(value));
	}
	made.append(...children);
	return made;
}

/**
 * Returns a text with its pieces of odd index marked.
 * @param {string[]} pieces
 * @returns {(Node | string)[]}
 */
export function withMarks(pieces) {
	return pieces.map((piece, i) => (i % 2 ? element("mark", {}, piece) : piece));
}

/**
 * Returns the element of a page that has the id.
 * @template {HTMLElement} T
 * @param {string} id
 * @param {new () => T} type
 * @returns {T}
 */
export function byID(id, type) {
	const found = document.getElementById(id);
	if (!(found instanceof type)) throw new Error(`no ${type.name} #${id} in the page`);
	return found;
}
