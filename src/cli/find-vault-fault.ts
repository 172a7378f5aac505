import { statSync } from "node:fs";

/** Says what is wrong with the folder that a command was given as a vault; undefined where there is one. */
export function findVaultFault(vault: string): string | undefined {
	const found = statSync(vault, { throwIfNoEntry: false });
	if (found === undefined) return `${vault} does not exist`;
	return found.isDirectory() ? undefined : `${vault} is a file: a vault is a folder`;
}
