import { expect, it } from "vitest";
import { openDroppedItems } from "../../../src/obsidian/ports/dropped-entries";

type Tree = { readonly [name: string]: Tree | string };

/** A directory as the browser hands it over: a few entries at a time, nothing at the end. */
function directory(name: string, tree: Tree): FileSystemDirectoryEntry {
	const entries = Object.entries(tree).map(([child, content]) =>
		typeof content === "string" ? fileEntry(child, content) : directory(child, content),
	);
	return {
		name,
		isDirectory: true,
		isFile: false,
		createReader: () => {
			const left = [...entries];
			return { readEntries: (give: (batch: unknown[]) => void) => give(left.splice(0, 2)) };
		},
	} as unknown as FileSystemDirectoryEntry;
}

function fileEntry(name: string, content: string): FileSystemEntry {
	const file = (give: (file: File) => void, refuse: (error: Error) => void): void => {
		if (content === "refused") refuse(new Error("The system refuses it"));
		else give(new File([content], name));
	};
	return { name, isDirectory: false, isFile: true, file } as unknown as FileSystemEntry;
}

function item(entry: FileSystemEntry | null, file: File | null): DataTransferItem {
	return {
		kind: "file",
		webkitGetAsEntry: () => entry,
		getAsFile: () => file,
	} as unknown as DataTransferItem;
}

it("takes files and folders, and leaves dropped text alone", () => {
	const sources = openDroppedItems([
		item(null, new File(["x"], "sigma.zip")),
		item(directory("rules", {}), null),
		{ kind: "string" } as DataTransferItem,
	]);
	expect(sources.map(({ argument }) => argument)).toEqual(["sigma.zip", "rules"]);
});

it("lists a folder's files in path order, however few the reader gives at a time, without hidden ones", async () => {
	const tree = {
		"c.yml": "",
		b: { "2.yml": "", "1.yml": "", "3.yml": "" },
		".git": { x: "" },
		"a.yml": "",
	};
	const [source] = openDroppedItems([item(directory("rules", tree), null)]);
	const paths: string[] = [];
	for await (const { path } of source?.list() ?? []) paths.push(path);
	expect(paths).toEqual([
		"rules/a.yml",
		"rules/b/1.yml",
		"rules/b/2.yml",
		"rules/b/3.yml",
		"rules/c.yml",
	]);
});

it("lists a file that cannot be opened, so that the import can report it", async () => {
	const [source] = openDroppedItems([item(directory("rules", { "a.yml": "refused" }), null)]);
	for await (const file of source?.list() ?? []) {
		await expect(file.read()).rejects.toThrow("The system refuses it");
	}
	expect.assertions(1);
});
