import { addToGroup } from "../text/add-to-group";
import type { StixStore } from "./merge-bundles";
import { RELATIONSHIP_TYPES, type RelationshipType, type StixRelationship } from "./stix-records";

/** Active relations by type and end. */
export interface Relations {
	from(type: RelationshipType, sourceRef: string): readonly StixRelationship[];
	to(type: RelationshipType, targetRef: string): readonly StixRelationship[];
	/** Relations with an end that no bundle holds. */
	readonly dangling: number;
}

type Ends = Map<string, StixRelationship[]>;

const NONE: readonly StixRelationship[] = [];

/** Indexes the relations of a store by both ends; those that are revoked or deprecated themselves are left out. */
export function indexRelations(store: StixStore): Relations {
	const sources = new Map<RelationshipType, Ends>();
	const targets = new Map<RelationshipType, Ends>();
	for (const type of RELATIONSHIP_TYPES) {
		sources.set(type, new Map());
		targets.set(type, new Map());
	}
	let dangling = 0;
	for (const relation of store.of("relationship")) {
		if (relation.retired) continue;
		if (!store.byId.has(relation.sourceRef) || !store.byId.has(relation.targetRef)) dangling++;
		push(sources.get(relation.type), relation.sourceRef, relation);
		push(targets.get(relation.type), relation.targetRef, relation);
	}
	return {
		dangling,
		from: (type, sourceRef) => sources.get(type)?.get(sourceRef) ?? NONE,
		to: (type, targetRef) => targets.get(type)?.get(targetRef) ?? NONE,
	};
}

function push(ends: Ends | undefined, ref: string, relation: StixRelationship): void {
	if (ends !== undefined) addToGroup(ends, ref, relation);
}
