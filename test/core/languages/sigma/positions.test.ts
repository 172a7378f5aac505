import { describe, expect, test } from "vitest";
import { listPredicates } from "../../../../src/core/languages/list-predicates";
import { parseSigma } from "../../../../src/core/languages/sigma/parse-sigma";
import { NO_CONTEXT } from "../query-building";

/** Each value with the line and column of its place, and the text of the whole comparison. */
function places(text: string): readonly string[] {
	return listPredicates(parseSigma(text, NO_CONTEXT).detection).flatMap(({ predicate }) =>
		predicate.terms.map(({ value, at }) => {
			const before = text.slice(0, at).split("\n");
			return `${typeof value === "string" ? value : JSON.stringify(value)} ${before.length}:${(before.at(-1) ?? "").length + 1}`;
		}),
	);
}

function spans(text: string): readonly string[] {
	return listPredicates(parseSigma(text, NO_CONTEXT).detection).map(({ predicate: { span } }) =>
		text.slice(span.start, span.end),
	);
}

describe("the place of a Sigma value", () => {
	test.each([
		[
			"a block list",
			"detection:\n  s:\n    F|contains:\n      - a\n      - 'b'\n    G: c\n  condition: s",
			["a 4:9", "b 5:9", "c 6:8"],
		],
		[
			"a list as deep as its key",
			"detection:\n  s:\n    F:\n    - a\n    - b\n    G: c\n  condition: s",
			["a 4:7", "b 5:7", "c 6:8"],
		],
		[
			"a flow list",
			"detection:\n  s:\n    F: [a, 'b, c', \"d\"]\n  condition: s",
			["a 3:9", "b, c 3:12", "d 3:20"],
		],
		[
			"a flow list over lines",
			"detection:\n  s:\n    F: [\n      a, # one\n      b ]\n  condition: s",
			["a 4:7", "b 5:7"],
		],
		[
			"a flow map",
			"detection:\n  s: {F: a, 'G|contains': [b, c]}\n  condition: s",
			["a 2:10", "b 2:28", "c 2:31"],
		],
		[
			"a list of maps",
			"detection:\n  s:\n    - F: a\n      G: b\n    - - H: c\n  condition: s",
			["a 3:10", "b 4:10", "c 5:12"],
		],
		[
			"keywords",
			"detection:\n  s:\n    - a b\n    # nothing\n    - 'c: d'\n  condition: s",
			["a b 3:7", "c: d 5:7"],
		],
		[
			"comments",
			"detection: # here\n  # there\n  s: # x\n    F: # y\n      # z\n      - a # 1\n\n      - b\n  condition: s",
			["a 6:9", "b 8:9"],
		],
		[
			"a block scalar",
			"detection:\n  s:\n    F: |\n      a\n       b\n    G: >-\n      c\n\n    H: d\n  condition: s",
			["a\n b\n 3:8", "c 6:8", "d 9:8"],
		],
		[
			"a scalar over lines",
			"detection:\n  s:\n    F: a\n      b\n    G: 'c\n      d'\n    H: e\n  condition: s",
			["a b 3:8", "c d 5:8", "e 7:8"],
		],
		[
			"a quoted key",
			'detection:\n  s:\n    \'F|re\': a\n    "G\\"x": b\n  condition: s',
			["a 3:13", "b 4:13"],
		],
		[
			"colons and hashes in a value",
			"detection:\n  s:\n    F: C:\\a#b\n    G: http://x#y # z\n  condition: s",
			["C:\\a#b 3:8", "http://x#y 4:8"],
		],
		[
			"an anchor",
			"detection:\n  s: &x\n    F: &y a\n    G: !!str b\n  condition: s",
			["a 3:11", "b 4:14"],
		],
		[
			"Windows line ends",
			"detection:\r\n  s:\r\n    F:\r\n      - a\r\n      - b\r\n  condition: s\r\n",
			["a 4:9", "b 5:9"],
		],
		[
			"JSON",
			'{"detection": {"s": {"F": ["a",\n "b"], "G": 1}, "condition": "s"}}',
			["a 1:28", "b 2:2", "1 2:13"],
		],
		[
			"a document indented as a whole",
			"  title: x\n  detection:\n    s:\n      F: a\n    condition: s",
			["a 4:10"],
		],
		[
			"a word that is no section",
			"title: >\n  detection: none\ndetection:\n  s:\n    F: a\n  condition: s",
			["a 5:8"],
		],
	])("in %s", (_, text, expected) => {
		expect(places(text)).toEqual(expected);
	});

	test("in a part laid under another document", () => {
		const text =
			"action: global\ndetection:\n  s:\n    F: a\n  condition: s and t\n---\ndetection:\n  t:\n    G: b\n";
		expect(places(text)).toEqual(["a 4:8", "b 9:8"]);
	});

	test("of an alias is the alias", () => {
		const text = "detection:\n  s: &x\n    F: a\n  t: *x\n  condition: t";
		expect(places(text)).toEqual(["a 4:6"]);
	});

	test("comes with the whole comparison", () => {
		const text =
			"detection:\n  s:\n    F|contains:\n      - a\n      - b # end\n    G: null\n    H:\n  t: [k, l]\n  condition: s and t";
		expect(spans(text)).toEqual(["F|contains:\n      - a\n      - b", "G: null", "H", "[k, l]"]);
	});
});
