// Answers questions that come through a port, and makes the index meanwhile.
import { Engine } from "./engine.js";

/** @typedef {import("./types").Data} Data */
/** @typedef {import("./types").Query} Query */

/** The form of search-data.js that is understood; internal/render/searchdata.go has the same. */
const FORMAT = 1;

/** How long the index is worked at before questions get their turn, in milliseconds. */
const SLICE = 8;

/**
 * Serves a port: to {number, query, start, end} it answers {number, answer}, and
 * it says {ready: true} once there is an index.
 * @param {Data} data
 * @param {{postMessage: (message: any) => void, onmessage: ((event: MessageEvent) => void) | null}} port
 */
export function serve(data, port) {
	if (data.format !== FORMAT) throw new Error(`search-data.js has format ${data.format}, not ${FORMAT}`);
	const engine = new Engine(data);
	port.onmessage = ({ data: { number, query, start, end } }) => {
		port.postMessage({ number, answer: engine.answer(query, start, end) });
	};
	const steps = engine.build();
	const work = () => {
		const end = performance.now() + SLICE;
		while (performance.now() < end) {
			if (steps.next().done) {
				port.postMessage({ ready: true });
				return;
			}
		}
		setTimeout(work);
	};
	setTimeout(work);
}
