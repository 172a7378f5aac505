import { nameTactic } from "../text/name-tactic";
import { rememberTexts } from "../text/remember-texts";
import { normaliseTechniqueId } from "../text/technique-ids";
import type { AttackData, KnownTechnique } from "./attack-data";
import { foldTactic } from "./fold-tactic";

/** What a technique id means today. */
export interface ResolvedTechnique {
	/** The id in use now: a revoked one's successor, else the id itself in ATT&CK's spelling. */
	readonly id: string;
	/** Whether the id that was asked for is revoked or deprecated. */
	readonly outdated: boolean;
	/** Whether ATT&CK knows the id at all, in use or not. */
	readonly known: boolean;
}

/** Answers what ids and names of ATT&CK mean in the version that a vault has. */
export interface TechniqueResolver {
	/** Any spelling of an id (`t1021_004`); a text that is none comes back as it is, unknown. */
	resolve(id: string): ResolvedTechnique;
	/** The technique that an id means today, undefined where there is none. */
	find(id: string): KnownTechnique | undefined;
	/**
	 * The display name of a tactic, from its id (`TA0008`), its short name (`lateral-movement`, `lateral_movement`) or itself; where the
	 * version has no such tactic, a name made from the word.
	 */
	tacticName(word: string): string;
}

/** Spellings of ids whose meaning is remembered: every panel asks for those of all rules. */
const MOST = 5000;

/** Makes a resolver over what a vault or a catalogue knows. */
export function createTechniqueResolver(data: AttackData): TechniqueResolver {
	const techniques = new Map(data.techniques.map((technique) => [technique.id, technique]));
	const retired = new Map(data.retired.map((technique) => [technique.id, technique.successor]));
	const tacticNames = new Map<string, string>();
	for (const { id, shortName, name } of data.tactics) {
		for (const key of [id, shortName, name].map(foldTactic))
			if (key !== "" && !tacticNames.has(key)) tacticNames.set(key, name);
	}
	const resolve = (asked: string): ResolvedTechnique => {
		const id = normaliseTechniqueId(asked) ?? asked;
		if (techniques.has(id)) return { id, outdated: false, known: true };
		if (!retired.has(id)) return { id, outdated: false, known: false };
		return { id: followSuccessors(id, techniques, retired), outdated: true, known: true };
	};
	const remembered = rememberTexts(MOST, resolve);
	return {
		resolve: remembered,
		find: (id) => techniques.get(remembered(id).id),
		tacticName: (word) => tacticNames.get(foldTactic(word)) ?? nameTactic(word.trim()),
	};
}

/** A successor may have been retired itself by a later import; a circle leads nowhere. */
function followSuccessors(
	start: string,
	techniques: ReadonlyMap<string, unknown>,
	retired: ReadonlyMap<string, string | null>,
): string {
	const seen = new Set<string>();
	let id: string | null | undefined = start;
	while (id !== null && id !== undefined && !seen.has(id)) {
		if (techniques.has(id)) return id;
		seen.add(id);
		id = retired.get(id);
	}
	return start;
}
