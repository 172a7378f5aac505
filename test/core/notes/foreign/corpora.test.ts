import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { decodeText } from "../../../../src/core/formats/decode";
import { addForeignText } from "../../../../src/core/notes/foreign/add-foreign";
import { identifyNote } from "../../../../src/core/notes/identity/identify-note";
import { readForeignNote } from "../../../../src/core/notes/foreign/read-foreign-note";
import { describeCorpora } from "../../../support/corpora";

describeCorpora(
	"the catalogue vault",
	(folder) => {
		const notes = readdirSync(folder, { recursive: true, encoding: "utf8" })
			.filter((path) => path.endsWith(".md"))
			.sort()
			.map((path) => {
				const decoded = decodeText(readFileSync(join(folder, path)));
				return { path: path.replaceAll("\\", "/"), text: decoded.ok ? decoded.text : undefined };
			});

		it("is known note by note, each of the three kinds under its own id", () => {
			const counts = new Map<string, number>();
			const ids = new Set<string>();
			for (const { path, text } of notes) {
				const { kind, id, broken, problems } = identifyNote(path, text);
				expect(problems).toEqual([]);
				const key = `${kind ?? "none"}${broken === null ? "" : ", broken"}`;
				counts.set(key, (counts.get(key) ?? 0) + 1);
				if (kind !== null) ids.add(`${kind} ${id ?? "without id"}`);
			}
			expect(Object.fromEntries(counts)).toEqual({
				none: 2,
				rule: 2815,
				"rule, broken": 7,
				runbook: 282,
				technique: 610,
				"technique, broken": 15,
			});
			expect(ids.size).toBe(2822 + 282 + 625);
		}, 60_000);

		it("is read as a source, and adds nothing to itself", () => {
			for (const { path, text } of notes) {
				if (text === undefined) continue;
				const reading = readForeignNote({ file: path, path, text });
				if (reading.kind === "none") {
					expect(path).toMatch(/^[^/]+$/);
					continue;
				}
				const { note, problems } = reading;
				expect(note).toMatchObject({ ownProperties: [], ownTags: [], ownAliases: [] });
				if (problems.length === 0) expect(addForeignText(text, note)).toBe(text);
			}
		}, 60_000);
	},
	"vaults",
	"use-case-catalogue",
);
