import type { QuerySource } from "../../model/detection";
import { asText } from "../../formats/values";
import { itemsOf } from "./outline-node";
import type { OutlineNode } from "./outline-node";

/** Gives the rules that a correlation or a filter names, by id or name, in order without doubles; `any` and `all` name none. */
export function listRules(rules: OutlineNode | undefined): readonly QuerySource[] {
	const found = new Map<string, QuerySource>();
	for (const item of itemsOf(rules)) {
		const name = asText(item.scalar);
		if (name === undefined || found.has(name)) continue;
		if (item === rules && /^(?:any|all)$/i.test(name)) continue;
		const { start, end } = item;
		found.set(name, { kind: "function", name, span: { start, end } });
	}
	return [...found.values()];
}
