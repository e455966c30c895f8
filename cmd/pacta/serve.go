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

// A serving is how the pages are served.
type serving struct {
	listen    string
	hosts     []string
	login     bool
	cert, key string
	plain     bool
}

func (p *program) serve() *cobra.Command {
	var o serving
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Show the base in the browser",
		Long: `serve shows the base as pages on this machine, until Ctrl-C. Every page has twins:
/instruments is a page, /instruments.json and /instruments.csv are the same for
programs.

On this machine nobody has to sign in. To serve others, make accounts with pacta
user, and name an address, the host names under which it is reached and a
certificate.`,
		Example: `  pacta serve
  pacta serve --listen 127.0.0.1:9000
  pacta serve --listen 0.0.0.0:8443 --host base.example.org --tls-cert cert.pem --tls-key key.pem`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			b, err := p.open(cmd.Context())
			if err != nil {
				return err
			}
			defer b.Close()
			return p.serveBase(cmd.Context(), b, o)
		},
	}
	f := cmd.Flags()
	f.StringVar(&o.listen, "listen", "127.0.0.1:8080", "the `ADDRESS` to listen on; port 0 takes any free one")
	f.StringArrayVar(&o.hosts, "host", nil, "a host `NAME` under which browsers reach the base, beside this machine's own; may be repeated")
	f.BoolVar(&o.login, "login", false, "have everybody sign in, on this machine too")
	f.StringVar(&o.cert, "tls-cert", "", "the certificate `FILE` (PEM)")
	f.StringVar(&o.key, "tls-key", "", "the key `FILE` of the certificate (PEM)")
	f.BoolVar(&o.plain, "plain-http", false, "serve others without TLS: only behind a proxy that speaks TLS")
	return cmd
}

// check refuses what would show the base to others unprotected, and says
// whether everybody has to sign in.
func (o *serving) check(ctx context.Context, b *treatybase.Base) (login bool, err error) {
	host, _, err := net.SplitHostPort(o.listen)
	if err != nil {
		return false, hint(invalid("listen %q", o.listen), "Write it as HOST:PORT, for example 127.0.0.1:8080.")
	}
	if (o.cert == "") != (o.key == "") {
		return false, hint(invalid("a certificate and its key go together"), "Name both --tls-cert and --tls-key.")
	}
	ip := net.ParseIP(host)
	here := host == "localhost" || ip != nil && ip.IsLoopback()
	if !here && o.cert == "" && !o.plain {
		return false, hint(invalid("listen %q would send passwords in the clear", o.listen), "Name a certificate with --tls-cert and --tls-key, or say --plain-http behind a proxy that speaks TLS.")
	}
	if login = o.login || !here || len(o.hosts) > 0; !login {
		return false, nil
	}
	accounts, err := b.Accounts(ctx)
	if err == nil && len(accounts) == 0 {
		err = hint(invalid("nobody has an account"), "Make one first: pacta user add NAME --role admin")
	}
	return true, err
}

// names returns the host names under which the base is reached.
func (o *serving) names() []string {
	host, _, err := net.SplitHostPort(o.listen)
	if ip := net.ParseIP(host); err != nil || host == "" || ip != nil && ip.IsUnspecified() {
		return o.hosts
	}
	return append([]string{host}, o.hosts...)
}

// serveBase serves b until ctx ends.
func (p *program) serveBase(ctx context.Context, b *treatybase.Base, o serving) error {
	login, err := o.check(ctx, b)
	if err != nil {
		return err
	}
	address := o.listen
	l, err := net.Listen("tcp", address)
	if errors.Is(err, syscall.EADDRINUSE) {
		return hint(fmt.Errorf("%s is in use", address), "Another pacta may be running. Choose another port: pacta serve --listen 127.0.0.1:0")
	}
	if err != nil {
		return hint(err, "Check the address given with --listen.")
	}
	scheme := "http"
	if o.cert != "" {
		scheme = "https"
	}
	fmt.Fprintf(p.out, "%s://%s/\n", scheme, l.Addr())
	fmt.Fprintln(p.err, "Ctrl-C ends.")
	f := &follower{base: b, ctx: ctx}
	pages := web.New(b, web.Options{Version: buildVersion(), Hosts: o.names(), Login: login, Local: me(), Follow: f.follow, Secure: o.cert != "" || o.plain})
	server := &http.Server{Handler: pages, ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout: 30 * time.Second, WriteTimeout: time.Minute, IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 64 << 10}
	go b.Warm(ctx) // so that the first search need not wait
	ended := make(chan error, 1)
	go func() {
		if o.cert != "" {
			ended <- server.ServeTLS(l, o.cert, o.key)
		} else {
			ended <- server.Serve(l)
		}
	}()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	grace, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	return server.Shutdown(grace)
}
