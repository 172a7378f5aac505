import { describe, expect, it } from "vitest";
import { readFixture, readTechniques } from "./atomic-fixtures";

describe("a technique's YAML", () => {
	const [technique] = readTechniques("T1070.003.yaml");
	const [first, second] = technique?.tests ?? [];

	it("gives the technique, its display name and its file", () => {
		expect(technique).toMatchObject({
			technique: "T1070.003",
			name: "Indicator Removal: Clear Command History",
			file: "atomics/T1070.003.yaml",
		});
		expect(readFixture("T1070.003.yaml").problems).toEqual([]);
	});

	it("gives every field of a test, the GUID in lower case, with the line it starts on", () => {
		expect(first).toEqual({
			guid: "1f0b3c52-7a11-4d0e-9c37-5e2a6b8d9f01",
			name: "Empty a shell's history file",
			description: "Overwrites the history file of a shell.\n\nUpon success the file is empty.",
			platforms: ["linux", "macos"],
			inputs: [
				{
					name: "history_file",
					description: "History file, with a | in its description",
					type: "path",
					default: "~/.history_of_a_test",
				},
				{
					name: "backup_folder",
					description: "Folder on a Windows share",
					type: "path",
					default: "C:\\backup\\..\\history",
				},
				{
					name: "copies",
					description: "How many copies are kept",
					type: "integer",
					default: "3",
				},
			],
			dependencyExecutor: "bash",
			dependencies: [
				{
					description: "The history file must exist",
					check: "test -f #{history_file}",
					get: "touch #{history_file}",
				},
				{ description: "The shell must be there", check: "which sh", get: "echo install a shell" },
			],
			executor: {
				name: "sh",
				command: "cp #{history_file} #{backup_folder}\n# not a heading\n: > #{history_file}",
				cleanup: "cp #{backup_folder} #{history_file}",
				elevationRequired: true,
			},
			line: 4,
		});
	});

	it("gives the steps of a manual test as its command", () => {
		expect(second?.executor).toEqual({
			name: "manual",
			command: "1. Open a console and\ntype a command.\n\n2. Press Alt and F7.",
			cleanup: "",
			elevationRequired: false,
		});
		expect(second).toMatchObject({
			line: 47,
			inputs: [],
			dependencies: [],
			dependencyExecutor: null,
		});
	});

	it("keeps the spelling of defaults that YAML reads as numbers or truth values", () => {
		const [test] = readTechniques("spelling-of-defaults.yaml")[0]?.tests ?? [];
		expect(test?.inputs.map((input) => [input.name, input.default])).toEqual([
			["office_version", "16.0"],
			["retries", "0x1F"],
			["hidden", "True"],
			["nothing", ""],
			["short", "00429"],
		]);
		expect(test?.platforms).toEqual(["windows", "linux"]);
	});

	it("takes another executor's word, several commands and a prerequisite in the executor as they are", () => {
		const reading = readFixture("unknown-executor.yaml");
		const [test] = readTechniques("unknown-executor.yaml")[0]?.tests ?? [];
		expect(test?.executor).toEqual({
			name: "hypervisor_shell",
			command: "list guests\nlist hosts",
			cleanup: "",
			elevationRequired: true,
		});
		expect(test?.dependencies).toEqual([{ description: "", check: "which hypervisor", get: "" }]);
		expect(reading.problems).toMatchObject([
			{ line: 8, severity: "info", message: expect.stringContaining("severity") },
			{ line: 9, severity: "info", message: expect.stringContaining("hypervisor_shell") },
		]);
	});
});
