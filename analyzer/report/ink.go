package report

// ink is whether text may be coloured. The colours are the quiet ones of the sixteen that every terminal has and lets
// its owner choose; none of them is red, because nobody is being marked.
type ink bool

func (i ink) in(code, s string) string {
	if !i || s == "" {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}

func (i ink) faint(s string) string  { return i.in("2", s) }
func (i ink) strong(s string) string { return i.in("1", s) }
func (i ink) mark(s string) string   { return i.in("36", s) }
func (i ink) offer(s string) string  { return i.in("32", s) }
func (i ink) care(s string) string   { return i.in("1;33", s) }
