import { outlineBlock } from "./outline-block";
import { outlineFlow } from "./outline-flow";
import { leafNode, mergeOutlines } from "./outline-node";
import type { OutlineNode, RepeatedKey } from "./outline-node";

/** Where a section of a Sigma document stands. */
export interface FoundSection {
	readonly outline: OutlineNode;
	readonly repeated: readonly RepeatedKey[];
}

/**
 * Finds a top-level section (`detection`) in the text of a Sigma document and outlines it.
 *
 * Of several YAML documents in one text (a global part above the rule) the sections are laid over each other as their tables are. A
 * document in JSON is outlined as a whole. A section that is not found has the whole text as its place.
 */
export function findSection(text: string, name: keyof typeof SECTION_KEYS): FoundSection {
	const repeated: RepeatedKey[] = [];
	const first = /\S/.exec(text);
	if (first?.[0] === "{") {
		const whole = outlineFlow(text, first.index, text.length, repeated);
		return { outline: whole.entries?.get(name)?.value ?? leafNode(0, text.length), repeated };
	}
	let outline: OutlineNode | undefined;
	for (const { at, indent } of findKeys(text, name)) {
		const found = outlineBlock(text, at, indent, repeated);
		outline = outline === undefined ? found : mergeOutlines(outline, found);
	}
	return { outline: outline ?? leafNode(0, text.length), repeated };
}

/** A section's key at the start of a line, or the line that parts two documents. */
const SECTION_KEYS = {
	detection: /^(?:---|\.\.\.)(?=\s|$)|^( *)(["']?)detection\2[ \t]*:(?=\s|$)/gm,
	correlation: /^(?:---|\.\.\.)(?=\s|$)|^( *)(["']?)correlation\2[ \t]*:(?=\s|$)/gm,
	filter: /^(?:---|\.\.\.)(?=\s|$)|^( *)(["']?)filter\2[ \t]*:(?=\s|$)/gm,
} as const;

interface SectionKey {
	/** Behind the colon. */
	readonly at: number;
	readonly indent: number;
}

/** The least indented key of this name in each document of the text. */
function findKeys(text: string, name: keyof typeof SECTION_KEYS): readonly SectionKey[] {
	const keys: SectionKey[] = [];
	let least: SectionKey | undefined;
	for (const match of text.matchAll(SECTION_KEYS[name])) {
		const indent = match[1]?.length;
		if (indent === undefined) {
			if (least !== undefined) keys.push(least);
			least = undefined;
		} else if (least === undefined || indent < least.indent)
			least = { at: match.index + match[0].length, indent };
	}
	return least === undefined ? keys : [...keys, least];
}
