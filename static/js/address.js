// A query as the search of an address, and back.
import { FACETS } from "./facets.js";

/** @typedef {import("./types").Query} Query */

const YEAR = /^-?\d{1,4}$/;

/**
 * Reads a query from the search of an address.
 * @param {string} search such as "?q=canola&kind=visit"
 * @returns {Query}
 */
export function read(search) {
	const all = new URLSearchParams(search);
	/** @param {string} key */
	const year = (key) => (YEAR.test(all.get(key) ?? "") ? /** @type {string} */ (all.get(key)) : "");
	const sort = all.get("sort") ?? "";
	/** @type {Query["chosen"]} */
	const chosen = {};
	for (const facet of FACETS) {
		const values = [...new Set(all.getAll(facet))].filter(Boolean);
		if (values.length) chosen[facet] = values;
	}
	return { q: all.get("q") ?? "", chosen, from: year("from"), to: year("to"), sort: sort === "old" || sort === "new" ? sort : "" };
}

/**
 * Writes a query as the search of an address, "" for an empty one.
 * @param {Query} query
 * @returns {string}
 */
export function write({ q, chosen, from, to, sort }) {
	const all = new URLSearchParams();
	if (q.trim()) all.set("q", q.trim());
	for (const facet of FACETS) for (const value of chosen[facet] ?? []) all.append(facet, value);
	for (const [key, value] of Object.entries({ from, to, sort })) if (value) all.set(key, value);
	const search = all.toString();
	return search && "?" + search;
}

/**
 * Tells whether anything is asked for.
 * @param {Query} query
 */
export function asks({ q, chosen, from, to }) {
	return Boolean(q.trim() || from || to || Object.values(chosen).some((values) => values.length));
}
