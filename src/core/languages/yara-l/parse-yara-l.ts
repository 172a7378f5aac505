import type { Detection, ParsedQuery, QueryContext, QuerySource } from "../../model/detection";
import { TokenCursor } from "../syntax/token-cursor";
import { findBindings } from "./bindings";
import { findEventTypes } from "./event-types";
import { lowerRule } from "./lower-rule";
import type { YaraLCursor } from "./read-expression";
import type { YaraLSections } from "./read-sections";
import { readQuery } from "./read-sections";
import { scanYaraL } from "./scan-yara-l";

/**
 * Parses a YARA-L 2 rule, or a search with its stages.
 *
 * A comparison that binds a placeholder or joins two events is no predicate; a predicate on a placeholder is one on the field it is bound
 * to. Several event variables are a sample of events. Source: Google SecOps, YARA-L 2.0 language syntax.
 */
export function parseYaraL(text: string, context: QueryContext): ParsedQuery {
	const cursor = new TokenCursor(text, scanYaraL(text));
	const { stages, root } = readQuery(cursor);
	const names = new Set(stages.map(({ name }) => name));
	const sources = new Map<string, QuerySource>();
	const lower = (sections: YaraLSections): Detection => {
		const types = findEventTypes(sections.events);
		for (const source of types.sources)
			if (!sources.has(source.name)) sources.set(source.name, source);
		return lowerRule(sections, {
			text,
			bindings: findBindings(sections.events),
			eventTypeOf: (variable) => types.typeOf(variable),
			isStage: (variable) => variable !== null && names.has(variable),
			listEntries: (name, at) => findList(name, at, context, cursor),
			tell: (reason, { start, end }) =>
				cursor.report("query-opaque", "warning", reason, { start, end }),
		});
	};
	const parts = stages.map(({ sections }) => lower(sections));
	const last = lower(root);
	const detection: Detection =
		parts.length === 0 ? last : { kind: "join", how: "stage", parts: [...parts, last], on: [] };
	const { problems, account } = cursor;
	return { detection, sources: [...sources.values()], problems, tokens: account };
}

function findList(
	name: string,
	{ start, end }: { readonly start: number; readonly end: number },
	context: QueryContext,
	cursor: YaraLCursor,
): readonly string[] | undefined {
	const entries = context.list(name);
	if (entries === undefined) {
		const message = `no reference list \u201C${name}\u201D is known`;
		cursor.report("query-undefined", "info", message, { start, end });
	}
	return entries;
}
