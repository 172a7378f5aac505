import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { convertNote } from "../../../src/core/convert/convert-note";
import { findQueryBlocks } from "../../../src/core/convert/find-query-blocks";
import { replaceBlocks } from "../../../src/core/convert/replace-blocks";
import { runBase } from "../../support/bases/run-base";
import { describeCorpora } from "../../support/corpora";
import { openVault } from "../query/support/open-vault";
import { compileSearch } from "./support/naive-search";
import { listNotes, NOW, turnedText } from "./support/turn";

describeCorpora(
	"the reference vault's query blocks",
	(folder) => {
		const index = openVault(folder);
		const notes = index.notes();
		const surroundings = { isFolder: (path: string) => index.countInFolder(path) > 0 };
		const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
			path.endsWith(".md"),
		);
		const converted = paths.map((path) => {
			const text = readFileSync(join(folder, path), "utf8");
			return { path, text, conversions: convertNote(text, surroundings) };
		});
		const all = converted.flatMap(({ conversions }) => conversions);

		test("are all found, and all can be turned into both", () => {
			expect(all).toHaveLength(1264);
			expect(converted.filter(({ conversions }) => conversions.length > 0)).toHaveLength(626);
			expect(all.every(({ to }) => to["detection-vault"].ok && to.base.ok)).toBe(true);
		});

		test("list the notes that the search finds", () => {
			const cache = new Map<string, string[]>();
			const find = (text: string): string[] => {
				const isFound = compileSearch(text);
				return notes
					.filter(({ record }) => isFound(record))
					.map(({ path }) => path)
					.sort();
			};
			for (const conversion of all) {
				const { text } = conversion.block;
				const expected = cache.get(text) ?? find(text);
				cache.set(text, expected);
				expect(listNotes(index, turnedText(conversion, "detection-vault"))).toEqual(expected);
			}
		});

		test("show the same notes as bases", () => {
			for (const conversion of all.filter((_each, at) => at % 20 === 0)) {
				const rows = runBase(turnedText(conversion, "base"), notes, new Date(NOW));
				expect(rows).toEqual(listNotes(index, turnedText(conversion, "detection-vault")));
			}
		});

		test("leave the rest of each note as it is", () => {
			for (const { text, conversions } of converted) {
				const replacements = conversions.map((conversion) => ({
					block: conversion.block,
					language: "detection-vault" as const,
					text: turnedText(conversion, "detection-vault"),
				}));
				const result = replaceBlocks(text, replacements);
				expect(findQueryBlocks(result)).toEqual([]);
				const isOutside = (line: string): boolean => !/^>?(?:```|tag:)/.test(line);
				const before = text.split("\n");
				const known = new Set(before);
				const kept = result.split("\n").filter((line) => known.has(line));
				expect(kept.filter(isOutside)).toEqual(before.filter(isOutside));
			}
		});
	},
	"vaults",
	"use-case-catalogue",
);
