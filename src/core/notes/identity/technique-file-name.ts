import { comparable } from "../../text/comparable";

/** What a file is called beside the technique that it is named for. */
export interface TechniqueFileName {
	/** As the name spells it: `T1021_004`. */
	readonly spelling: string;
	/** "" where the name is the id alone. */
	readonly title: string;
	/** What stands between the two. */
	readonly separator: string;
}

/** One technique's id, not inside a word. */
const ID = /(^|[^a-z0-9])(t\d{4}(?:[._-]\d{3})?)(?![a-z0-9])/i;
/** What may stand between an id and a title. */
const SEPARATORS = " \t-–—_:;,.|·([{}])";

/**
 * Takes apart the name of a file that starts or ends with the only technique id in it: `T1021.004 - SSH`, `T1021_004_SSH`, `SSH (T1021.004)`.
 * Undefined for any other name.
 */
export function readTechniqueFileName(baseName: string): TechniqueFileName | undefined {
	const found = ID.exec(baseName);
	if (found === null) return undefined;
	const [, edge = "", spelling = ""] = found;
	const start = found.index + edge.length;
	const before = baseName.slice(0, start);
	const after = baseName.slice(start + spelling.length);
	if (ID.test(after)) return undefined;
	if (comparable(before) === "") {
		let from = 0;
		while (isSeparator(after[from])) from++;
		return { spelling, title: after.slice(from).trimEnd(), separator: after.slice(0, from) };
	}
	if (comparable(after) !== "") return undefined;
	let to = before.length;
	while (isSeparator(before[to - 1])) to--;
	return { spelling, title: before.slice(0, to).trimStart(), separator: before.slice(to) };
}

function isSeparator(sign: string | undefined): boolean {
	return sign !== undefined && SEPARATORS.includes(sign);
}

/**
 * Whether a file is named for a technique: `T1021.004`, `T1021.004 - SSH`, `T1021.004-SSH`, `SSH (T1021.004)`; a blank alone does not part
 * an id from a title.
 */
export function isNamedForTechnique(baseName: string): boolean {
	const name = readTechniqueFileName(baseName);
	return name !== undefined && (name.title === "" || /[-–—_:|([{]/.test(name.separator));
}

/**
 * Gives a technique's names, in full and without its parent's, from what its own note would be called (`T1021.004 - Remote Services - SSH`).
 */
export function listTechniqueNames(baseName: string): readonly string[] {
	const [, ...parts] = baseName.split(" - ");
	return parts.map((_, at) => parts.slice(at).join(" - "));
}
