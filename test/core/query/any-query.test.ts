import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { encodeOutcome } from "../../../src/core/query/encode-outcome";
import { FUNCTIONS } from "../../../src/core/query/functions/function-table";
import { runQuery } from "../../../src/core/query/run-query";
import { openFixture } from "./support/ask";

const vault = openFixture();

function answers(query: string, zone = "UTC"): void {
	const outcome = runQuery(vault, query, { origin: "Notes/Shift log.md", now: 1e12, zone });
	expect(JSON.stringify(encodeOutcome(outcome))).toContain("{");
}

/** Values of every type, and those at the edges of each. */
const VALUES = [
	...[
		"null",
		"true",
		"0",
		"-1",
		"2.5",
		"1e400",
		"(0 / 0)",
		"(1 / 0)",
		'""',
		'"a,b"',
		'"(a+"',
		'"yyyy"',
	],
	...["date(2024-02-30)", "date(0000-01-01)", 'date("9999-12-31T23:59:59+14:00")', "date(now)"],
	...[
		"dur(1 day)",
		"dur(-1 month)",
		"dur(9999999999 years)",
		"[[Shift log]]",
		"[[#x|2024-01]]",
		"![[a#^b]]",
	],
	...[
		"[]",
		"[1, null]",
		'["b", "a"]',
		"[[[a]]]",
		"{}",
		'{a: 1, "__proto__": 2}',
		"(x) => x",
		"(x, y) => x + y",
	],
	...[
		"file",
		"this",
		"rows",
		"file.tasks",
		"file.lists",
		"file.day",
		"tags",
		"row",
		'elink("a")',
		"missing",
	],
];
const value = fc.constantFrom(...VALUES);
const expression = fc.letrec<{ e: string }>((tie) => ({
	e: fc.oneof(
		{ depthSize: "small", withCrossShrink: true },
		value,
		fc
			.tuple(fc.constantFrom(...FUNCTIONS.keys()), fc.array(tie("e"), { maxLength: 3 }))
			.map(([name, args]) => `${name}(${args.join(", ")})`),
		fc
			.tuple(
				tie("e"),
				fc.constantFrom("+", "-", "*", "/", "%", "=", "<", ">=", "and", "|"),
				tie("e"),
			)
			.map(([left, operator, right]) => `(${left} ${operator} ${right})`),
		fc
			.tuple(
				tie("e"),
				fc.constantFrom(".name", ".file", "[0]", "[true]", '["a"]', ".days", ".year"),
			)
			.map(([object, part]) => `(${object})${part}`),
		tie("e").map((inner) => `!(${inner})`),
	),
})).e;

describe("any query", () => {
	test("of every function with every two values is answered", () => {
		for (const name of FUNCTIONS.keys()) {
			for (const first of VALUES) {
				answers(`LIST ${name}(${first}) FROM "Notes"`);
				const second = VALUES[(VALUES.indexOf(first) * 7 + name.length) % VALUES.length] ?? "";
				answers(`LIST ${name}(${first}, ${second}) FROM "Notes"`);
				answers(`LIST ${name}(${first}, ${second}, ${first}) FROM "Notes"`);
			}
		}
	});

	test("of nested expressions is answered", () => {
		fc.assert(
			fc.property(
				expression,
				expression,
				fc.constantFrom("UTC", "Asia/Kathmandu"),
				(one, two, zone) => {
					answers(`= ${one}`, zone);
					answers(
						`TABLE ${one} AS a, ${two} FROM "Notes" WHERE ${two} SORT ${one} LIMIT ${two}`,
						zone,
					);
					answers(`TABLE rows.a, key FLATTEN ${one} AS a GROUP BY ${two} AS b SORT rows`, zone);
					answers(`TASK WHERE ${one} SORT ${two} GROUP BY ${one}`, zone);
				},
			),
			{ numRuns: 300 },
		);
	});

	test("of loose pieces is answered, or refused with a place", () => {
		const piece = fc.oneof(
			fc.constantFrom(
				"TABLE",
				"LIST",
				"TASK",
				"CALENDAR",
				"FROM",
				"WHERE",
				"SORT",
				"GROUP BY",
				"FLATTEN",
				"AS",
			),
			fc.constantFrom(
				"WITHOUT ID",
				"LIMIT",
				"DESC",
				"and",
				"=>",
				"(",
				")",
				"[",
				"]",
				"{",
				"}",
				",",
				".",
				":",
				"!",
				"//",
				"\n",
			),
			fc.constantFrom(
				"#log",
				'"Notes"',
				"outgoing(",
				"csv(",
				"=",
				"-",
				"date(",
				"dur(",
				'"',
				"\\",
				"😀",
				"\u0000",
			),
			value,
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 12 }), fc.boolean(), (pieces, isTable) => {
				const query = `${isTable ? "TABLE " : ""}${pieces.join(" ")}`;
				const outcome = runQuery(vault, query, { origin: null, now: 0 });
				if (outcome.type !== "error") return;
				const { line, column, message } = outcome.error;
				expect(message).not.toBe("");
				const lines = query.split("\n");
				expect(lines[line - 1]?.length ?? -1).toBeGreaterThanOrEqual(column - 1);
			}),
			{ numRuns: 3000 },
		);
	});
});
