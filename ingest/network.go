package ingest

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"syscall"
	"time"
)

var errPrivate = errors.New("the address lies in a private network; --allow-private lets pacta fetch from there")

// reserved are the ranges that lie in no public network beside those that
// netip knows: this network, shared, protocol assignments, documentation,
// benchmarks, relays to IPv4, reserved; and those of IPv6 that hold an IPv4
// address or are no unicast.
var reserved = func() []netip.Prefix {
	var out []netip.Prefix
	for _, s := range [...]string{
		"0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "240.0.0.0/4",
		"::/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "fec0::/10",
	} {
		out = append(out, netip.MustParsePrefix(s))
	}
	return out
}()

// isPublic reports whether a lies in the public internet.
func isPublic(a netip.Addr) bool {
	a = a.Unmap().WithZone("")
	if !a.IsGlobalUnicast() || a.IsPrivate() {
		return false
	}
	for _, p := range reserved {
		if p.Contains(a) {
			return false
		}
	}
	return true
}

// onlyPublic lets a connection be made to the public internet only. It is asked
// about every address that a name resolves to, right before it is used, so that
// neither a redirect nor a name server can lead elsewhere.
func onlyPublic(_, address string, _ syscall.RawConn) error {
	a, err := netip.ParseAddrPort(address)
	if err != nil {
		return fmt.Errorf("address %s: %w", address, err)
	}
	if !isPublic(a.Addr()) {
		return errPrivate
	}
	return nil
}

// newTransport returns how the web is reached: directly, and only in public
// networks. A proxy resolves names by itself, so that one is used only where
// private networks are allowed.
func newTransport(allowPrivate bool) *http.Transport {
	dialer := &net.Dialer{Timeout: 10 * time.Second}
	t := &http.Transport{
		TLSHandshakeTimeout:    10 * time.Second,
		ResponseHeaderTimeout:  30 * time.Second,
		MaxResponseHeaderBytes: 1 << 20,
		ForceAttemptHTTP2:      true,
		IdleConnTimeout:        30 * time.Second,
		DialContext: func(ctx context.Context, network, address string) (net.Conn, error) {
			return dialer.DialContext(ctx, network, address)
		},
	}
	if allowPrivate {
		t.Proxy = http.ProxyFromEnvironment
		return t
	}
	dialer.Control = onlyPublic
	return t
}
