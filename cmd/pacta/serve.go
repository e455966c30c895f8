package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"pacta/treatybase"
	"pacta/web"
)

func (p *program) serve() *cobra.Command {
	var listen string
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Show the base in the browser",
		Long: `serve shows the base as pages on this machine, until Ctrl-C. Every page has twins:
/instruments is a page, /instruments.json and /instruments.csv are the same for
programs.`,
		Example: `  pacta serve
  pacta serve --listen 127.0.0.1:9000`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			b, err := p.open(cmd.Context())
			if err != nil {
				return err
			}
			defer b.Close()
			return p.serveBase(cmd.Context(), b, listen)
		},
	}
	cmd.Flags().StringVar(&listen, "listen", "127.0.0.1:8080", "the `ADDRESS` to listen on; port 0 takes any free one")
	return cmd
}

// serveBase serves b on address until ctx ends.
func (p *program) serveBase(ctx context.Context, b *treatybase.Base, address string) error {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return hint(invalid("listen %q", address), "Write it as HOST:PORT, for example 127.0.0.1:8080.")
	}
	if ip := net.ParseIP(host); host != "localhost" && (ip == nil || !ip.IsLoopback()) {
		return hint(invalid("listen %q would show the base to others", address), "There are no users and passwords yet: use 127.0.0.1, and an SSH tunnel from elsewhere.")
	}
	l, err := net.Listen("tcp", address)
	if errors.Is(err, syscall.EADDRINUSE) {
		return hint(fmt.Errorf("%s is in use", address), "Another pacta may be running. Choose another port: pacta serve --listen 127.0.0.1:0")
	}
	if err != nil {
		return hint(err, "Check the address given with --listen.")
	}
	fmt.Fprintf(p.out, "http://%s/\n", l.Addr())
	fmt.Fprintln(p.err, "Ctrl-C ends.")
	server := &http.Server{Handler: web.New(b, web.Options{Version: buildVersion()}), ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout: 30 * time.Second, WriteTimeout: time.Minute, IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 64 << 10}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(l) }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	grace, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	return server.Shutdown(grace)
}
