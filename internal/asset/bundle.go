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
	switch hint, ok := m.Detail.(hinted); {
	case ok:
		d.Hint = hint.hint
	case m.Location.Suggestion != "":
		d = d.WithHint("write %s there", m.Location.Suggestion)
	}
	return d
}

// hinted is a problem of ours with its mend, on its way through esbuild.
type hinted struct{ text, hint string }

func (h hinted) Error() string { return h.text }

// filesOnly is the esbuild plugin that answers every import and every url()
// from static, so that esbuild never touches the disk.
func filesOnly(static fs.FS) api.Plugin {
	return api.Plugin{Name: namespace, Setup: func(build api.PluginBuild) {
		build.OnResolve(api.OnResolveOptions{Filter: ".*"}, func(args api.OnResolveArgs) (api.OnResolveResult, error) {
			file, err := resolve(static, args)
			var told hinted
			if errors.As(err, &told) {
				return api.OnResolveResult{Errors: []api.Message{{Text: told.text, Detail: told}}}, nil
			}
			return file, err
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
		return api.OnResolveResult{}, missing(static, name, args)
	}
	if args.Kind == api.ResolveCSSURLToken {
		// The file is copied under its own path; bundles lie one folder deep.
		return api.OnResolveResult{Path: "../" + name + suffix, External: true}, nil
	}
	return api.OnResolveResult{Path: name, Namespace: namespace}, nil
}

// missing is the problem of an import of a file that is not there.
func missing(static fs.FS, name string, args api.OnResolveArgs) hinted {
	told := hinted{"no file " + name + " in the static folder", "put the file there, or take this out"}
	var all []string
	// What cannot be read has been told where the folder was read.
	_ = fs.WalkDir(static, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() && mayImport(args.Kind, path.Ext(name)) {
			all = append(all, name)
		}
		return nil
	})
	if near := source.Nearest(name, all); near != "" {
		told.hint = "did you mean " + relative(path.Dir(args.Importer), near) + "?"
	}
	return told
}

// mayImport tells whether a file with that ending can be what an import means.
func mayImport(kind api.ResolveKind, ext string) bool {
	switch kind {
	case api.ResolveCSSImportRule:
		return ext == ".css"
	case api.ResolveCSSURLToken:
		return !isCode(ext)
	}
	return ext == ".js" || ext == ".mjs" || ext == ".json"
}

// relative returns the path of a file of static as written in one that lies in
// the folder from.
func relative(from, name string) string {
	up := ""
	for from != "." && !strings.HasPrefix(name, from+"/") {
		up += "../"
		from = path.Dir(from)
	}
	if from != "." {
		name = strings.TrimPrefix(name, from+"/")
	}
	if up == "" {
		up = "./"
	}
	return up + name
}

// within returns the path within static that an address in a file means.
func within(address string, args api.OnResolveArgs) (string, error) {
	script := args.Kind != api.ResolveCSSImportRule && args.Kind != api.ResolveCSSURLToken
	switch {
	case strings.Contains(address, "//"):
		return "", hinted{"the site asks no other host for a part of itself", "keep a copy in the static folder, and write its path"}
	case strings.HasPrefix(address, "/"):
		return "", hinted{"a path from the root, where the site may not lie", "write the path relative to this file"}
	case script && !strings.HasPrefix(address, "."):
		return "", hinted{"a package cannot be imported", "write ./" + address + " for a file beside this one"}
	}
	name := path.Join(path.Dir(args.Importer), address)
	if !fs.ValidPath(name) {
		return "", hinted{"the path leads out of the static folder", "keep a copy in the static folder, and write its path"}
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
		told := hinted{name + " is neither a style sheet nor a script", "import .css in a style sheet, and .js, .mjs or .json in a script"}
		return api.OnLoadResult{Errors: []api.Message{{Text: told.text, Detail: told}}}, nil
	}
	b, err := fs.ReadFile(static, name)
	if err != nil {
		return api.OnLoadResult{}, err
	}
	content := string(b)
	return api.OnLoadResult{Contents: &content, Loader: loader}, nil
}
