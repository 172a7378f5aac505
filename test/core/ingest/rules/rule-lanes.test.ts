import { describe } from "vitest";
import { createInlineLanes } from "../../../../src/core/ingest/rules/rule-lanes";
import { describeRuleLanes } from "../../../contracts/ingest/rule-lanes";

describe("reading and drafting rules where the import runs", () => {
	describeRuleLanes(createInlineLanes);
});
