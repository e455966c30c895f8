package commitment

// alliance returns which of the five military areas of ATOP an action falls
// under, "" for none.
func (s *scan) alliance(c *clause, action run) string {
	return ""
}
