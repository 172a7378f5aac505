import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { AtomicReading } from "../../../src/core/atomics/atomic-reading";
import { readAtomicFile } from "../../../src/core/atomics/read-atomic-file";
import type { AtomicTechnique } from "../../../src/core/model/atomic";

const folder = resolve(import.meta.dirname, "../../fixtures/atomics");

export function readFixture(name: string): AtomicReading {
	const text = readFileSync(join(folder, name), "utf8");
	return readAtomicFile({ file: `atomics/${name}`, path: `atomics/${name}`, text });
}

/** The techniques of a fixture that must hold tests. */
export function readTechniques(name: string): readonly AtomicTechnique[] {
	const reading = readFixture(name);
	if (reading.kind !== "tests") throw new Error(`${name}: ${reading.kind}`);
	return reading.techniques;
}

/** Reads text as if it were a file of a technique. */
export function readText(text: string, path = "atomics/T1082/T1082.yaml"): AtomicReading {
	return readAtomicFile({ file: path, path, text });
}
