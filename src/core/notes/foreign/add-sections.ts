import { addToGroup } from "../../text/add-to-group";
import { nameTest } from "../runbook/read-runbook";
import { chooseAdded, chooseMissing, isHandMade, isQueryFence } from "./choose-blocks";
import { claimTests } from "./claim-tests";
import type { ForeignNote, ForeignSection } from "./foreign-note";
import { insertBlocks } from "./insert-blocks";
import type { Insertion, InsertionPlace } from "./insert-blocks";
import { endOfContent, INNERMOST } from "./insert-blocks";
import { placeForeign } from "./place-sections";
import type { PlacedSection } from "./place-sections";
import { mapSections } from "./section-map";
import type { MappedPart, SectionMap } from "./section-map";

/** Which of another note's sections are wanted: the author's, or all of them because nothing else states them. */
export type Wanted = "own" | "all";

interface Addition {
	readonly section: ForeignSection;
	readonly place: PlacedSection;
	readonly target: MappedPart | undefined;
	/** Whether it is part of a test that the note has not, and is added as it is. */
	readonly isWhole: boolean;
}

const NONE: ReadonlySet<ForeignSection> = new Set();

/**
 * Gives a body with another note's sections in it: blocks that are missing go to the end of the section with the same heading, a section that
 * is missing to the end of the one it stood under, else of the note. Of generated sections only lines are taken that an author
 * wrote into them (`chooseAdded`), unless all are wished for, or the note of a technique was written by hand (`isHandMade`).
 *
 * Nothing that is there changes or is doubled; adding the same note twice changes nothing. Linear in both.
 */
export function addSections(body: string, foreign: ForeignNote, wished: Wanted): string {
	const map = mapSections(foreign, body);
	const name = nameOf(map);
	const isByHand =
		wished === "own" && foreign.kind === "technique" && isHandMade(foreign.sections, body, name);
	const wanted = isByHand ? "all" : wished;
	const claimed =
		foreign.kind === "runbook"
			? claimTests(foreign.sections, body)
			: { sections: foreign.sections, missing: NONE };
	const sections = claimed.sections.flatMap((section) =>
		isByHand ? leaveMissing(section, map) : moveDescription(section, foreign),
	);
	const additions = placeForeign(foreign.kind, sections).flatMap((place, index): Addition[] => {
		const section = sections[index];
		const top = section?.role === "title" ? (map.title ?? map.start) : map.start;
		if (section === undefined) return [];
		const isWhole = claimed.missing.has(section);
		const target = isWhole ? undefined : place.isTop ? top : map.find(place);
		return [{ section, place, target, isWhole }];
	});
	const isEmpty = ({ role, blocks }: ForeignSection): boolean =>
		isByHand && role !== "own" && blocks.length === 0;
	const isOwn = ({ section }: Addition): boolean =>
		(wanted === "all" || section.role === "own") && !isEmpty(section);
	const own = addOwn(additions.filter(isOwn), body, map);
	const generated = additions.filter((addition) => !isOwn(addition));
	// A heading that the author uses too may, in the note, be the author's.
	const ownKeys = new Set(additions.filter(isOwn).map(({ place }) => place.key));
	const plain = generated.map((addition) =>
		ownKeys.has(addition.place.key) ? { ...addition, target: undefined } : addition,
	);
	const lines = addLines(plain, own, body, foreign, map);
	return insertBlocks(body, [...own, ...lines]);
}

/** What a note is about says its first heading. */
function nameOf({ parts }: SectionMap): string {
	return parts[1]?.heading ?? "";
}

/** Under headings that everybody uses, a block that stands anywhere in the note is not the author's alone. */
function leaveMissing(section: ForeignSection, map: SectionMap): ForeignSection {
	if (section.role === "own") return section;
	const isWanted = (block: string): boolean => !map.holdsAnywhere(block) && !isQueryFence(block);
	return { ...section, blocks: section.blocks.filter(isWanted) };
}

/** Some generators put the description right below the title. */
function moveDescription(
	section: ForeignSection,
	{ kind }: ForeignNote,
): readonly ForeignSection[] {
	if (kind === "runbook" || section.role !== "title" || section.blocks.length === 0)
		return [section];
	const level = section.level + 1;
	return [
		{ ...section, blocks: [] },
		{ ...section, level, heading: "Description", role: "generated" },
	];
}

function addOwn(additions: readonly Addition[], body: string, map: SectionMap): Insertion[] {
	const insertions: Insertion[] = [];
	/** Where sections that were added stand, by key, so that what is below them follows. */
	const added = new Map<string, InsertionPlace>();
	for (const { section, place, target, isWhole } of additions) {
		const blocks = isWhole ? section.blocks : chooseMissing(section, place, map);
		if (target !== undefined) {
			if (blocks.length > 0) insertions.push(appendTo(target, blocks, body));
			continue;
		}
		if (!isWhole && blocks.length === 0 && map.first(place.key) !== undefined) continue;
		const above = place.parent === "" ? undefined : place.parent;
		const isLost = above !== undefined && !added.has(above) && map.first(above) === undefined;
		const free = isLost ? { ...place, parent: "", depth: 1 } : place;
		const where =
			(above === undefined ? undefined : added.get(above)) ??
			(isWhole && free.parent === "" ? placeOfTests(body, map) : findPlace(free, body, map));
		if (place.key !== "") added.set(place.key, where);
		const text = [writeHeading(section, free, map), ...blocks].join("\n\n");
		insertions.push({ ...where, text });
	}
	return insertions;
}

/** Generated sections that stand for the same section of the note are judged together. */
function addLines(
	additions: readonly Addition[],
	own: readonly Insertion[],
	body: string,
	foreign: ForeignNote,
	map: SectionMap,
): readonly Insertion[] {
	const groups = new Map<MappedPart, ForeignSection[]>();
	for (const { section, target } of additions) {
		if (target !== undefined) addToGroup(groups, target, section);
	}
	const appended = new Map(own.map(({ at, depth, text }) => [`${at} ${depth}`, text]));
	const insertions: Insertion[] = [];
	for (const [target, sections] of groups) {
		const place = appendTo(target, [], body);
		const more = appended.get(`${place.at} ${place.depth}`) ?? "";
		const reference = `${body.slice(target.text, target.end)}\n${more}`;
		const chosen = chooseAdded(sections, reference, foreign, nameOf(map));
		const blocks = chosen.filter((block) => !map.holdsAnywhere(block));
		if (blocks.length > 0) insertions.push(appendTo(target, blocks, body));
	}
	return insertions;
}

function appendTo(target: MappedPart, blocks: readonly string[], body: string): Insertion {
	const at = endOfContent(body, target.start, target.end);
	return { at, depth: INNERMOST, text: blocks.join("\n\n") };
}

/** The end of the section it stands under in the other note, of the title's, or of the note. */
function findPlace(place: PlacedSection, body: string, map: SectionMap): InsertionPlace {
	const title = place.depth > 0 ? map.title : undefined;
	const above = (place.parent === "" ? undefined : map.first(place.parent)) ?? title;
	return above === undefined
		? { at: endOfContent(body, 0, body.length), depth: 0 }
		: { at: endOfContent(body, above.start, above.subtree), depth: above.level };
}

/** Behind the last test of a runbook, else before what is its reader's, else at its end. */
function placeOfTests(body: string, map: SectionMap): InsertionPlace {
	const last = map.parts.filter(({ heading }) => nameTest(heading) !== undefined).at(-1);
	const notes = map.parts.filter(({ key, depth }) => key === "notes" && depth === 1).at(-1);
	const end = last?.subtree ?? notes?.start ?? body.length;
	return { at: endOfContent(body, 0, end), depth: 0 };
}

function writeHeading({ heading }: ForeignSection, place: PlacedSection, map: SectionMap): string {
	const level = Math.min(6, map.base + Math.max(place.depth, map.title === undefined ? 1 : 0));
	return `${"#".repeat(level)} ${heading}`.trimEnd();
}
