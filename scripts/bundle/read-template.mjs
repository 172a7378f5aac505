import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../../vault-template/Detection Vault", import.meta.url));

/** The notes and bases that a new vault starts with: text by path below the home folder, in the order of their paths. */
export function readTemplate() {
	const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
	const files = entries.filter((entry) => entry.isFile() && /\.(?:md|base)$/.test(entry.name));
	const paths = files.map(({ parentPath, name }) => {
		const path = join(parentPath, name);
		return path.slice(folder.length + 1).replaceAll("\\", "/");
	});
	return Object.fromEntries(
		paths.sort().map((path) => [path, readFileSync(join(folder, path), "utf8")]),
	);
}
