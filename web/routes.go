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
	{"/facts/{id}/history", (*server).history},
	{"/desk", (*server).desk},
	{"/desk/bulk", (*server).bulk},
	{"/reviews", (*server).journal},
	{"/dossier", (*server).dossier},
	{"/search", (*server).search},
	{"/searches", (*server).searches},
	{"/searches/{id}", (*server).savedSearch},
	{"/ask", (*server).ask},
	{"/codebook", (*server).codebook},
	{"/status", (*server).status},
	{"/login", (*server).login},
	{"/account", (*server).account},
	{"/accounts", (*server).accounts},
	{"/audit", (*server).audit},
}

// A form is something that a page sends: the pattern of its address, and the
// function that does it and says where to go on. An error is shown as a page.
type form struct {
	pattern string
	do      func(*server, http.ResponseWriter, *http.Request) (next string, err error)
}

// forms lists what changes something about who may come in.
var forms = []form{
	{"/login", (*server).signIn},
	{"/logout", (*server).signOut},
	{"/searches", (*server).keepSearch},
	{"/searches/{id}/remove", (*server).dropSearch},
	{"/desk/seen", (*server).seen},
	{"/account", (*server).changePassword},
	{"/accounts", (*server).addAccount},
	{"/accounts/{name}/role", (*server).changeRole},
	{"/accounts/{name}/password", (*server).resetPassword},
	{"/accounts/{name}/remove", (*server).removeAccount},
}
