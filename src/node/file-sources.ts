import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { SourceFile, SourceInput } from "../core/ports/source-files";

/**
 * Opens a path that a user gave: a file, a zip or a folder with everything below it.
 *
 * Hidden files and folders are left out; a symbolic link below the argument is listed but refuses to be read, since a rule
 * repository has no business pointing at other files of the machine. Throws where the path does not exist.
 */
export function openPath(argument: string): SourceInput {
	const stat = statSync(argument);
	const name = basename(resolve(argument));
	const shown = showArgument(argument);
	if (!stat.isDirectory()) {
		return { argument, list: () => once(fileAt(argument, shown, name, stat.size)) };
	}
	return { argument, list: () => walk(argument, shown, name) };
}

async function* once(file: SourceFile): AsyncGenerator<SourceFile> {
	yield await Promise.resolve(file);
}

async function* walk(folder: string, shown: string, path: string): AsyncGenerator<SourceFile> {
	const entries = readdirSync(folder, { withFileTypes: true })
		.filter((entry) => !entry.name.startsWith("."))
		.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
	for (const entry of entries) {
		const full = join(folder, entry.name);
		const file = `${shown}/${entry.name}`;
		const inner = `${path}/${entry.name}`;
		if (entry.isDirectory()) yield* walk(full, file, inner);
		else if (entry.isFile()) yield fileAt(full, file, inner, statSync(full).size);
		else
			yield {
				file,
				path: inner,
				size: 0,
				read: () => Promise.reject(new Error("it is a link or a special file")),
			};
	}
}

function fileAt(full: string, file: string, path: string, size: number): SourceFile {
	return {
		file,
		path,
		size,
		read() {
			try {
				return Promise.resolve(readFileSync(full));
			} catch (error) {
				return Promise.reject(error instanceof Error ? error : new Error("unreadable"));
			}
		},
	};
}

/** The argument with forward slashes and without one at its end; a root stays what it is. */
function showArgument(argument: string): string {
	let shown = argument.replaceAll("\\", "/");
	while (shown.length > 1 && shown.endsWith("/")) shown = shown.slice(0, -1);
	return shown;
}
