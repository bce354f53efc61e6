// The words of the whole timeline, and which of them are like one that it lacks.
import { isHan } from "./words.js";

/** How many words are taken for one that is not there. */
const MOST = 4;

export class Vocabulary {
	constructor() {
		/** How often each word stands somewhere. @type {Map<string, number>} */
		this.counts = new Map();
		/** The words in order, once there are no more. @type {string[]} */
		this.sorted = [];
	}

	/**
	 * Takes in words, and returns them.
	 * @param {string[]} words
	 */
	learn(words) {
		for (const word of words) this.counts.set(word, (this.counts.get(word) ?? 0) + 1);
		return words;
	}

	/**
	 * Returns how often a word stands somewhere.
	 * @param {string} word
	 */
	count(word) {
		return this.counts.get(word) ?? 0;
	}

	/** Says that there are no more words. */
	end() {
		this.sorted = [...this.counts.keys()].sort();
	}

	/**
	 * Tells whether a word stands anywhere, or begins one that does.
	 * @param {string} word
	 */
	has(word) {
		if (this.counts.has(word)) return true;
		let low = 0;
		let high = this.sorted.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (this.sorted[middle] < word) low = middle + 1;
			else high = middle;
		}
		return low < this.sorted.length && this.sorted[low].startsWith(word);
	}

	/**
	 * Returns the words that are most like one, the more frequent first. Short words,
	 * numbers and Chinese are like no other.
	 * @param {string} word
	 * @returns {string[]}
	 */
	alike(word) {
		if (word.length < 4 || isHan(word) || /\p{N}/u.test(word)) return [];
		let nearest = word.length < 6 ? 1 : 2;
		/** @type {string[]} */
		let all = [];
		for (const other of this.sorted) {
			if (Math.abs(other.length - word.length) > nearest || isHan(other)) continue;
			const far = distance(word, other, nearest);
			if (far > nearest) continue;
			if (far < nearest) all = [];
			nearest = far;
			all.push(other);
		}
		return all.sort((a, b) => this.count(b) - this.count(a)).slice(0, MOST);
	}
}

/** Rows of the table that distance fills in: before the last, the last, this one. */
const rows = [new Uint8Array(64), new Uint8Array(64), new Uint8Array(64)];

/**
 * Returns how many letters have to be changed, added or left out to make one word
 * of another, or to change places with their neighbour; more than most is as much
 * as any more.
 * @param {string} a
 * @param {string} b
 * @param {number} most
 */
function distance(a, b, most) {
	if (a.length >= 64 || b.length >= 64) return most + 1;
	let [before, last, row] = rows;
	for (let j = 0; j <= b.length; j++) last[j] = j;
	for (let i = 1; i <= a.length; i++) {
		row[0] = i;
		let least = i;
		for (let j = 1; j <= b.length; j++) {
			const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
			let far = Math.min(row[j - 1] + 1, last[j] + 1, last[j - 1] + (same ? 0 : 1));
			if (i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1)) {
				far = Math.min(far, before[j - 2] + 1);
			}
			row[j] = far;
			if (far < least) least = far;
		}
		if (least > most) return most + 1;
		[before, last, row] = [last, row, before];
	}
	return last[b.length];
}
