import { createKillableNotes, KilledError } from "../test/support/killable-notes";
import type { MemoryNotes } from "../src/core/ports/memory-notes";
import { importInto } from "./draft-notes";
import { editVault } from "./edit-vault";
import { openPool } from "./load-sources";
import { createRandom, seedOf } from "./random";
import { findLostMarks, listMarks } from "./person-marks";
import type { Scene } from "./scene";
import { cloneVault, compareVaults, setScene } from "./scene";
import type { Section } from "./section";

/** Kills that one vault is good for. */
const KILLS_EACH = 30;

/** Imports that are killed between any two writes, once or twice, and then run again. */
export const tortureKills: Section = async ({ root, corpora, seed, kills, tell }) => {
	const draw = openPool(root, corpora);
	const counts = { kills: 0, twice: 0, edited: 0, vaults: 0 };
	const faults: string[] = [];
	while (counts.kills < kills && faults.length < 20) {
		const own = seedOf(seed, counts.vaults++);
		const random = createRandom(own);
		const scene = await setScene(draw, random, own);
		for (let index = 0; index < KILLS_EACH && counts.kills < kills; index++) {
			const at = random.below(scene.writes + 1);
			const vault = cloneVault(scene.before);
			counts.kills++;
			const found = await killAt(vault, scene, at);
			if (random.oneIn(3)) {
				counts.twice++;
				found.push(...(await killAt(vault, scene, random.below(scene.writes + 1))));
			}
			const isEdited = random.oneIn(4);
			if (isEdited) {
				counts.edited++;
				editVault(vault, random, `zp${own}s${index}`, 6);
			}
			const marks = listMarks(vault.notes.values());
			await importInto(vault, scene.sources);
			found.push(...findLostMarks(marks, vault.notes.values()));
			if (!isEdited) found.push(...(await compareVaults(scene.after, vault)));
			vault.written.length = 0;
			await importInto(vault, scene.sources);
			if (vault.written.length > 0)
				found.push(`the import after that writes ${vault.written.join(", ")}`);
			const where = `vault ${counts.vaults - 1}, killed at write ${at} of ${scene.writes}`;
			faults.push(...found.map((fault) => `${where}: ${fault}`));
		}
	}
	tell(
		`${counts.kills} imports killed, ${counts.twice} of them twice, ${counts.edited} edited before the next, in ${counts.vaults} vaults`,
	);
	return faults;
};

/** Runs an import that dies, and looks whether each note is what it was or what it was to become. */
async function killAt(vault: MemoryNotes, scene: Scene, at: number): Promise<string[]> {
	const before = new Map(vault.notes);
	try {
		await importInto(createKillableNotes(vault, at), scene.sources);
	} catch (error) {
		if (!(error instanceof KilledError)) throw error;
	}
	const faults: string[] = [];
	for (const [path, text] of vault.notes) {
		const known = [before.get(path), scene.planned.get(path)];
		if (!known.includes(text) && !path.includes("/Reports/"))
			faults.push(`${path} is neither what it was nor what it was to become`);
	}
	for (const path of before.keys()) if (!vault.notes.has(path)) faults.push(`${path} is gone`);
	return faults;
}
