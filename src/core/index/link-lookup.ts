import { addToGroup } from "../text/add-to-group";
import { linkKeyIn, type InboundIndex } from "./inbound-index";
import { linkKey, pathOfTarget, type LinkResolver } from "./link-resolver";
import type { NoteRecord } from "./note-record";

/** Which notes link to which; paths come in code-unit order. */
export interface LinkLookup {
	/** Paths of the notes that link to a note. */
	linksTo(path: string): readonly string[];
	/** Paths of the notes that a note links to. */
	linksFrom(path: string): readonly string[];
	/** Paths of the notes with a link that names exactly that path and leads nowhere. */
	linksToNowhere(path: string): readonly string[];
}

/** A note with more links than this is not gone through again for each note that it links to. */
const MANY = 16;

/**
 * Gives which notes link to which, worked out when asked: what a link means changes with the notes that are there. `state` changes whenever
 * notes or links do.
 */
export function createLinkLookup(
	resolver: LinkResolver,
	inbound: InboundIndex,
	recordOf: (path: string) => NoteRecord | undefined,
	state: () => number,
): LinkLookup {
	const targetsOf = createTargetLookup();
	const sourcesOf = (path: string, isMeant: (target: string, source: string) => boolean) =>
		[...inbound.candidates(path)]
			.filter((source) => {
				const record = recordOf(source);
				if (record === undefined) return false;
				return targetsOf(record, path).some((target) => isMeant(target, source));
			})
			.sort();
	/** Notes that share a name have the same candidates, so all of them are answered at once. */
	const answerAll = (path: string): Map<string, string[]> => {
		const answers = new Map<string, string[]>();
		for (const source of [...inbound.candidates(path)].sort()) {
			const record = recordOf(source);
			const targets = record === undefined ? [] : targetsOf(record, path);
			for (const found of new Set(targets.map((target) => resolver.resolve(target, source)))) {
				if (found !== undefined) addToGroup(answers, found, source);
			}
		}
		return answers;
	};
	let answeredAt = -1;
	const answered = new Map<string, Map<string, string[]>>();
	const answerShared = (path: string): readonly string[] => {
		if (answeredAt !== state()) answered.clear();
		answeredAt = state();
		const key = linkKey(path);
		const answers = answered.get(key) ?? answerAll(path);
		answered.set(key, answers);
		return answers.get(path) ?? [];
	};
	return {
		linksTo: (path) =>
			resolver.isShared(path)
				? answerShared(path)
				: sourcesOf(path, (target, source) => resolver.resolve(target, source) === path),
		linksFrom(path) {
			const links = recordOf(path)?.links ?? [];
			return [
				...new Set(links.flatMap((link) => resolver.resolve(link.target, path) ?? [])),
			].sort();
		},
		linksToNowhere: (path) =>
			sourcesOf(
				path,
				(target, source) =>
					pathOfTarget(target) === path && resolver.resolve(target, source) === undefined,
			),
	};
}

/** Gives the targets in a note that may mean a note of that path's name. */
function createTargetLookup(): (record: NoteRecord, path: string) => readonly string[] {
	const known = new WeakMap<NoteRecord, Map<string, string[]>>();
	return (record, path) => {
		if (record.links.length <= MANY) return record.links.map(({ target }) => target);
		const groups = known.get(record) ?? groupTargets(record);
		known.set(record, groups);
		return groups.get(linkKey(path)) ?? [];
	};
}

function groupTargets({ links, path }: NoteRecord): Map<string, string[]> {
	const groups = new Map<string, string[]>();
	for (const { target } of links) addToGroup(groups, linkKeyIn(target, path), target);
	return groups;
}
