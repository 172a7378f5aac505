import type { RetiredTechnique } from "../model/attack";
import type { AttackData } from "./attack-data";

/** An answer that cannot be followed. */
export interface RefusedMove {
	readonly id: string;
	readonly successor: string;
	/** One clause without a full stop. */
	readonly reason: string;
}

/**
 * Puts a person's answers in force: `moves` gives the successor by the retired technique's id, both in ATT&CK's spelling.
 *
 * An answer may also replace one that was given before, or what a bundle states. One about a technique that is in use or unknown, and one
 * that leads to none in use, changes nothing and is refused.
 */
export function answerMoves(
	data: AttackData,
	moves: ReadonlyMap<string, string>,
): { readonly data: AttackData; readonly refused: readonly RefusedMove[] } {
	if (moves.size === 0) return { data, refused: [] };
	const retired = new Map(data.retired.map((technique) => [technique.id, technique]));
	const inUse = new Set(data.techniques.map(({ id }) => id).filter((id) => !retired.has(id)));
	const refused: RefusedMove[] = [];
	const moved = new Set<string>();
	for (const [id, successor] of moves) {
		const technique = retired.get(id);
		if (technique === undefined || !inUse.has(successor)) {
			refused.push({ id, successor, reason: explain(id, successor, inUse, technique) });
			continue;
		}
		moved.add(id);
		retired.set(id, { ...technique, successor, chosen: true });
	}
	return {
		data: {
			...data,
			techniques: data.techniques.filter(({ id }) => !moved.has(id)),
			retired: [...retired.values()],
		},
		refused,
	};
}

function explain(
	id: string,
	successor: string,
	inUse: ReadonlySet<string>,
	technique: RetiredTechnique | undefined,
): string {
	if (technique !== undefined) return `${successor} is no technique in use`;
	return inUse.has(id) ? `${id} is in use` : `ATT&CK's data has no ${id}`;
}
