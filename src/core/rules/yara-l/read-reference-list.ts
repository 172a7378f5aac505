import { fileExtension, fileNameOf, fileStem } from "../file-names";
import type { RuleContext, RuleFile } from "../rule-reader";

/** Values that say by themselves that a text lists indicators: addresses, ranges, hashes, domains, links, e-mail addresses, GUIDs. */
const INDICATOR =
	/^(?:\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,2})?|[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{0,4}:[0-9a-f:]{1,36}(?:\/\d{1,3})?|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|https?:\/\/\S+|[^\s@]+@[\w.-]+|(?:\*\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,24})$/i;

/**
 * Gives a Google SecOps reference list (one value a line, `//` and block comments), or undefined where the file is none.
 *
 * The name is the file name, without `.txt`. In a folder of reference lists any text is one; elsewhere every value must be an indicator,
 * and a file that was given alone may hold any values without spaces.
 */
export function readReferenceList(file: RuleFile): RuleContext | undefined {
	const extension = fileExtension(file.path);
	if (!["", "txt", "list"].includes(extension)) return undefined;
	const values = listValues(file.text);
	if (values.length === 0 || file.text.includes("\0")) return undefined;
	if (!isListPlace(file.path) && !isListContent(values, file.path)) return undefined;
	const name = extension === "" ? fileNameOf(file.path) : fileStem(file.path);
	return { what: "reference-list", name, values };
}

function listValues(text: string): readonly string[] {
	const values: string[] = [];
	let inComment = false;
	for (const line of text.split("\n")) {
		let rest = line.trim();
		if (inComment) {
			const end = rest.indexOf("*/");
			if (end === -1) continue;
			inComment = false;
			rest = rest.slice(end + 2).trim();
		}
		if (rest.startsWith("/*")) {
			const end = rest.indexOf("*/", 2);
			if (end === -1) inComment = true;
			rest = end === -1 ? "" : rest.slice(end + 2).trim();
		}
		if (rest === "" || rest.startsWith("//")) continue;
		const value = (rest.split(/\s\/\//, 1)[0] ?? "").trim();
		if (value !== "") values.push(value);
	}
	return values;
}

function isListPlace(path: string): boolean {
	const folders = path.toLowerCase().split("/").slice(0, -1);
	return folders.some((folder) => /^(?:reference|data)[ _-]?lists?$/.test(folder));
}

function isListContent(values: readonly string[], path: string): boolean {
	if (values.length > 1 && values.every((value) => INDICATOR.test(value))) return true;
	return (
		!path.includes("/") &&
		values.length > 1 &&
		values.every((value) => value.length <= 200 && !/\s/.test(value) && /\w/.test(value))
	);
}
