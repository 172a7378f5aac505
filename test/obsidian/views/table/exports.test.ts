import { describe, expect, it } from "vitest";
import { keyRows } from "../../../../src/obsidian/views/table/table-model";
import { writeCsv } from "../../../../src/obsidian/views/table/write-csv";
import { writeMarkdown } from "../../../../src/obsidian/views/table/write-markdown";
import { dateOf, linkTo } from "../../support/values";

describe("a table as CSV", () => {
	it("quotes what would break the line, and doubles quotes", () => {
		const rows = keyRows([['say "hi"', "a,b", "two\nlines"]]);
		expect(writeCsv(["A", "B", "C"], rows)).toBe('A,B,C\r\n"say ""hi""","a,b","two\nlines"\r\n');
	});

	it("disarms text that a spreadsheet would run, but not numbers", () => {
		const rows = keyRows([["=HYPERLINK(1)", "@SUM", -5]]);
		expect(writeCsv(["A", "B", "C"], rows)).toBe("A,B,C\r\n'=HYPERLINK(1),'@SUM,-5\r\n");
		expect(writeCsv(["A"], keyRows([["＝1+1"], ["-x"]]))).toBe("A\r\n'＝1+1\r\n'-x\r\n");
	});

	it("writes values as the table shows them", () => {
		const rows = keyRows([
			[linkTo("Rules/SSH.md"), ["a", "b"], dateOf("2026-11-02T09:20:00Z"), null, true],
		]);
		expect(writeCsv(["1", "2", "3", "4", "5"], rows)).toBe(
			'1,2,3,4,5\r\nSSH,"a, b",2026-11-02 09:20,,true\r\n',
		);
	});
});

describe("a table as Markdown", () => {
	it("keeps links as links that survive in a cell", () => {
		const rows = keyRows([[linkTo("Rules/SSH login.md"), linkTo("Rules/B.md", "shown | as")]]);
		expect(writeMarkdown(["Name", "B"], rows)).toBe(
			"| Name | B |\n| --- | --- |\n| [[Rules/SSH login\\|SSH login]] | [[Rules/B\\|shown   as]] |\n",
		);
	});

	it("lets no text become live in the note it is pasted into", () => {
		const rows = keyRows([["`$= app.vault.delete()`"], ["a | b"], ["<img onerror=x>"]]);
		const lines = writeMarkdown(["A"], rows).split("\n");
		expect(lines[2]).not.toMatch(/(?:^|[^\\])`\$=/);
		expect(lines[3]).toContain("a \\| b");
		expect(lines[4]).not.toMatch(/(?:^|[^\\])<img/);
	});

	it("writes a link to the web only for schemes that are safe", () => {
		const web = (url: string) => ({ kind: "web-link" as const, url, display: "page" });
		const rows = keyRows([[web("https://example.org/a (b)|c"), web("javascript:alert(1)")]]);
		const [, , line] = writeMarkdown(["A", "B"], rows).split("\n");
		expect(line).toBe("| [page](https://example.org/a%20%28b%29%7cc) | page |");
	});
});
