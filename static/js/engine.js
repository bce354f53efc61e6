// Finds events, people, places, topics and sources. It knows nothing of pages:
// it runs in a worker, or in the page itself where there can be none.
import MiniSearch from "../vendor/minisearch/index.js";
import { FLAG, Facets } from "./facets.js";
import { things } from "./things.js";
import { Vocabulary } from "./vocabulary.js";
import { folding, indexWords, isHan, marked, queryRuns, queryWords } from "./words.js";

/** @typedef {import("./types").Data} Data */
/** @typedef {import("./types").Query} Query */
/** @typedef {import("./types").Table} Table */
/** @typedef {import("./types").Answer} Answer */
/** @typedef {import("./things").Thing} Thing */
/** @typedef {import("../vendor/minisearch/index").Query} Asked */

/**
 * What was found: a score by document, events first, things after them; zero for
 * what was not.
 * @typedef {{scores: Float64Array, words: Set<string>, how: Answer["how"], near: string[]}} Found
 */

/** How much a word says by where it stands. */
const BOOST = { title: 4, names: 2, date: 2, summary: 1 };
const FIELDS = Object.keys(BOOST);

/** How much an event counts by its importance, of which 1 is a turning point. */
const WEIGHT = [1, 1.3, 1.1, 1];

/** How many words are offered for one that nothing has. */
const MAX_ALIKE = 2;

/** How many things are shown above the events. */
const MAX_THINGS = 8;

export class Engine {
	/** @param {Data} data */
	constructor(data) {
		this.data = data;
		this.fold = folding(data.simplified);
		this.facets = new Facets(data);
		this.events = data.events.id.length;
		/** @type {Thing[]} */
		this.things = things(data);
		this.documents = this.events + this.things.length;
		/** The texts of each document, folded, by field. @type {string[][]} */
		this.texts = [];
		/** The folded names of each table, by row. @type {Map<Table, string[]>} */
		this.folded = new Map();
		this.vocabulary = new Vocabulary();
		this.ready = false;
		/** @type {MiniSearch<number>} */
		this.index = new MiniSearch({
			fields: FIELDS,
			// The number of a document stands for it: MiniSearch needs no more.
			extractField: (document, field) => (field === "id" ? document : this.text(document)[FIELDS.indexOf(field)]),
			tokenize: (text) => this.vocabulary.learn(indexWords(text)),
			processTerm: (term) => term,
			searchOptions: { tokenize: queryWords, boost: BOOST, combineWith: "AND", prefix: this.prefix },
		});
	}

	/**
	 * Makes the index, a document a step.
	 * @returns {Generator<void>}
	 */
	*build() {
		for (let document = 0; document < this.documents; document++) {
			this.index.add(document);
			yield;
		}
		this.vocabulary.end();
		this.ready = true;
	}

	/**
	 * Returns the folded texts of a document, in the order of FIELDS.
	 * @param {number} document
	 * @returns {string[]}
	 */
	text(document) {
		return (this.texts[document] ??= this.read(document));
	}

	/**
	 * @param {number} document
	 * @returns {string[]}
	 */
	read(document) {
		if (document >= this.events) {
			const thing = this.things[document - this.events];
			return [thing.name + "\n" + thing.also, thing.note, "", ""].map(this.fold);
		}
		const { events, kinds, topics, people, places } = this.data;
		/** @type {string[]} */
		const names = [];
		for (const row of events.people[document]) names.push(this.names(people, row));
		for (const row of events.places[document]) names.push(this.names(places, row));
		for (const row of events.topics[document]) names.push(this.names(topics, row));
		names.push(this.names(kinds, events.kind[document]));
		return [
			this.fold(events.title[document] + "\n" + events.also[document]),
			names.join("\n"),
			this.fold(events.when[document] + "\n" + events.date[document]),
			this.fold(events.summary[document]),
		];
	}

	/**
	 * Returns all names of a table's row, folded once for all events that have it.
	 * @param {Table} table
	 * @param {number} row
	 */
	names(table, row) {
		let folded = this.folded.get(table);
		if (!folded) this.folded.set(table, (folded = []));
		return (folded[row] ??= this.fold(table.name[row] + "\n" + table.also[row]));
	}

	/**
	 * Answers a query with the events from one position to another.
	 * @param {Query} query
	 * @param {number} start
	 * @param {number} end
	 * @returns {Answer}
	 */
	answer(query, start, end) {
		const found = this.find(this.fold(query.q));
		const chosen = this.facets.choose(query, found ? (i) => found.scores[i] > 0 : () => true);
		const order = this.order(query, chosen.fits, found);
		const words = found?.words ?? new Set();
		const { year } = this.data.events;
		return {
			ready: this.ready,
			total: chosen.count,
			all: this.events,
			events: order.slice(start, end).map((i) => this.event(i, words)),
			things: found && !chosen.without.length ? this.foundThings(found) : [],
			facets: chosen.facets,
			years: this.events ? [Math.min(...year), Math.max(...year)] : [0, 0],
			how: found?.how ?? "all",
			near: found?.near ?? [],
			without: chosen.count ? [] : chosen.without,
		};
	}

	/**
	 * Returns the events that fit: the best first where words were asked for and no
	 * order, else by time.
	 * @param {Query} query
	 * @param {boolean[]} fits
	 * @param {Found | null} found
	 */
	order(query, fits, found) {
		/** @type {number[]} */
		const all = [];
		for (let i = 0; i < fits.length; i++) if (fits[i]) all.push(i);
		if (query.sort === "old") return all;
		if (query.sort === "new" || !found) return all.reverse();
		const { flags } = this.data.events;
		const scores = found.scores.map((score, i) => score * WEIGHT[flags[i] & 3]);
		return all.sort((a, b) => scores[b] - scores[a] || b - a);
	}

	/**
	 * Finds the documents of a folded query; null for one without words.
	 * @param {string} query
	 * @returns {Found | null}
	 */
	find(query) {
		const words = queryWords(query);
		if (!words.length) return null;
		return this.ready ? this.search(query, words) : this.scan(query);
	}

	/**
	 * Asks the index: for documents with all words, else for such with words like
	 * those that stand nowhere, else for those with any.
	 * @param {string} query
	 * @param {string[]} words
	 * @returns {Found}
	 */
	search(query, words) {
		words = this.telling(words);
		const exact = this.index.search(words.join(" "));
		if (exact.length) return this.found(exact, "all", []);
		const known = words.filter((word) => this.vocabulary.has(word));
		const alike = words.filter((word) => !this.vocabulary.has(word)).map((word) => ({ word, others: this.vocabulary.alike(word) }));
		const near = alike.flatMap(({ word, others }) => others.slice(0, MAX_ALIKE).map((other) => query.replace(word, other)));
		/** @type {Asked[]} */
		const instead = alike.map(({ others }) => ({ combineWith: "OR", prefix: false, queries: others }));
		if (alike.length && alike.every(({ others }) => others.length)) {
			const found = this.index.search({ combineWith: "AND", queries: [...known, ...instead] });
			if (found.length) return this.found(found, "near", near);
		}
		return this.found(this.index.search({ combineWith: "OR", queries: [...known, ...instead] }), "some", near);
	}

	/**
	 * Leaves out "of" and "le": short words that stand nearly everywhere say nothing
	 * beside others.
	 * @param {string[]} words
	 */
	telling(words) {
		const often = Math.max(20, this.events / 5);
		const telling = words.filter((word) => isHan(word) || word.length > 3 || this.vocabulary.count(word) < often);
		return telling.length ? telling : words;
	}

	/**
	 * @param {{id: number, score: number, terms: string[]}[]} results
	 * @param {Found["how"]} how
	 * @param {string[]} near
	 * @returns {Found}
	 */
	found(results, how, near) {
		/** @type {Set<string>} */
		const words = new Set();
		const scores = new Float64Array(this.documents);
		for (const { id, score, terms } of results) {
			scores[id] = score;
			for (const term of terms) words.add(term);
		}
		return { scores, words, how, near };
	}

	/**
	 * Tells whether a word of a query may be the beginning of a longer one: "of" is
	 * itself, unless it is still being written.
	 * @param {string} word
	 * @param {number} i
	 * @param {string[]} words
	 */
	prefix(word, i, words) {
		return isHan(word) || word.length > (i === words.length - 1 ? 1 : 2);
	}

	/**
	 * Looks through the texts themselves, until there is an index.
	 * @param {string} query
	 * @returns {Found}
	 */
	scan(query) {
		const runs = queryRuns(query);
		const all = this.scanFor(runs, true);
		const words = new Set([...runs, ...queryWords(query)]);
		if (all.some((score) => score > 0) || runs.length === 1) return { scores: all, words, how: "all", near: [] };
		return { scores: this.scanFor(runs, false), words, how: "some", near: [] };
	}

	/**
	 * @param {string[]} runs
	 * @param {boolean} every
	 */
	scanFor(runs, every) {
		const scores = new Float64Array(this.documents);
		for (let document = 0; document < this.documents; document++) {
			const texts = this.text(document);
			let score = 0;
			let missing = 0;
			for (const run of runs) {
				const field = texts.findIndex((text) => text.includes(run));
				if (field < 0) missing++;
				else score += BOOST[/** @type {keyof typeof BOOST} */ (FIELDS[field])];
			}
			if (!every || !missing) scores[document] = score;
		}
		return scores;
	}

	/**
	 * Returns the people, places and so on that were found, the best first.
	 * @param {Found} found
	 */
	foundThings({ scores, words }) {
		const all = [];
		for (const [i, thing] of this.things.entries()) {
			const score = scores[this.events + i];
			if (score) all.push({ thing, score });
		}
		all.sort((a, b) => b.score * b.thing.weight - a.score * a.thing.weight || b.thing.count - a.thing.count);
		return all.slice(0, MAX_THINGS).map(({ thing: { sort, path, name, lang, also, note, side, count } }) => ({
			sort, path, lang, note, side, count,
			sideName: this.data.words.sides[["canada", "china"].indexOf(side)] ?? "",
			name: marked(name, words, this.fold),
			also: this.asked(also, words),
		}));
	}

	/**
	 * Returns which of a thing's other names holds a word that was asked for.
	 * @param {string} names
	 * @param {Set<string>} words
	 */
	asked(names, words) {
		return names.split("|").find((name) => indexWords(this.fold(name)).some((word) => words.has(word))) ?? "";
	}

	/**
	 * Returns an event as a page shows it.
	 * @param {number} i
	 * @param {Set<string>} words
	 * @returns {import("./types").FoundEvent}
	 */
	event(i, words) {
		const { events, kinds, places, lang } = this.data;
		const flags = events.flags[i];
		const told = flags / FLAG.toldByCanada & 3;
		return {
			path: `events/${events.id[i]}.html`,
			when: events.when[i],
			datetime: /^\d{4}(-\d\d){0,2}$/.test(events.date[i]) ? events.date[i] : "",
			title: marked(events.title[i], words, this.fold),
			summary: marked(events.summary[i], words, this.fold),
			lang: events.lang[i] === lang ? "" : events.lang[i],
			kind: kinds.name[events.kind[i]],
			places: events.places[i].map((row) => places.name[row]),
			told,
			by: this.data.words.told[told],
			turning: (flags & 3) === 1,
			planned: (flags & FLAG.planned) !== 0,
			extracted: (flags & FLAG.program) !== 0,
		};
	}
}
