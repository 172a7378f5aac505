import { describe, expect, test } from "vitest";
import { FUNCTIONS } from "../../../src/core/query/functions/function-table";
import { SOURCE_WORDS } from "../../../src/core/query/parse/source-words";
import { EVENT_FIELDS } from "../../../src/core/query/records/event-fields";
import { EXCLUSION_FIELDS } from "../../../src/core/query/records/exclusion-fields";
import { PREDICATE_FIELDS } from "../../../src/core/query/records/predicate-fields";
import { TEST_FIELDS } from "../../../src/core/query/records/test-fields";
import { VERDICT_FIELDS } from "../../../src/core/query/records/verdict-fields";
import { PANEL_OPTIONS, readBlock } from "../../../src/obsidian/blocks/block-options";
import { PANEL_NAMES } from "../../../src/obsidian/views/panels/panel-names";
import { codesIn, firstCells, readText, sectionOf } from "../../support/read-docs";

const blocks = readText("docs/blocks.md");
const language = readText("docs/query-language.md");
const cellsOf = (text: string): readonly string[] => firstCells(text).flatMap(codesIn);
const sorted = (names: Iterable<string>): readonly string[] => [...names].sort();

describe("the pages about blocks and queries", () => {
	test("have all panels and options", () => {
		const cells = cellsOf(sectionOf(blocks, "A panel"));
		expect(sorted(cells)).toEqual(sorted([...PANEL_NAMES, ...PANEL_OPTIONS]));
	});

	test("have all words behind FROM", () => {
		expect(sorted(cellsOf(sectionOf(blocks, "A query")))).toEqual(sorted(SOURCE_WORDS.keys()));
		for (const word of SOURCE_WORDS.keys()) expect(language).toContain(`\`${word}\``);
	});

	test("have all fields of records", () => {
		const known = new Set(codesIn(sectionOf(language, "What rules and tests say")));
		const readers = [PREDICATE_FIELDS, EVENT_FIELDS, EXCLUSION_FIELDS, TEST_FIELDS, VERDICT_FIELDS];
		for (const fields of readers) {
			expect([...fields.keys()].filter((name) => !known.has(name))).toEqual([]);
		}
	});

	test("have all functions, and no other", () => {
		const rows = sectionOf(language, "Functions").split("\n");
		const named = rows.filter((line) => line.startsWith("| ")).flatMap(codesIn);
		expect(sorted(named)).toEqual(sorted(FUNCTIONS.keys()));
	});

	test("show panels that can be read", () => {
		const texts = [...blocks.matchAll(/^```detection-vault\n([^`]+)```$/gm)];
		expect(texts.map(([, text = ""]) => readBlock(text).kind)).toEqual(["query", "panel"]);
		for (const [, text = ""] of texts) {
			const request = readBlock(text);
			if (request.kind === "panel") expect([...request.unknown, ...request.bad]).toEqual([]);
		}
	});
});
