import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readFrontMatter } from "../../../../src/core/formats/front-matter";
import { parseNote } from "../../../../src/core/notes/document/parse-note";
import { mergeNote } from "../../../../src/core/notes/merge/merge-note";
import type { NoteModel } from "./random-notes";
import { applyEdits, bodyLines, edits, noteModel, writeModel } from "./random-notes";

interface Versions {
	readonly model: NoteModel;
	readonly own: NoteModel;
	readonly upstream: NoteModel;
	readonly base: string;
	readonly mine: string;
	readonly theirs: string;
}

const versions: fc.Arbitrary<Versions> = fc
	.tuple(noteModel, edits, edits)
	.map(([model, mine, theirs]) => {
		const own = applyEdits(model, mine, "mine");
		const upstream = applyEdits(model, theirs, "theirs");
		const [base, ownText, upstreamText] = [model, own, upstream].map(writeModel);
		return {
			...{ model, own, upstream },
			...{ base: base ?? "", mine: ownText ?? "", theirs: upstreamText ?? "" },
		};
	});

function merge(base: string, mine: string, theirs: string): { text: string; what: string[] } {
	const result = mergeNote({ base, mine, theirs });
	if (!result.ok) throw new Error(result.reason);
	return { text: result.text, what: result.conflicts.map(({ what }) => what) };
}

function countOf(lines: readonly string[], wanted: string): number {
	return lines.filter((line) => line === wanted).length;
}

/** Everything but the section on upstream. */
function withoutUpstream(text: string): string[] {
	const lines = bodyLines(text);
	const at = lines.indexOf("## Upstream differs");
	return at === -1 ? lines : lines.slice(0, at);
}

function propertiesOf(text: string): Readonly<Record<string, unknown>> {
	const read = readFrontMatter(text);
	if (!read.ok) throw new Error(read.message);
	return read.properties;
}

const RUNS = { numRuns: 800 };

describe("merging random edits", () => {
	it("keeps every line that the person added or changed", () => {
		fc.assert(
			fc.property(versions, ({ base, mine, theirs }) => {
				const after = bodyLines(merge(base, mine, theirs).text);
				const before = bodyLines(base);
				const own = bodyLines(mine);
				for (const line of new Set(own)) {
					const added = countOf(own, line) - countOf(before, line);
					if (line !== "") expect(countOf(after, line)).toBeGreaterThanOrEqual(added);
				}
			}),
			RUNS,
		);
	});

	it("brings every line that upstream added or changed, into the note or its section on upstream", () => {
		fc.assert(
			fc.property(versions, ({ base, mine, theirs }) => {
				const { text } = merge(base, mine, theirs);
				for (const line of bodyLines(theirs)) {
					if (/^(?:#+ )?theirs/.test(line)) expect(text).toContain(line);
				}
			}),
			RUNS,
		);
	});

	it("never gives up on a whole note", () => {
		fc.assert(
			fc.property(versions, ({ base, mine, theirs }) => {
				expect(merge(base, mine, theirs).what).not.toContain("The whole note");
			}),
			RUNS,
		);
	});

	it("does not bring back a sentence that the person deleted", () => {
		fc.assert(
			fc.property(versions, edits, ({ model, base, mine }, list) => {
				// A section that upstream moved under another heading and rewrote is a new one to anybody.
				const plain = list.filter(([kind]) => kind !== 7 && kind !== 8);
				const theirs = writeModel(applyEdits(model, plain, "theirs"));
				const after = withoutUpstream(merge(base, mine, theirs).text);
				const own = bodyLines(mine);
				for (const line of bodyLines(base)) {
					if (line.startsWith("Sentence") && !own.includes(line)) {
						expect(countOf(after, line)).toBeLessThanOrEqual(
							Math.max(0, countOf(bodyLines(theirs), line) - countOf(bodyLines(base), line)),
						);
					}
				}
			}),
			RUNS,
		);
	});

	it("keeps the person's properties, and takes upstream's where the person left them", () => {
		fc.assert(
			fc.property(versions, ({ base, mine, theirs }) => {
				const [before, own, upstream] = [base, mine, theirs].map(propertiesOf);
				const after = propertiesOf(merge(base, mine, theirs).text);
				for (const [key, value] of Object.entries(own ?? {})) {
					const old = before?.[key];
					if (JSON.stringify(old) !== JSON.stringify(value)) {
						if (Array.isArray(value)) {
							const items = Array.isArray(old) ? (old as unknown[]) : [];
							for (const item of value as unknown[]) {
								if (!items.includes(item)) expect(after[key]).toContain(item);
							}
						} else expect(after[key]).toEqual(value);
					} else if (upstream !== undefined && key in upstream) {
						expect(after[key]).toEqual(upstream[key]);
					}
				}
				for (const [key, value] of Object.entries(upstream ?? {})) {
					if (!(key in (before ?? {})) && !(key in (own ?? {}))) expect(after[key]).toEqual(value);
				}
			}),
			RUNS,
		);
	});

	it("merges again without a change, and brings a further change of upstream's alone", () => {
		fc.assert(
			fc.property(versions, ({ base, mine, theirs }) => {
				const { text } = merge(base, mine, theirs);
				expect(merge(theirs, text, theirs).text).toBe(text);
				const next = theirs.replace("---\n", "---\nnew_upstream: x\n");
				const after = merge(theirs, text, next);
				expect(after.what).toEqual([]);
				expect(withoutUpstream(after.text).join("\n").trimEnd()).toBe(
					withoutUpstream(text).join("\n").trimEnd(),
				);
				expect(propertiesOf(after.text)).toEqual({ new_upstream: "x", ...propertiesOf(text) });
			}),
			RUNS,
		);
	});

	it("has no conflict where the person and upstream changed different sections", () => {
		fc.assert(
			fc.property(noteModel, edits, edits, (model, mine, theirs) => {
				const half = Math.ceil(model.sections.length / 2);
				const lineEdits = (list: typeof mine, from: number, to: number): typeof mine =>
					list
						.filter(([kind]) => kind < 5)
						.map(([kind, place, detail]) => [
							kind,
							from + (place % Math.max(1, to - from)),
							detail,
						]);
				fc.pre(half < model.sections.length);
				const titles = model.sections.map(({ title }) => title);
				fc.pre(new Set(titles).size === titles.length);
				const own = applyEdits(model, lineEdits(mine, 0, half), "mine");
				const upstream = applyEdits(
					model,
					lineEdits(theirs, half, model.sections.length),
					"theirs",
				);
				const merged = merge(writeModel(model), writeModel(own), writeModel(upstream));
				expect(merged.what).toEqual([]);
				const expected = {
					...model,
					sections: [...own.sections.slice(0, half), ...upstream.sections.slice(half)],
				};
				expect(merged.text).toBe(writeModel(expected));
			}),
			RUNS,
		);
	});

	it("works the same on a note with Windows line breaks and none at its end", () => {
		fc.assert(
			fc.property(versions, ({ base, mine, theirs }) => {
				fc.pre(mine !== base);
				const windows = mine.replaceAll("\n", "\r\n");
				const plain = merge(base, mine, theirs).text;
				expect(merge(base, windows, theirs).text).toBe(plain.replaceAll("\n", "\r\n"));
				const open = merge(base, mine.trimEnd(), theirs).text;
				expect(open.trimEnd()).toBe(plain.trimEnd());
			}),
			RUNS,
		);
	});
});

describe("taking a note apart", () => {
	it("finds a person's sections where they put them", () => {
		const { sections } = parseNote("---\na: 1\n---\nx\n\n## A\n\n### B\ny\n");
		expect(sections.map(({ path }) => path)).toEqual([[], ["A"], ["A", "B"]]);
	});
});
