// How texts and queries become words that can be compared.

/** A run of Han characters, or a word of any other script. */
const WORD = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;
const HAN = /^\p{Script=Han}/u;
const ASCII = /^[\0-\x7f]*$/;

/** Letters that no decomposition takes apart. @type {Record<string, string>} */
const LETTERS = { œ: "oe", æ: "ae", ß: "ss", ø: "o", ł: "l", đ: "d" };

/**
 * Returns the function that folds case, accents, width, and Chinese characters
 * of the traditional script, so that "melanie" finds "Mélanie" and 習近平 finds
 * 习近平.
 * @param {string} pairs traditional characters, each with its simplified one after it
 * @returns {(text: string) => string}
 */
export function folding(pairs) {
	/** @type {Map<string, string>} */
	const one = new Map(Object.entries(LETTERS));
	const all = Array.from(pairs);
	for (let i = 0; i + 1 < all.length; i += 2) one.set(all[i], all[i + 1]);
	return (text) => {
		if (ASCII.test(text)) return text.toLowerCase();
		const plain = text.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase();
		return plain.replace(/[œæßøłđ]|\p{Script=Han}/gu, (c) => one.get(c) ?? c);
	};
}

/**
 * Tells whether a word is written in Han characters.
 * @param {string} word
 */
export const isHan = (word) => HAN.test(word);

/**
 * Returns the words that a folded text is found by. Chinese has no spaces: each
 * two neighbouring characters are a word, and the last of a run by itself, so
 * that every single character begins one.
 * @param {string} text
 * @returns {string[]}
 */
export function indexWords(text) {
	/** @type {string[]} */
	const words = [];
	for (const [run] of text.matchAll(WORD)) {
		if (!isHan(run)) {
			words.push(run);
			continue;
		}
		const all = Array.from(run);
		for (let i = 0; i + 1 < all.length; i++) words.push(all[i] + all[i + 1]);
		words.push(all[all.length - 1]);
	}
	return words;
}

/**
 * Returns the words that a folded query asks for. A single letter, as of "l'accord"
 * or "Canada's", says nothing beside other words.
 * @param {string} text
 * @returns {string[]}
 */
export function queryWords(text) {
	/** @type {string[]} */
	const words = [];
	for (const [run] of text.matchAll(WORD)) {
		const all = Array.from(run);
		if (!isHan(run) || all.length === 1) words.push(run);
		else for (let i = 0; i + 1 < all.length; i++) words.push(all[i] + all[i + 1]);
	}
	const telling = words.filter((word) => word.length > 1 || isHan(word) || /\p{N}/u.test(word));
	return [...new Set(telling.length ? telling : words)];
}

/**
 * Returns the parts of a folded query that a text has to hold as they are.
 * @param {string} text
 * @returns {string[]}
 */
export function queryRuns(text) {
	const runs = Array.from(text.matchAll(WORD), ([run]) => run);
	const telling = runs.filter((run) => run.length > 1 || isHan(run) || /\p{N}/u.test(run));
	return [...new Set(telling.length ? telling : runs)];
}

/**
 * Cuts a text where it shows what was found: the pieces with an odd index are
 * to be marked.
 * @param {string} text as it stands
 * @param {Set<string>} words folded
 * @param {(text: string) => string} fold
 * @returns {string[]}
 */
export function marked(text, words, fold) {
	if (!words.size) return [text];
	const pieces = [""];
	/** @param {string} piece @param {boolean} found */
	const add = (piece, found) => {
		if (found === (pieces.length % 2 === 0)) pieces[pieces.length - 1] += piece;
		else pieces.push(piece);
	};
	let end = 0;
	for (const match of text.matchAll(WORD)) {
		add(text.slice(end, match.index), false);
		end = match.index + match[0].length;
		if (isHan(match[0])) markHan(match[0], words, fold, add);
		else add(match[0], words.has(fold(match[0])));
	}
	add(text.slice(end), false);
	return pieces;
}

/**
 * Marks the characters of a run that stand in one of the words.
 * @param {string} run
 * @param {Set<string>} words
 * @param {(text: string) => string} fold
 * @param {(piece: string, found: boolean) => void} add
 */
function markHan(run, words, fold, add) {
	const all = Array.from(run);
	const folded = all.map(fold);
	let found = false;
	for (let i = 0; i < all.length; i++) {
		const next = words.has(folded[i] + (folded[i + 1] ?? ""));
		add(all[i], found || next || words.has(folded[i]));
		found = next;
	}
}
