package main

import (
	"context"
	"net"
	"os/exec"
	"runtime"
	"strings"

	"buildsite/internal/serve"
	"buildsite/internal/source"
)

// serveCommand shows the site while it is being written.
type serveCommand struct {
	Addr string `default:"127.0.0.1:1313" placeholder:"HOST:PORT" help:"Address to listen on, of this machine itself (${default}). Port 0 takes any that is free."`
	Open bool   `help:"Open the site in the browser."`
}

// Run serves until it is interrupted. Problems are printed as they come and go.
func (s *serveCommand) Run(ctx context.Context, c *Common, t *terminal) error {
	_, closeInput, err := c.input() // a flag that cannot be meant ends it here
	if err != nil {
		return err
	}
	closeInput()
	listener, err := s.listen(ctx)
	if err != nil {
		return err
	}
	address := "http://" + listener.Addr().String() + "/"
	first := true
	server := &serve.Server{
		Input: c.input,
		Dirs:  []string{c.Content, c.Templates, c.Static},
		Told: func(b serve.Built) {
			s.tell(c, t, b)
			if first {
				c.print(t.out, "%s shows the site, %s_desk/ what there is to do; Ctrl-C ends", address, address)
			}
			if first && s.Open {
				openBrowser(ctx, address)
			}
			first = false
		},
	}
	return server.Run(ctx, listener)
}

// listen opens the address, which has to be one of this machine itself: drafts
// are nobody else's business.
func (s *serveCommand) listen(ctx context.Context) (net.Listener, error) {
	host, _, err := net.SplitHostPort(s.Addr)
	ip := net.ParseIP(host)
	switch {
	case err != nil:
		return nil, &usageError{"--addr " + s.Addr + " is no address", "write it as 127.0.0.1:1313"}
	case host != "localhost" && (ip == nil || !ip.IsLoopback()):
		return nil, &usageError{"--addr " + s.Addr + " is not on this machine alone", "write it as 127.0.0.1:1313"}
	}
	var config net.ListenConfig
	listener, err := config.Listen(ctx, "tcp", s.Addr)
	if err != nil {
		return nil, &noResult{"cannot listen on " + s.Addr + ": " + lastOf(err), "another program may do so: choose another port with --addr 127.0.0.1:0"}
	}
	return listener, nil
}

// lastOf is what an error of the network ends with: the reason.
func lastOf(err error) string {
	text := err.Error()
	return text[strings.LastIndex(text, ": ")+2:]
}

// tell prints what became of a build.
func (s *serveCommand) tell(c *Common, t *terminal, b serve.Built) {
	if b.Err != nil {
		text, hint := explainError(b.Err)
		tell(t.err, text, hint)
		return
	}
	if t.report(b.Problems, c.JSON) != nil || c.JSON {
		return
	}
	if source.HasError(b.Problems) {
		c.print(t.err, "%s; the site is as it was", tally(b.Problems))
		return
	}
	c.print(t.out, "%s from %s in %d ms", count(len(b.Result.Plan.Pages), "page", "pages"), count(b.Result.Seeds, "seed", "seeds"), b.Took.Milliseconds())
}

// openBrowser shows an address with whatever the system opens addresses with.
// Where there is nothing, the address is on the terminal.
func openBrowser(ctx context.Context, address string) {
	name, args := "xdg-open", []string{address}
	switch runtime.GOOS {
	case "darwin":
		name = "open"
	case "windows":
		name, args = "rundll32", []string{"url.dll,FileProtocolHandler", address}
	}
	if command := exec.CommandContext(ctx, name, args...); command.Start() == nil {
		go func() { _ = command.Wait() }() // it may end as it likes
	}
}
