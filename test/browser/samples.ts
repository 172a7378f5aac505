import { readdir, readFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { zipSync } from "fflate";

const folder = resolve(import.meta.dirname, "../../samples");

/** One of the sample sources that ship with the repository. */
export function readSample(path: string): Promise<Buffer> {
	return readFile(join(folder, path));
}

/** A folder of the samples as a zip whose entries lie in a folder of that name. */
export async function zipSamples(name: string): Promise<Buffer> {
	const root = join(folder, name);
	const entries = await readdir(root, { recursive: true, withFileTypes: true });
	const files: Record<string, Uint8Array> = {};
	for (const entry of entries.filter((item) => item.isFile())) {
		const path = join(entry.parentPath, entry.name);
		files[`${name}/${relative(root, path)}`] = await readFile(path);
	}
	return Buffer.from(zipSync(files));
}
