import { breakOf } from "../merge/read-note";
import { splitLines } from "../document/lines";
import { readRunbook } from "./read-runbook";

/** A runbook's text with GUIDs, and which tests got one. */
export interface GivenGuids {
	readonly text: string;
	/** In the order of the note. */
	readonly given: readonly { readonly name: string; readonly guid: string }[];
}

/**
 * Gives a GUID to every test of a runbook note in our shape (`## Test: …`) that states none, so that runs can be matched to it: as the
 * first of its facts. Nothing else changes; a note in which every test has one is given back as it is. `createGuid` makes one.
 */
export function giveGuids(text: string, createGuid: () => string): GivenGuids {
	const lineBreak = breakOf(text);
	const lines = splitLines(text);
	const given: { name: string; guid: string }[] = [];
	for (const { guid: known, name, line } of readRunbook(text)) {
		if (known !== null || !/^#+[ \t]+Test *:/i.test(lines[line - 1] ?? "")) continue;
		const guid = createGuid();
		given.push({ name, guid });
		const fact = `- GUID: ${guid} ^t-${guid.slice(0, 8)}${lineBreak}`;
		let at = line;
		while (at < lines.length && lines[at]?.trim() === "") at++;
		const hasFacts = /^- [A-Z][A-Za-z ]{0,40}:/.test(lines[at] ?? "");
		const place = hasFacts ? at : line - 1;
		const head = lines[line - 1] ?? "";
		const ended = head.endsWith("\n") ? head : head + lineBreak;
		lines[place] = hasFacts ? fact + (lines[at] ?? "") : `${ended}${lineBreak}${fact}`;
		if (!hasFacts && at === line && at < lines.length) lines[place] += lineBreak;
	}
	return { text: given.length === 0 ? text : lines.join(""), given };
}
