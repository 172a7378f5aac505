import { expect, it } from "vitest";
import { readFixture, readTechniques } from "./atomic-fixtures";

it("gives each technique of an index once, without those that have no tests", () => {
	const reading = readFixture("index.yaml");
	expect(reading).toMatchObject({ kind: "tests", origin: "index", problems: [] });
	expect(
		readTechniques("index.yaml").map(({ technique, name, tests }) => [
			technique,
			name,
			tests.map(({ name: test, line }) => [test, line]),
		]),
	).toEqual([
		["T1070.003", "Clear Command History", [["Empty a shell's history file", 8]]],
		["T1033", "System Owner/User Discovery", [["Ask who is there", 29]]],
	]);
});
