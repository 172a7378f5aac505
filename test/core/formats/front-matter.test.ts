import { expect, test } from "vitest";
import { findFrontMatter, readFrontMatter } from "../../../src/core/formats/front-matter";

test("reads properties and says where the body starts", () => {
	const text = "---\ntitle: A\ntags: [x, y]\n---\nbody\n";
	const result = readFrontMatter(text);
	expect(result).toEqual({
		ok: true,
		properties: { title: "A", tags: ["x", "y"] },
		body: text.indexOf("body"),
	});
});

test("a note without front matter has no properties", () => {
	expect(readFrontMatter("text\n---\na: 1\n---\n")).toEqual({ ok: true, properties: {}, body: 0 });
});

test("a front matter that is never closed is text", () => {
	expect(readFrontMatter("---\na: 1\n")).toEqual({ ok: true, properties: {}, body: 0 });
});

test("a line that only begins with dashes closes nothing", () => {
	const text = "---\na: |\n  x\n  ---- y\n---\nbody";
	expect(readFrontMatter(text)).toMatchObject({ ok: true, properties: { a: "x\n---- y\n" } });
});

test("carriage returns and a byte order mark are allowed", () => {
	expect(readFrontMatter("\uFEFF---\r\na: 1\r\n---\r\nbody")).toMatchObject({
		ok: true,
		properties: { a: 1 },
	});
});

test("an empty front matter is found", () => {
	expect(findFrontMatter("---\n---\nbody")).toEqual({ start: 4, end: 4, body: 8 });
});

test("a mistake comes with its line in the note", () => {
	expect(readFrontMatter("---\ntitle: A\ntags: [, x]\n---\n")).toMatchObject({
		ok: false,
		line: 3,
	});
});

test("properties must be a table", () => {
	expect(readFrontMatter("---\n- a\n---\n")).toMatchObject({ ok: false });
});

test("a note that names another front matter language runs nothing", () => {
	for (const language of ["js", "javascript", "json", "coffee"]) {
		const text = `---${language}\n{ "a": (() => { globalThis.ran = true; })() }\n---\n`;
		expect(readFrontMatter(text)).toEqual({ ok: true, properties: {}, body: 0 });
	}
	expect(globalThis).not.toHaveProperty("ran");
});
