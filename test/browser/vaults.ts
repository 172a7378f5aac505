import { mkdir, mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { createMemoryNotes } from "../../src/core/ports/memory-notes";
import { importInto, readSamples } from "../support/import-into";

/** Notes of a vault: path to text. */
export type Notes = Readonly<Record<string, string>>;

/** Writes a vault into a folder for temporary files, and gives the folder; `removeVault` removes it. */
export async function writeVault(
	notes: Readonly<Record<string, string | Uint8Array>>,
): Promise<string> {
	const vault = join(await mkdtemp(join(tmpdir(), "detection-vault-")), "vault");
	for (const [path, text] of Object.entries(notes)) {
		await mkdir(dirname(join(vault, path)), { recursive: true });
		await writeFile(join(vault, path), text);
	}
	return vault;
}

/** A vault into which the samples were imported, with further notes beside them. */
export async function writeSampleVault(more: Notes): Promise<string> {
	const vault = createMemoryNotes();
	await importInto(vault, readSamples());
	return writeVault({
		...Object.fromEntries(vault.notes),
		...Object.fromEntries(vault.data),
		...more,
	});
}

/** The notes and bases that a new vault starts with. */
export async function readTemplate(): Promise<Notes> {
	const root = resolve(import.meta.dirname, "../../vault-template");
	const entries = await readdir(root, { recursive: true, withFileTypes: true });
	const notes: Record<string, string> = {};
	for (const entry of entries.filter((item) => item.isFile())) {
		const path = join(entry.parentPath, entry.name);
		notes[relative(root, path)] = await readFile(path, "utf8");
	}
	return notes;
}

interface RuleNote {
	readonly title: string;
	readonly level: string | null;
	readonly status: string;
	readonly product: string;
	readonly techniques: readonly string[];
}

/** A rule's note, with the properties that the reference note's table asks for. */
export function ruleNote({ title, level, status, product, techniques }: RuleNote): string {
	const tags = ["detection_rule", ...techniques.map((id) => id.replace(".", "_"))];
	return [
		"---",
		`title: "${title}"`,
		"vendor: sigma",
		`status: ${status}`,
		`level: ${level ?? ""}`,
		`logsrc_product: ${product}`,
		`techniques: [${techniques.join(", ")}]`,
		"created: 2024-03-01",
		`tags: [${tags.join(", ")}]`,
		"---",
		"",
		`A rule about ${title}.`,
		"",
		"```yaml",
		"detection:",
		"  selection:",
		"    CommandLine|contains: ssh",
		"  condition: selection",
		"```",
		"",
	].join("\n");
}

const REFERENCE_TABLES = [
	"### Detection Rule",
	"",
	"```dataview",
	"table without id",
	'file.link AS "Name",',
	'status AS "Status",',
	'level AS "Level",',
	'logsrc_product AS "Log Source Product"',
	'FROM "Detection Rules" AND #T1021_004',
	"```",
	"",
	"### Rule Testing",
	"",
	"```dataview",
	"TABLE without id",
	'filename AS "Name"',
	'FROM "Testing Runbooks" AND #T1021_004',
	"```",
	"",
].join("\n");

const TECHNIQUE = [
	"---",
	"attack_id: T1021.004",
	"created: 2020-02-11",
	"tactics: [Lateral Movement]",
	"platforms: [Linux, macOS]",
	"tags: [T1021_004, techniques, Lateral_Movement]",
	"---",
	"",
	"## Remote Services: SSH",
	"",
	"### Description",
	"",
	"An intruder may log in to a remote machine with stolen keys.",
	"",
].join("\n");

/** A technique's note as the reference vault has it, its rules, a runbook, and rules that belong elsewhere. */
export function smallVault(): Notes {
	const ssh = ["T1021.004"];
	const rule = (title: string, level: string | null, status: string, techniques = ssh): string =>
		ruleNote({ title, level, status, product: "linux", techniques });
	const name = "T1021.004 - Remote Services - SSH";
	return {
		[`Techniques/${name}.md`]: `${TECHNIQUE}${REFERENCE_TABLES}`,
		"Own block.md":
			'# Rules for SSH\n\n```detection-vault\ntable without id\nfile.link AS "Name",\nstatus AS "Status",\nlevel AS "Level",\nlogsrc_product AS "Log Source Product"\nFROM "Detection Rules" AND #T1021_004\n```\n',
		"Panels.md": ["overview", "rules", "runbooks"]
			.map(
				(panel) =>
					`## ${panel}\n\n\`\`\`detection-vault\npanel: ${panel}\ntechnique: T1021.004\n\`\`\`\n`,
			)
			.join("\n"),
		"Views.md": [
			"LIST level FROM #detection_rule",
			"CALENDAR created FROM #detection_rule",
			'TASK FROM "Work"',
			'TABLE level + 1 AS "Sum" FROM #T1021_004',
		]
			.map((query) => `\`\`\`detection-vault\n${query}\n\`\`\`\n`)
			.join("\n"),
		"Work/Plan.md":
			"## This week\n\n- [ ] tune SSH login from a new host\n- [x] review the runbook\n",
		"Broken.md": "```detection-vault\nTABLE level FROM\n```\n",
		"Empty.md": "```detection-vault\nLIST FROM #no_such_tag\n```\n",
		"Detection Rules/Sigma/SSH login from a new host.md": rule(
			"SSH login from a new host",
			"medium",
			"test",
		),
		"Detection Rules/Sigma/SSH key added for root.md": rule(
			"SSH key added for root",
			"high",
			"stable",
		),
		"Detection Rules/Sigma/SSH tunnel.md": rule("SSH tunnel", null, "experimental"),
		"Detection Rules/Sigma/Remote desktop session.md": rule(
			"Remote desktop session",
			"low",
			"test",
			["T1021.001"],
		),
		[`Testing Runbooks/${name} - runbook.md`]: `---\nrunbook_id: T1021.004\nfilename: "[[${name} - runbook|SSH runbook]]"\ntechniques: [T1021.004]\ntags: [T1021_004, atomic_test]\n---\n\n## Test: log in\n`,
		"Elsewhere/Not a rule.md": rule("Not a rule", "low", "test"),
	};
}

const LEVELS = ["low", "medium", "high", "critical", "informational"];
const PRODUCTS = ["windows", "linux", "macos", "azure", "aws"];

/** As many rules, and a note with all of them in one table. */
export function largeVault(rules: number): Notes {
	const notes: Record<string, string> = {
		"All rules.md":
			'```detection-vault\nTABLE WITHOUT ID file.link AS "Name", level AS "Level", status AS "Status", logsrc_product AS "Product", techniques AS "Techniques", created AS "Created"\nFROM "Detection Rules"\nSORT file.name\n```\n',
	};
	for (let number = 0; number < rules; number++) {
		const title = `Rule ${String(number).padStart(5, "0")} about process ${String((number * 7919) % 1000)}`;
		notes[`Detection Rules/Sigma/${title}.md`] = ruleNote({
			title,
			level: LEVELS[number % LEVELS.length] ?? null,
			status: number % 3 === 0 ? "stable" : "test",
			product: PRODUCTS[number % PRODUCTS.length] ?? "windows",
			techniques: [`T${String(1000 + (number % 600))}`, "T1059.001"].slice(0, 1 + (number % 2)),
		});
	}
	return notes;
}
