import { describe, expect, it } from "vitest";
import { readFixture, readText, readTechniques } from "./atomic-fixtures";

function summary(name: string): (string | number | null)[][] {
	return readFixture(name).problems.map(({ line, severity, message }) => [line, severity, message]);
}

describe("a test with mistakes", () => {
	it("is kept as far as it is understood, each mistake told with its line", () => {
		const tests = readTechniques("missing-fields.yaml")[0]?.tests ?? [];
		expect(tests.map(({ name, line }) => [name, line])).toEqual([
			["Test 1", 4],
			["Complete", 9],
			["Without an executor", 14],
			["Without a command", 18],
		]);
		expect(summary("missing-fields.yaml")).toEqual([
			[4, "warning", "Test 1: the test has no name"],
			[8, "error", "test 2 is not a table of fields and is left out"],
			[14, "error", "Without an executor: the test has no executor, so nothing says how to run it"],
			[18, "warning", "Without a command: the test names no platform"],
			[22, "error", "Without a command: the command is empty"],
			[25, "error", "Without a command: input_arguments is not a table of inputs"],
			[26, "error", "Without a command: dependencies is not a list of prerequisites"],
		]);
	});

	it("gets a GUID from technique and name where it has none, the same one every time", () => {
		const tests = readTechniques("missing-guid.yaml")[0]?.tests ?? [];
		const guids = tests.map(({ guid }) => guid);
		expect(new Set(guids).size).toBe(3);
		expect(guids.every((guid) => /^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab]/.test(guid))).toBe(
			true,
		);
		expect(readTechniques("missing-guid.yaml")[0]?.tests.map(({ guid }) => guid)).toEqual(guids);
		expect(summary("missing-guid.yaml").map(([line, severity]) => [line, severity])).toEqual([
			[4, "info"],
			[9, "info"],
			[14, "warning"],
		]);
	});

	it("is told apart from an earlier one with the same GUID", () => {
		const [first, second] = readTechniques("duplicate-guid.yaml")[0]?.tests ?? [];
		expect(first?.guid).toBe("5d4f7096-be55-4142-907b-926eafc13d45");
		expect(second?.guid).not.toBe(first?.guid);
		expect(readFixture("duplicate-guid.yaml").problems).toMatchObject([
			{ line: 10, code: "atomic-duplicate-guid", severity: "warning" },
		]);
	});
});

describe("a file that is no technique's", () => {
	it("tells where its YAML is broken", () => {
		expect(readFixture("broken.yaml")).toMatchObject({
			kind: "none",
			problems: [{ code: "read-syntax", line: expect.any(Number) }],
		});
	});

	it("tells that nobody says which technique is tested, unless the file's name does", () => {
		expect(readFixture("missing-technique.yaml")).toMatchObject({
			kind: "none",
			problems: [{ code: "atomic-field", line: 1 }],
		});
		const named = readText("atomic_tests:\n- name: Lost\n", "T1082/T1082.yaml");
		expect(named).toMatchObject({ kind: "tests", techniques: [{ technique: "T1082" }] });
	});

	it("is none where it holds no tests, and says why", () => {
		expect(readFixture("no-tests.yaml")).toEqual({
			kind: "none",
			reason: "the file holds no atomic tests",
			problems: [],
		});
		expect(readText("attack_technique: T1082\natomic_tests: []\n")).toMatchObject({
			kind: "none",
			reason: "its list of atomic tests is empty",
		});
		expect(readText("int main() {}", "T1082/src/a.c").kind).toBe("none");
		expect(readText("# Title\n", "README.md").kind).toBe("none");
	});

	it("refuses a text whose aliases grow without end", () => {
		const levels = Array.from({ length: 9 }, (_, at) =>
			at === 0
				? "a0: &a0 [x, x, x, x, x, x, x, x, x, x]"
				: `a${at}: &a${at} [${`*a${at - 1}, `.repeat(9)}*a${at - 1}]`,
		);
		const reading = readText(`attack_technique: T1082\n${levels.join("\n")}\natomic_tests: *a8\n`);
		expect(reading).toMatchObject({ kind: "none", problems: [{ code: "read-yaml-bomb" }] });
	});

	it("is context where it lists tests that stand elsewhere", () => {
		expect(readText("Tactic,Technique #\n", "atomics/Indexes/Indexes-CSV/index.csv")).toMatchObject(
			{
				kind: "context",
			},
		);
		expect(
			readText("# All Atomic Tests by ATT&CK Tactic & Technique\n", "atomics/Indexes/index.md"),
		).toMatchObject({ kind: "context" });
	});
});
