package instrument

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pacta"
)

// longestHead is how much of a text is searched for its title, in bytes.
const longestHead = 1500

// longestBlock is in bytes: no title on lines of its own is longer.
const longestBlock = 600

// titleBlock returns the lines in which the title stands: from the first line
// at the head of the text that names a sort of instrument, with the lines
// above and below it that belong to it. It is zero where no line is a title.
func (r *reader) titleBlock(provisions []pacta.Annotation) pacta.Span {
	limit := min(len(r.text), longestHead)
	for i := range provisions {
		if x := &provisions[i]; x.Start > 0 && x.Type != "preamble" {
			limit = min(limit, x.Start)
			break
		}
	}
	var block pacta.Span // of the lines since the last blank one
	found := false
	for at := 0; at < limit; {
		line := r.lineAt(at, limit)
		words := line.Of(r.text)
		switch {
		case words == "":
			if found && !dangling(block.Of(r.text)) {
				return block
			}
			if !found {
				block = pacta.Span{}
			}
		case !found && running(words):
			block = pacta.Span{}
		case !found:
			block = block.Union(line)
			found = titleType(words) != ""
		case r.endsTitle(block, line):
			return block
		default:
			block.End = line.End
		}
		n := strings.IndexByte(r.text[at:], '\n')
		if n < 0 {
			break
		}
		at += n + 1
	}
	if !found {
		return pacta.Span{}
	}
	return block
}

// lineAt returns the line that begins at byte at, without blanks around it.
func (r *reader) lineAt(at, limit int) pacta.Span {
	end := limit
	if n := strings.IndexByte(r.text[at:limit], '\n'); n >= 0 {
		end = at + n
	}
	line := r.text[at:end]
	start := end - len(strings.TrimLeft(line, " \t\r\ufeff"))
	return pacta.Span{Start: start, End: start + len(strings.TrimRight(r.text[start:end], " \t\r*"))}
}

// running reports whether a line is of running text and no part of a title.
func running(line string) bool {
	if len(line) > longestBlock || strings.IndexByte(",;.", line[len(line)-1]) >= 0 {
		return true
	}
	return opensText(line)
}

// opensText reports whether a line begins the preamble.
func opensText(line string) bool {
	low := strings.ToLower(strings.TrimLeft(line, "["))
	for _, w := range [...]string{"preamble", "the parties", "the states", "the contracting", "the high contracting", "the government", "the member", "considering", "recalling", "recognising", "recognizing", "whereas", "desiring", "article", "have agreed"} {
		if strings.HasPrefix(low, w) {
			return true
		}
	}
	return false
}

// endsTitle reports whether line no longer belongs to the title so far.
func (r *reader) endsTitle(title, line pacta.Span) bool {
	words, so := line.Of(r.text), title.Of(r.text)
	if line.End-title.Start > longestBlock {
		return true
	}
	if dangling(so) {
		return false
	}
	return running(words) || shouts(so) && !shouts(words)
}

// dangling reports whether a title cannot end where it does: "Agreement between".
func dangling(title string) bool {
	switch strings.ToLower(title[strings.LastIndexAny(title, " \n")+1:]) {
	case "between", "and", "of", "on", "the", "to", "for", "by", "in", "with", "among", "concerning", "regarding":
		return true
	}
	return false
}

// shouts reports whether words are written in capitals.
func shouts(words string) bool {
	for i := 0; i < len(words); {
		c, n := utf8.DecodeRuneInString(words[i:])
		if unicode.IsLower(c) {
			return false
		}
		i += n
	}
	return true
}

// preambleIn returns where the preamble begins in a line that holds the title
// and goes on, as in run-on text, 0 if it does not.
func preambleIn(line string) int {
	low := strings.ToLower(line)
	end := 0
	for _, w := range [...]string{"preamble", "source:", "src:", "the contracting parties", "the states parties", "the parties to", "the governments of", "the member states", "the high contracting"} {
		n := strings.Index(low, w)
		if n < 12 || len(low) != len(line) || end > 0 && n > end {
			continue
		}
		if !dangling(strings.TrimRight(low[:n], " \t")) {
			end = n
		}
	}
	return end
}
