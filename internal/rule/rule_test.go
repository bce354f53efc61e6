package rule_test

import (
	"flag"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"buildsite/internal/rule"
	"buildsite/internal/source"
)

var update = flag.Bool("update", false, "write the documentation's page")

// The list is in order, and says all there is to say of each rule.
func TestAll(t *testing.T) {
	names := rule.Names()
	if !slices.IsSorted(names) || len(slices.Compact(slices.Clone(names))) != len(names) {
		t.Error("not in order, or a name stands twice")
	}
	for _, r := range rule.All {
		if r.Doc == "" || r.Example == "" || r.Mend == "" || strings.HasSuffix(r.Doc, ".") || strings.HasSuffix(r.Mend, ".") {
			t.Errorf("%s: doc, example and mend are needed, without full stops", r.Name)
		}
		if r.Fixed && r.Level != rule.Error {
			t.Errorf("%s: only errors are fixed", r.Name)
		}
		if found, ok := rule.Find(r.Name); !ok || found != r {
			t.Errorf("%s is not found", r.Name)
		}
	}
}

// Every rule that the program tells a problem by is in the list, and every one
// in the list is told somewhere. The rules are read off the program's own text:
// a rule has to be written where it is told, as a string or a constant.
func TestTold(t *testing.T) {
	told := rulesOf(t, "..", filepath.Join("..", "..", "cmd"))
	for name, at := range told {
		if _, ok := rule.Find(name); !ok {
			t.Errorf("%s: the rule %q is not in the list", at, name)
		}
	}
	for _, r := range rule.All {
		if told[r.Name] == "" {
			t.Errorf("nothing is told by the rule %s", r.Name)
		}
	}
}

// A teller is the program's text as far as it tells of rules.
type teller struct {
	t      *testing.T
	files  *token.FileSet
	consts map[string]string // constants whose names begin with "rule", by package and name
	params map[string]int    // functions with a parameter of the name rule, with their package and without, and which it is
	told   map[string]string // where each rule is told
}

func rulesOf(t *testing.T, dirs ...string) map[string]string {
	r := teller{t, token.NewFileSet(), make(map[string]string), make(map[string]int), make(map[string]string)}
	var files []*ast.File
	for _, dir := range dirs {
		err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
				return err
			}
			f, err := parser.ParseFile(r.files, name, nil, 0)
			files = append(files, f)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, f := range files {
		r.declared(f)
	}
	for _, f := range files {
		ast.Inspect(f, func(n ast.Node) bool { r.look(f.Name.Name, n); return true })
	}
	return r.told
}

// declared notes the constants and functions of a file.
func (r *teller) declared(f *ast.File) {
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ValueSpec:
			for i, name := range n.Names {
				if strings.HasPrefix(name.Name, "rule") && i < len(n.Values) {
					r.consts[f.Name.Name+"."+name.Name] = text(n.Values[i])
				}
			}
		case *ast.FuncDecl:
			at := 0
			for _, field := range n.Type.Params.List {
				for _, name := range field.Names {
					if name.Name == "rule" {
						r.params[f.Name.Name+"."+n.Name.Name] = at
						r.params[n.Name.Name] = at
					}
					at++
				}
			}
		}
		return true
	})
}

// look takes a rule from a field of the name Rule, or from the argument of a
// function that has a parameter of the name rule.
func (r *teller) look(pkg string, n ast.Node) {
	switch n := n.(type) {
	case *ast.KeyValueExpr:
		if key, ok := n.Key.(*ast.Ident); ok && key.Name == "Rule" {
			r.tell(pkg, n.Value)
		}
	case *ast.CallExpr:
		name := ""
		switch f := n.Fun.(type) {
		case *ast.Ident:
			name = f.Name
		case *ast.SelectorExpr:
			name = f.Sel.Name
			if x, ok := f.X.(*ast.Ident); ok && x.Name == "fmt" {
				return
			}
		}
		at, ok := r.params[pkg+"."+name]
		if !ok && ast.IsExported(name) { // of another package
			at, ok = r.params[name]
		}
		if ok && at < len(n.Args) {
			r.tell(pkg, n.Args[at])
		}
	}
}

// tell notes a rule where it is written. A parameter or a field is written
// elsewhere.
func (r *teller) tell(pkg string, e ast.Expr) {
	name := text(e)
	if id, ok := e.(*ast.Ident); ok {
		if name = r.consts[pkg+"."+id.Name]; name == "" && id.Name == "rule" {
			return
		}
	}
	if sel, ok := e.(*ast.SelectorExpr); ok && sel.Sel.Name == "Rule" {
		return
	}
	at := r.files.Position(e.Pos()).String()
	if name == "" {
		r.t.Errorf("%s: the rule has to be a string or a constant whose name begins with rule", at)
		return
	}
	r.told[name] = at
}

// text is what a string in the program's text says, "" of anything else.
func text(e ast.Expr) string {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return ""
	}
	s, err := strconv.Unquote(lit.Value)
	if err != nil {
		return ""
	}
	return s
}

// What a rule weighs in the list is what it weighs when it is told, as the
// scripts that test the command line show.
func TestLevels(t *testing.T) {
	scripts, err := filepath.Glob("../../cmd/buildsite/testdata/script/*.txtar")
	if err != nil || len(scripts) == 0 {
		t.Fatal(err, "no scripts")
	}
	line := regexp.MustCompile(`(?m)^\S.*?: (error|warning): .* \(([a-z-]+)\)$`)
	seen := make(map[string]bool)
	for _, script := range scripts {
		data, err := os.ReadFile(script)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(data), "checks:") { // a site's own levels
			continue
		}
		for _, m := range line.FindAllStringSubmatch(string(data), -1) {
			r, _ := rule.Find(m[2])
			if r.Level.String() != m[1] && !(r.Softer && m[1] == "warning") {
				t.Errorf("%s: %s is told as %s, the list has %s", filepath.Base(script), m[2], m[1], r.Level)
			}
			seen[m[2]] = true
		}
	}
	if len(seen) < 30 {
		t.Errorf("only %d rules in the scripts", len(seen))
	}
}

func TestApply(t *testing.T) {
	ds := []source.Diagnostic{
		{Rule: "image", Severity: source.Warning}, {Rule: "dead-link", Severity: source.Error}, {Rule: "raw-html", Severity: source.Warning},
	}
	got := rule.Levels{"image": rule.Off, "dead-link": rule.Warning, "raw-html": rule.Error}.Apply(ds)
	want := []source.Diagnostic{{Rule: "dead-link", Severity: source.Warning}, {Rule: "raw-html", Severity: source.Error}}
	if !slices.Equal(got, want) {
		t.Errorf("%v", got)
	}
}

// The documentation's page is made from the list.
func TestPage(t *testing.T) {
	const name = "../../docs/checks.md"
	page := rule.Page()
	if *update {
		if err := os.WriteFile(name, []byte(page), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if have, err := os.ReadFile(name); err != nil || string(have) != page {
		t.Errorf("docs/checks.md is not what the rules say (%v): go test ./internal/rule -update", err)
	}
}
