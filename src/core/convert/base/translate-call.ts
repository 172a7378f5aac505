import type { Expression } from "../../query/parse/ast";
import { guard, quoteText } from "./base-text";
import { isOwnLink } from "./translate-field";
import { pathOf, refuse, truthOf, type Translated, type Translation } from "./translation";

type Call = Expression & { readonly type: "call" };
type Translate = (expression: Expression, translation: Translation) => Translated | undefined;

/** Gives the text of a call of which all arguments could be translated; undefined where they are not those it takes. */
type WriteCall = (args: readonly Translated[]) => Translated | undefined;

const truth = (text: string): Translated => ({ text, kind: "truth" });
const value = (text: string): Translated => ({ text, kind: "value" });

/** Functions of the query language that Bases have a word for. */
const CALLS: ReadonlyMap<string, WriteCall> = new Map<string, WriteCall>([
	["contains", (args) => writeContains(args, (text) => text)],
	["icontains", (args) => writeContains(args, (text) => `${text}.lower()`)],
	["startswith", (args) => writeTextTest(args, "startsWith")],
	["endswith", (args) => writeTextTest(args, "endsWith")],
	["econtains", writeExactContains],
	["lower", ([of, ...more]) => method(of, more, "toString().lower()")],
	["string", ([of, ...more]) => method(of, more, "toString()")],
	["floor", ([of, ...more]) => method(of, more, "floor()")],
	["ceil", ([of, ...more]) => method(of, more, "ceil()")],
	["round", writeRound],
	["length", ([of, ...more]) => ofOne(of, more, (text) => value(`if(${text}, ${text}.length, 0)`))],
	["number", ([of, ...more]) => ofOne(of, more, (text) => value(`number(${text})`))],
	["date", ([of, ...more]) => ofOne(of, more, (text) => value(`date(${text})`))],
	[
		"default",
		([of, other]) => of && other && value(`if(${of.text} == null, ${other.text}, ${of.text})`),
	],
	[
		"choice",
		([test, yes, no]) =>
			test && yes && no && value(`if(${truthOf(test)}, ${yes.text}, ${no.text})`),
	],
	["join", ([of, by]) => of && value(`list(${of.text}).join(${by?.text ?? '", "'})`)],
]);

/** Translates a call of a function; where bases have nothing like it, `translation` is told, and the result is undefined. */
export function translateCall(
	call: Call,
	translation: Translation,
	translate: Translate,
): Translated | undefined {
	const [name = ""] = call.callee.type === "variable" ? [call.callee.name.toLowerCase()] : [];
	const [of, looked] = call.args;
	if (of !== undefined && looked !== undefined && name.endsWith("contains")) {
		const special =
			translateTagTest(name, of, looked) ??
			translateLinkTest(name, of, looked, translation, translate);
		if (special !== undefined) return special;
	}
	const write = CALLS.get(name);
	if (write === undefined) {
		return refuse(translation, "function", call.span);
	}
	const args = call.args.map((arg) => translate(arg, translation));
	const known = args.filter((arg) => arg !== undefined);
	if (known.length < args.length) return undefined;
	return write(known) ?? refuse(translation, "function", call.span);
}

/**
 * A test of a note's tags for a literal. `file.tags` has each tag with those above it, and a part of a tag that starts with `#` is its
 * start, so both tests are those of Bases: `hasTag`, and a look at how the tags start.
 */
function translateTagTest(
	name: string,
	of: Expression,
	looked: Expression,
): Translated | undefined {
	const path = pathOf(of)?.join(".");
	if (path !== "file.tags" && path !== "file.etags") return undefined;
	const literal = looked.type === "literal" ? looked.value : undefined;
	if (typeof literal !== "string" || !literal.startsWith("#") || literal.length === 1)
		return undefined;
	const tag = literal.slice(1);
	if (name === "econtains" && path === "file.tags") return truth(`file.hasTag(${quoteText(tag)})`);
	if (name === "econtains") return undefined;
	const written = 'value.toString().replace("#", "")';
	const test =
		name === "icontains"
			? `${written}.lower().startsWith(${quoteText(tag.toLowerCase())})`
			: `${written}.startsWith(${quoteText(tag)})`;
	return truth(`(file.tags.filter(${test}).length > 0)`);
}

/** A test of a property's links for a link. */
function translateLinkTest(
	name: string,
	of: Expression,
	looked: Expression,
	translation: Translation,
	translate: Translate,
): Translated | undefined {
	const isLink =
		looked.type === "literal" &&
		typeof looked.value === "object" &&
		looked.value !== null &&
		"kind" in looked.value &&
		looked.value.kind === "link";
	if (!isOwnLink(looked) && !isLink) return undefined;
	const path = pathOf(of)?.join(".");
	const target = isOwnLink(looked) ? value("this.file") : translate(looked, translation);
	if (target === undefined || name === "containsword") return undefined;
	if (path === "file.outlinks") return truth(`file.hasLink(${target.text})`);
	const list = translate(of, translation);
	return list && truth(guard(list.text, `list(${list.text}).contains(${target.text})`));
}

/** Looks for a part in a text, and in each text of a list. */
function writeContains(
	[of, looked, ...more]: readonly Translated[],
	fold: (text: string) => string,
): Translated | undefined {
	if (of === undefined || looked === undefined || more.length > 0) return undefined;
	const part = looked.text.startsWith('"') ? foldLiteral(looked.text, fold) : undefined;
	if (part === undefined) {
		const isNumber = /^\(?-?[\d.]+\)?$/.test(looked.text);
		return isNumber ? writeExactContains([of, looked]) : undefined;
	}
	if (of.text.startsWith("file.")) return truth(`${fold(of.text)}.contains(${part})`);
	const test = `${fold("value.toString()")}.contains(${part})`;
	return truth(guard(of.text, `list(${of.text}).filter(${test}).length > 0`));
}

/** A literal in lower case where the text that it is looked for in is. */
function foldLiteral(literal: string, fold: (text: string) => string): string {
	return fold("") === "" ? literal : literal.toLowerCase();
}

function writeExactContains([of, looked, ...more]: readonly Translated[]): Translated | undefined {
	if (of === undefined || looked === undefined || more.length > 0) return undefined;
	return of.kind === "property"
		? truth(guard(of.text, `${of.text}.contains(${looked.text})`))
		: undefined;
}

function writeTextTest(
	[of, looked, ...more]: readonly Translated[],
	name: string,
): Translated | undefined {
	if (of === undefined || looked === undefined || more.length > 0) return undefined;
	return truth(guard(of.text, `${of.text}.${name}(${looked.text})`));
}

function writeRound([of, digits, ...more]: readonly Translated[]): Translated | undefined {
	if (of === undefined || more.length > 0) return undefined;
	return value(guardValue(of, `round(${digits?.text ?? ""})`));
}

function method(
	of: Translated | undefined,
	more: readonly Translated[],
	call: string,
): Translated | undefined {
	return ofOne(of, more, () => value(of === undefined ? "" : guardValue(of, call)));
}

function guardValue({ text, kind }: Translated, call: string): string {
	return kind === "property" ? `if(${text} == null, null, ${text}.${call})` : `${text}.${call}`;
}

function ofOne(
	of: Translated | undefined,
	more: readonly Translated[],
	write: (text: string) => Translated,
): Translated | undefined {
	return of === undefined || more.length > 0 ? undefined : write(of.text);
}
