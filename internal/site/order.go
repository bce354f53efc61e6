package site

import (
	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"buildsite/internal/lang"
)

// order tells what names are sorted by, as each language's dictionaries have
// them: accents count for little, Chinese names stand by their reading.
type order struct {
	collator *collate.Collator
	buffer   collate.Buffer
}

func newOrder(l lang.Lang) *order {
	tag := [...]language.Tag{lang.Unknown: language.English, lang.EN: language.English, lang.FR: language.French, lang.ZH: language.SimplifiedChinese}
	return &order{collator: collate.New(tag[l], collate.IgnoreCase)}
}

// key returns what the name is sorted by.
func (o *order) key(name string) string {
	o.buffer.Reset()
	return string(o.collator.KeyFromString(&o.buffer, name))
}
