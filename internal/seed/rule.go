package seed

// Rule is a check that reading a seed makes.
type Rule struct {
	Name string // as in a diagnostic's Rule
	Doc  string // what it finds, in one line
}

// Rules holds every rule by which [Parse] and [source.Decode] report, in the
// order of their names.
var Rules = [...]Rule{
	{ruleBadDate, "a date in the front matter or in a chronicle that cannot be read or does not exist"},
	{ruleBadEncoding, "bytes that are no character in the file's encoding, or an encoding nobody knows"},
	{ruleBadMarkdown, "a body that the Markdown renderer cannot take"},
	{ruleBadValue, "a value outside what its key allows, such as importance 4 or a side that is none"},
	{ruleDateOrder, "an end before its date"},
	{ruleDateOutside, "an entry of a chronicle whose own date lies outside its heading's"},
	{ruleDateWithoutText, "a dated entry of a chronicle that says nothing"},
	{ruleDeadLink, "a link to a heading that is not in its text, or to another site without https://"},
	{ruleDuplicateKey, "a key that stands twice in the front matter"},
	{ruleEmpty, "a file without text"},
	{ruleSyntax, "front matter that is no valid YAML or TOML"},
	{ruleImage, "an image in a body; none is shown"},
	{ruleNoDate, "a Markdown seed that has neither a date, nor dated entries, nor a type that needs none"},
	{ruleNul, "a NUL byte"},
	{ruleRawHTML, "HTML in a Markdown body; it is left out"},
	{ruleTooLarge, "a file, front matter or table larger than what is read"},
	{ruleUnclosed, "front matter whose closing delimiter is missing"},
	{ruleUnknownKey, "a key that the front matter of a seed does not have"},
	{ruleUnsafeLink, "a link that is not to http, https, mailto or a relative address; it is left out"},
	{ruleWrongType, "a list, a mapping or a single value where another of these belongs"},
}

const (
	ruleBadDate         = "bad-date"
	ruleBadEncoding     = "bad-encoding"
	ruleBadMarkdown     = "bad-markdown"
	ruleBadValue        = "bad-value"
	ruleDateOrder       = "date-order"
	ruleDateOutside     = "date-outside-heading"
	ruleDateWithoutText = "date-without-text"
	ruleDeadLink        = "dead-link"
	ruleDuplicateKey    = "duplicate-key"
	ruleEmpty           = "empty-seed"
	ruleImage           = "image"
	ruleNoDate          = "no-date"
	ruleNul             = "nul-byte"
	ruleRawHTML         = "raw-html"
	ruleSyntax          = "front-matter-syntax"
	ruleTooLarge        = "too-large"
	ruleUnclosed        = "unclosed-front-matter"
	ruleUnknownKey      = "unknown-key"
	ruleUnsafeLink      = "unsafe-link"
	ruleWrongType       = "wrong-type"
)
