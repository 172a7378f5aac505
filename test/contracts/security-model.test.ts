import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const page = readFileSync(join(root, "..", "docs", "security.md"), "utf8");

/** The table rows of the page, without heads: each names its test in the last cell. */
const rows = page
	.split("\n")
	.filter((line) => line.startsWith("| ") && !/^\| (?:---|What)/.test(line))
	.map(
		(line) =>
			line
				.split(" | ")
				.at(-1)
				?.replace(/\s*\|$/, "")
				.trim() ?? "",
	);

describe("the threat model", () => {
	test("has lines", () => {
		expect(rows.length).toBeGreaterThan(30);
	});

	test.each(rows)("names a test that is there: %s", (cell) => {
		const [, file = "", name = ""] = /^`([^`]+)`: (.+)$/.exec(cell) ?? [];
		const path = join(root, file);
		expect(existsSync(path), file).toBe(true);
		expect(readFileSync(path, "utf8")).toContain(name);
	});
});
