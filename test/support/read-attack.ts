import { buildAttackCatalogInSteps, type CatalogResult } from "../../src/core/attack/build-catalog";
import {
	readAttackBundleInSteps,
	type AttackBundle,
	type BundleReading,
} from "../../src/core/attack/read-bundle";
import { finishSteps } from "../../src/core/text/steps";

/** Reads a bundle's text in one go. */
export function readAttackBundle(file: string, text: string): BundleReading {
	return finishSteps(readAttackBundleInSteps(file, new TextEncoder().encode(text)));
}

/** Builds a catalogue in one go. */
export function buildAttackCatalog(
	bundles: readonly AttackBundle[],
	version: string | undefined,
): CatalogResult {
	return finishSteps(buildAttackCatalogInSteps(bundles, version));
}
