import { expect, test } from "vitest";
import { readCsv } from "../../../src/core/formats/read-csv";

const read = (text: string) => readCsv(text).map(({ cells, line }) => [line, ...cells]);

test.each([
	["commas", "a,b\n1,2\n"],
	["semicolons", "a;b\r\n1;2"],
	["tabs", "a\tb\r1\t2\r"],
	["bars", "a|b\n1|2"],
	["a byte order mark", "\uFEFFa,b\n1,2\n"],
	["quotes, and blanks behind them", '"a" ,"b"\n"1","2" \n'],
])("cells are taken apart at %s", (_what, text) => {
	expect(read(text)).toEqual([
		[1, "a", "b"],
		[2, "1", "2"],
	]);
});

test("lines that say how the file is written are no records", () => {
	expect(read("sep=;\na,x;b\n")).toEqual([[2, "a,x", "b"]]);
	expect(read('#TYPE System.Object\n"a","b"\n')).toEqual([[2, "a", "b"]]);
});

test("a quoted cell may hold breaks, delimiters and quotes, and the lines behind it keep their numbers", () => {
	expect(read('"a\nb,""c""",d\n\n\ne,\n')).toEqual([
		[1, 'a\nb,"c"', "d"],
		[5, "e", ""],
	]);
});

test("a quote that nothing closes is a sign like others", () => {
	expect(read('"a,b\nc,d')).toEqual([
		[1, '"a', "b"],
		[2, "c", "d"],
	]);
});

test("nothing gives nothing", () => {
	expect(read("")).toEqual([]);
	expect(read("\r\n\n")).toEqual([]);
	expect(read(",")).toEqual([[1, "", ""]]);
});
