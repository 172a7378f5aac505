import type { Base, BaseFilter, BaseOrder } from "./base";

/**
 * Writes a base as YAML (Obsidian's help, "Bases syntax"), without a line break at its end. Texts stand in quotes, so that none means
 * anything to YAML.
 */
export function writeBase(base: Base): string {
	const { filters, formulas, names, sort, order, groupBy, limit } = base;
	const shown = [...names].filter(([property]) => order.includes(property));
	return [
		"filters:",
		"  and:",
		...filters.flatMap((filter) => writeFilter(filter, "    ")),
		...(formulas.size > 0 ? ["formulas:"] : []),
		...[...formulas].map(([name, text]) => `  ${name}: ${quote(text)}`),
		...(shown.length > 0 ? ["properties:"] : []),
		...shown.flatMap(([property, name]) => [
			`  ${writeName(property)}:`,
			`    displayName: ${quote(name)}`,
		]),
		"views:",
		`  - type: ${base.view}`,
		`    name: ${quote(base.name)}`,
		...(groupBy === undefined ? [] : ["    groupBy:", ...writeOrder(groupBy, "      ", "      ")]),
		"    order:",
		...order.map((property) => `      - ${writeName(property)}`),
		...(sort.length > 0 ? ["    sort:"] : []),
		...sort.flatMap((key) => writeOrder(key, "      - ", "        ")),
		...(limit === undefined ? [] : [`    limit: ${limit}`]),
	].join("\n");
}

function writeOrder({ property, direction }: BaseOrder, first: string, next: string): string[] {
	return [`${first}property: ${writeName(property)}`, `${next}direction: ${direction}`];
}

function writeFilter(filter: BaseFilter, indent: string): string[] {
	if (typeof filter === "string") return [`${indent}- ${quote(filter)}`];
	return Object.entries(filter).flatMap(([key, items]: [string, readonly BaseFilter[]]) => [
		`${indent}- ${key}:`,
		...items.flatMap((item) => writeFilter(item, `${indent}    `)),
	]);
}

function writeName(property: string): string {
	const isPlain =
		/^[A-Za-z_][\w.-]*$/.test(property) &&
		!/^(?:null|true|false|yes|no|on|off|y|n)$/i.test(property);
	return isPlain ? property : quote(property);
}

/** YAML 1.2, 7.3: single quotes stand for themselves but for the quote; what is no printable character needs double ones. */
function quote(text: string): string {
	const isPrintable =
		/^[\t\x20-\x7e\u00a0-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]*$/u;
	return isPrintable.test(text) ? `'${text.replaceAll("'", "''")}'` : JSON.stringify(text);
}
