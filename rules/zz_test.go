package rules
import ("testing";"coach/analyzer";"coach/analyzer/text")
func BenchmarkZ(b *testing.B) {
	pack, _, _ := Load(Sources(), nil)
	set := analyzer.NewSet(pack)
	drafts := openDrafts(b)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		d := &drafts[i%len(drafts)]
		set.Check(d.Text, analyzer.Options{Role: d.Role})
	}
}
func BenchmarkP(b *testing.B) {
	drafts := openDrafts(b)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ { text.Parse(drafts[i%len(drafts)].Text) }
}
