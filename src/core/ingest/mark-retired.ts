import { isOpenMove } from "../attack/open-moves";
import { findFrontMatter } from "../formats/front-matter";
import { linkLabel } from "../notes/runbook/link-label";
import { addProperties } from "../notes/front-matter/add-properties";
import { keyOf } from "./choose-paths";
import type { SettledRecords } from "./draft-notes";
import type { PlannedNote } from "./import-plan";
import type { VaultState } from "./scan-vault";

/** The property that says that ATT&CK has a technique no more: `revoked` where another replaces it, else `deprecated`. */
const STATUS = "attack_status";
/** The property that links to what replaces it. */
const SUCCESSOR = "revoked_by";

/**
 * Plans the notes of techniques that ATT&CK has revoked or deprecated since they were written: each is marked with two properties and a
 * callout that leads to the successor, or is unchanged where it is marked already. Nothing is taken away, and a note that has the property
 * is left alone, whatever a person made of the callout. One whose successor is yet to be chosen is no retired technique.
 *
 * `notes` are those that the import plans anyway. Nothing is planned by an import without techniques.
 */
export function markRetired(
	vault: VaultState,
	{ attack, resolver }: Pick<SettledRecords, "attack" | "resolver">,
	notes: readonly PlannedNote[],
): readonly PlannedNote[] {
	const planned = new Set(notes.map(({ path }) => path));
	const techniques = new Map(
		notes.filter(({ kind }) => kind === "technique").map((note) => [note.id, note.path]),
	);
	if (techniques.size === 0) return [];
	const open = new Set(attack.retired.filter(isOpenMove).map(({ id }) => id));
	return attack.retired.flatMap(({ id, successor }): PlannedNote[] => {
		const note = vault.notes.get(keyOf("technique", id));
		if (note === undefined || planned.has(note.path) || note.identity.broken !== null) return [];
		const today = successor === null ? null : resolver.resolve(id).id;
		if (open.has(id) || (today !== null && open.has(today))) return [];
		const path =
			today === null
				? undefined
				: (techniques.get(today) ?? vault.notes.get(keyOf("technique", today))?.path);
		const after = markNote(note.text, today, {
			path,
			name: resolver.find(today ?? "")?.name ?? "",
			version: attack.versions.get("enterprise"),
		});
		const action = after === note.text ? "unchanged" : "update";
		const sides = { before: note.text, after, conflicts: [], differs: [] };
		return [{ kind: "technique", id, path: note.path, action, ...sides }];
	});
}

interface Successor {
	/** Its note's path, undefined where it has none. */
	readonly path: string | undefined;
	readonly name: string;
	/** ATT&CK's version, undefined where no bundle states it. */
	readonly version: string | undefined;
}

function markNote(
	text: string,
	successor: string | null,
	{ path, name, version }: Successor,
): string {
	const body = findFrontMatter(text)?.body ?? 0;
	if (new RegExp(`^${STATUS}[ \\t]*:`, "m").test(text.slice(0, body))) return text;
	const label = linkLabel(`${successor ?? ""} ${name}`);
	const link = path === undefined ? label : `[[${path.replace(/\.md$/, "")}|${label}]]`;
	const marked = addProperties(text, {
		properties: [
			{ key: STATUS, value: successor === null ? "deprecated" : "revoked" },
			...(successor === null ? [] : [{ key: SUCCESSOR, value: link }]),
		],
		tags: [],
		aliases: [],
	});
	if (marked === text) return text;
	const since = version === undefined ? "ATT&CK" : `ATT&CK ${version}`;
	const words =
		successor === null ? `${since} has given up this technique.` : `In ${since} this is ${link}.`;
	const lineBreak = marked.includes("\r\n") ? "\r\n" : "\n";
	const start = findFrontMatter(marked)?.body ?? 0;
	const rest = marked.slice(start).replace(/^(?:[ \t]*\r?\n)+/, "");
	const callout = `${lineBreak}> [!warning] ${words}${lineBreak}${lineBreak}`;
	return marked.slice(0, start) + callout + rest;
}
