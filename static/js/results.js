// Shows what was found. An event looks as templates/partials/entry.html has it.
import { element, withMarks } from "./dom.js";

/** @typedef {import("./types").FoundEvent} FoundEvent */
/** @typedef {import("./types").FoundThing} FoundThing */
/** @typedef {import("./texts").Texts} Texts */

/** The classes of the sign on the axis by who tells the event. */
const SIGNS = ["", " ca", " cn", " ca cn"];

/**
 * Returns an event as an item of a list.
 * @param {FoundEvent} event
 * @param {Texts} texts
 */
export function eventItem(event, texts) {
	const lang = event.lang || null;
	const when = event.datetime
		? element("time", { class: "when", datetime: event.datetime }, event.when)
		: element("span", { class: "when" }, event.when);
	const what = element("div", { class: "what" },
		element("a", { class: "title", href: event.path, lang }, ...withMarks(event.title)));
	if (event.summary.join("")) what.append(element("p", { class: "summary", lang }, ...withMarks(event.summary)));
	const meta = element("p", { class: "meta" });
	if (event.turning) meta.append(element("b", {}, texts.say("turning")), " · ");
	const rest = [event.kind, ...event.places];
	if (event.planned) rest.push(texts.say("planned"));
	if (event.extracted) rest.push(texts.say("extracted"));
	meta.append(rest.join(" · "));
	what.append(meta);
	const sign = element("span", { class: "node" + SIGNS[event.told], role: "img", "aria-label": event.by });
	return element("li", {}, when, " ", sign, what);
}

/**
 * Returns a person, place or other page as an item of a list.
 * @param {FoundThing} thing
 * @param {Texts} texts
 */
export function thingItem(thing, texts) {
	const item = element("li", {}, element("span", { class: "sort" }, texts.say("sort." + thing.sort)));
	const line = element("span", { class: "thing" });
	if (thing.sideName) line.append(element("span", { class: "side " + thing.side, role: "img", "aria-label": thing.sideName }));
	line.append(element("a", { class: "title", href: thing.path, lang: thing.lang || null }, ...withMarks(thing.name)));
	const notes = [thing.also, thing.note].filter(Boolean);
	if (thing.count) notes.push(texts.count("events", thing.count));
	if (notes.length) line.append(" ", element("span", { class: "meta" }, notes.join(" · ")));
	item.append(line);
	return item;
}
