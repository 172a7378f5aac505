import { comparable } from "../../text/comparable";
import { outlineNote } from "../document/outline-note";
import { nameTest, readGuid } from "../runbook/read-runbook";
import type { ForeignSection } from "./foreign-note";

/** Another note's sections, and those of tests that a body has not. */
export interface ClaimedTests {
	readonly sections: readonly ForeignSection[];
	/** To be added as they are, whatever else the body says. */
	readonly missing: ReadonlySet<ForeignSection>;
}

/**
 * Finds the tests of a runbook in our shape (`## Test: …`) that a body lacks, by GUID, else by name, and makes all that stands in them
 * the author's: a test that no upstream states is nowhere else. Linear in both.
 */
export function claimTests(sections: readonly ForeignSection[], body: string): ClaimedTests {
	const missing = new Set<ForeignSection>();
	if (!sections.some(isTest)) return { sections, missing };
	const guids = new Set(body.split("\n").flatMap((line) => readGuid(line) ?? []));
	const names = new Set(
		outlineNote(body, 0)
			.filter(({ heading }) => nameTest(heading) !== undefined)
			.map(({ heading }) => comparable(heading)),
	);
	let within = 0;
	const claimed = sections.map((section) => {
		if (section.level <= within) within = 0;
		if (within === 0 && isTest(section)) {
			const [guid] = section.blocks.flatMap((block) =>
				block.split("\n").flatMap((line) => readGuid(line) ?? []),
			);
			const isThere = guid === undefined ? names.has(comparable(section.heading)) : guids.has(guid);
			if (!isThere) within = section.level;
		}
		if (within === 0) return section;
		const own: ForeignSection = { ...section, role: "own" };
		missing.add(own);
		return own;
	});
	return { sections: claimed, missing };
}

function isTest({ level, heading }: ForeignSection): boolean {
	return level > 1 && /^Test *:/i.test(heading);
}
