package event

import "math"

// Together is how sure an event is that several tellings tell, and why.
func Together(tellings []*Event) (float64, []string) {
	doubt := 1.0
	for _, t := range tellings {
		doubt *= 1 - t.Confidence
	}
	return math.Round((1-doubt)*100) / 100, tellings[0].Reasons
}
