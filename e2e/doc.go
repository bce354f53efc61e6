// Package e2e reads a built site as its readers and their programs do: served
// over HTTP under a path, in Chromium on a wide and on a narrow screen, in
// light and in dark, and through an HTML checker. The types of the site's scripts
// are checked here, too.
//
// All of it is tests. They need two things that Go does not bring: Chromium, and
// html-validate, TypeScript and TimelineJS, which `npm ci` in this folder installs
// for node.
// Where one of them is missing the tests that need it are skipped and say so; with
// BUILDSITE_NO_SKIP=1 in the environment they fail instead, so that a machine
// set up to run everything cannot quietly run less.
package e2e
