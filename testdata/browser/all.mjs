// All tests of the page, in one browser:
//
//	COACH_BINARY=build/coach node --test testdata/browser/all.mjs

import "./writing.mjs";
import "./underlines.mjs";
