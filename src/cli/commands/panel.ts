import { existsSync } from "node:fs";
import type { TechniquePanel } from "../../core/panels/technique-panel";
import { buildTechniquePanel, countAtomicTests } from "../../core/panels/technique-panel";
import { readVaultRecords } from "../../core/panels/vault-records";
import { normaliseTechniqueId } from "../../core/text/technique-ids";
import { createFileNotes } from "../../node/file-notes";
import { openIndex } from "../../node/open-index";
import type { Command } from "../command";

/** `panel VAULT TECHNIQUE…`: what the vault holds for techniques, one line of JSON each. */
export const panelCommand: Command = {
	usage: [
		"detection-vault panel VAULT TECHNIQUE… [--exact] [--rules] [--json]",
		"  Shows what a vault holds for a technique, its sub-techniques counted in unless --exact.",
	].join("\n"),
	shape: {
		words: { least: 2, most: Number.MAX_SAFE_INTEGER },
		options: { exact: "none", rules: "none", json: "none" },
	},
	async run({ words: [vault = "", ...asked], values }, streams) {
		const wrong = asked.filter((word) => normaliseTechniqueId(word) === undefined);
		if (wrong.length > 0 || !existsSync(vault)) {
			const message =
				wrong.length > 0 ? `${wrong[0] ?? ""} is no technique id` : `${vault} does not exist`;
			streams.err(`detection-vault panel: ${message}\n`);
			return 2;
		}
		const store = createFileNotes(vault);
		const records = readVaultRecords(await openIndex(store));
		const tests = new Map<string, number>();
		for (const { path } of records.runbooks) {
			tests.set(path, countAtomicTests((await store.readNote(path)) ?? ""));
		}
		let isWhole = true;
		for (const word of asked) {
			const id = normaliseTechniqueId(word) ?? word;
			const panel = buildTechniquePanel(
				records,
				id,
				values.has("exact"),
				(path) => tests.get(path) ?? 0,
			);
			if (panel === undefined) {
				streams.err(`detection-vault panel: no note of the vault knows ${id}\n`);
				isWhole = false;
			} else streams.out(values.has("json") ? `${JSON.stringify(panel)}\n` : showPanel(panel));
		}
		return isWhole ? 0 : 1;
	},
};

function showPanel({ technique, scope, rules, runbooks }: TechniquePanel): string {
	const lines = [`${technique.id} ${technique.name} (${scope}): ${rules.total} rules`];
	for (const [vendor, own] of Object.entries(rules.byVendor)) {
		lines.push("", `${vendor} (${own.length})`);
		for (const { title, level, status } of own) {
			lines.push(`  ${(level ?? "-").padEnd(13)} ${(status ?? "-").padEnd(12)} ${title}`);
		}
	}
	if (runbooks.length > 0) {
		lines.push("", `Runbooks (${runbooks.length})`);
		for (const { title, tests } of runbooks) lines.push(`  ${tests} tests  ${title}`);
	}
	return `${lines.join("\n")}\n`;
}
