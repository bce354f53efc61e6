package seed

// Key is a key of front matter, as it is told to editors and to their programs.
type Key struct {
	Name    string
	Form    Form
	Doc     string   // what it says, in a sentence or two
	Example string   // a value, in YAML
	Words   []string // the only words it takes; nil where Known says more, or any will do
	Known   Known    // where else the words come from
}

// Form is what a key takes.
type Form uint8

// The forms of values.
const (
	TextForm    Form = iota + 1 // a single value
	ListForm                    // a list of texts; a single one may stand alone
	ChoiceForm                  // one of the key's words
	ChoicesForm                 // some of them
	DateForm                    // a date
	AddressForm                 // an address on the web
	FlagForm                    // true or false
	SourcesForm                 // a list of mappings with the keys of SourceKeys; an address may stand alone
	ReasonsForm                 // a mapping from words to texts
	DaysForm                    // a mapping from days to texts
)

// Known are words that are not this package's to know.
type Known string

// What the words of a key may be. Of KnownKinds and KnownRules only these will do; names
// may also be others than the registries have.
const (
	KnownKinds      Known = "kinds"
	KnownRules      Known = "rules"
	KnownTopics     Known = "topics"
	KnownPeople     Known = "people"
	KnownPlaces     Known = "places"
	KnownPublishers Known = "publishers"
)

// Keys returns every key that front matter may have, in the order of the
// documentation.
func Keys() []Key {
	keys := make([]Key, len(metaKeys))
	for i := range metaKeys {
		keys[i] = metaKeys[i].Key
	}
	return keys
}

// SourceKeys returns every key that a source may have.
func SourceKeys() []Key {
	keys := make([]Key, len(sourceKeys))
	for i := range sourceKeys {
		keys[i] = sourceKeys[i].Key
	}
	return keys
}
