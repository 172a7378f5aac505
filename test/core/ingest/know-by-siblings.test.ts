import { describe, expect, test } from "vitest";
import { scanVault } from "../../../src/core/ingest/scan-vault";
import { DEFAULT_FOLDERS } from "../../../src/core/model/settings";
import { createMemoryNotes } from "../../../src/core/ports/memory-notes";
import { SILENT_PROGRESS } from "../../../src/core/ports/progress";

const NAMES: Readonly<Record<string, string>> = {
	T1001: "T1001 - Alpha",
	T1002: "T1002 - Beta",
	T1003: "T1003 - Gamma",
	T1004: "T1004 - Delta",
};
const FOLDER = ["ATTACK/T1001 Alpha.md", "ATTACK/T1002 Beta.md", "ATTACK/T1003 Gamma.md"];

async function scan(...paths: readonly string[]) {
	const vault = createMemoryNotes();
	for (const path of paths) vault.notes.set(path, "Mine.\n");
	const { notes, problems } = await scanVault(vault, DEFAULT_FOLDERS, SILENT_PROGRESS, (id) => id, {
		baseNameOf: (id) => NAMES[id],
	});
	const found = [...notes.values()].map(({ path, identity }) => `${identity.id ?? ""} ${path}`);
	return { found: found.sort(), problems: problems.map(({ file }) => file) };
}

describe("a note that is called as an older release called its technique", () => {
	test("is known among notes of techniques", async () => {
		const { found } = await scan(...FOLDER, "ATTACK/T1004 Former name.md");
		expect(found).toContain("T1004 ATTACK/T1004 Former name.md");
	});

	test("is not where few or none of those beside it are", async () => {
		for (const folder of [FOLDER.slice(1), []]) {
			const { found } = await scan(...folder, "ATTACK/T1004 Former name.md");
			expect(found).toHaveLength(folder.length);
		}
	});

	test("is not where several may be meant, or the technique has its note", async () => {
		const twice = ["ATTACK/T1004 Former name.md", "ATTACK/T1004 hunt.md"];
		expect((await scan(...FOLDER, ...twice)).found).toHaveLength(3);
		const { found } = await scan(...FOLDER, "MITRE/T1004.md", "ATTACK/T1004 Former name.md");
		expect(found).toContain("T1004 MITRE/T1004.md");
		expect(found).toHaveLength(4);
	});
});

describe("of several notes for one technique", () => {
	test("the one in the folder of techniques is it, and an archive's is not", async () => {
		const notes = ["Archive/T1001 - Alpha.md", "Notes/T1001.md", "Techniques/T1001 - Alpha.md"];
		expect(await scan(...notes)).toEqual({
			found: ["T1001 Techniques/T1001 - Alpha.md"],
			problems: notes.slice(0, 2),
		});
		expect((await scan(...notes.slice(0, 2))).found).toEqual(["T1001 Notes/T1001.md"]);
	});
});
