// The page's end of the search: it loads the engine when it is first wanted.

/** @typedef {import("./types").Query} Query */
/** @typedef {import("./types").Answer} Answer */

/**
 * Where the engine's script and the data lie, as absolute addresses.
 * @typedef {{engine: string, data: string}} Files
 */

/** A question that waits for its answer. @typedef {(answer: Answer) => void} Waiting */

export class Client {
	/**
	 * @param {Files} files
	 * @param {() => void} onReady is called once the index is made
	 * @param {() => void} onFailure is called if engine or data cannot be loaded
	 */
	constructor(files, onReady, onFailure) {
		this.files = files;
		this.onReady = onReady;
		this.onFailure = onFailure;
		/** @type {Promise<Worker | MessagePort> | null} */
		this.port = null;
		this.number = 0;
		/** @type {Waiting | null} */
		this.waiting = null;
	}

	/** Begins to load; calling it again does nothing. */
	open() {
		this.port ??= this.start();
		this.port.catch(this.onFailure);
	}

	/**
	 * Asks for the events from one position to another. Only the newest question
	 * is answered.
	 * @param {Query} query
	 * @param {number} start
	 * @param {number} end
	 * @param {Waiting} waiting
	 */
	async ask(query, start, end, waiting) {
		this.open();
		const number = ++this.number;
		this.waiting = waiting;
		const port = await this.port?.catch(() => null);
		if (number === this.number) port?.postMessage({ number, query, start, end });
	}

	/** @returns {Promise<Worker | MessagePort>} */
	async start() {
		// Browsers refuse a worker to a page from a disk, some of them with an error
		// on the console, so it is not even tried.
		if (location.protocol !== "file:") {
			try {
				return this.listen(await startWorker(this.files));
			} catch {
				// A policy of the server may forbid workers: the page can do it, too.
			}
		}
		return this.listen(await startHere(this.files));
	}

	/**
	 * @template {Worker | MessagePort} T
	 * @param {T} port
	 * @returns {T}
	 */
	listen(port) {
		port.onmessage = ({ data }) => {
			if (data.ready) this.onReady();
			else if (data.number === this.number) this.waiting?.(data.answer);
		};
		return port;
	}
}

/**
 * Starts the engine in a worker.
 * @param {Files} files
 * @returns {Promise<Worker>}
 */
function startWorker({ engine, data }) {
	return new Promise((resolve, reject) => {
		const worker = new Worker(engine);
		worker.onerror = reject;
		worker.postMessage(data);
		// It answers nothing before the data are there, so that this is the moment
		// from which nothing can fail any more.
		worker.postMessage({ number: 0, query: { q: "", chosen: {}, from: "", to: "", sort: "" }, start: 0, end: 0 });
		worker.onmessage = () => resolve(worker);
	});
}

/**
 * Starts the engine in the page.
 * @param {Files} files
 * @returns {Promise<MessagePort>}
 */
async function startHere({ engine, data }) {
	const scope = /** @type {any} */ (globalThis);
	const { port1, port2 } = new MessageChannel();
	let served = false;
	scope.searchData = (/** @type {any} */ all) => {
		scope.searchEngine(all, port2);
		served = true;
	};
	await script(engine);
	await script(data);
	if (!served) throw new Error("the search cannot read its data");
	return port1;
}

/**
 * Loads a script.
 * @param {string} address
 * @returns {Promise<void>}
 */
function script(address) {
	return new Promise((resolve, reject) => {
		const element = document.createElement("script");
		element.src = address;
		element.onload = () => resolve();
		element.onerror = reject;
		document.head.append(element);
	});
}
