package analyzer

import (
	"cmp"
	"slices"
)

// resolve keeps one candidate a problem: where two overlap, the one that wins by compare stays. Findings that merely
// touch at an edge both stay. Candidates are looked at in clusters of overlapping spans, so that the cost does not grow
// with the square of the draft.
func resolve(all []candidate) []candidate {
	slices.SortStableFunc(all, bySpan)
	var kept []candidate
	for first := 0; first < len(all); {
		last, end := first+1, all[first].span.End
		for last < len(all) && all[last].span.Start < end {
			end = max(end, all[last].span.End)
			last++
		}
		kept = append(kept, resolveCluster(all[first:last])...)
		first = last
	}
	return kept
}

func resolveCluster(cluster []candidate) []candidate {
	slices.SortStableFunc(cluster, compare)
	var kept []candidate
	for _, c := range cluster {
		if !slices.ContainsFunc(kept, func(k candidate) bool { return sameProblem(k.span, c.span) }) {
			kept = append(kept, c)
		}
	}
	slices.SortStableFunc(kept, bySpan)
	return kept
}

func bySpan(a, b candidate) int {
	return cmp.Or(cmp.Compare(a.span.Start, b.span.Start), cmp.Compare(a.span.End, b.span.End))
}

// sameProblem takes two spans for one when they share at least half of the shorter.
func sameProblem(a, b Span) bool {
	overlap := min(a.End, b.End) - max(a.Start, b.Start)
	return overlap > 0 && 2*overlap >= min(a.End-a.Start, b.End-b.Start)
}

// compare orders candidates by who wins: danger, more than a check-in, a rule over the second reader, strong over weak,
// the longer match (it knows more of the sentence), more harm, then the id, so that the order is total.
func compare(a, b candidate) int {
	return cmp.Or(
		cmp.Compare(alarm(b.rule), alarm(a.rule)),
		cmp.Compare(rank(b.source() == FromRule), rank(a.source() == FromRule)),
		cmp.Compare(rank(b.rule.Confidence == Strong), rank(a.rule.Confidence == Strong)),
		cmp.Compare(b.match.Last-b.match.First, a.match.Last-a.match.First),
		cmp.Compare(severityRank[b.rule.Severity], severityRank[a.rule.Severity]),
		cmp.Compare(a.rule.ID, b.rule.ID),
		cmp.Compare(a.span.Start, b.span.Start),
	)
}

// alarm orders rules by what they call for: a card, a check-in, a note.
func alarm(r *Rule) int {
	switch {
	case r.danger == nil:
		return 0
	case r.danger.Soft:
		return 1
	}
	return 2
}

var severityRank = map[Severity]int{Low: 1, Medium: 2, High: 3}

func rank(b bool) int {
	if b {
		return 1
	}
	return 0
}
