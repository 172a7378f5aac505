import type { TestFacts } from "../../library/test-facts";
import type { LinkValue, Value } from "../../model/value";
import { linkableHeading } from "../../index/literals/names";
import type { FieldReader, FieldReaders } from "./record-row";
import type { RecordHome } from "./record-home";

/** The fields of a row of `tests`: one atomic test of a runbook. */
export const TEST_FIELDS: FieldReaders<TestFacts> = new Map<string, FieldReader<TestFacts>>([
	["runbook", linkToTest],
	["techniques", (_, home) => home.techniques],
	["technique", (_, home) => home.techniques],
	["name", ({ name }) => name],
	["guid", ({ guid }) => guid],
	["executor", ({ executor }) => executor],
	["elevation", ({ elevation }) => elevation],
	["platforms", ({ platforms }) => platforms],
	["line", ({ line }) => line],
]);

/** To the test's place in its runbook. */
function linkToTest({ block, heading, name }: TestFacts, { link }: RecordHome): Value {
	const display = name === null ? {} : { display: name };
	if (block !== null) return { ...link, type: "block", subpath: block, ...display };
	if (heading === null) return link;
	const shown: LinkValue = {
		...link,
		type: "header",
		subpath: linkableHeading(heading),
		...display,
	};
	return shown;
}
