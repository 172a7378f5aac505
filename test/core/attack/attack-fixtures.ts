import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect } from "vitest";
import type { CatalogResult } from "../../../src/core/attack/build-catalog";
import type { AttackBundle } from "../../../src/core/attack/read-bundle";
import type { Technique } from "../../../src/core/model/attack";
import { buildAttackCatalog, readAttackBundle } from "../../support/read-attack";

const folder = resolve(import.meta.dirname, "../../fixtures/attack");

/** The text of a bundle in `test/fixtures/attack`. */
export function readFixture(name: string): string {
	return readFileSync(resolve(folder, name), "utf8");
}

/** A fixture as a bundle; it must be one, and nothing may be wrong with it. */
function openFixture(name: string): AttackBundle {
	const { bundle, problems } = readAttackBundle(name, readFixture(name));
	expect(problems).toEqual([]);
	if (bundle === undefined) throw new Error(`${name} is no bundle`);
	return bundle;
}

/** The catalogue of some fixtures. */
export function buildFixtures(names: readonly string[], version?: string): CatalogResult {
	return buildAttackCatalog(names.map(openFixture), version);
}

/** A technique of a catalogue, which must be there. */
export function techniqueOf({ catalog }: CatalogResult, id: string): Technique {
	const found = catalog.techniques.find((technique) => technique.id === id);
	if (found === undefined) throw new Error(`There is no ${id}`);
	return found;
}
