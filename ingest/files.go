package ingest

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"pacta"
	"pacta/read"
)

// Stdin is the path that stands for standard input.
const Stdin = "-"

// A File is a file to read and its size, 0 for standard input and addresses.
type File struct {
	Path string
	Size int64
}

// Files returns the files that paths name, folders with all that is in them, in
// alphabetical order within a folder. Links are followed, a folder is visited
// once, and names that begin with a dot are left out unless they were named.
// What cannot be opened is a failure and does not end the walk; a path that
// does not exist is an error that wraps pacta.ErrNotFound.
func Files(paths []string) ([]File, []Failure, error) {
	w := &walk{seen: map[string]bool{}}
	for _, p := range paths {
		if p == Stdin || IsURL(p) {
			w.files = append(w.files, File{Path: p})
			continue
		}
		if _, err := os.Stat(p); errors.Is(err, fs.ErrNotExist) {
			return nil, nil, fmt.Errorf("no file or folder %s: %w", p, pacta.ErrNotFound)
		}
		w.visit(filepath.Clean(p))
	}
	return w.files, w.failures, nil
}

type walk struct {
	seen     map[string]bool // real paths of folders
	files    []File
	failures []Failure
}

func (w *walk) fail(path string, err error) {
	var e *fs.PathError
	if errors.As(err, &e) {
		err = e.Err // the path is known
	}
	w.failures = append(w.failures, Failure{File: path, Reason: err.Error()})
}

func (w *walk) visit(path string) {
	st, err := os.Stat(path)
	if err != nil {
		w.fail(path, err)
		return
	}
	switch {
	case st.IsDir():
		w.folder(path)
	case st.Mode().IsRegular() || st.Mode()&fs.ModeNamedPipe != 0:
		w.files = append(w.files, File{path, st.Size()})
	default:
		w.fail(path, errors.New("neither a file nor a folder"))
	}
}

func (w *walk) folder(path string) {
	real := realPath(path)
	if w.seen[real] {
		return
	}
	w.seen[real] = true
	entries, err := os.ReadDir(path) // sorted
	if err != nil {
		w.fail(path, err)
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), ".") {
			w.visit(filepath.Join(path, e.Name()))
		}
	}
}

// raws yields what the files hold, one file after the other.
func (a *Adder) raws(ctx context.Context, files []File) iter.Seq2[*pacta.Raw, error] {
	return func(yield func(*pacta.Raw, error) bool) {
		for _, f := range files {
			if IsURL(f.Path) {
				raw, err := a.fetcher.Fetch(ctx, f.Path)
				if ctx.Err() != nil || !yield(raw, err) {
					return
				}
				continue
			}
			for raw, err := range open(f.Path, a.options.Stdin, a.options.Read) {
				if !yield(raw, err) {
					return
				}
			}
		}
	}
}

func open(path string, stdin io.Reader, o read.Options) iter.Seq2[*pacta.Raw, error] {
	return func(yield func(*pacta.Raw, error) bool) {
		name, r := "stdin", stdin
		if path != Stdin {
			f, err := os.Open(path)
			if err != nil {
				var e *fs.PathError
				if errors.As(err, &e) {
					err = fmt.Errorf("%s: %w", path, e.Err)
				}
				yield(nil, err)
				return
			}
			defer f.Close()
			name, r = filepath.ToSlash(path), f
		}
		for raw, err := range read.Open(name, r, o) {
			if !yield(raw, err) {
				return
			}
		}
	}
}
