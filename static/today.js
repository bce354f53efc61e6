// Shows on the first page what happened on this day of the year, by the reader's
// own clock. Without it, or from a disk where pages cannot be fetched, the links
// to the months are all there is.

/**
 * The place of a day on the page of its month, such as "d-10-13".
 * @param {Date} day
 * @returns {{path: string, id: string}}
 */
function placeOf(day) {
	const month = String(day.getMonth() + 1).padStart(2, "0");
	return { path: `days/${month}.html`, id: `d-${month}-${String(day.getDate()).padStart(2, "0")}` };
}

/**
 * Fetches the events of a day as they stand on the page of the month.
 * @param {string} path
 * @param {string} id
 * @returns {Promise<Element | null>}
 */
async function fetchDay(path, id) {
	const response = await fetch(path);
	if (!response.ok) throw new Error(response.statusText);
	const page = new DOMParser().parseFromString(await response.text(), "text/html");
	const list = page.getElementById(id)?.querySelector("ol") ?? null;
	for (const link of list?.querySelectorAll("a[href]") ?? []) {
		link.setAttribute("href", new URL(link.getAttribute("href") ?? "", response.url).href);
	}
	return list;
}

async function showToday() {
	const box = document.getElementById("today");
	if (!box || !location.protocol.startsWith("http")) return;
	const { path, id } = placeOf(new Date());
	try {
		const list = await fetchDay(path, id);
		if (list) box.replaceChildren(document.importNode(list, true));
		else box.textContent = box.dataset.none ?? "";
	} catch {
		// The months are still there.
	}
}

showToday();
