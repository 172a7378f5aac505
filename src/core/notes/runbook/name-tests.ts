import type { AtomicTest } from "../../model/atomic";
import { countItems } from "../../text/count-items";
import { defuseInline } from "../safe/defuse-inline";
import type { TestNames } from "./write-test-section";

const SHORT = 8;

/**
 * Names the tests of one note so that no two headings and no two block ids are alike: a repeated name gets the start of its GUID,
 * a repeated start of a GUID the whole one. In the order of the tests.
 */
export function nameTests(tests: readonly AtomicTest[]): TestNames[] {
	const names = countItems(tests.map(({ name }) => headingKey(name)));
	const starts = countItems(tests.map(({ guid }) => guid.slice(0, SHORT)));
	return tests.map(({ name, guid }) => {
		const start = guid.slice(0, SHORT);
		const short = (starts.get(start) ?? 0) > 1 ? guid : start;
		const heading = defuseInline(name);
		return {
			heading: (names.get(headingKey(name)) ?? 0) > 1 ? `${heading} (${short})` : heading,
			block: `t-${short}`,
		};
	});
}

/** Obsidian's links to headings see neither case nor runs of spaces. */
function headingKey(name: string): string {
	return name.toLowerCase().split(/\s+/).join(" ").trim();
}
