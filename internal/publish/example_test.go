package publish_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"buildsite/internal/publish"
)

func Example() {
	parent, err := os.MkdirTemp("", "site")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(parent)
	dir := filepath.Join(parent, "public")

	build := func(pages map[string]string) error {
		stage, err := publish.Open(dir)
		if err != nil {
			return err
		}
		defer stage.Abort()
		for name, page := range pages {
			if err := stage.Put(name, []byte(page)); err != nil {
				return err
			}
		}
		stats, err := stage.Commit()
		fmt.Printf("%+v\n", stats)
		return err
	}

	fmt.Println(build(map[string]string{"index.html": "home", "1970.html": "recognition"}))
	fmt.Println(build(map[string]string{"index.html": "home", "1971.html": "embassies"}))

	err = build(map[string]string{"index.html": "home", "../1972.html": "trade"})
	fmt.Println(err)
	if refused := new(publish.Error); errors.As(err, &refused) {
		fmt.Println(refused.Hint())
	}
	// Output:
	// {Written:2 Kept:0 Removed:0}
	// <nil>
	// {Written:1 Kept:1 Removed:1}
	// <nil>
	// "../1972.html" is not a path inside the site
	// use names between single slashes, without . and .. and without a slash at either end
}
