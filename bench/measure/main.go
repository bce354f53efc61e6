// Measure runs buildsite and prints how long it took and how much memory it had
// at most, the best of several runs.
//
//	go run ./bench/measure build [-fresh] BUILDSITE CONTENT OUT
//	go run ./bench/measure save BUILDSITE CONTENT
//
// With -fresh the output folder is removed before each run. save measures, with
// serve running, from the saving of a seed until the browser has its event's
// page anew.
package main

import (
	"bufio"
	"bytes"
	"cmp"
	"flag"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

func main() {
	fresh := flag.Bool("fresh", false, "remove the output folder before each run")
	runs := flag.Int("runs", 5, "runs")
	flag.CommandLine.Usage = func() { fmt.Fprintln(os.Stderr, "usage: measure [flags] build|save BUILDSITE CONTENT [OUT]") }
	flag.Parse()
	var err error
	switch args := flag.Args(); {
	case len(args) == 4 && args[0] == "build":
		err = build(args[1], args[2], args[3], *runs, *fresh)
	case len(args) == 3 && args[0] == "save":
		err = save(args[1], args[2], *runs)
	default:
		flag.Usage()
		os.Exit(2)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// cost is what a run took.
type cost struct {
	wall   time.Duration
	work   time.Duration // of all processors together
	memory int64         // bytes, at most
}

func build(program, content, out string, runs int, fresh bool) error {
	var costs []cost
	for range runs {
		if fresh {
			if err := os.RemoveAll(out); err != nil {
				return err
			}
			if err := os.Remove(filepath.Join(filepath.Dir(out), "."+filepath.Base(out)+".built")); err != nil && !os.IsNotExist(err) {
				return err
			}
		}
		c, err := run(exec.Command(program, "--content", content, "--out", out, "--quiet"))
		if err != nil {
			return err
		}
		costs = append(costs, c)
	}
	best := slices.MinFunc(costs, func(a, b cost) int { return cmp.Compare(a.wall, b.wall) })
	middle := slices.SortedFunc(slices.Values(costs), func(a, b cost) int { return cmp.Compare(a.wall, b.wall) })[len(costs)/2]
	fmt.Printf("%7.0f ms (middle %.0f; %.0f ms of work), %4d MB\n", ms(best.wall), ms(middle.wall), ms(best.work), best.memory>>20)
	return nil
}

func ms(d time.Duration) float64 { return d.Seconds() * 1000 }

func run(c *exec.Cmd) (cost, error) {
	var said bytes.Buffer
	c.Stderr = &said
	start := time.Now()
	err := c.Run()
	took := time.Since(start)
	if err != nil {
		return cost{}, fmt.Errorf("%w\n%s", err, said.Bytes()[:min(said.Len(), 500)])
	}
	return cost{took, c.ProcessState.UserTime() + c.ProcessState.SystemTime(), peak(c.ProcessState)}, nil
}

// save measures with serve running.
func save(program, content string, runs int) error {
	c := exec.Command(program, "serve", "--content", content, "--addr", "127.0.0.1:0")
	out, err := c.StdoutPipe()
	if err != nil {
		return err
	}
	if err := c.Start(); err != nil {
		return err
	}
	defer func() { _ = c.Process.Kill(); _ = c.Wait() }()
	address, err := listening(out)
	if err != nil {
		return err
	}
	events, err := http.Get(address + "_desk/events")
	if err != nil {
		return err
	}
	defer events.Body.Close()
	told := bufio.NewReader(events.Body)
	if _, err := message(told); err != nil {
		return err
	}
	var all []time.Duration
	for i := range runs + 1 {
		took, err := once(address, content, i, told)
		if err != nil {
			return err
		}
		if i > 0 { // the first finds caches empty
			all = append(all, took)
		}
		time.Sleep(300 * time.Millisecond)
	}
	slices.Sort(all)
	fmt.Printf("%7.0f ms (middle %.0f)\n", ms(all[0]), ms(all[len(all)/2]))
	return nil
}

// once saves a seed and waits for the page.
func once(address, content string, i int, told *bufio.Reader) (time.Duration, error) {
	words := fmt.Sprintf("Save number %d of this seed", i)
	text := "---\ntitle: " + words + "\ndate: 2024-05-05\nkind: visit\npeople: [Person 1]\n---\n\nWhat happened.\n"
	start := time.Now()
	if err := os.WriteFile(filepath.Join(content, "events", "2024-05-05-saved.md"), []byte(text), 0o666); err != nil {
		return 0, err
	}
	for {
		if _, err := message(told); err != nil {
			return 0, err
		}
		page, err := http.Get(address + "events/2024-05-05-saved.html")
		if err != nil {
			return 0, err
		}
		body, err := io.ReadAll(page.Body)
		page.Body.Close()
		if err != nil {
			return 0, err
		}
		if strings.Contains(string(body), words) {
			return time.Since(start), nil
		}
	}
}

// listening waits for the address that serve prints.
func listening(out io.Reader) (string, error) {
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if address, _, ok := strings.Cut(lines.Text(), " shows the site"); ok {
			go func() { _, _ = io.Copy(io.Discard, out) }()
			return address, nil
		}
	}
	return "", fmt.Errorf("serve said no address: %w", cmp.Or(lines.Err(), io.EOF))
}

// message waits for what the server tells the browser.
func message(told *bufio.Reader) (string, error) {
	for {
		line, err := told.ReadString('\n')
		if err != nil || strings.HasPrefix(line, "data:") {
			return line, err
		}
	}
}
