import { load } from "js-yaml";

type StixObject = Record<string, unknown> & { readonly id: string; readonly type: string };

/** A move of an id to another one, as a version mapping states it. */
interface Move {
	readonly id: string;
	readonly name: string;
	readonly reference: string;
}

/** A bundle of the next version, and what moved in it. */
export interface NextAttack {
	readonly text: string;
	/** Ids that were in use, by the id that replaces each; the first where there are several. */
	readonly moved: ReadonlyMap<string, string>;
	/** Ids that were in use and are given up. */
	readonly dropped: readonly string[];
}

/**
 * Derives from a bundle the one of the next version that a mapping tells of: an id that moves is revoked by its target, or its list of
 * them, each made from it where the bundle has it not; one whose target is null is given up, and so are other sub-techniques of a parent
 * that moves.
 */
export function deriveNextAttack(bundle: string, mapping: string, version: string): NextAttack {
	const { objects } = JSON.parse(bundle) as { objects: StixObject[] };
	const moves = readMoves(mapping);
	const active = new Map<string, StixObject>();
	for (const object of objects) {
		const id = idOf(object);
		const isLive = object["revoked"] !== true && object["x_mitre_deprecated"] !== true;
		if (object.type === "attack-pattern" && id !== undefined && isLive) active.set(id, object);
	}
	const made = makeTargets(moves, active);
	const links: StixObject[] = [];
	const moved = new Map<string, string>();
	for (const [from, targets] of moves) {
		const source = active.get(from);
		for (const { id } of targets) {
			const target = made.get(id) ?? active.get(id);
			if (source === undefined || target === undefined) continue;
			source["revoked"] = true;
			links.push(link("revoked-by", source.id, target.id));
			if (!moved.has(from)) moved.set(from, id);
		}
	}
	const dropped = [...active.keys()].filter(
		(id) => moves.get(id)?.length === 0 || (!moved.has(id) && moved.has(parentOf(id))),
	);
	for (const id of dropped) Object.assign(active.get(id) ?? {}, { x_mitre_deprecated: true });
	for (const [id, object] of made) {
		const parent = made.get(parentOf(id)) ?? active.get(parentOf(id));
		if (id.includes(".") && parent !== undefined)
			links.push(link("subtechnique-of", object.id, parent.id));
	}
	for (const object of objects) {
		if (object.type === "x-mitre-collection") object["x_mitre_version"] = version;
	}
	const text = JSON.stringify({
		type: "bundle",
		id: "bundle--1",
		objects: [...objects, ...made.values(), ...links],
	});
	return { text, moved, dropped };
}

function readMoves(mapping: string): ReadonlyMap<string, readonly Move[]> {
	type Stated = Record<string, Move | Move[] | null>;
	const { techniques, subtechniques } = load(mapping) as Record<string, Stated>;
	const stated = Object.entries({ ...techniques, ...subtechniques });
	return new Map(stated.map(([id, moves]) => [id, moves === null ? [] : [moves].flat()]));
}

/** The targets that the bundle lacks, each made from the first id that moves there, and the parents that these need. */
function makeTargets(
	moves: ReadonlyMap<string, readonly Move[]>,
	active: ReadonlyMap<string, StixObject>,
): ReadonlyMap<string, StixObject> {
	const made = new Map<string, StixObject>();
	const make = (id: string, name: string, url: string, from: StixObject): void => {
		if (active.has(id) || made.has(id)) return;
		made.set(id, {
			...from,
			id: `attack-pattern--${id}`,
			name,
			x_mitre_is_subtechnique: id.includes("."),
			external_references: [{ source_name: "mitre-attack", external_id: id, url }],
		});
	};
	for (const [from, targets] of moves) {
		const source = active.get(from);
		for (const { id, name, reference } of targets)
			if (source !== undefined) make(id, name, reference, source);
	}
	for (const [id, object] of made) make(parentOf(id), `Parent of ${id}`, "", object);
	return made;
}

function link(kind: string, source: string, target: string): StixObject {
	return {
		type: "relationship",
		id: `relationship--${kind}-${source}-${target}`,
		relationship_type: kind,
		source_ref: source,
		target_ref: target,
	};
}

function idOf(object: StixObject): string | undefined {
	const references = object["external_references"];
	if (!Array.isArray(references)) return undefined;
	const own = (references as Record<string, string>[]).find(
		(reference) => reference["source_name"] === "mitre-attack",
	);
	return own?.["external_id"];
}

function parentOf(id: string): string {
	return id.split(".", 1)[0] ?? id;
}
