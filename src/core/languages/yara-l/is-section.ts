import type { TokenCursor } from "../syntax/token-cursor";
import type { YaraLToken } from "./scan-yara-l";

const SECTIONS: ReadonlySet<string> = new Set([
	...["meta", "events", "match", "outcome", "condition", "options", "dedup", "order"],
	...["limit", "select", "unselect", "table", "export", "setup"],
]);

/** Whether a section begins at the cursor. */
export function isSection(cursor: TokenCursor<YaraLToken>): boolean {
	const token = cursor.peek();
	return token?.kind === "word" && cursor.is(":", 1) && SECTIONS.has(token.text.toLowerCase());
}
