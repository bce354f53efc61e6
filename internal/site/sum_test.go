package site

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"buildsite/internal/edtf"
	"buildsite/internal/event"
	"buildsite/internal/seed"
)

// TestSum sets every field that a page can show to another value, one at a
// time, and expects another sum each time.
func TestSum(t *testing.T) {
	for _, content := range []any{
		new(Home), new(DecadePage), new(Days), new(Year), new(EntityPage), new(SourcePage), new(Index), new(Events), new(Search), new(Feed), new(Forward), new(Text), new(Data),
	} {
		page := &Page{Path: "x.html", Content: content}
		fill(reflect.ValueOf(content).Elem(), 0)
		if page.Sum() == 0 {
			t.Errorf("%T has no sum", content)
		}
		touch(t, page, reflect.ValueOf(content).Elem(), fmt.Sprintf("%T", content))
	}
}

// TestEventSum changes what an event's page shows of others.
func TestEventSum(t *testing.T) {
	sum := func(change func(*Input, []*event.Reading)) uint64 {
		in := Input{Links: map[string][]seed.Link{"b.md": {{Target: "c.md"}}}}
		readings := []*event.Reading{eventReading("a.md", "a", "1970"), eventReading("b.md", "b", "1971"), eventReading("c.md", "c", "1972")}
		readings[1].Events[0].HTML = `<a href="c.md">c</a>`
		for i, r := range readings {
			r.Events[0].Sum = uint64(i + 1)
		}
		change(&in, readings)
		p, _ := plan(t, in, readings...)
		return p.Lookup("events/b.html").Sum()
	}
	before := sum(func(*Input, []*event.Reading) {})
	for name, change := range map[string]func(*Input, []*event.Reading){
		"the event":          func(_ *Input, r []*event.Reading) { r[1].Events[0].Sum = 9 },
		"the one before":     func(_ *Input, r []*event.Reading) { r[0].Events[0].Sum = 9 },
		"the one after":      func(_ *Input, r []*event.Reading) { r[2].Events[0].Sum = 9 },
		"where a link leads": func(_ *Input, r []*event.Reading) { r[2].Events[0].ID = "d" },
		"today":              func(in *Input, _ []*event.Reading) { in.Today = edtf.MustParse("1969") },
	} {
		if sum(change) == before {
			t.Errorf("%s does not change the sum", name)
		}
	}
	if again := sum(func(*Input, []*event.Reading) {}); again != before {
		t.Error("the same plan has another sum")
	}
}

// skipped are fields that are part of an event's own sum or never shown.
func skipped(t reflect.Type, field string) bool {
	switch t {
	case reflect.TypeFor[event.Event](), reflect.TypeFor[edtf.Date]():
		return field != "Sum"
	case reflect.TypeFor[Entry]():
		// The wording follows from the event and the language of the page.
		return slices.Contains([]string{"Title", "Summary", "Lang", "Updated", "lang", "year", "index"}, field)
	}
	return false
}

// fill gives every slice one element and every pointer a value.
func fill(v reflect.Value, depth int) {
	if depth > 8 {
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		if v.CanSet() {
			v.Set(reflect.New(v.Type().Elem()))
			fill(v.Elem(), depth+1)
		}
	case reflect.Slice:
		if v.CanSet() {
			v.Set(reflect.MakeSlice(v.Type(), 1, 1))
			fill(v.Index(0), depth+1)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if !skipped(v.Type(), v.Type().Field(i).Name) {
				fill(v.Field(i), depth+1)
			}
		}
	}
}

// touch changes each plain value below v in turn.
func touch(t *testing.T, page *Page, v reflect.Value, path string) {
	t.Helper()
	change := func(set func()) {
		before := page.Sum()
		set()
		if page.Sum() == before {
			t.Errorf("%s does not change the sum", path)
		}
	}
	switch v.Kind() {
	case reflect.String:
		change(func() { v.SetString(v.String() + "x") })
	case reflect.Int:
		change(func() { v.SetInt(v.Int() + 1) })
	case reflect.Uint64:
		change(func() { v.SetUint(v.Uint() + 1) })
	case reflect.Bool:
		change(func() { v.SetBool(!v.Bool()) })
	case reflect.Pointer:
		touch(t, page, v.Elem(), path)
	case reflect.Slice:
		change(func() { v.Set(reflect.Append(v, v.Index(0))) })
		touch(t, page, v.Index(0), path+"[0]")
	case reflect.Struct:
		for i := range v.NumField() {
			field := v.Type().Field(i)
			if !skipped(v.Type(), field.Name) && field.IsExported() {
				touch(t, page, v.Field(i), path+"."+field.Name)
			}
		}
	}
}
