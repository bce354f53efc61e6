package serve

import (
	"net"
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestGuard(t *testing.T) {
	addr := &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 1313}
	h := guard(addr, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusOK) }))
	for _, test := range []struct {
		method, host, origin string
		want                 int
	}{
		{"GET", "127.0.0.1:1313", "", 200},
		{"GET", "localhost:1313", "", 200},
		{"GET", "LOCALHOST.:1313", "", 200},
		{"GET", "[::1]:1313", "", 200},
		{"HEAD", "localhost:1313", "http://localhost:1313", 200},
		{"GET", "localhost:1313", "http://127.0.0.1:1313", 200},
		{"GET", "localhost", "", 403},
		{"GET", "localhost:80", "", 403},
		{"GET", "rebound.example:1313", "", 403},
		{"GET", "127.0.0.1.example:1313", "", 403},
		{"GET", "10.0.0.1:1313", "", 403},
		{"GET", "", "", 403},
		{"GET", "localhost:1313", "http://rebound.example", 403},
		{"GET", "localhost:1313", "https://localhost:1313", 403},
		{"GET", "localhost:1313", "null", 403},
		{"POST", "localhost:1313", "", 405},
		{"OPTIONS", "localhost:1313", "http://localhost:1313", 405},
	} {
		r := httptest.NewRequest(test.method, "/", nil)
		r.Host = test.host
		if test.origin != "" {
			r.Header.Set("Origin", test.origin)
		}
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code != test.want {
			t.Errorf("%s from host %q, origin %q: %d, want %d", test.method, test.host, test.origin, w.Code, test.want)
		}
		if got := w.Header().Get("Access-Control-Allow-Origin"); got != "" {
			t.Errorf("host %q: other sites may read: %s", test.host, got)
		}
	}
}
