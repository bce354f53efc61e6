// The engine of the search. search.js starts it as a worker, whose first message
// says where the data lie, or where there can be no worker, as on a page from a
// disk, as a script of the page, which gets the data and a port from there.
import { serve } from "./js/service.js";

/** @typedef {import("./js/types").Data} Data */

const scope = /** @type {any} */ (globalThis);

if (typeof scope.importScripts === "function") {
	/** @type {any[]} */
	const early = [];
	scope.onmessage = (/** @type {MessageEvent} */ event) => {
		if (typeof event.data !== "string") {
			early.push(event);
			return;
		}
		scope.searchData = (/** @type {Data} */ data) => serve(data, scope);
		scope.importScripts(event.data);
		for (const event of early) scope.onmessage(event);
	};
} else {
	scope.searchEngine = serve;
}
