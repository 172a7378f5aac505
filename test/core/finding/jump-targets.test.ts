import { describe, expect, it } from "vitest";
import {
	findNextVendor,
	findParent,
	findRunbook,
	findSibling,
} from "../../../src/core/finding/jump-targets";
import type { LibraryEntry } from "../../../src/core/library/library-entry";
import { buildVault, note, ruleNote, techniqueNote } from "../library/technique-vault";

const VAULT = buildVault({
	"T1021.md": techniqueNote("T1021", "Remote Services"),
	"T1021.001.md": techniqueNote("T1021.001", "Remote Desktop Protocol"),
	"T1021.004.md": techniqueNote("T1021.004", "SSH"),
	"T1059.001.md": techniqueNote("T1059.001", "PowerShell"),
	"a.md": ruleNote("a", "sigma", "T1021.004"),
	"b.md": ruleNote("b", "splunk", "T1021.004"),
	"c.md": ruleNote("c", "splunk", "T1028"),
	"d.md": ruleNote("d", "kusto", "T1021"),
	"e.md": ruleNote("e", "elastic", "T1059.001, T1003.001"),
	"f.md": ruleNote("f", "splunk", "T1003.001"),
	"g.md": ruleNote("g", "splunk", "T1003.001, T1059.001"),
	"r.md": note("runbook_id: T1021", "tags: [atomic_test]"),
});

const entry = (path: string): LibraryEntry => {
	const found = VAULT.library.entry(path);
	if (found === undefined) throw new Error(`no entry ${path}`);
	return found;
};

describe("where a note leads", () => {
	it("is the technique above, also from a rule", () => {
		expect(findParent(VAULT, entry("T1021.004.md"))?.id).toBe("T1021");
		expect(findParent(VAULT, entry("a.md"))?.id).toBe("T1021");
		expect(findParent(VAULT, entry("T1021.md"))).toBeUndefined();
		expect(findParent(VAULT, entry("T1059.001.md"))).toBeUndefined();
	});

	it("is the next or the previous sub-technique, round in a circle", () => {
		expect(findSibling(VAULT, entry("T1021.004.md"), 1)?.id).toBe("T1021.001");
		expect(findSibling(VAULT, entry("T1021.004.md"), -1)?.id).toBe("T1021.001");
		expect(findSibling(VAULT, entry("T1021.md"), 1)).toBeUndefined();
		expect(findSibling(VAULT, entry("T1059.001.md"), 1)).toBeUndefined();
	});

	it("is the next vendor's rule for a technique, revoked ids included", () => {
		expect(findNextVendor(VAULT, entry("a.md"))?.path).toBe("b.md");
		expect(findNextVendor(VAULT, entry("b.md"))?.path).toBe("a.md");
		expect(findNextVendor(VAULT, entry("c.md"))?.path).toBe("d.md");
		expect(findNextVendor(VAULT, entry("T1021.md"))).toBeUndefined();
	});

	it("is the next vendor's rule that shares the most techniques", () => {
		expect(findNextVendor(VAULT, entry("e.md"))?.path).toBe("g.md");
		expect(findNextVendor(VAULT, entry("g.md"))?.path).toBe("e.md");
	});

	it("is the technique's runbook, else that of the technique above", () => {
		expect(findRunbook(VAULT, entry("T1021.md"))?.path).toBe("r.md");
		expect(findRunbook(VAULT, entry("a.md"))?.path).toBe("r.md");
		expect(findRunbook(VAULT, entry("T1059.001.md"))).toBeUndefined();
		expect(findRunbook(VAULT, entry("r.md"))).toBeUndefined();
	});
});
