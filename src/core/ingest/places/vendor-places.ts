import { readFrontMatter } from "../../formats/front-matter";
import { ownValue } from "../../formats/values";
import { hashText } from "../../notes/bases/hash-text";
import type { Bases } from "../../notes/bases/open-bases";
import type { Progress } from "../../ports/progress";
import { addToGroup } from "../../text/add-to-group";
import { compareCodeUnits } from "../../text/compare";
import { keyOf } from "../choose-paths";
import type { RuleCard } from "../rules/rule-card";
import type { VaultState } from "../scan-vault";
import type { OpenedBases } from "../vault-bases";
import type { ArgumentFiles } from "./argument-files";
import type { MissingRule } from "./find-gone";
import { findGone } from "./find-gone";
import { MARK } from "./mark-gone";
import type { PlacedArgument, ReadRule } from "./place-rules";
import { placeRules } from "./place-rules";

/** Where one vendor's rules lie among the sources. */
export interface VendorPlaces {
	/** Of those that were read, by id. */
	readonly places: ReadonlyMap<string, string>;
	/** Ids of those whose folder was read and that are in it no more, in code-unit order. */
	readonly gone: readonly string[];
}

/** What an import read, and what the vault has. */
export interface PlaceSources {
	readonly files: ArgumentFiles;
	/** Every rule that was read, under the id that its file gives it. */
	readonly read: readonly RuleCard[];
	/** The same under the ids that their notes have. */
	readonly settled: readonly RuleCard[];
	readonly bases: ReadonlyMap<string, OpenedBases>;
	readonly vault: VaultState;
}

/** Finds out by vendor where the rules lie that were read, and which lie nowhere any more. */
export async function findVendorPlaces(
	sources: PlaceSources,
	progress: Progress,
): Promise<ReadonlyMap<string, VendorPlaces>> {
	const { files, read, settled, bases } = sources;
	const rules = new Map<string, ReadRule[]>();
	for (const card of settled) {
		const path = files.pathOf(card);
		if (path !== undefined) addToGroup(rules, card.vendor, { ...path, id: card.id });
	}
	const seen = new Set<string>();
	for (const { id } of read) seen.add(id);
	for (const { id } of settled) seen.add(id);
	const found = new Map<string, VendorPlaces>();
	for (const [vendor, own] of rules) {
		await progress.breathe();
		const committed = bases.get(vendor)?.bases.committed;
		const known = listKnown(committed);
		const placed = placeRules(own, known, files.arguments());
		const missing = await listMissing(known, committed, seen, sources.vault, progress);
		found.set(vendor, {
			places: joinMaps(placed.map(({ places }) => places)),
			gone: findAllGone(missing, placed),
		});
	}
	return found;
}

function joinMaps(maps: readonly ReadonlyMap<string, string>[]): ReadonlyMap<string, string> {
	const [only, ...others] = maps;
	return only !== undefined && others.length === 0
		? only
		: new Map(maps.flatMap((map) => [...map]));
}

/** A rule that is marked counts for nothing any more, which may be what another one waits for. */
function findAllGone(
	missing: readonly MissingRule[],
	placed: readonly PlacedArgument[],
): readonly string[] {
	let gone = new Set<string>();
	for (let count = missing.length === 0 ? 0 : -1; count < gone.size;) {
		count = gone.size;
		const marked = missing.map((rule) => (gone.has(rule.id) ? { ...rule, isMarked: true } : rule));
		gone = new Set(placed.flatMap((argument) => findGone(marked, argument)));
	}
	return [...gone].sort(compareCodeUnits);
}

/** A file that was given alone lay in no folder, which says nothing of those around it. */
function listKnown(bases: Bases | undefined): ReadonlyMap<string, string> {
	const known = new Map<string, string>();
	for (const id of bases?.ids ?? []) {
		const place = bases?.placeOf(id);
		if (place?.includes("/") === true) known.set(id, place);
	}
	return known;
}

/** A rule whose note was deleted, or cannot be read, is missed by nobody. */
async function listMissing(
	known: ReadonlyMap<string, string>,
	bases: Bases | undefined,
	seen: ReadonlySet<string>,
	{ notes }: VaultState,
	progress: Progress,
): Promise<readonly MissingRule[]> {
	const missing: MissingRule[] = [];
	for (const [id, place] of known) {
		const note = seen.has(id) ? undefined : notes.get(keyOf("rule", id));
		if (note === undefined || note.identity.broken !== null) continue;
		await progress.breathe();
		const isAsWritten = hashText(note.text) === bases?.hashOf(id);
		const base = isAsWritten ? note.text : await bases?.textOf(id);
		const hasTwin = seen.has(id.slice(0, Math.max(0, id.lastIndexOf("@"))));
		missing.push({ id, place, isMarked: isMarked(base ?? ""), hasTwin });
	}
	return missing;
}

function isMarked(base: string): boolean {
	const read = readFrontMatter(base);
	return read.ok && ownValue(read.properties, MARK.key) === MARK.value;
}
