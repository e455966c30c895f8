package web

import "net/http"

// A route is a page: a pattern of net/http.ServeMux without its format, and
// the function that makes it.
type route struct {
	pattern string
	page    func(*server, *http.Request) (*view, error)
}

// routes lists all pages. To add one, write its file, its template of the same
// name and its test, and put one line here.
var routes = []route{
	{"/{$}", (*server).start},
	{"/documents", (*server).documents},
	{"/documents/{id}", (*server).document},
	{"/instruments", (*server).instruments},
	{"/instruments/{id}", (*server).instrument},
	{"/actors", (*server).actors},
	{"/actors/{id}", (*server).actor},
	{"/actors/{id}/{other}", (*server).pair},
	{"/commitments", (*server).commitments},
	{"/statements", (*server).statements},
	{"/events", (*server).events},
	{"/disagreements", (*server).disagreements},
	{"/collisions", (*server).collisions},
	{"/collisions/{id}", (*server).collision},
	{"/triggers", (*server).triggers},
	{"/timeline", (*server).timelines},
	{"/matrix", (*server).matrix},
	{"/network", (*server).networks},
	{"/facts/{id}", (*server).fact},
	{"/search", (*server).search},
	{"/ask", (*server).ask},
	{"/codebook", (*server).codebook},
	{"/status", (*server).status},
}
