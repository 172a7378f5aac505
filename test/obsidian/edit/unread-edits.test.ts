import { describe, expect, it } from "vitest";
import { createUnreadEdits } from "../../../src/obsidian/edit/unread-edits";
import type { CellProperty } from "../../../src/obsidian/views/table/cell-edits";

const done = (value: unknown): CellProperty => ({ note: "Work.md", key: "done", value });

describe("edits that the index has not read", () => {
	it("are the property's value from their beginning, until the note is read again", () => {
		let readAt = 10;
		const edits = createUnreadEdits(() => readAt);
		edits.begin(done(false), true);
		expect(edits.latest(done(false))).toEqual(done(true));
		edits.end(done(false), done(true), 20);
		expect(edits.latest(done(false))).toEqual(done(true));
		expect(edits.has("Work.md")).toBe(true);
		readAt = 20;
		expect(edits.latest(done("as read"))).toEqual(done("as read"));
		expect(edits.has("Work.md")).toBe(false);
	});

	it("follow each other while they are written", () => {
		const edits = createUnreadEdits(() => 10);
		edits.begin(done(false), true);
		edits.begin(done(true), false);
		edits.end(done(false), done(true), 20);
		expect(edits.latest(done("old"))).toEqual(done(false));
		edits.end(done(true), done(false), 21);
		expect(edits.latest(done("old"))).toEqual(done(false));
	});

	it("are forgotten where they fail", () => {
		const edits = createUnreadEdits(() => 10);
		edits.begin(done(false), true);
		edits.end(done(false), null, 20);
		expect(edits.latest(done(false))).toEqual(done(false));
		expect(edits.has("Work.md")).toBe(false);
	});

	it("say nothing of another note or another property", () => {
		const edits = createUnreadEdits(() => 10);
		edits.begin(done(false), true);
		const other = { note: "Other.md", key: "done", value: false };
		const status = { note: "Work.md", key: "status", value: "open" };
		expect(edits.latest(other)).toBe(other);
		expect(edits.latest(status)).toBe(status);
	});
});
