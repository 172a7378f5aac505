import { describe } from "vitest";
import { createInlineLanes } from "../../../src/core/ports/source-lanes";
import { describeSourceLanes } from "../../contracts/ports/source-lanes";

describe("reading sources here", () => {
	describeSourceLanes(() => createInlineLanes());
});
