import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createVaultIndex } from "../../../src/core/index/vault-index";
import { ask } from "./support/ask";

const STAT = { ctime: 0, mtime: 0, size: 0 };

/** Elements as they are written in front matter, and as values in a query. */
const element = fc.constantFrom(
	...[
		"1",
		"0",
		"-0",
		"true",
		"null",
		'"a"',
		'"A"',
		'"é"',
		'"e\u0301"',
		'"a\u200b"',
		'""',
		'".nan"',
	],
	...['"[[N1]]"', '"[[n1]]"', '"[[N2#x]]"', '"[[N2]]"', '"[[Å]]"', '"[[A\u030a]]"', '"[[None]]"'],
	...["[1]", '["a", "[[N1]]"]', "2024-01-02", '"1 day"', "{a: 1}"],
);
const asked = fc.constantFrom(
	...["1", "0", "null", "true", '"a"', '"é"', '"a\u200b"', '"[["', "[[N1]]", "[[N2]]", "[[N2#x]]"],
	...["[[Å]]", "[[A\u030a]]", "[[None]]", "date(2024-01-02)", "dur(1 day)", "[1]", "{a: 1}"],
);

describe("a long list", () => {
	test("holds what a short one holds, however often it is asked", () => {
		fc.assert(
			fc.property(
				fc.array(element, { minLength: 1, maxLength: 6 }),
				asked,
				fc.constantFrom("contains", "econtains", "icontains"),
				(elements, value, name) => {
					const index = createVaultIndex();
					index.put("Short.md", `---\nlist: [${elements.join(", ")}]\n---\n`, STAT);
					const many = Array.from({ length: 70 }, () => elements).flat();
					index.put("Long.md", `---\nlist: [${many.join(", ")}]\n---\n`, STAT);
					for (const note of ["N1", "N2", "Å"]) index.put(`${note}.md`, "", STAT);
					const found = (list: string): unknown =>
						ask(index, `LIST WITHOUT ID ${name}([[${list}]].list, ${value}) LIMIT 4`).rows;
					expect(found("Long")).toEqual(found("Short"));
				},
			),
			{ numRuns: 300 },
		);
	});

	test("of links is not gone through for each row", () => {
		const index = createVaultIndex();
		const count = 10_000;
		const all = Array.from({ length: count }, (_, at) => `N${at}`);
		index.put("Map.md", all.map((name) => `[[${name}]]`).join("\n"), STAT);
		for (const name of all) index.put(`${name}.md`, "", STAT);
		const query = "LIST FROM -outgoing([[Map]]) WHERE contains([[Map]].file.outlinks, file.link)";
		expect(ask(index, query).rows).toEqual([]);
		const fields = "LIST WHERE length([[Map]].file.outlinks.file.name) != 10000 OR";
		expect(ask(index, `${fields} !econtains([[Map]].file.outlinks, file.link)`).rows).toEqual([
			["[[Map]]"],
		]);
	});

	test("is the sum of lists in the time that its length asks for", () => {
		const index = createVaultIndex();
		const items = Array.from({ length: 20 }, (_, at) => at).join(", ");
		for (let at = 0; at < 8000; at++) index.put(`${at}.md`, `---\nlist: [${items}]\n---\n`, STAT);
		expect(ask(index, "LIST WITHOUT ID length(sum(rows.list)) GROUP BY true").rows).toEqual([
			[160_000],
		]);
		expect(ask(index, '= reduce([[1], ["b", [2]], []], "+")').value).toEqual([1, "b", [2]]);
	});
});
