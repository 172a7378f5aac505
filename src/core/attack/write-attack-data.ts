import type { AttackData } from "./attack-data";

/** The form of the file; raised when a reader of the form before could no longer read it. */
const ATTACK_DATA_FORMAT = 1;

/**
 * Writes a vault's ATT&CK data as JSON with one entry a line, so that version control shows what an ATT&CK release changed. The same
 * data always gives the same text.
 */
export function writeAttackData(data: AttackData): string {
	const versions = [...data.versions].map(([domain, version]) => ({ domain, version }));
	const lists = [
		writeList("versions", versions),
		writeList("notices", data.notices),
		writeList("tactics", data.tactics),
		writeList("techniques", data.techniques),
		writeList("retired", data.retired),
		writeList("actors", data.actors),
	];
	return `{\n"format": ${ATTACK_DATA_FORMAT},\n${lists.join(",\n")}\n}\n`;
}

function writeList(name: string, entries: readonly unknown[]): string {
	if (entries.length === 0) return `"${name}": []`;
	return `"${name}": [\n${entries.map((entry) => JSON.stringify(entry)).join(",\n")}\n]`;
}
