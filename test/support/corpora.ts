import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, test } from "vitest";

const repository = resolve(import.meta.dirname, "../..");

function corporaFolder(): string {
	return process.env["DETECTION_VAULT_CORPORA"] ?? resolve(repository, "../shared/corpora");
}

/** The path of something in the real data, or undefined where that data is absent. */
export function corporaPath(...parts: readonly string[]): string | undefined {
	const path = join(corporaFolder(), ...parts);
	return existsSync(path) ? path : undefined;
}

/**
 * Tests over the real data: `define` gets its folder, or the one inside it that `parts` name.
 * Where that is absent the tests are skipped, and the reason is printed.
 */
export function describeCorpora(
	name: string,
	define: (folder: string) => void,
	...parts: readonly string[]
): void {
	const folder = corporaPath(...parts);
	if (folder === undefined) {
		const missing = join(corporaFolder(), ...parts);
		console.warn(`Skipped "${name}": there is no ${missing}. DETECTION_VAULT_CORPORA can name it.`);
		// The tests themselves may read the data as soon as they are defined, so they are not.
		describe.skip(name, () => {
			test("needs the real data");
		});
		return;
	}
	describe(name, () => define(folder));
}
