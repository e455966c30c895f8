// Package web shows a base as pages, and the same as JSON and CSV: for every
// page /x there are /x.json and /x.csv from the same handler. One file is one
// page: its handler, and its template of the same name. The package owns no
// tables; it reads the base, and writes what people decide and who may come in.
//
// Every text of a source is escaped by html/template, and the
// Content-Security-Policy lets a page run nothing and load nothing but its own
// style sheet and script.
package web

import (
	"compress/gzip"
	"context"
	"net"
	"net/http"
	"strings"

	"pacta/treatybase"
)

// Options says how the pages are served. The zero value is for loopback.
type Options struct {
	Version string // of the program, for the foot of each page
	// Hosts are the names under which the server may be addressed beside
	// loopback. A request for another host is refused, so that a page of
	// somebody else cannot read the base by rebinding its name.
	Hosts []string
	// Login has everybody sign in with an account of the base; without it all
	// requests are those of Local.
	Login bool
	// Local is the name under which the person at this machine decides where
	// Login is off; "" reads "local".
	Local string
	// Follow draws objects anew from the documents where decisions make that due;
	// nil to leave it to whoever runs pacta next.
	Follow func(context.Context) error
	// Secure says that browsers come over TLS, so that cookies are for it alone.
	Secure bool
}

// New returns the pages of b.
func New(b *treatybase.Base, o Options) http.Handler {
	s := &server{base: b, options: o, attempts: newAttempts()}
	mux := http.NewServeMux()
	for _, r := range routes {
		mux.Handle("GET "+r.pattern, s.page(r))
	}
	mux.HandleFunc("GET /"+styleName, asset(style, "text/css; charset=utf-8"))
	mux.HandleFunc("GET /"+scriptName, asset(script, "text/javascript; charset=utf-8"))
	for _, f := range forms {
		mux.Handle("POST "+f.pattern, s.form(f))
	}
	mux.HandleFunc("POST /facts/{id}/review", s.decide)
	mux.HandleFunc("POST /reviews/{id}/undo", s.undo)
	mux.HandleFunc("POST /desk/bulk", s.decideBulk)
	mux.Handle("/", s.page(route{page: notFound}))
	// What changes something must come from a page of ours.
	own := http.NewCrossOriginProtection().Handler(s.gate(mux))
	return secure(s.checkHost(compress(chooseTongue(splitFormat(own)))))
}

type server struct {
	base     *treatybase.Base
	options  Options
	between  kept[[]treatybase.Pair]
	overview kept[*treatybase.Overview]
	attempts *attempts
}

const policy = "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// secure sets the headers that keep what sources say from doing anything.
func secure(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		next.ServeHTTP(w, r)
	})
}

// checkHost refuses requests that were addressed to a name other than loopback
// and the ones in Options.
func (s *server) checkHost(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !s.allowed(r.Host) {
			http.Error(w, "pacta does not serve this host", http.StatusMisdirectedRequest)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func (s *server) allowed(hostport string) bool {
	host, _, err := net.SplitHostPort(hostport)
	if err != nil {
		host = hostport
	}
	host = strings.Trim(host, "[]")
	if ip := net.ParseIP(host); host == "localhost" || ip != nil && ip.IsLoopback() {
		return true
	}
	for _, h := range s.options.Hosts {
		if h == host {
			return true
		}
	}
	return false
}

// compress sends the body gzipped to whoever accepts that.
func compress(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Add("Vary", "Accept-Encoding")
		if !strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") || r.Method == http.MethodHead {
			next.ServeHTTP(w, r)
			return
		}
		w.Header().Set("Content-Encoding", "gzip")
		z, _ := gzip.NewWriterLevel(w, gzip.BestSpeed)
		defer z.Close()
		next.ServeHTTP(zipped{w, z}, r)
	})
}

// zipped is a response whose body goes through gzip.
type zipped struct {
	http.ResponseWriter
	z *gzip.Writer
}

func (w zipped) Write(p []byte) (int, error) { return w.z.Write(p) }
