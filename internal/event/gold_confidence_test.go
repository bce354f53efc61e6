package event_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"buildsite/internal/event"
)

// bins part the confidence of extracted events.
var bins = [...]float64{0, 0.6, 0.75, 0.85, 0.9, 0.93, 1.01}

// verdict is an extracted event with whether it is right.
type verdict struct {
	confidence float64
	right      bool
}

// verdicts tells of each event that the gold judges whether sentence, date and
// kind are right. Entries of chronicles are an editor's and count nothing.
func (a *goldArticle) verdicts() []verdict {
	out := a.score()
	var all []verdict
	for i := range a.read.Events {
		e := &a.read.Events[i]
		if e.Status == event.Edited || slices.Contains(out.maybe, e) {
			continue
		}
		v := verdict{confidence: e.Confidence, right: slices.Contains(out.twice, e)}
		if j := slices.Index(out.found, e); j >= 0 {
			g := a.gold.Events[j]
			v.right = g.Kind == "" || g.isKind(e.Kind)
		}
		all = append(all, v)
	}
	return all
}

// TestConfidence holds what the program says of its own sureness against the
// gold. With -v it prints how many events of each confidence are right.
func TestConfidence(t *testing.T) {
	var all []verdict
	for _, a := range readGold(t) {
		all = append(all, a.verdicts()...)
	}
	var table strings.Builder
	for i := range len(bins) - 1 {
		in := slices.DeleteFunc(slices.Clone(all), func(v verdict) bool { return v.confidence < bins[i] || v.confidence >= bins[i+1] })
		if len(in) == 0 {
			continue
		}
		said, right := means(in)
		fmt.Fprintf(&table, "%.2f–%.2f  %3d events  said %.2f  right %.2f\n", bins[i], min(bins[i+1], 1), len(in), said, right)
	}
	said, right := means(all)
	t.Logf("\n%sall        %3d events  said %.2f  right %.2f", table.String(), len(all), said, right)
	// The rules were mended by this gold, so they may be righter on it than they
	// say of themselves; they must not claim more than they do.
	if said-right > 0.05 || right-said > 0.12 {
		t.Errorf("events are said to be right %.2f of the time, and %.2f are", said, right)
	}
	wrong := slices.DeleteFunc(slices.Clone(all), func(v verdict) bool { return v.right })
	ofWrong, _ := means(wrong)
	if len(wrong) > 5 && ofWrong > said-0.03 {
		t.Errorf("events that are wrong are said to be right %.2f of the time, all of them %.2f: it tells nothing", ofWrong, said)
	}
}

// means returns the mean confidence and the share that is right.
func means(all []verdict) (said, right float64) {
	for _, v := range all {
		said += v.confidence
		if v.right {
			right++
		}
	}
	n := float64(max(len(all), 1))
	return said / n, right / n
}
