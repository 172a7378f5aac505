import type { SourceFile, SourceInput } from "../../core/ports/source-files";
import { addToGroup } from "../../core/text/add-to-group";
import { compareCodeUnits } from "../../core/text/compare";
import { findGitCommit } from "./git-commit";
import { isHiddenPath } from "./source-paths";

/** Sources from a file dialog: each file alone, and the files of one folder together. */
export function openPickedFiles(files: readonly File[]): SourceInput[] {
	const alone: SourceInput[] = [];
	const folders = new Map<string, File[]>();
	for (const file of files) {
		// Some web views leave the path out where no folder was chosen.
		const path = file.webkitRelativePath as string | undefined;
		const root = path?.split("/")[0] ?? "";
		if (root === "") alone.push(openFile(file));
		else addToGroup(folders, root, file);
	}
	return [...alone, ...[...folders].map(([root, inside]) => openFolder(root, inside))];
}

/** A source that is one file. */
export function openFile(file: File): SourceInput {
	return {
		argument: file.name,
		async *list() {
			yield await Promise.resolve(sourceFileOf(file, file.name));
		},
	};
}

function openFolder(root: string, files: readonly File[]): SourceInput {
	return {
		argument: root,
		commit: () =>
			findGitCommit(async (path) =>
				files.find((file) => file.webkitRelativePath === `${root}/${path}`)?.text(),
			),
		async *list() {
			const visible = files
				.map((file) => ({ file, path: file.webkitRelativePath }))
				.filter(({ path }) => !isHiddenPath(path))
				.sort((a, b) => compareCodeUnits(a.path, b.path));
			for (const { file, path } of visible) yield await Promise.resolve(sourceFileOf(file, path));
		},
	};
}

/** One file of a source, under the path by which reports name it. */
export function sourceFileOf(file: File, path: string): SourceFile {
	return {
		file: path,
		path,
		size: file.size,
		modified: file.lastModified,
		read: async () => new Uint8Array(await file.arrayBuffer()),
	};
}
