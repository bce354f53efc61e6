// What html-validate asks of every page. It stands in a program rather than in
// JSON so that each rule that is loosened can say why.
export default {
  root: true,
  extends: ["html-validate:recommended", "html-validate:document"],
  rules: {
    // A page loads its own site's files only, whose names tell their contents'
    // hash; an integrity attribute would say the same again, and would stop
    // them where a page is opened from a disk.
    "require-sri": ["error", { target: "crossorigin" }],

    // A title is as long as what happened needs. HTML has no limit; the rule
    // goes by how much of it a search engine shows.
    "long-title": "off",
  },
};
