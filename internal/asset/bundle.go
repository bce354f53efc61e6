package asset

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/evanw/esbuild/pkg/api"

	"buildsite/internal/source"
)

const (
	// outDir is where bundles are published.
	outDir = "assets"
	// namespace keeps esbuild from looking for our files on disk.
	namespace = "static"
)

// engines are the oldest browsers that know cascade layers, which the style
// sheet stands on. What is newer, such as nesting, esbuild writes out.
var engines = [...]api.Engine{
	{Name: api.EngineChrome, Version: "99"},
	{Name: api.EngineFirefox, Version: "97"},
	{Name: api.EngineSafari, Version: "15.4"},
}

// bundle builds every entry point in one go.
func bundle(static fs.FS, entries []string) ([]File, []source.Diagnostic) {
	if len(entries) == 0 {
		return nil, nil
	}
	result := api.Build(api.BuildOptions{
		EntryPoints:       entries,
		Bundle:            true,
		Outdir:            "/" + outDir,
		AbsWorkingDir:     "/",
		EntryNames:        "[name]",
		Platform:          api.PlatformBrowser,
		Format:            api.FormatIIFE, // a module script would not load from file:
		Target:            api.ES2021,
		Engines:           engines[:],
		Charset:           api.CharsetUTF8,
		LegalComments:     api.LegalCommentsEndOfFile,
		LogLevel:          api.LogLevelSilent,
		MinifyWhitespace:  true,
		MinifyIdentifiers: true,
		MinifySyntax:      true,
		TsconfigRaw:       "{}", // or it looks for one on disk
		Plugins:           []api.Plugin{filesOnly(static)},
	})
	var ds []source.Diagnostic
	for _, m := range result.Errors {
		ds = append(ds, diagnostic(m, source.Error))
	}
	for _, m := range result.Warnings {
		ds = append(ds, diagnostic(m, source.Warning))
	}
	files := make([]File, len(result.OutputFiles))
	for i, out := range result.OutputFiles {
		name := path.Base(strings.ReplaceAll(out.Path, `\`, "/"))
		files[i] = File{Path: hashed(name, out.Contents), Name: name, Bytes: out.Contents}
	}
	return files, ds
}

// hashed returns the published path of a bundle: the hash is that of its bytes
// alone, so that nothing about the machine can show in it.
func hashed(name string, content []byte) string {
	sum := sha256.Sum256(content)
	ext := path.Ext(name)
	return fmt.Sprintf("%s/%s-%s%s", outDir, strings.TrimSuffix(name, ext), hex.EncodeToString(sum[:5]), ext)
}

// diagnostic tells an esbuild message as one of ours.
func diagnostic(m api.Message, severity source.Severity) source.Diagnostic {
	text := strings.TrimSuffix(m.Text, ".")
	if len(text) > 1 && text[1] >= 'a' {
		text = strings.ToLower(text[:1]) + text[1:]
	}
	d := source.Diagnostic{Severity: severity, Rule: "asset", Text: text}
	if m.Location == nil {
		return d
	}
	d.File = strings.TrimPrefix(m.Location.File, namespace+":")
	d.Pos = source.Position{Line: m.Location.Line, Column: m.Location.Column + 1}
	if m.Location.Suggestion != "" {
		d = d.WithHint("write %s there", m.Location.Suggestion)
	}
	return d
}

// filesOnly is the esbuild plugin that answers every import and every url()
// from static, so that esbuild never touches the disk.
func filesOnly(static fs.FS) api.Plugin {
	return api.Plugin{Name: namespace, Setup: func(build api.PluginBuild) {
		build.OnResolve(api.OnResolveOptions{Filter: ".*"}, func(args api.OnResolveArgs) (api.OnResolveResult, error) {
			return resolve(static, args)
		})
		build.OnLoad(api.OnLoadOptions{Filter: ".*", Namespace: namespace}, func(args api.OnLoadArgs) (api.OnLoadResult, error) {
			return load(static, args.Path)
		})
	}}
}

// resolve tells what file of static an import means.
func resolve(static fs.FS, args api.OnResolveArgs) (api.OnResolveResult, error) {
	if args.Kind == api.ResolveEntryPoint {
		return api.OnResolveResult{Path: args.Path, Namespace: namespace}, nil
	}
	if strings.HasPrefix(args.Path, "data:") || strings.HasPrefix(args.Path, "#") {
		return api.OnResolveResult{Path: args.Path, External: true}, nil
	}
	address, suffix := args.Path, ""
	if i := strings.IndexAny(address, "?#"); i >= 0 {
		address, suffix = address[:i], address[i:]
	}
	name, err := within(address, args)
	if err != nil {
		return api.OnResolveResult{}, err
	}
	info, err := fs.Stat(static, name)
	if err != nil || !info.Mode().IsRegular() {
		return api.OnResolveResult{}, fmt.Errorf("no file %s in the static folder", name)
	}
	if args.Kind == api.ResolveCSSURLToken {
		// The file is copied under its own path; bundles lie one folder deep.
		return api.OnResolveResult{Path: "../" + name + suffix, External: true}, nil
	}
	return api.OnResolveResult{Path: name, Namespace: namespace}, nil
}

// within returns the path within static that an address in a file means.
func within(address string, args api.OnResolveArgs) (string, error) {
	script := args.Kind != api.ResolveCSSImportRule && args.Kind != api.ResolveCSSURLToken
	switch {
	case strings.Contains(address, "//"):
		return "", errors.New("the site asks no other host: keep a copy in the static folder")
	case strings.HasPrefix(address, "/"):
		return "", errors.New("write the path relative to this file: the site may lie in any folder")
	case script && !strings.HasPrefix(address, "."):
		return "", fmt.Errorf("a package cannot be imported: write ./%s for a file beside this one", address)
	}
	name := path.Join(path.Dir(args.Importer), address)
	if !fs.ValidPath(name) {
		return "", errors.New("the path leads out of the static folder")
	}
	return name, nil
}

// load reads one file for esbuild.
func load(static fs.FS, name string) (api.OnLoadResult, error) {
	var loader api.Loader
	switch path.Ext(name) {
	case ".css":
		loader = api.LoaderCSS
	case ".js", ".mjs":
		loader = api.LoaderJS
	case ".json":
		loader = api.LoaderJSON
	default:
		return api.OnLoadResult{}, fmt.Errorf("%s is neither a style sheet nor a script", name)
	}
	b, err := fs.ReadFile(static, name)
	if err != nil {
		return api.OnLoadResult{}, err
	}
	content := string(b)
	return api.OnLoadResult{Contents: &content, Loader: loader}, nil
}
