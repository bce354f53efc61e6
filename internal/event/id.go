package event

import (
	"hash/fnv"
	"strconv"

	"buildsite/internal/edtf"
	"buildsite/internal/lexicon"
)

// hash is a short name for a text, the same in every build.
func hash(text string) string {
	h := fnv.New32a()
	h.Write([]byte(text))
	return strconv.FormatUint(uint64(h.Sum32()), 36)
}

// dateSlug writes a date into an id: 2025-10, 2025-10-16-2025-10-17.
func dateSlug(d edtf.Date) string { return lexicon.Slug(d.String()) }

// maxID leaves room in a file's name for a hash.
const maxID = 72

// unique returns id, or if the seed has used it, id with a hash of text.
func (r *reader) unique(id, text string) string {
	for base := lexicon.Cut(id, maxID); r.ids[id]; text += "+" {
		id = base + "-" + hash(text)
	}
	r.ids[id] = true
	return id
}
