package page

import (
	"slices"
	"strings"
)

// Apply does what a button of the form asks for, without the script: it takes a wording over, or leaves a note. Change
// says what was done. A button of a phrase that has changed since does nothing.
func (s Settings) Apply(r Request, use, leave string) Request {
	v := s.Read(r)
	r.Draft = v.Draft
	for _, n := range v.Notes {
		if n.Key == leave {
			r.Left = append(r.Left, leave)
			r.Change = "Left as it is."
			return r
		}
		i := slices.IndexFunc(n.Options, func(o Option) bool { return o.Value == use })
		if i < 0 {
			continue
		}
		o := n.Options[i]
		r.Draft = r.Draft[:o.from] + o.New + r.Draft[o.to:]
		r.Change = "Taken out."
		if o.Text != "" {
			r.Used = append(r.Used, o.Text)
			r.Change = "Changed to “" + strings.TrimSpace(o.Text) + "”."
		}
		return r
	}
	if use != "" || leave != "" {
		r.Change = "That phrase is not as it was when the button was shown. Nothing was changed."
	}
	return r
}
