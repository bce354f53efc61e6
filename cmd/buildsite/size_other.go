//go:build !unix

package main

import "os"

// terminalColumns returns how many columns a terminal has, 0 if it does not say.
func terminalColumns(*os.File) int { return 0 }
