// All tests of the page, in one browser:
//
//	COACH_BINARY=build/coach INVENTED_BINARY=build/invented node --test testdata/browser/all.mjs

import "./writing.mjs";
import "./underlines.mjs";
import "./keyboard.mjs";
import "./danger.mjs";
import "./plain.mjs";
import "./kept.mjs";
import "./faults.mjs";
import "./states.mjs";
