// Command pacta builds a treaty base from reports and treaty texts, and asks
// it. One file holds one command; root.go lists them.
package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"syscall"
)

func main() { os.Exit(run()) }

// run is main with an exit status, so that tests can be the program too.
func run() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	p := &program{in: os.Stdin, out: os.Stdout, err: &cleaner{w: os.Stderr}, env: os.Getenv}
	return p.main(ctx, os.Args[1:])
}

// A program is what every command needs to know of the world around it.
type program struct {
	in  io.Reader
	out io.Writer
	err io.Writer
	env func(string) string

	db   string // --db
	json bool   // --json
}

func (p *program) main(ctx context.Context, args []string) int {
	cmd := p.root()
	cmd.SetArgs(args)
	return p.exit(ctx, cmd.ExecuteContext(ctx))
}
