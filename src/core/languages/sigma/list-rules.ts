import type { QuerySource } from "../../model/detection";
import { asText } from "../../formats/values";
import { itemOf } from "./outline-node";
import type { OutlineNode } from "./outline-node";

/** Gives the rules that a correlation or a filter names, by id or name, in order without doubles; `any` and `all` name none. */
export function listRules(value: unknown, node: OutlineNode): readonly QuerySource[] {
	const isList = Array.isArray(value);
	const values: readonly unknown[] = isList ? value : [value];
	const found = new Map<string, QuerySource>();
	values.forEach((one, index) => {
		const name = asText(one);
		if (name === undefined || found.has(name)) return;
		if (!isList && /^(?:any|all)$/i.test(name)) return;
		const { start, end } = isList ? itemOf(node, index) : node;
		found.set(name, { kind: "function", name, span: { start, end } });
	});
	return [...found.values()];
}
