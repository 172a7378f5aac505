import type { NoteSection } from "../document/parse-note";
import { nameTest, readGuid } from "../runbook/read-runbook";

/** The test of a runbook that a section opens or stands below. */
export interface TestPlace {
	/** Of the section that opens it. */
	readonly index: number;
	/** In lower case; undefined where the test has none. */
	readonly guid: string | undefined;
	/** In lower case. */
	readonly title: string;
}

/** Where a note's sections stand, by index. */
export interface SectionPlaces {
	/** The section whose heading each stands below; -1 for none. */
	readonly parents: readonly number[];
	/** The test that each is part of, undefined where it is part of none. */
	readonly tests: readonly (TestPlace | undefined)[];
}

/** Finds which section each section of a note stands below, and which test it is part of. Linear in them. */
export function findPlaces(sections: readonly NoteSection[]): SectionPlaces {
	const parents: number[] = [];
	const tests: (TestPlace | undefined)[] = [];
	const open: number[] = [];
	sections.forEach((section, index) => {
		while (open.length > 0 && (sections[open.at(-1) ?? 0]?.level ?? 0) >= section.level) open.pop();
		const parent = open.at(-1) ?? -1;
		parents.push(parent);
		tests.push(tests[parent] ?? readTest(section, index));
		if (section.level > 0) open.push(index);
	});
	return { parents, tests };
}

function readTest({ title, body }: NoteSection, index: number): TestPlace | undefined {
	if (nameTest(title) === undefined) return undefined;
	const [guid] = body.flatMap((line) => readGuid(line) ?? []);
	return { index, guid, title: title.toLowerCase() };
}

/** Whether two tests are certainly not each other: their GUIDs and their names differ. */
export function isOtherTest(one: TestPlace | undefined, other: TestPlace | undefined): boolean {
	if (one?.guid === undefined || other?.guid === undefined) return false;
	return one.guid !== other.guid && one.title !== other.title;
}
