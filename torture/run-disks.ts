import { importInto } from "./draft-notes";
import { createFaultyNotes, FAULTS } from "./faulty-notes";
import { openPool } from "./load-sources";
import { createRandom, seedOf } from "./random";
import { findLostMarks, listMarks } from "./person-marks";
import { cloneVault, compareVaults, setScene } from "./scene";
import type { Section } from "./section";

/** Cases that one vault is good for. */
const CASES_EACH = 32;

/** Imports on disks that fill up, refuse writes or are shared with a sync client: told, nothing lost, finished by the next import. */
export const tortureDisks: Section = async ({ root, corpora, seed, kills, tell }) => {
	const draw = openPool(root, corpora);
	const counts = { cases: 0, told: 0, thrown: 0, vaults: 0 };
	const faults: string[] = [];
	while (counts.cases < kills && faults.length < 20) {
		const own = seedOf(seed, 7000 + counts.vaults++);
		const random = createRandom(own);
		const scene = await setScene(draw, random, own);
		for (let index = 0; index < CASES_EACH && counts.cases < kills; index++) {
			const fault = FAULTS[counts.cases++ % FAULTS.length] ?? "notes read-only";
			const vault = cloneVault(scene.before);
			const isDeleting = fault === "sync client deletes notes";
			const found: string[] = [];
			const wasWritten = vault.written.length;
			let isTold = false;
			try {
				const result = await importInto(
					createFaultyNotes(vault, fault, random, scene.writes),
					scene.sources,
				);
				isTold = result.problems.some(
					({ code }) => code === "write-failed" || code === "merge-conflict",
				);
				if (isTold) counts.told++;
			} catch (error) {
				if (!(error instanceof Error) || !error.message.startsWith("ENOSPC")) throw error;
				isTold = true;
				counts.thrown++;
			}
			const isWhole = (await compareVaults(scene.after, vault)).length === 0;
			if (!isWhole && !isTold && wasWritten !== vault.written.length && !fault.startsWith("sync"))
				found.push("the import is not whole, and nothing tells so");
			const marks = listMarks(vault.notes.values());
			const first = listMarks(scene.before.notes.values());
			if (!isDeleting) found.push(...findLostMarks(first, vault.notes.values()));
			await importInto(vault, scene.sources);
			found.push(...findLostMarks(marks, vault.notes.values()));
			if (!fault.startsWith("sync client") || fault.includes("bases"))
				found.push(...(await compareVaults(scene.after, vault)));
			vault.written.length = 0;
			await importInto(vault, scene.sources);
			if (vault.written.length > 0)
				found.push(`the import after that writes ${vault.written.join(", ")}`);
			faults.push(
				...found.map((text) => `vault ${counts.vaults - 1}, case ${index}, ${fault}: ${text}`),
			);
		}
	}
	tell(
		`${counts.cases} imports on ${FAULTS.length} kinds of bad disk: ${counts.told} told of notes that were not written, ${counts.thrown} ended before the first note or behind the last`,
	);
	return faults;
};
