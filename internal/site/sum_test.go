package site

import (
	"fmt"
	"reflect"
	"testing"

	"buildsite/internal/edtf"
	"buildsite/internal/event"
)

// TestSum sets every field that a page can show to another value, one at a
// time, and expects another sum each time.
func TestSum(t *testing.T) {
	for _, content := range []any{
		new(Home), new(Year), new(EventPage), new(EntityPage), new(SourcePage), new(Index), new(Events), new(Text), new(Data),
	} {
		page := &Page{Path: "x.html", Content: content}
		fill(reflect.ValueOf(content).Elem(), 0)
		if page.Sum() == 0 {
			t.Errorf("%T has no sum", content)
		}
		touch(t, page, reflect.ValueOf(content).Elem(), fmt.Sprintf("%T", content))
	}
}

// skipped are fields that are part of an event's own sum or never shown.
func skipped(t reflect.Type, field string) bool {
	switch t {
	case reflect.TypeFor[event.Event](), reflect.TypeFor[edtf.Date]():
		return field != "Sum"
	case reflect.TypeFor[SourceRef]():
		return field == "Source"
	case reflect.TypeFor[Evidence]():
		return field == "Evidence"
	case reflect.TypeFor[Entry]():
		return field == "Updated" || field == "lang"
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
