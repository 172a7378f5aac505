import { expect, test } from "vitest";
import { shortRuleId } from "../../../../src/core/notes/rule/short-id";

test("a GUID's short id is how it starts", () => {
	expect(shortRuleId("0C3AD0F4-52a0-4a5e-9d3b-6a1a4a0f1b11")).toBe("0c3ad0f4");
});

test("any other id has a hash of eight digits that is always the same", () => {
	const ids = ["kusto:a.kql:1", "kusto:a.kql:2", "mr_1", ""];
	const short = ids.map(shortRuleId);
	expect(new Set(short).size).toBe(ids.length);
	for (const id of short) expect(id).toMatch(/^[0-9a-f]{8}$/);
	expect(shortRuleId("kusto:a.kql:1")).toBe(short[0]);
});
