import { describe, expect, it } from "vitest";
import { readAtomicFile } from "../../../src/core/atomics/read-atomic-file";

const TEST = {
	name: "List users",
	description: "Lists them",
	supported_platforms: ["linux"],
	executor: { name: "sh", command: "cut -d: -f1 /etc/passwd" },
};
const read = (path: string, text: string) => readAtomicFile({ file: path, path, text });

function idsOf(path: string, text: string): readonly string[] {
	const reading = read(path, text);
	return reading.kind === "tests" ? reading.techniques.map(({ technique }) => technique) : [];
}

describe("atomic tests of somebody's own", () => {
	const technique = { attack_technique: "T1087.001", display_name: "Local", atomic_tests: [TEST] };

	it("may be JSON", () => {
		expect(idsOf("own/users.json", JSON.stringify(technique, null, 1))).toEqual(["T1087.001"]);
		expect(read("own/other.json", '{"a": 1}').kind).toBe("none");
	});

	it("may be a list of techniques", () => {
		const text = [
			...["- attack_technique: T1087.001", "  display_name: Local", "  atomic_tests:"],
			...["  - name: A", "    executor: {name: sh, command: id}"],
			...["- attack_technique: T1033", "  display_name: Owner", "  atomic_tests:"],
			...["  - name: B", "    executor: {name: sh, command: whoami}"],
		].join("\n");
		const reading = read("own/all.yaml", text);
		expect(reading).toMatchObject({
			techniques: [
				{ technique: "T1087.001", tests: [{ name: "A", line: 4 }] },
				{ technique: "T1033", tests: [{ name: "B", line: 9 }] },
			],
		});
	});

	it("may be an index without tactics", () => {
		const text = JSON.stringify({ "T1087.001": { atomic_tests: [TEST] } });
		expect(idsOf("own/index.yaml", text)).toEqual(["T1087.001"]);
	});

	it("with several executors keep the first, and tell it", () => {
		const executors = [TEST.executor, { name: "bash", command: "id" }];
		for (const key of ["executor", "executors"]) {
			const test = { ...TEST, executor: undefined, [key]: executors };
			const reading = read("T1.yaml", JSON.stringify({ ...technique, atomic_tests: [test] }));
			expect(reading).toMatchObject({ techniques: [{ tests: [{ executor: TEST.executor }] }] });
			const messages = reading.problems.map(({ message }) => message);
			expect(messages).toContain("List users: of 2 executors the first counts");
		}
	});
});
