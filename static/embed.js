// Shows the topic that the address asks for: embed.html?topic=trade. The page is
// whole without it, and stays as it is where there is no such topic.
const wanted = new URLSearchParams(location.search).get("topic");
for (const link of document.querySelectorAll("nav a")) {
	if (wanted && link instanceof HTMLAnchorElement && link.pathname.endsWith(`/embed/${encodeURIComponent(wanted)}.html`)) {
		location.replace(link.href);
	}
}
