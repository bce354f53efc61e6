// What events can be chosen by, and how many each choice leads to.

/** @typedef {import("./types").Data} Data */
/** @typedef {import("./types").Choice} Choice */
/** @typedef {import("./types").Query} Query */

/**
 * A facet: the values an event has of it, as rows of a list of values. Some list
 * those first that most events of the timeline have, whatever is chosen, so that
 * nothing jumps about while one chooses.
 * @typedef {{name: string, ids: string[], names: string[], of: (event: number) => readonly number[], byCount: boolean}} Facet
 */

/** Bits of an event's flags, as internal/render/searchdata.go writes them. */
export const FLAG = { canada: 4, china: 8, program: 16, planned: 32, toldByCanada: 64, toldByChina: 128 };

/** The facets, in the order they are shown. A year's range is one without choices. */
export const FACETS = ["kind", "topic", "side", "person", "place", "decade", "importance", "status"];
const RANGE = FACETS.length;

/** @type {readonly number[]} */
const NONE = [];
const FIRST = [0];
const SECOND = [1];
const THIRD = [2];

/**
 * Returns the row of the side that acts, if it is known: Canada, China or both.
 * @param {number} flags
 */
function sideOf(flags) {
	const sides = flags & (FLAG.canada | FLAG.china);
	if (sides === FLAG.canada) return FIRST;
	if (sides === FLAG.china) return SECOND;
	return sides ? THIRD : NONE;
}

/**
 * Returns the rows of what it is: edited or extracted, and maybe planned.
 * @param {number} flags
 */
function statusOf(flags) {
	const first = flags & FLAG.program ? 1 : 0;
	return flags & FLAG.planned ? [first, 2] : first ? SECOND : FIRST;
}

/**
 * Returns the facets of the data.
 * @param {Data} data
 * @returns {Facet[]}
 */
function facets({ events, kinds, topics, people, places, decades, sides, importance, status }) {
	const decadeRow = new Map(decades.id.map((id, row) => [Number.parseInt(id, 10), [row]]));
	const kind = events.kind.map((row) => [row]);
	return [
		{ name: "kind", ids: kinds.id, names: kinds.name, of: (i) => kind[i], byCount: true },
		{ name: "topic", ids: topics.id, names: topics.name, of: (i) => events.topics[i], byCount: true },
		{ name: "side", ids: sides.id, names: sides.name, of: (i) => sideOf(events.flags[i]), byCount: false },
		{ name: "person", ids: people.id, names: people.name, of: (i) => events.people[i], byCount: true },
		{ name: "place", ids: places.id, names: places.name, of: (i) => events.places[i], byCount: true },
		{
			name: "decade", ids: decades.id, names: decades.name, byCount: false,
			of: (i) => decadeRow.get(Math.floor(events.year[i] / 10) * 10) ?? NONE,
		},
		{ name: "importance", ids: importance.id, names: importance.name, of: (i) => [(events.flags[i] & 3) - 1], byCount: false },
		{ name: "status", ids: status.id, names: status.name, of: (i) => statusOf(events.flags[i]), byCount: false },
	];
}

/** What is left of the events after a choice, with the counts of every further one. */
export class Chosen {
	/** @param {number} events */
	constructor(events) {
		/** Whether each event fits. @type {boolean[]} */
		this.fits = new Array(events).fill(false);
		this.count = 0;
		/** The choices of each facet. @type {Record<string, Choice[]>} */
		this.facets = {};
		/** How many there would be without a filter. @type {{facet: string, count: number}[]} */
		this.without = [];
	}
}

/** Counts and chooses by facets. */
export class Facets {
	/** @param {Data} data */
	constructor(data) {
		this.data = data;
		this.all = facets(data);
		const compare = new Intl.Collator(data.lang).compare;
		/** The order in which each facet shows its rows. @type {number[][]} */
		this.order = this.all.map((facet) => {
			const rows = facet.ids.map((_, row) => row);
			if (!facet.byCount) return rows;
			const totals = rows.map(() => 0);
			for (let i = 0; i < data.events.id.length; i++) for (const row of facet.of(i)) totals[row]++;
			return rows.sort((a, b) => totals[b] - totals[a] || compare(facet.names[a], facet.names[b]));
		});
	}

	/**
	 * Chooses among the events that match. Within a facet one of the chosen values
	 * is enough, and every facet has to be met. What another choice of the same
	 * facet would add is therefore counted without regard to that facet.
	 * @param {Query} query
	 * @param {(event: number) => boolean} matches
	 * @returns {Chosen}
	 */
	choose(query, matches) {
		const { events } = this.data;
		const chosen = new Chosen(events.id.length);
		const wanted = this.all.map((facet) => rows(facet, query.chosen[facet.name] ?? []));
		const counts = this.all.map((facet) => new Array(facet.ids.length).fill(0));
		const without = new Array(RANGE + 1).fill(0);
		const from = query.from ? Number(query.from) : -Infinity;
		const to = query.to ? Number(query.to) : Infinity;
		for (let i = 0; i < events.id.length; i++) {
			if (!matches(i)) continue;
			const missed = this.missed(i, wanted, events.year[i] < from || events.year[i] > to);
			if (missed === MANY) continue;
			if (missed !== NOTHING) {
				without[missed]++;
				if (missed !== RANGE) this.count(i, missed, counts);
				continue;
			}
			chosen.fits[i] = true;
			chosen.count++;
			for (let f = 0; f < RANGE; f++) this.count(i, f, counts);
		}
		this.all.forEach((facet, f) => {
			chosen.facets[facet.name] = this.choices(f, counts[f], wanted[f]);
			if (wanted[f]) chosen.without.push({ facet: facet.name, count: chosen.count + without[f] });
		});
		if (query.from || query.to) chosen.without.push({ facet: "years", count: chosen.count + without[RANGE] });
		return chosen;
	}

	/**
	 * Returns the one facet whose choice an event misses, or NOTHING, or MANY.
	 * @param {number} event
	 * @param {(Set<number> | null)[]} wanted
	 * @param {boolean} outside of the range of years
	 */
	missed(event, wanted, outside) {
		let missed = outside ? RANGE : NOTHING;
		for (let f = 0; f < wanted.length; f++) {
			const set = wanted[f];
			if (!set || this.all[f].of(event).some((row) => set.has(row))) continue;
			if (missed !== NOTHING) return MANY;
			missed = f;
		}
		return missed;
	}

	/**
	 * Counts an event for every value it has of a facet.
	 * @param {number} event
	 * @param {number} facet
	 * @param {number[][]} counts
	 */
	count(event, facet, counts) {
		for (const row of this.all[facet].of(event)) counts[facet][row]++;
	}

	/**
	 * Returns the choices that lead anywhere, and those that were made.
	 * @param {number} f
	 * @param {number[]} counts
	 * @param {Set<number> | null} wanted
	 * @returns {Choice[]}
	 */
	choices(f, counts, wanted) {
		const { ids, names } = this.all[f];
		/** @type {Choice[]} */
		const all = [];
		for (const row of this.order[f]) {
			const chosen = wanted?.has(row) ?? false;
			if (counts[row] || chosen) all.push({ value: ids[row], name: names[row], count: counts[row], chosen });
		}
		return all;
	}
}

const NOTHING = -1;
const MANY = -2;

/**
 * Returns the rows of the chosen values, or null where nothing is chosen. A value
 * that does not exist leads to no event.
 * @param {Facet} facet
 * @param {string[]} values
 */
function rows(facet, values) {
	return values.length ? new Set(values.map((value) => facet.ids.indexOf(value))) : null;
}
