// Command train learns the second reader from the labelled drafts in testdata, and says what it is worth on drafts that
// it has not seen. docs/reader.md tells how it works.
package main

import (
	"flag"
	"fmt"
	"os"

	"coach/analyzer"
	"coach/rules"
)

func main() {
	testdata := flag.String("testdata", "testdata", "the folder of labelled drafts")
	out := flag.String("o", "", "where to write the model")
	cross := flag.Bool("evaluate", false, "train without each calibration room in turn, and score that room")
	ablation := flag.Bool("ablate", false, "show what each part of the model is worth on drafts it has not seen")
	findings := flag.String("findings", "", "with --evaluate, a folder for the findings, for testdata/score/score.py")
	flag.Parse()
	if err := run(*testdata, *out, *cross, *ablation, *findings); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(testdata, out string, cross, ablation bool, findings string) error {
	pack, err := rules.Builtin()
	if err != nil {
		return err
	}
	set := analyzer.NewSet(pack)
	drafts, hash, err := readCorpus(os.DirFS(testdata))
	if err != nil {
		return err
	}
	examine(set, drafts)
	if ablation {
		defaults.ablate(os.Stdout, drafts)
		return nil
	}
	if cross {
		r := defaults.evaluate(set, drafts)
		r.print(os.Stdout, drafts)
		if findings != "" {
			return r.write(findings, drafts)
		}
		return nil
	}
	return os.WriteFile(out, defaults.train(drafts, hash).Encode(), 0o644)
}
