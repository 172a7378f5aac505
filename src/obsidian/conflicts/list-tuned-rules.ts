import type { App } from "obsidian";
import type { RuleChange } from "../../core/library/tell-rule-change";
import { tellRuleChange } from "../../core/library/tell-rule-change";
import { hashText } from "../../core/notes/bases/hash-text";
import { readRuleNote } from "../../core/notes/rule/read-rule-note";
import { createSlicer } from "../ports/slices";
import type { UpstreamTexts } from "./upstream-texts";

/** A rule whose text a person changed. */
export interface TunedRule {
	readonly path: string;
	/** The rule's text as upstream has it, and as it is. */
	readonly upstream: string;
	readonly own: string;
	readonly change: RuleChange;
}

/** Lists the rules whose text differs from what upstream has, by path. */
export async function listTunedRules(
	app: App,
	upstream: UpstreamTexts,
	isWanted: () => boolean,
): Promise<readonly TunedRule[]> {
	const slicer = createSlicer();
	const tuned: TunedRule[] = [];
	for (const file of app.vault.getMarkdownFiles()) {
		const { frontmatter } = app.metadataCache.getFileCache(file) ?? {};
		if (frontmatter?.["rule_id"] === undefined) continue;
		await slicer.breathe();
		if (!isWanted()) break;
		const text = await app.vault.cachedRead(file);
		if (await upstream.isAsWritten(file, hashText(text))) continue;
		const base = await upstream.textOf(file, text);
		const before = base === undefined ? undefined : readRuleNote(base)?.source.text;
		const own = readRuleNote(text)?.source.text;
		if (base === undefined || before === undefined || own === undefined || before === own) continue;
		const change = tellRuleChange(file.path, base, text);
		tuned.push({ path: file.path, upstream: before, own, change });
	}
	return tuned.sort((a, b) => (a.path < b.path ? -1 : 1));
}
