import type { AttackData, KnownTechnique } from "../attack/attack-data";
import type { AttackDomain } from "../model/attack";
import { addToGroup } from "../text/add-to-group";
import { compareCodeUnits } from "../text/compare";

/** A technique in a column; the same technique stands under each of its tactics. */
export interface MatrixCell {
	readonly id: string;
	/** Without the parent's name. */
	readonly name: string;
	/** False where it only stands there for its sub-techniques. */
	readonly isShown: boolean;
	/** Its sub-techniques of this tactic, by id. */
	readonly subs: readonly MatrixCell[];
}

/** A tactic and its techniques. */
export interface MatrixColumn {
	/** `lateral-movement`. */
	readonly shortName: string;
	/** `TA0008`. */
	readonly id: string;
	readonly name: string;
	/** By name, then id. */
	readonly cells: readonly MatrixCell[];
}

/** ATT&CK's matrix of one domain. */
export interface Matrix {
	readonly domain: AttackDomain;
	/** ATT&CK's version, null where nothing states it. */
	readonly version: string | null;
	/** In the matrix's own order; tactics without techniques too. */
	readonly columns: readonly MatrixColumn[];
}

/**
 * Lays out the techniques of a domain for which `shows` holds. A sub-technique that is shown brings its parent, also under a tactic that
 * only the sub-technique has.
 */
export function layOutMatrix(
	data: AttackData,
	domain: AttackDomain,
	shows: (technique: string) => boolean,
): Matrix {
	const techniques = new Map<string, KnownTechnique>();
	for (const technique of data.techniques) {
		if (technique.domain === domain) techniques.set(technique.id, technique);
	}
	const columns = data.tactics
		.filter((tactic) => tactic.domain === domain)
		.map(({ id, shortName, name }) => ({
			...{ id, shortName, name },
			cells: layOutColumn(shortName, techniques, shows),
		}));
	return { domain, version: data.versions.get(domain) ?? null, columns };
}

/** Lists the techniques of a matrix, each once. */
export function listTechniques(matrix: Matrix): readonly MatrixCell[] {
	const cells = new Map<string, MatrixCell>();
	for (const column of matrix.columns) {
		for (const cell of column.cells) {
			for (const each of [cell, ...cell.subs]) if (each.isShown) cells.set(each.id, each);
		}
	}
	return [...cells.values()].sort((a, b) => compareCodeUnits(a.id, b.id));
}

function layOutColumn(
	tactic: string,
	techniques: ReadonlyMap<string, KnownTechnique>,
	shows: (technique: string) => boolean,
): readonly MatrixCell[] {
	const tops = new Map<string, KnownTechnique>();
	const subs = new Map<string, MatrixCell[]>();
	for (const technique of techniques.values()) {
		if (!technique.tactics.includes(tactic) || !shows(technique.id)) continue;
		const parent = technique.parent === null ? undefined : techniques.get(technique.parent);
		if (parent === undefined) {
			tops.set(technique.id, technique);
			continue;
		}
		if (!tops.has(parent.id)) tops.set(parent.id, parent);
		const { id, name } = technique;
		const cell: MatrixCell = { id, name, isShown: true, subs: [] };
		addToGroup(subs, parent.id, cell);
	}
	return [...tops.values()]
		.map(({ id, name, tactics }) => ({
			...{ id, name },
			isShown: shows(id) && tactics.includes(tactic),
			subs: (subs.get(id) ?? []).sort((a, b) => compareCodeUnits(a.id, b.id)),
		}))
		.sort((a, b) => compareNames(a, b));
}

function compareNames(a: MatrixCell, b: MatrixCell): number {
	return (
		compareCodeUnits(a.name.toLowerCase(), b.name.toLowerCase()) || compareCodeUnits(a.id, b.id)
	);
}
