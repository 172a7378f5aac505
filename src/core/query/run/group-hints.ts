import type { Query } from "../parse/ast";
import { listNamesBehindGroup, type GroupNameUse } from "./names-used";
import type { Remark } from "./source-hints";

/** Says which fields a query asks of groups as if they were rows: they are always null there. */
export function findGroupHints(query: Query): readonly Remark[] {
	const said = new Set<string>();
	return listNamesBehindGroup(query).flatMap((use) => {
		const name = use.of === "file" ? `file.${use.name}` : use.name;
		if (said.has(name)) return [];
		said.add(name);
		return [{ at: use.span.start, message: `${describeGroup(use)}; ${meantBy(use, name)}` }];
	});
}

function describeGroup({ by }: GroupNameUse): string {
	const own = /^[\p{L}_][\p{L}\d_-]*$/u.test(by) ? `key, ${by}` : "key";
	return `behind GROUP BY a row has only ${own} and rows`;
}

function meantBy({ place, isSorted }: GroupNameUse, name: string): string {
	if (place === "compared") return `a text stands in quotes: "${name}"`;
	if (place === "date") return `did you mean date("${name}")?`;
	const meant = /^[\p{L}_][\p{L}\d_.-]*$/u.test(name) ? `rows.${name}` : `rows["${name}"]`;
	return isSorted
		? `SORT before GROUP BY puts the rows in order; did you mean ${meant}?`
		: `did you mean ${meant}?`;
}
