import { describe, expect, test } from "vitest";
import { readRecord } from "../read-record";

type Fields = readonly (readonly [key: string, text: string])[];

describe("inline fields in odd places", () => {
	test.each<[place: string, text: string, fields: Fields]>([
		["no blank behind the colons", "key::value", [["key", "value"]]],
		["many blanks", "key  ::   value  ", [["key", "value"]]],
		["a line of code by its indentation", "\tcode:: 1", [["code", "1"]]],
		["three colons", "key::: value", [["key", ": value"]]],
		["a colon in the key", "a: b:: c", []],
		["a dot in the key", "a.b:: c", []],
		["a slash in the key", "a/b:: c", [["a/b", "c"]]],
		["a comma in the key", "a, b:: c", []],
		["a question", "what?:: c", []],
		["a number as key", "2024:: c", [["2024", "c"]]],
		["letters of any script", "ключ 名:: c", [["ключ 名", "c"]]],
		["underscores around", "__key__:: c", [["__key__", "c"]]],
		["strikethrough around", "~~key~~:: c", [["key", "c"]]],
		["code around", "`key`:: c", [["key", "c"]]],
		["a highlight around", "==key==:: c", []],
		["bold around all", "**key:: c**", [["key", "c**"]]],
		["a heading as a whole", "# Title:: c", [["Title", "c"]]],
		["a quote", "> key:: c", [["key", "c"]]],
		["a quote in a quote", "> > key:: c", [["key", "c"]]],
		["a callout", "> [!note] Title\n> key:: c", [["key", "c"]]],
		["a callout's title", "> [!note] key:: c", []],
		["a table row as a whole", "| a | b |\n|---|---|\n| key:: c | d |", [["key", "c | d |"]]],
		["a comment", "%% key:: c %%", [["key", "c %%"]]],
		["a comment of several lines", "%%\nkey:: c\n%%", [["key", "c"]]],
		["an HTML comment", "<!-- key:: c -->", [["key", "c -->"]]],
		["a block of maths", "$$\nkey:: c\n$$", [["key", "c"]]],
		["a code block", "```sql\nkey:: c\n```", [["key", "c"]]],
		["brackets in code", "`[key:: c]`", [["key", "c"]]],
		["a footnote", "[^1]: key:: c", []],
		["a rule above", "---\nkey:: c", [["key", "c"]]],
		[
			"several a line",
			"[a:: 1][b:: 2] (c:: 3)",
			[
				["a", "1"],
				["b", "2"],
				["c", "3"],
			],
		],
		[
			"one in another",
			"[a:: (b:: c)]",
			[
				["a", "(b:: c)"],
				["b", "c"],
			],
		],
		["square in square", "[a:: [b:: c]]", [["a", "[b:: c]"]]],
		["brackets before", "[x] [a:: 1]", [["a", "1"]]],
		["a link's address", "[text](http://e.org/a::b)", [["http://e.org/a", "b"]]],
		["a link in the value", "[a:: [x](http://e.org)]", [["a", "[x](http://e.org)"]]],
		["a link in round brackets", "(a:: [x](http://e.org))", [["a", "[x](http://e.org)"]]],
		["a wiki link's inside", "[[a::b]]", [["a", "b"]]],
		["a wiki link as value", "[a:: [[Note|shown]]]", [["a", "[[Note|shown]]"]]],
		["a wiki link with brackets beside it", "a [[Note]] (b:: 1)", [["b", "1"]]],
		["Markdown around a key in brackets", "[**a**:: 1]", [["**a**", "1"]]],
		["brackets in the key", "[a (b):: 1]", []],
		["no key in brackets", "[:: 1]", []],
		["no value in brackets", "[a::]", [["a", ""]]],
		["a bracket that closes in the value", "(a:: b) c)", [["a", "b"]]],
		["unlike brackets", "[a:: 1)", [["a", "1)"]]],
		["an unclosed bracket before", "[a (b:: 1)", [["b", "1"]]],
		["a closing bracket before", "] [a:: 1]", [["a", "1"]]],
		["a bracket of the other kind that never closes", "[a:: ( ]", [["a", "("]]],
		["two backslashes before a bracket", "[a:: b \\\\]", [["a", "b \\\\"]]],
		["a field in brackets behind a whole line", "key:: c (b:: 1)", [["b", "1"]]],
		[
			"two of one key",
			"a:: 1\na:: 2",
			[
				["a", "1"],
				["a", "2"],
			],
		],
		[
			"keys unlike in case",
			"A:: 1\na:: 2",
			[
				["A", "1"],
				["a", "2"],
			],
		],
		["a line behind a paragraph", "text\nkey:: c", [["key", "c"]]],
		["a block id behind it", "key:: c ^id", [["key", "c ^id"]]],
		["a tag as the line", "#tag key:: c", [["tag key", "c"]]],
		["an emoji before the key", "🎯 key:: c", [["key", "c"]]],
		["an emoji behind the key", "key 🎯:: c", []],
		["an emoji of the first plane behind the key", "key ✅:: c", [["key ✅", "c"]]],
		["an emoji in brackets in the key", "[xmas🎄:: c]", [["xmas🎄", "c"]]],
		[
			"a carriage return",
			"key:: c\r\nb:: 1\r",
			[
				["key", "c"],
				["b", "1"],
			],
		],
		["an item", "- key:: c", [["key", "c"]]],
		["an item with a marker in it", "- - key:: c", [["key", "c"]]],
		["a numbered item", "1. key:: c", [["key", "c"]]],
		["an item of two lines", "- key:: c\n  more", [["key", "c more"]]],
		["the second line of an item", "- text\n  key:: c", [["text key", "c"]]],
		["an item with brackets", "- a [key:: c] b", [["key", "c"]]],
		["an item in an item", "- a\n\t- key:: c", [["key", "c"]]],
		["a task", "- [ ] [key:: c]", []],
		["a task as a whole", "- [ ] key:: c", []],
		["an item below a task", "- [ ] a\n\t- key:: c", [["key", "c"]]],
		["an item in a quote", "> - key:: c", [["key", "c"]]],
		["an item that is empty", "- \nkey:: c", [["key", "c"]]],
	])("%s", (_, text, fields) => {
		expect(readRecord(text).fields).toEqual(fields);
	});
});

describe("what tasks and items hold", () => {
	test.each<[what: string, text: string, fields: Fields]>([
		["due", "- [ ] a 📅 2024-05-06", [["due", "2024-05-06"]]],
		["due, another calendar", "- [ ] a 📆2024-05-06", [["due", "2024-05-06"]]],
		["due, with a variation", "- [ ] a 🗓️ 2024-05-06", [["due", "2024-05-06"]]],
		["due, without", "- [ ] a 🗓 2024-05-06", [["due", "2024-05-06"]]],
		["a variation alone", "- [ ] a \ufe0f2024-05-06", [["due", "2024-05-06"]]],
		["done", "- [x] a ✅ 2024-05-06", [["completion", "2024-05-06"]]],
		["created", "- [ ] a ➕ 2024-05-06", [["created", "2024-05-06"]]],
		["start", "- [ ] a 🛫 2024-05-06", [["start", "2024-05-06"]]],
		["scheduled", "- [ ] a ⏳ 2024-05-06", [["scheduled", "2024-05-06"]]],
		["scheduled, the other glass", "- [ ] a ⌛ 2024-05-06", [["scheduled", "2024-05-06"]]],
		[
			"several, as they stand",
			"- [ ] a ✅ 2024-05-07 📅 2024-05-06 [p:: 1]",
			[
				["completion", "2024-05-07"],
				["due", "2024-05-06"],
				["p", "1"],
			],
		],
		["no date", "- [ ] a 📅 soon", []],
		["a month", "- [ ] a 📅 2024-05", []],
		["the first of two", "- [ ] 📅 2024-05-06 📅 2024-05-07", [["due", "2024-05-06"]]],
		["an item that is no task", "- a 📅 2024-05-06", [["due", "2024-05-06"]]],
		["the second line", "- [ ] a\n  📅 2024-05-06", [["due", "2024-05-06"]]],
		["a variation of another sign", "- [ ] a ⌛️ 2024-05-06", [["due", "2024-05-06"]]],
	])("%s", (_, text, fields) => {
		expect(readRecord(text).items[0]?.fields).toEqual(fields);
	});

	test.each<[text: string, tags: readonly string[]]>([
		["- a #tag", ["#tag"]],
		["- a #tag, #b.", ["#tag", "#b"]],
		["- a#tag", ["#tag"]],
		["- **#tag**", []],
		["- #a#b", []],
		["- #a/b-c_d", ["#a/b-c_d"]],
		["- (#tag)", ["#tag"]],
		["- #tag's", ["#tag"]],
		["- #tag=1", []],
		["- #a §#b", ["#a", "#b"]],
		["- #a #a", ["#a"]],
		["- #", []],
		["- # x", []],
		["- #123", ["#123"]],
		["- `#code`", ["#code"]],
		["- #tag`", ["#tag"]],
		["- #\u00e9 #e\u0301", ["#\u00e9", "#e\u0301"]],
		["- #a\n  #b", ["#a", "#b"]],
	])("tags of %s", (text, tags) => {
		expect(readRecord(text).items[0]?.tags).toEqual(tags);
	});

	test.each<[text: string, status: string | null, rest: string]>([
		["- [ ] a", " ", "a"],
		["- [x] a", "x", "a"],
		["- [X] a", "X", "a"],
		["- [/] a", "/", "a"],
		["- [🔥] a", "🔥", "a"],
		["- [xx] a", null, "[xx] a"],
		["- [] a", null, "a"],
		["- [x]a", null, "a"],
		["* [ ] a", " ", "a"],
		["+ [-] a", "-", "a"],
		["1. [ ] a", " ", "a"],
		["1) [ ] a", " ", "a"],
		["> - [ ] a", " ", "a"],
		["- [ ] ", " ", ""],
		["- [ ] a [ ] b", " ", "a [ ] b"],
	])("the box of %s", (text, status, rest) => {
		const [item] = readRecord(text).items;
		expect([item?.status, item?.text]).toEqual([status, rest]);
	});
});
