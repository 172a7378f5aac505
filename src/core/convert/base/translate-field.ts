import type { Expression } from "../../query/parse/ast";
import { propertyText } from "./base-text";
import { pathOf, refuse, type Translated, type Translation } from "./translation";

/** Fields of `file`, as Dataview names them, and what they are in Bases (Obsidian's help, "Bases syntax", "File properties"). */
const FILE_FIELDS: ReadonlyMap<string, string> = new Map([
	["name", "file.basename"],
	["path", "file.path"],
	["ext", "file.ext"],
	["size", "file.size"],
	["ctime", "file.ctime"],
	["mtime", "file.mtime"],
	["cday", "file.ctime.date()"],
	["mday", "file.mtime.date()"],
]);

/** Fields that can be shown, but are not of the same form. */
const SHOWN_FIELDS: ReadonlyMap<string, string> = new Map([
	["link", "file.name"],
	["name", "file.name"],
	["folder", "file.folder"],
	["tags", "file.tags"],
	["etags", "file.tags"],
	["outlinks", "file.links"],
	["inlinks", "file.backlinks"],
]);

/** Translates a field; gives undefined, without a word, for an expression that is none. */
export function translateField(
	expression: Expression,
	translation: Translation,
): Translated | undefined {
	const path = rowPath(expression, translation);
	if (path === undefined) return undefined;
	const [first = "", second, ...rest] = path;
	if (first === "this") return translateThis(expression, path, translation);
	if (first === "file" && second !== undefined && rest.length === 0) {
		const text = FILE_FIELDS.get(second);
		if (text !== undefined) return { text, kind: "value" };
		return refuse(translation, "file-field", expression.span);
	}
	const name = propertyOfPath(path);
	if (name !== undefined) return { text: propertyText(name), kind: "property" };
	return refuse(translation, first === "file" ? "file-field" : "value", expression.span);
}

/** Gives the property that shows a field in a column; undefined for what is no field or has to be computed. */
export function columnOfField(
	expression: Expression,
	translation: Translation,
): string | undefined {
	const path = rowPath(expression, translation);
	if (path === undefined || path[0] === "this") return undefined;
	const [first, second = ""] = path;
	if (first === "file" && path.length === 2) {
		const direct = FILE_FIELDS.get(second);
		return SHOWN_FIELDS.get(second) ?? (direct?.endsWith(")") === true ? undefined : direct);
	}
	return propertyOfPath(path);
}

/** The path within a row; behind a `GROUP BY` it is that behind `rows`. */
function rowPath(expression: Expression, translation: Translation): readonly string[] | undefined {
	const path = pathOf(expression);
	if (path === undefined) return undefined;
	if (translation.isGrouped && path[0] === "rows" && path.length > 1) return path.slice(1);
	return path[0] === "row" && path.length > 1 ? path.slice(1) : path;
}

/** The property of a note: `status`, `row["Log source"]` or `file.frontmatter.status`. */
function propertyOfPath(path: readonly string[]): string | undefined {
	const [first, second, third] = path;
	if (path.length === 1) return first;
	return path.length === 3 && first === "file" && second === "frontmatter" ? third : undefined;
}

function translateThis(
	expression: Expression,
	path: readonly string[],
	translation: Translation,
): Translated | undefined {
	const [, second, third = ""] = path;
	const isPlain = second === "file" && path.length === 3 && ["path", "ext", "name"].includes(third);
	if (!isPlain) {
		return refuse(translation, "this-field", expression.span);
	}
	return { text: `this.file.${third === "name" ? "basename" : third}`, kind: "value" };
}

/** Tells whether an expression is the link to the note the query stands in. */
export function isOwnLink(expression: Expression): boolean {
	return pathOf(expression)?.join(".") === "this.file.link";
}
