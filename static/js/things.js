// What there is beside events: people, places, topics, kinds, years, sources.

/** @typedef {import("./types").Data} Data */
/** @typedef {import("./types").Table} Table */

/**
 * A page that can be found by name. Its weight says how likely it is meant.
 * @typedef {{sort: string, path: string, name: string, lang: string, also: string, note: string, side: string,
 *   count: number, weight: number}} Thing
 */

/**
 * Returns all things of the data.
 * @param {Data} data
 * @returns {Thing[]}
 */
export function things(data) {
	const { events } = data;
	return [
		...named("people", data.people, count(data.people, events.people), 2),
		...named("places", data.places, count(data.places, events.places), 2),
		...named("topics", data.topics, count(data.topics, events.topics), 2),
		...named("kinds", data.kinds, count(data.kinds, events.kind.map((row) => [row])), 1.5),
		...named("decades", data.decades, countDecades(data), 3),
		...years(events.year),
		...sources(data),
	];
}

/**
 * Counts the events of each row of a table.
 * @param {Table} table
 * @param {number[][]} rows
 */
function count(table, rows) {
	const counts = new Array(table.id.length).fill(0);
	for (const all of rows) for (const row of all) counts[row]++;
	return counts;
}

/**
 * Counts the events of each decade.
 * @param {Data} data
 */
function countDecades({ events, decades }) {
	const rows = new Map(decades.id.map((id, row) => [Number.parseInt(id, 10), [row]]));
	return count(decades, events.year.map((year) => rows.get(Math.floor(year / 10) * 10) ?? []));
}

/**
 * @param {string} sort
 * @param {Table} table
 * @param {number[]} counts
 * @param {number} weight
 * @returns {Thing[]}
 */
function named(sort, table, counts, weight) {
	/** @type {Thing[]} */
	const all = [];
	table.id.forEach((id, row) => {
		if (!counts[row]) return;
		all.push({
			sort, weight, count: counts[row], lang: "", path: `${sort === "decades" ? "years" : sort}/${id}.html`, name: table.name[row],
			also: table.also[row], note: table.note[row] ?? "", side: table.side[row] ?? "",
		});
	});
	return all;
}

/**
 * @param {number[]} all the years of all events
 * @returns {Thing[]}
 */
function years(all) {
	/** @type {Map<number, number>} */
	const counts = new Map();
	for (const year of all) counts.set(year, (counts.get(year) ?? 0) + 1);
	return Array.from(counts, ([year, count]) => {
		const name = (year < 0 ? "-" : "") + String(Math.abs(year)).padStart(4, "0");
		return { sort: "years", weight: 3, count, lang: "", path: `years/${name}.html`, name, also: "", note: "", side: "" };
	});
}

/**
 * @param {Data} data
 * @returns {Thing[]}
 */
function sources({ sources: s, lang }) {
	return s.path.map((path, i) => ({
		sort: "sources", weight: 1, count: 0, path, name: s.name[i], lang: s.lang[i] === lang ? "" : s.lang[i],
		also: "", note: [s.by[i], s.when[i]].filter(Boolean).join(", "), side: s.side[i],
	}));
}
