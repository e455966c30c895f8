package main

import (
	"bytes"
	"os"
	"strings"
	"testing"
)

func TestManualPageIsCurrent(t *testing.T) {
	var want bytes.Buffer
	writeMan(&want, (&program{in: strings.NewReader(""), out: &want, err: &want, env: os.Getenv}).root())
	got, err := os.ReadFile("../../doc/man/pacta.1")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want.Bytes()) {
		t.Error("doc/man/pacta.1 does not fit the commands; run make man")
	}
}
