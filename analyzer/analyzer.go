package analyzer

// MaxFindings is the number of findings a report holds; what is beyond it is cut and Report.Truncated set.
const MaxFindings = 1000

// Options are what the writer or the calling program says about a draft.
type Options struct {
	Role        Role     // "" means Auto
	Steps       []int    // only findings of these steps of the guide; none means all. Danger always stays
	MinSeverity Severity // "" means Low. Danger always stays
	RulesOnly   bool     // findings of rules alone, without the second reader
	NoContact   bool     // the reader asked not to be written to: reasons are given, no wording
}
