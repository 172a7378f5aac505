import { describe, expect, it } from "vitest";
import { describeDiskError } from "../../../src/core/text/describe-disk-error";

describe("an error of the disk", () => {
	it("is told in words, with its code or with a message that begins with one", () => {
		const coded = Object.assign(new Error("EROFS: read-only file system, open 'a.md'"), {
			code: "EROFS",
		});
		expect(describeDiskError(coded, "?")).toBe("the disk is read-only");
		const plain = new Error("ENOSPC: no space left on device, write");
		expect(describeDiskError(plain, "?")).toBe("the disk is full");
	});

	it("keeps its own words where nobody knows its code", () => {
		expect(describeDiskError(new Error("the moon is down"), "?")).toBe("the moon is down");
		expect(describeDiskError("no error", "the note cannot be written")).toBe(
			"the note cannot be written",
		);
	});
});
