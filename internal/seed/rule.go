package seed

// The rules by which reading a seed reports; package rule tells what each of
// them means.
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
