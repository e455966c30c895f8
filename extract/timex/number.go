package timex

// A builtinFunc reads a number at atom i and returns where it ends, -1 where
// there is none, and its value.
type builtinFunc func(m *matcher, i int) (end, value int)

// builtins are the elements that no list of words can describe.
var builtins = map[string]struct {
	parse builtinFunc
	to    field
}{
	"number":    {readNumber, count},     // in hundredths: "twenty-two", "1,000", "2 1/2", "2.5", "half a"
	"ordinal":   {readOrdinal, day},      // "twenty-second", "21st"
	"yearwords": {readYearWords, year},   // "nineteen ninety-seven", "two thousand and twenty-two"
	"cardinal":  {readCardinalDay, none}, // "twenty-two" of a day of the month
}

var builtinStart = uint64(1<<classInt | 1<<classNum | 1<<classMult | 1<<clsOrd)

// cardinal reads words or digits as a whole number: "twenty-two", "a hundred
// and ten", "1,000".
func (m *matcher) cardinal(i int) (end, n int) {
	a := m.at(i)
	if a.digits > 0 {
		return m.digits(i)
	}
	total, part, last := 0, 0, -1
	for {
		a := m.at(i)
		switch {
		case a.is(classNum):
			v := a.value(classNum)
			if last >= 0 && !(part%100 == 0 || part%10 == 0 && part%100 >= 20 && v < 10) {
				return last, total + part
			}
			part += v
		case a.is(classMult) && last >= 0:
			if v := a.value(classMult); v == 100 {
				part *= 100
			} else {
				total, part = total+part*v, 0
			}
		case last < 0 && a.word == m.wordA && m.at(i+1).is(classMult):
			part = m.at(i + 1).value(classMult)
			i++
		default:
			return last, total + part
		}
		i++
		last = i
		if j := m.joint(i); j > i {
			i = j
		}
	}
}

// joint skips the "-" or "and" within a number in words.
func (m *matcher) joint(i int) int {
	a := m.at(i)
	if a.word != nil && (a.word == m.wordHyphen || a.word == m.wordAnd) && (m.at(i+1).is(classNum) || m.at(i+1).is(clsOrd)) {
		return i + 1
	}
	return i
}

// digits reads digits with commas between thousands.
func (m *matcher) digits(i int) (end, n int) {
	n = int(m.at(i).num)
	i++
	for m.at(i).word == m.wordComma && m.at(i).word != nil && m.at(i).glued && m.at(i+1).digits == 3 && m.at(i+1).glued {
		n = n*1000 + int(m.at(i+1).num)
		i += 2
	}
	return i, n
}

func readNumber(m *matcher, i int) (int, int) {
	if m.at(i).word == m.wordHalf && (m.at(i+1).word == m.wordA || m.at(i+1).word == m.wordAn) && m.at(i+1).word != nil {
		return i + 2, 50
	}
	if j := i + 1; (m.at(i).word == m.wordA || m.at(i).word == m.wordAn) && m.at(i).word != nil && m.at(j).is(classNum) && m.at(j).value(classNum) == 12 {
		return i + 2, 1200
	}
	end, n := m.cardinal(i)
	if end < 0 {
		return -1, 0
	}
	n *= 100
	if m.at(i).digits == 0 {
		if m.is(end, "-") && m.is(end+1, "and") && m.is(end+2, "-") && m.is(end+3, "a") && m.is(end+4, "-") && m.is(end+5, "half") {
			return end + 6, n + 50
		}
		if m.is(end, "and") && m.is(end+1, "a") && m.is(end+2, "half") {
			return end + 3, n + 50
		}
		return end, n
	}
	return m.fraction(end, n)
}

// fraction reads what follows the digits of a number: ".5", " 1/2", "½".
func (m *matcher) fraction(i, n int) (int, int) {
	if a, b := m.at(i), m.at(i+1); m.is(i, ".") && a.glued && b.glued && b.digits > 0 && b.digits < 3 {
		if b.digits == 1 {
			return i + 2, n + 10*int(b.num)
		}
		return i + 2, n + int(b.num)
	}
	j := i
	if m.is(j, "-") {
		j++
	}
	if a, b := m.at(j), m.at(j+2); a.digits == 1 && m.is(j+1, "/") && b.digits == 1 && b.num > a.num {
		return j + 3, n + 100*int(a.num)/int(b.num)
	}
	return i, n
}

func readOrdinal(m *matcher, i int) (int, int) {
	a := m.at(i)
	if a.digits > 0 {
		if b := m.at(i + 1); b.glued && b.word != nil && b.word.is(classSuffix) {
			return i + 2, int(a.num)
		}
		return -1, 0
	}
	if a.is(clsOrd) {
		return i + 1, a.value(clsOrd)
	}
	if a.is(classNum) && a.value(classNum) >= 20 {
		if j := m.joint(i + 1); m.at(j).is(clsOrd) && m.at(j).value(clsOrd) < 10 {
			return j + 1, a.value(classNum) + m.at(j).value(clsOrd)
		}
	}
	return -1, 0
}

// readCardinalDay reads the day of the month in words: "May twenty-two".
func readCardinalDay(m *matcher, i int) (int, int) {
	if m.at(i).digits > 0 {
		return -1, 0
	}
	end, n := m.cardinal(i)
	if n < 1 || n > 31 {
		return -1, 0
	}
	return end, n
}

// readYearWords reads a year in words: two numbers of two digits, or a
// thousand and more.
func readYearWords(m *matcher, i int) (int, int) {
	a := m.at(i)
	if a.digits > 0 {
		return -1, 0
	}
	if a.is(classNum) {
		if c := a.value(classNum); 11 <= c && c <= 20 {
			j := m.joint(i + 1)
			if end, n := m.cardinal(j); end > 0 && m.at(j).digits == 0 && 10 <= n && n <= 99 {
				return end, c*100 + n
			}
		}
	}
	if end, n := m.cardinal(i); end > 0 && n >= 1100 && n < 2200 && m.at(i+1).is(classMult) && m.at(i+1).value(classMult) == 1000 {
		return end, n
	}
	return -1, 0
}
