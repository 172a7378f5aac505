import type { CatalogResult } from "../../../src/core/attack/build-catalog";
import { buildAttackCatalog, readAttackBundle } from "../../support/read-attack";

/** A STIX object as a test writes it. */
export type StixObject = Readonly<Record<string, unknown>>;

/** An enterprise technique; `more` adds and replaces fields. */
export function technique(id: string, more: StixObject = {}): StixObject {
	return {
		type: "attack-pattern",
		id: `attack-pattern--${id}`,
		created: "2020-01-01T00:00:00.000Z",
		modified: "2020-01-01T00:00:00.000Z",
		name: `Technique ${id}`,
		external_references: [{ source_name: "mitre-attack", external_id: id }],
		kill_chain_phases: [{ kill_chain_name: "mitre-attack", phase_name: "execution" }],
		...more,
	};
}

/** A relation between two techniques, or between any two objects given by their STIX ids. */
export function relation(
	type: string,
	source: string,
	target: string,
	more: StixObject = {},
): StixObject {
	const full = (ref: string) => (ref.includes("--") ? ref : `attack-pattern--${ref}`);
	return {
		type: "relationship",
		id: `relationship--${type}-${source}-${target}`,
		relationship_type: type,
		source_ref: full(source),
		target_ref: full(target),
		...more,
	};
}

/** A group, a tool and the like. */
export function actor(type: string, id: string, more: StixObject = {}): StixObject {
	return {
		type,
		id: `${type}--${id}`,
		name: `Name of ${id}`,
		external_references: [
			{ source_name: "mitre-attack", external_id: id, url: `https://attack.mitre.org/x/${id}` },
		],
		...more,
	};
}

/** The text of a bundle. */
export function bundleText(...objects: readonly unknown[]): string {
	return JSON.stringify({ type: "bundle", id: "bundle--1", objects });
}

/** The catalogue of one bundle. */
export function catalogOf(...objects: readonly unknown[]): CatalogResult {
	const { bundle } = readAttackBundle("test.json", bundleText(...objects));
	return buildAttackCatalog(bundle === undefined ? [] : [bundle], undefined);
}
