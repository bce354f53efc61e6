package seed

// A value is what front matter says of a key, whether in YAML or in TOML: a
// tree that knows where each of its parts stands.
type value struct {
	kind  kind
	text  string  // of a scalar: what it says, for a date or a number as written
	off   int     // in File.Text, where it starts
	items []value // of a list, its items; of a table, its values
	keys  []key   // of a table, the keys of items
}

// key is a key of a table.
type key struct {
	name string
	off  int // in File.Text
}

// kind is the form of a value.
type kind uint8

const (
	absent kind = iota // no value, or null
	scalar
	list
	table
)

// String returns the kind in words, for messages.
func (k kind) String() string {
	switch k {
	case scalar:
		return "a single value"
	case list:
		return "a list"
	case table:
		return "a mapping"
	}
	return "nothing"
}

// get returns the value of the first key of the given name in a table.
func (v *value) get(name string) (value, bool) {
	for i, k := range v.keys {
		if k.name == name {
			return v.items[i], true
		}
	}
	return value{}, false
}
