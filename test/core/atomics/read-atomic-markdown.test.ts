import { describe, expect, it } from "vitest";
import type { AtomicTest } from "../../../src/core/model/atomic";
import { readFixture, readTechniques } from "./atomic-fixtures";

const withoutLine = ({ line: _line, ...test }: AtomicTest): Omit<AtomicTest, "line"> => test;

describe("the Markdown that is rendered from a technique's YAML", () => {
	const fromYaml = readTechniques("T1070.003.yaml")[0];

	it("gives the same tests as the YAML, with the lines of their headings", () => {
		const [rendered] = readTechniques("T1070.003.md");
		expect(rendered?.technique).toBe("T1070.003");
		expect(rendered?.name).toBe(fromYaml?.name);
		expect(rendered?.tests.map(withoutLine)).toEqual(fromYaml?.tests.map(withoutLine));
		expect(rendered?.tests.map(({ line }) => line)).toEqual([14, 76]);
		expect(readFixture("T1070.003.md")).toMatchObject({ origin: "markdown", problems: [] });
	});

	it("is read below front matter and in the older template too", () => {
		const [rendered] = readTechniques("T1070.003-old.md");
		expect(rendered?.tests.map(withoutLine)).toEqual(fromYaml?.tests.slice(0, 1).map(withoutLine));
		expect(rendered?.tests[0]?.line).toBe(9);
	});
});
