import { expect, test } from "vitest";
import { readRecord } from "../read-record";

const linesOf = (...lines: readonly string[]): (string | number)[][] =>
	readRecord(...lines).items.map(({ line, text }) => [line, text]);

test("a block of code that starts on an item's own line is none of the list", () => {
	const lines = ["- ```sh", "  - [ ] code", "  ```", "- [ ] task", "", "# Heading #tag", "- last"];
	expect(linesOf(...lines)).toEqual([
		[0, "```sh"],
		[3, "task"],
		[6, "last"],
	]);
	expect(readRecord(...lines).tags).toEqual(["#tag"]);
});

test("nor are its tags, links and fields", () => {
	const record = readRecord(
		"1. ~~~",
		"   #code [[A]] [k:: 1]",
		"   ~~~",
		"",
		"text #tag [[B]] [k:: 2]",
	);
	expect(record.tags).toEqual(["#tag"]);
	expect(record.links.map(({ target }) => target)).toEqual(["B"]);
	expect(record.fields).toEqual([["k", "2"]]);
});

test("one in an item of an item, or in a quote", () => {
	expect(linesOf("- a", "\t- ```", "\t  - b", "\t  ```", "\t- c")).toEqual([
		[0, "a"],
		[1, "```"],
		[4, "c"],
	]);
	expect(linesOf("> - ```", ">   - a", ">   ```", "> - b")).toEqual([
		[0, "```"],
		[3, "b"],
	]);
});

test("one behind a checkbox is text", () => {
	expect(linesOf("- [ ] ```a```", "- b")).toEqual([
		[0, "```a```"],
		[1, "b"],
	]);
});
