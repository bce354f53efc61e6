// What this site uses of MiniSearch 7.2.0 (https://github.com/lucaong/minisearch,
// MIT licence, see LICENSE beside this file), for the type checker.

export interface SearchOptions {
	prefix?: boolean | ((term: string, i: number, terms: string[]) => boolean);
	fuzzy?: boolean | number | ((term: string) => boolean | number);
	combineWith?: "AND" | "OR";
	boost?: Record<string, number>;
	filter?: (result: SearchResult) => boolean;
}

export type Query = string | (SearchOptions & { queries: Query[] });

export interface SearchResult {
	id: number;
	score: number;
	terms: string[];
	queryTerms: string[];
}

export interface Options<T> {
	fields: string[];
	extractField?: (document: T, field: string) => any;
	tokenize?: (text: string, field?: string) => string[];
	processTerm?: (term: string) => string;
	searchOptions?: SearchOptions & { tokenize?: (text: string) => string[] };
}

export default class MiniSearch<T> {
	constructor(options: Options<T>);
	add(document: T): void;
	search(query: Query, options?: SearchOptions): SearchResult[];
}
