import { countBreaks } from "../../text/count-breaks";
import { findFences } from "../safe/read-fence";
import type { FenceBlock } from "../safe/read-fence";

/** Rule source text inside a note. */
export interface EmbeddedRule {
	readonly format: "yaml" | "toml" | "yara-l" | "kql";
	/** The text between the fence's lines, as it was before a note was made of it. */
	readonly text: string;
	/** The id that the text states, which is the one its vendor's reader gives; null where it states none. */
	readonly id: string | null;
	readonly title: string | null;
	/** 1-based line in the note on which the text starts. */
	readonly line: number;
}

const KQL_LANGUAGES: ReadonlySet<string> = new Set(["kql", "kusto", "kusto-query"]);

/**
 * Finds the first fenced rule in a note: Sigma, Splunk and Sentinel YAML, Elastic TOML, YARA-L, or a query labelled as KQL.
 *
 * Known by its keys at the left margin, without parsing, since every note of a vault is looked at; `body` is the UTF-16 offset at
 * which to start. Linear in the text.
 */
export function findRuleSource(text: string, body: number): EmbeddedRule | undefined {
	const [first] = listRuleSources(text, body, 1);
	return first;
}

/** Lists a note's fenced rules as `findRuleSource` knows them, at most as many as are wanted. */
export function listRuleSources(text: string, body: number, most: number): readonly EmbeddedRule[] {
	const rules: EmbeddedRule[] = [];
	if (!text.includes("```", body) && !text.includes("~~~", body)) return rules;
	const firstLine = countBreaks(text, 0, body);
	for (const fence of findFences(text.slice(body))) {
		const rule = readRule(fence);
		if (rule !== undefined) rules.push({ ...rule, line: firstLine + fence.line + 1 });
		if (rules.length === most) break;
	}
	return rules;
}

function readRule(fence: FenceBlock): Omit<EmbeddedRule, "line"> | undefined {
	const { text } = fence;
	const language = fence.language.toLowerCase();
	if (/^[ \t]*\[(?:rule|hunt)\][ \t]*$/m.test(text)) {
		const id = findTomlText(text, /^[ \t]*(?:rule_id|uuid)[ \t]*=(.*)$/m);
		return { format: "toml", text, id, title: findTomlText(text, /^[ \t]*name[ \t]*=(.*)$/m) };
	}
	if (/^[ \t]*rule[ \t]+\w+\s*\{/m.test(text) && /^[ \t]*events[ \t]*:/m.test(text)) {
		const title = /^[ \t]*rule[ \t]+(\w+)/m.exec(text)?.[1] ?? null;
		return { format: "yara-l", text, id: findTomlText(text, /^[ \t]*rule_id[ \t]*=(.*)$/m), title };
	}
	if (isRuleYaml(text)) {
		const title = findYamlText(text, /^(?:title|name):(.*)$/m);
		return { format: "yaml", text, id: findYamlText(text, /^id:(.*)$/m), title };
	}
	if (KQL_LANGUAGES.has(language)) return { format: "kql", text, id: null, title: null };
	return undefined;
}

/** Keys that Sigma's rules, correlations and filters, Splunk's detections and Sentinel's rules have at the left margin. */
function isRuleYaml(text: string): boolean {
	if (!/^(?:title|name):/m.test(text)) return false;
	if (/^(?:detection|correlation|filter):/m.test(text)) return true;
	return /^(?:search|query):/m.test(text) && /^(?:id|tactics|severity|tags):/m.test(text);
}

function findYamlText(text: string, pattern: RegExp): string | null {
	const value = (pattern.exec(text)?.[1] ?? "").trim();
	const quoted = /^(?:"([^"]*)"|'([^']*)')/.exec(value);
	const plain = quoted === null ? (value.split(/\s#/, 1)[0] ?? "") : (quoted[1] ?? quoted[2] ?? "");
	return plain.trim() === "" ? null : plain.trim();
}

function findTomlText(text: string, pattern: RegExp): string | null {
	const value = (pattern.exec(text)?.[1] ?? "").trim();
	const quoted = /^(?:"([^"]*)"|'([^']*)')/.exec(value);
	const id = (quoted?.[1] ?? quoted?.[2] ?? "").trim();
	return id === "" ? null : id;
}
