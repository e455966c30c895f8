package statement

// stance returns what the speaker takes towards what the statement is about.
func (d *document) stance(x *attribution) string {
	return x.entry.stance
}
