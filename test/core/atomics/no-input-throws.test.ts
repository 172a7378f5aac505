import fc from "fast-check";
import { expect, it } from "vitest";
import { readText } from "./atomic-fixtures";

const words = fc.constantFrom(
	"attack_technique: T1082\n",
	"atomic_tests:\n",
	"- name: a\n",
	"  executor:\n",
	"    name: sh\n",
	"    command: |\n",
	"      : > a\n",
	"  input_arguments:\n    a: {default: 1.0}\n",
	"  __proto__: {a: 1}\n",
	"# Atomic Test #1 - a\n## Atomic Test #1 - a\n",
	"#### Inputs:\n| a | b |\n",
	"```sh\n",
	"---\n",
	"\t",
	"*a",
);

it("reads anything without throwing, and gives tests only with a technique and a GUID", () => {
	fc.assert(
		fc.property(
			fc.array(fc.oneof(words, fc.string()), { maxLength: 20 }),
			fc.constantFrom("T1082.yaml", "index.yaml", "T1082.md", "x"),
			(parts, path) => {
				const reading = readText(parts.join(""), path);
				if (reading.kind !== "tests") return;
				for (const { technique, tests } of reading.techniques) {
					expect(technique).toMatch(/^T\d{4}/);
					for (const { guid } of tests) expect(guid).toMatch(/^[\da-f-]{36}$/);
				}
			},
		),
	);
});
