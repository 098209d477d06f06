package languagetool

import (
	"strings"
)

// A Language is one that coach reads.
type Language struct {
	Name     string `json:"name"`
	Code     string `json:"code"`     // "en"
	LongCode string `json:"longCode"` // "en-GB"
}

// Languages are the languages of /languages, sorted by name. They are LanguageTool's kinds of English; coach reads all of
// them alike.
var Languages = []Language{
	{"English", "en", "en"},
	{"English (Australian)", "en", "en-AU"},
	{"English (Canadian)", "en", "en-CA"},
	{"English (GB)", "en", "en-GB"},
	{"English (New Zealand)", "en", "en-NZ"},
	{"English (South African)", "en", "en-ZA"},
	{"English (US)", "en", "en-US"},
}

// auto asks LanguageTool to detect the language. coach detects none and reads the text as English.
const auto = "auto"

// languageOf gives the language of a code. Any English will do: "en-IE" and "EN_us" as well. Of "auto" it is the first
// English among the preferred variants, else that of the United States, as with LanguageTool. Other languages are
// refused with LanguageTool's words, because an empty answer would look like a text without a finding.
func languageOf(code, preferredVariants string) (Language, error) {
	if code == "" {
		return Language{}, badRequest("Missing 'language' parameter, e.g. 'language=en-US' for American English or 'language=auto'")
	}
	if code == auto {
		for variant := range strings.SplitSeq(preferredVariants, ",") {
			if l, ok := english(strings.TrimSpace(variant)); ok {
				return l, nil
			}
		}
		code = "en-US"
	}
	if l, ok := english(code); ok {
		return l, nil
	}
	return Language{}, badRequest(quoted(code) + " is not a language code known to coach. Supported language codes are: " + longCodes())
}

func english(code string) (Language, bool) {
	code = strings.ReplaceAll(code, "_", "-")
	for _, l := range Languages {
		if strings.EqualFold(l.LongCode, code) {
			return l, true
		}
	}
	base, _, _ := strings.Cut(code, "-")
	return Language{"English", "en", code}, strings.EqualFold(base, "en") && isCode(code)
}

// quoted shows a language code in an error, if it can be one; whatever else stands there stays with the client.
func quoted(code string) string {
	if !isCode(code) {
		return "This"
	}
	return "'" + code + "'"
}

// isCode tells whether s has the form of a language tag (RFC 5646 allows letters, digits and hyphens, and 35 of them are
// enough for any).
func isCode(s string) bool {
	return len(s) <= 35 && strings.Trim(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_") == ""
}

func longCodes() string {
	codes := make([]string, len(Languages))
	for i, l := range Languages {
		codes[i] = l.LongCode
	}
	return strings.Join(codes, ", ")
}
