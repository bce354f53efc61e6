// Lets the values of a chart be read one by one: under the pointer, and with the
// arrow keys. All of them stand in the table or list below the chart, from which
// they are taken, so a page is whole without this script.

/**
 * A value, or what there is of one year.
 * @typedef {object} Point
 * @property {string} text what is said of it
 * @property {HTMLElement | null} link the column that stands for it, if it has one
 * @property {number} at where it stands, as a share of the width
 */

/**
 * Takes the points of a strip of linked columns from the links' titles, which
 * would else be shown a second time by the browser.
 * @param {Element} figure
 * @returns {Point[]}
 */
function columns(figure) {
	const points = [];
	for (const link of figure.querySelectorAll("a[title]")) {
		if (!(link instanceof HTMLElement)) continue;
		points.push({ text: link.title, link, at: 0 });
		link.removeAttribute("title");
	}
	return points;
}

/**
 * Takes the points of a chart from its table. Rows of one year make one point.
 * @param {Element} figure
 * @param {HTMLElement} view
 * @returns {Point[]}
 */
function rows(figure, view) {
	const first = Number(view.dataset.first);
	const count = Number(view.dataset.last) - first + 1;
	const head = Array.from(figure.querySelectorAll("thead th"), (th) => th.textContent ?? "");
	/** @type {Map<number, Point>} */
	const points = new Map();
	for (const row of figure.querySelectorAll("tbody tr")) {
		if (!(row instanceof HTMLElement)) continue;
		const year = Number(row.dataset.year);
		const point = points.get(year) ?? { text: String(year), link: null, at: (year - first + 0.5) / count };
		row.querySelectorAll("td:not(.cited)").forEach((cell, i) => {
			const value = `, ${head[i + 1]} ${cell.textContent}`;
			if (cell.textContent && !point.text.includes(value)) point.text += value;
		});
		points.set(year, point);
	}
	return [...points.values()];
}

/**
 * Makes what the arrow keys move: a slider over the chart. Its value's text is
 * what a screen reader says when it moves.
 * @param {HTMLElement} view
 * @param {number} count
 * @returns {HTMLElement}
 */
function slider(view, count) {
	const reader = document.createElement("div");
	reader.className = "reader";
	reader.tabIndex = 0;
	reader.setAttribute("role", "slider");
	reader.setAttribute("aria-label", view.dataset.label ?? "");
	reader.setAttribute("aria-valuemin", "1");
	reader.setAttribute("aria-valuemax", String(count));
	view.append(reader);
	return reader;
}

/**
 * How far a key moves among the points; null of keys that do not.
 * @param {string} key
 * @param {number} count
 * @returns {number | null}
 */
function step(key, count) {
	switch (key) {
		case "ArrowRight":
		case "ArrowUp":
			return 1;
		case "ArrowLeft":
		case "ArrowDown":
			return -1;
		case "PageUp":
			return 10;
		case "PageDown":
			return -10;
		case "Home":
			return -count;
		case "End":
			return count;
	}
	return null;
}

/**
 * Lets the values of one chart be read.
 * @param {Element} figure
 */
function readable(figure) {
	const view = figure.querySelector(".view");
	const said = figure.querySelector(".readout");
	if (!(view instanceof HTMLElement) || !said) return;
	const points = figure.matches(".strip") ? columns(figure) : rows(figure, view);
	if (points.length === 0) return;
	const reader = slider(view, points.length);
	const line = document.createElement("div");
	line.className = "cursor";
	reader.append(line);
	let now = points.length - 1;

	/** @param {number} i */
	const show = (i) => {
		points[now].link?.classList.remove("read");
		now = Math.max(0, Math.min(points.length - 1, i));
		const { text, link, at } = points[now];
		link?.classList.add("read");
		line.hidden = link !== null;
		line.style.insetInlineStart = `${at * 100}%`;
		reader.setAttribute("aria-valuenow", String(now + 1));
		reader.setAttribute("aria-valuetext", text);
		said.textContent = text;
	};
	const hide = () => {
		points[now].link?.classList.remove("read");
		line.hidden = true;
		said.textContent = "";
	};
	show(now);
	hide();

	reader.addEventListener("focus", () => {
		show(now);
		points[now].link?.scrollIntoView({ block: "nearest" });
	});
	reader.addEventListener("blur", hide);
	reader.addEventListener("keydown", (event) => {
		if (event.key === "Enter") points[now].link?.click();
		const by = step(event.key, points.length);
		if (by === null || event.altKey || event.ctrlKey || event.metaKey) return;
		event.preventDefault();
		show(now + by);
		points[now].link?.scrollIntoView({ block: "nearest" });
	});
	view.addEventListener("pointermove", (event) => {
		const over = event.target instanceof Element ? event.target.closest("a") : null;
		let i = points.findIndex(({ link }) => link !== null && link === over);
		if (points[0].link === null) i = nearest(points, event, view);
		if (i >= 0) show(i);
	});
	view.addEventListener("pointerleave", () => {
		if (document.activeElement === reader) show(now);
		else hide();
	});
}

/**
 * The point nearest to the pointer.
 * @param {Point[]} points
 * @param {PointerEvent} event
 * @param {HTMLElement} view
 * @returns {number}
 */
function nearest(points, event, view) {
	const box = view.getBoundingClientRect();
	const at = (event.clientX - box.left) / box.width;
	let best = 0;
	points.forEach((point, i) => {
		if (Math.abs(point.at - at) < Math.abs(points[best].at - at)) best = i;
	});
	return best;
}

document.querySelectorAll("[data-chart]").forEach(readable);
