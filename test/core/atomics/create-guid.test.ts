import { expect, test } from "vitest";
import { createGuid, normaliseGuid } from "../../../src/core/atomics/create-guid";

/** Notes keep these: a test's GUID may never come out another way. */
test.each([
	[["T1021.004", "Log in"], "8241d472-d669-84bc-bce4-ac8fdf73e452"],
	[[""], "d57ca789-c7c6-89c1-9d04-c00ef322a0dd"],
])("the GUID made of %j never changes", (words, guid) => {
	expect(createGuid(words)).toBe(guid);
});

test("a made GUID is of version 8 and of the variant of RFC 9562, and differs by its words", () => {
	const guids = Array.from({ length: 200 }, (_, at) => createGuid(["T1059", String(at)]));
	for (const guid of guids) {
		expect(guid).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
		expect(normaliseGuid(`{${guid.toUpperCase()}}`)).toBe(guid);
	}
	expect(new Set(guids).size).toBe(guids.length);
});
