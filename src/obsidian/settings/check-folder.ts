import type { FolderSettings } from "../../core/model/settings";

/** What is wrong with a folder that someone typed. */
export type FolderProblem =
	| { readonly kind: "empty" | "leaves" | "hidden" | "characters" | "ending" }
	| { readonly kind: "same" | "inside"; readonly other: keyof FolderSettings };

/** Characters that some file system or a link to a note in the folder cannot have. */
const ILLEGAL = /[\\:*?"<>|#^[\]\p{Cc}]/u;

/** Gives a folder as settings keep it: one slash between parts, none at the ends, composed Unicode. */
export function normaliseFolder(path: string): string {
	return path
		.normalize("NFC")
		.split("/")
		.filter((part) => part !== "")
		.join("/");
}

/** Says what keeps a path from being a folder of the vault; undefined where nothing does. */
export function checkFolderPath(path: string): FolderProblem | undefined {
	if (path.trim() === "") return { kind: "empty" };
	const parts = path.split("/");
	if (path.startsWith("/") || parts.includes("..") || parts.includes("."))
		return { kind: "leaves" };
	if (ILLEGAL.test(path)) return { kind: "characters" };
	if (parts.some((part) => part.startsWith("."))) return { kind: "hidden" };
	if (parts.some((part) => /[. ]$/.test(part))) return { kind: "ending" };
	return undefined;
}

/** Says why a path cannot become the folder of one kind of note beside the folders of the others. */
export function checkFolder(
	folders: FolderSettings,
	key: keyof FolderSettings,
	path: string,
): FolderProblem | undefined {
	const problem = checkFolderPath(path);
	if (problem !== undefined) return problem;
	const wanted = normaliseFolder(path).toLowerCase();
	for (const other of FOLDER_KEYS) {
		if (other === key) continue;
		const taken = folders[other].toLowerCase();
		if (taken === wanted) return { kind: "same", other };
		const outer = key === "runbooks" ? wanted : taken;
		const inner = key === "runbooks" ? taken : wanted;
		// A query over the runbooks' folder would list the executions too.
		const apart =
			(key === "runbooks" && other === "executions") ||
			(key === "executions" && other === "runbooks");
		if (apart && inner.startsWith(`${outer}/`)) return { kind: "inside", other };
	}
	return undefined;
}

/** The folders in the order in which settings show them. */
export const FOLDER_KEYS = ["techniques", "rules", "runbooks", "executions", "home"] as const;
