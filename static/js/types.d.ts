// The shapes of what the scripts of the search give each other.

/** A table of search-data.js: columns of one length, note and side may be empty. */
export interface Table {
	id: string[];
	name: string[];
	also: string[]; // other names, with a bar between two
	note: string[];
	side: string[];
}

/** What search-data.js holds; internal/render/searchdata.go writes it. */
export interface Data {
	format: number;
	lang: string;
	words: { sides: string[]; told: string[] }; // of the two sides; by others, the one, the other, both
	kinds: Table;
	topics: Table;
	people: Table;
	places: Table;
	decades: Table; // "1970s" and what it is called
	sides: Table;
	importance: Table;
	status: Table;
	sources: { path: string[]; name: string[]; by: string[]; when: string[]; lang: string[]; side: string[] };
	events: {
		id: string[];
		date: string[]; // EDTF
		when: string[]; // for people
		year: number[];
		title: string[];
		lang: string[];
		summary: string[];
		also: string[]; // titles in other languages, with a bar between two
		kind: number[];
		topics: number[][];
		people: number[][];
		places: number[][];
		flags: number[];
	};
	simplified: string; // traditional characters, each with its simplified one after it
}

/** What a reader asks for; it stands in the address. */
export interface Query {
	q: string;
	chosen: Record<string, string[]>; // values by facet
	from: string; // a year, or ""
	to: string;
	sort: string; // "", "old" or "new"
}

/** A choice of a facet, with the number of events it leads to. */
export interface Choice {
	value: string;
	name: string;
	count: number;
	chosen: boolean;
}

/** An event that was found. Texts are cut where they are to be marked: odd pieces are. */
export interface FoundEvent {
	path: string;
	when: string;
	datetime: string;
	title: string[];
	lang: string;
	summary: string[];
	kind: string;
	places: string[];
	told: number; // 1 by Canada, 2 by China
	by: string; // the same in words
	turning: boolean;
	planned: boolean;
	extracted: boolean;
}

/** A person, place, topic, kind, year or source that was found. */
export interface FoundThing {
	sort: string; // "people", "places", "topics", "kinds", "years", "decades", "sources"
	path: string;
	name: string[];
	lang: string;
	also: string; // the name in another script, where that was asked for
	note: string;
	side: string;
	sideName: string;
	count: number; // of events; 0 for sources
}

/** An answer. */
export interface Answer {
	ready: boolean; // false while the index is being made and texts are scanned
	total: number; // events found
	all: number; // events there are
	events: FoundEvent[];
	things: FoundThing[];
	facets: Record<string, Choice[]>;
	years: [number, number]; // the first and last of the whole timeline
	how: "all" | "near" | "some"; // all words, words like them, some of the words
	near: string[]; // the query with words of the timeline for those it does not have
	without: { facet: string; count: number }[]; // what there would be without a filter
}
