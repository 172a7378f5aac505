import { describe, expect, it } from "vitest";
import { DEFAULT_FOLDERS } from "../../../src/core/model/settings";
import {
	checkFolder,
	checkFolderPath,
	normaliseFolder,
} from "../../../src/obsidian/settings/check-folder";

describe("a folder's path", () => {
	it.each([
		["", "empty"],
		["   ", "empty"],
		["../outside", "leaves"],
		["a/../b", "leaves"],
		["a/./b", "leaves"],
		["/etc", "leaves"],
		[".obsidian/x", "hidden"],
		["a/.b", "hidden"],
		["a:b", "characters"],
		["a\\b", "characters"],
		["a#b", "characters"],
		["a[b]", "characters"],
		["a\u0007", "characters"],
		["a /b", "ending"],
		["a.", "ending"],
	])("%j is refused: %s", (path, kind) => {
		expect(checkFolderPath(path)?.kind).toBe(kind);
	});

	it.each(["Techniques", "Detection Rules/Sigma", "Règles", "技術", "a.b", "2026-11"])(
		"%j is taken",
		(path) => {
			expect(checkFolderPath(path)).toBeUndefined();
		},
	);
});

describe("the folders together", () => {
	it("are all different, whatever the letter case", () => {
		const problem = checkFolder(DEFAULT_FOLDERS, "rules", "techniques/");
		expect(problem).toEqual({ kind: "same", other: "techniques" });
	});

	it("keep executions out of the runbooks, whose tables would list them", () => {
		expect(checkFolder(DEFAULT_FOLDERS, "executions", "Testing Runbooks/Runs")).toEqual({
			kind: "inside",
			other: "runbooks",
		});
		expect(checkFolder(DEFAULT_FOLDERS, "runbooks", "Test Executions")?.kind).toBe("same");
		const nested = { ...DEFAULT_FOLDERS, executions: "Tests/Runs" };
		expect(checkFolder(nested, "runbooks", "Tests")).toEqual({
			kind: "inside",
			other: "executions",
		});
	});

	it("may otherwise lie inside each other", () => {
		expect(
			checkFolder(DEFAULT_FOLDERS, "techniques", "Detection Vault/Techniques"),
		).toBeUndefined();
	});
});

it("a folder is kept without slashes at its ends and in composed Unicode", () => {
	expect(normaliseFolder("/A//Re\u0301gles/")).toBe("A/R\u00E9gles");
});
