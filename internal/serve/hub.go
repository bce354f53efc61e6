package serve

import (
	"encoding/json"
	"fmt"
	"net/http"
	"sync"
)

// message tells a browser what became of the site.
type message struct {
	Number   int       `json:"number"`             // of the snapshot
	Reload   bool      `json:"reload,omitempty"`   // load the page again
	Styles   []style   `json:"styles,omitempty"`   // or only swap these
	Events   []string  `json:"events,omitempty"`   // ids of events that changed, for the page to show
	Problems []problem `json:"problems,omitempty"` // why the site could not be built
	Failed   string    `json:"failed,omitempty"`   // likewise, where it is no problem of a file
}

// style is a style sheet that another one takes the place of.
type style struct {
	Old string `json:"old"`
	New string `json:"new"`
}

// hub sends messages to all browsers that listen.
type hub struct {
	mu        sync.Mutex
	listeners map[chan message]bool
}

func (h *hub) join() chan message {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.listeners == nil {
		h.listeners = make(map[chan message]bool)
	}
	c := make(chan message, 1)
	h.listeners[c] = true
	return c
}

func (h *hub) leave(c chan message) {
	h.mu.Lock()
	defer h.mu.Unlock()
	delete(h.listeners, c)
}

// send hands a message to every browser. One that has not taken the last one
// yet gets what both of them say.
func (h *hub) send(m message) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for c := range h.listeners {
		say := m
		select {
		case missed := <-c:
			say = missed.then(m)
		default:
		}
		c <- say
	}
}

// then is m followed by n, as one message.
func (m message) then(n message) message {
	n.Reload = n.Reload || m.Reload || len(m.Styles) > 0 && len(n.Styles) > 0
	if n.Reload {
		n.Styles = nil
	} else {
		n.Styles = append(m.Styles, n.Styles...)
	}
	n.Events = append(m.Events, n.Events...)
	return n
}

// stream sends the messages as server-sent events until the browser goes away.
// One whose page is of an older snapshot hears so at once.
func (s *Server) stream(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	out := http.NewResponseController(w)
	c := s.hub.join()
	defer s.hub.leave(c)
	first := s.now.Load().state()
	first.Reload = r.URL.Query().Get("number") != fmt.Sprint(first.Number) && first.Problems == nil && first.Failed == ""
	if tellBrowser(w, out, first) != nil {
		return
	}
	for {
		select {
		case <-r.Context().Done():
			return
		case m := <-c:
			if tellBrowser(w, out, m) != nil {
				return
			}
		}
	}
}

func tellBrowser(w http.ResponseWriter, out *http.ResponseController, m message) error {
	data, err := json.Marshal(m)
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintf(w, "data: %s\n\n", data); err != nil {
		return err
	}
	return out.Flush()
}
