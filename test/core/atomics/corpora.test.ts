import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readAtomicFile } from "../../../src/core/atomics/read-atomic-file";
import type { AtomicTechnique, AtomicTest } from "../../../src/core/model/atomic";
import { describeCorpora } from "../../support/corpora";

function read(path: string): AtomicTechnique {
	const reading = readAtomicFile({ file: path, path, text: readFileSync(path, "utf8") });
	const [technique] = reading.kind === "tests" ? reading.techniques : [];
	if (technique === undefined || reading.problems.length > 0)
		throw new Error(`${path}: ${JSON.stringify(reading.problems)}`);
	return technique;
}

/** What the Markdown can say: it has no spaces around commands, and other words for the executor of prerequisites. */
function essence(test: AtomicTest): unknown {
	const comparable = { ...test, line: 0, dependencyExecutor: null };
	return JSON.parse(JSON.stringify(comparable), (_key, value: unknown) =>
		typeof value === "string" ? value.trim() : Array.isArray(value) ? sortTexts(value) : value,
	);
}

function sortTexts(values: unknown[]): unknown[] {
	return values.every((value) => typeof value === "string") ? [...values].sort() : values;
}

describeCorpora(
	"Atomic Red Team",
	(folder) => {
		const techniques = readdirSync(folder);

		it("gives as many tests as the files name, without a problem", () => {
			let tests = 0;
			let names = 0;
			for (const name of techniques) {
				const path = join(folder, name, `${name}.yaml`);
				tests += read(path).tests.length;
				names += readFileSync(path, "utf8").match(/^ *auto_generated_guid:/gm)?.length ?? 0;
			}
			expect(tests).toBe(names);
		}, 60_000);

		it("gives the same tests from the Markdown as from the YAML", () => {
			for (const name of techniques) {
				const yaml = read(join(folder, name, `${name}.yaml`));
				const markdown = read(join(folder, name, `${name}.md`));
				expect(markdown.name).toBe(yaml.name);
				expect(markdown.tests.map(essence)).toEqual(yaml.tests.map(essence));
			}
		}, 60_000);
	},
	"atomics",
);
