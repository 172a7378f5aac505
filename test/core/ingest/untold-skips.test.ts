import { describe, expect, it } from "vitest";
import { listUntoldSkips } from "../../../src/core/ingest/untold-skips";
import { problemOf } from "../../../src/core/model/problem";

const skipped = [{ file: "a.json", reason: "it is none" }];
const untold = (severity: "info" | "warning" | "error", message: string, file = "a.json") =>
	listUntoldSkips({ skipped, problems: [problemOf(file, 1, "read-syntax", message, severity)] });

describe("a skipped file", () => {
	it("is left to the problem that says why", () => {
		expect(untold("error", "a bracket is missing")).toEqual([]);
		expect(untold("warning", "it is none")).toEqual([]);
	});

	it("is listed where only something else is told of it, or nothing that everybody sees", () => {
		expect(untold("info", "it is none")).toEqual(skipped);
		expect(untold("warning", "a word is misspelt")).toEqual(skipped);
		expect(untold("error", "it is none", "b.json")).toEqual(skipped);
	});
});
