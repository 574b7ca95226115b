package internal

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/mod/modfile"
)

// order holds what each package of the project may import of the others: the
// data's way, and never against it. A package that is not listed fails.
var order = map[string][]string{
	"pkg/text":          {"internal/lexicon"},
	"pkg/when":          {"internal/lexicon", "pkg/text"},
	"internal/lexicon":  {},
	"internal/model":    {},
	"internal/tag":      {"internal/lexicon", "internal/model", "pkg/text"},
	"pkg/quote":         {"internal/lexicon", "internal/model", "internal/tag", "pkg/text"},
	"pkg/speaker":       {"internal/lexicon", "internal/model", "internal/tag", "pkg/text", "pkg/quote"},
	"pkg/how":           {"internal/lexicon", "pkg/text", "pkg/quote", "pkg/speaker"},
	"pkg/pipeline":      {"internal/lexicon", "internal/tag", "pkg/text", "pkg/when", "pkg/quote", "pkg/speaker", "pkg/how"},
	"internal/warc":     {},
	"internal/ingest":   {"internal/lexicon", "internal/warc", "pkg/text"},
	"internal/corpus":   {},
	"internal/train":    {"internal/corpus", "internal/overlap", "internal/lexicon", "internal/model", "internal/tag", "pkg/text", "pkg/quote", "pkg/speaker"},
	"internal/overlap":  {},
	"internal/evaluate": {"internal/corpus", "internal/overlap", "internal/ingest", "pkg/pipeline"},
	"internal/output":   {"pkg/pipeline"},
	"internal/cli":      {"internal/evaluate", "internal/train", "internal/train/ranker", "internal/ingest", "internal/output", "internal/tag", "pkg/text", "pkg/quote", "pkg/pipeline"},
	"cmd/quotes":        {"internal/cli"},
	// For tests only.
	"internal/goldentest": {},
	"internal/knowntest":  {},
	"internal/recordtest": {"pkg/pipeline"},
	"internal/lineartest": {},
	"internal/synthtest":  {"internal/lexicon", "pkg/text"},
}

// rim lists the packages that may touch files, the environment and the clock.
// Everything else is a pure function of its input.
var rim = []string{"internal/cli", "internal/ingest", "internal/corpus", "internal/train", "internal/evaluate", "cmd/quotes", "internal/goldentest"}

// effects are the standard packages that only the rim imports.
var effects = []string{"os", "os/exec", "os/signal", "net", "net/http", "io/ioutil", "path/filepath", "math/rand", "log"}

// root is the project's top folder.
const root = ".."

// imports maps each package of the project to what its files import.
func imports(t *testing.T, tests bool) map[string][]string {
	t.Helper()
	found := map[string][]string{}
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		base := d.Name()
		if d.IsDir() && name != root && (strings.HasPrefix(base, ".") || base == "testdata") {
			return filepath.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(base, ".go") || !tests && strings.HasSuffix(base, "_test.go") {
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, filepath.Dir(name))
		for _, i := range file.Imports {
			target, _ := strconv.Unquote(i.Path.Value)
			found[filepath.ToSlash(rel)] = append(found[filepath.ToSlash(rel)], target)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// listed finds the entry for a package: its own, or its parent's
// (internal/train/cmd/ner belongs to internal/train).
func listed(pkg string) (string, bool) {
	for p := pkg; p != "."; p = path.Dir(p) {
		if _, ok := order[p]; ok {
			return p, true
		}
	}
	return "", false
}

func TestImportOrder(t *testing.T) {
	for pkg, targets := range imports(t, false) {
		entry, ok := listed(pkg)
		if !ok {
			t.Errorf("%s: not in the order of imports", pkg)
			continue
		}
		for _, target := range targets {
			target, own := strings.CutPrefix(target, "quotes/")
			switch {
			case own && target != entry && !strings.HasPrefix(target, entry+"/") && !slices.Contains(order[entry], target):
				t.Errorf("%s imports %s, against the data's way", pkg, target)
			case !own && slices.Contains(effects, target) && !slices.Contains(rim, entry):
				t.Errorf("%s imports %s: only %v touch the outside", pkg, target, rim)
			}
		}
	}
}

// TestOrderHasNoCircle: the order itself goes one way.
func TestOrderHasNoCircle(t *testing.T) {
	var visit func(pkg string, way []string)
	visit = func(pkg string, way []string) {
		if slices.Contains(way, pkg) {
			t.Fatalf("circle: %v", append(way, pkg))
		}
		for _, next := range order[pkg] {
			visit(next, append(way[:len(way):len(way)], pkg))
		}
	}
	for pkg := range order {
		visit(pkg, nil)
	}
}

// TestDependenciesHaveAReason: docs/dependencies.md gives each module that
// the code imports, or go.mod names as a tool, a line of its own, and names no
// other.
func TestDependenciesHaveAReason(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(root, "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	mod, err := modfile.Parse("go.mod", data, nil)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := os.ReadFile(filepath.Join(root, "docs", "dependencies.md"))
	if err != nil {
		t.Fatal(err)
	}
	direct := directModules(t, mod)
	for _, r := range mod.Require {
		name := r.Mod.Path
		reason := strings.Contains(string(doc), "| `"+name+"` |")
		switch {
		case slices.Contains(direct, name) != reason:
			t.Errorf("%s: imported %t, has a line in docs/dependencies.md %t", name, !reason, reason)
		case slices.Contains(direct, name) == r.Indirect && !isTool(mod, name):
			t.Errorf("%s: imported %t, indirect in go.mod %t", name, r.Indirect, r.Indirect)
		}
	}
}

// directModules lists the modules that the project's files import and those
// of its tools.
func directModules(t *testing.T, mod *modfile.File) []string {
	var direct []string
	add := func(pkg string) {
		for _, r := range mod.Require {
			if pkg == r.Mod.Path || strings.HasPrefix(pkg, r.Mod.Path+"/") {
				direct = append(direct, r.Mod.Path)
			}
		}
	}
	for _, targets := range imports(t, true) {
		for _, target := range targets {
			add(target)
		}
	}
	for _, tool := range mod.Tool {
		add(tool.Path)
	}
	return direct
}

// isTool reports whether a module is needed for a tool only.
func isTool(mod *modfile.File, name string) bool {
	return slices.ContainsFunc(mod.Tool, func(t *modfile.Tool) bool { return strings.HasPrefix(t.Path, name+"/") })
}
