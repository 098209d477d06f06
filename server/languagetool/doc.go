// Package languagetool speaks the HTTP API of LanguageTool's server, so that editors with a plug-in for it show what
// coach finds. It reads requests and builds answers, and knows no web framework:
//
//	ReadForm     method, query and body   -> Form           splits and decodes
//	NewRequest   Form                     -> Request        checks the parameters
//	             Request.Text             -> analyzer.Set.Check
//	Answer       Request, analyzer.Report -> the JSON of /check
//
// The API is that of https://languagetool.org/http-api/ (OpenAPI 1.1.2) and, where that is silent, of LanguageTool's
// server sources. docs/editors.md says where coach differs, and why.
package languagetool
