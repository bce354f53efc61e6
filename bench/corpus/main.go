// Corpus writes a content folder to measure with: event seeds of some 200 words,
// articles of some 600. The same arguments give the same bytes on any machine.
//
//	go run ./bench/corpus -events 10000 -articles 0 DIR
package main

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
)

func main() {
	events := flag.Int("events", 10000, "event seeds")
	articles := flag.Int("articles", 0, "articles, a third in each language")
	flag.Parse()
	if flag.NArg() != 1 {
		flag.Usage()
		os.Exit(2)
	}
	if err := write(flag.Arg(0), *events, *articles); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// write fills a folder that must not be there yet.
func write(dir string, events, articles int) error {
	if err := os.Mkdir(dir, 0o777); err != nil {
		return err
	}
	r := rand.New(rand.NewPCG(1, 2))
	for i := range events {
		name, text := event(r, i)
		if err := put(dir, name, text); err != nil {
			return err
		}
	}
	for i := range articles {
		name, text := article(r, i)
		if err := put(dir, name, text); err != nil {
			return err
		}
	}
	if articles == 0 {
		return nil
	}
	return put(dir, "people.yaml", people)
}

func put(dir, name, text string) error {
	name = filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return err
	}
	return os.WriteFile(name, []byte(text), 0o666)
}

func pick[T any](r *rand.Rand, all []T) T { return all[r.IntN(len(all))] }
