import { safeFileName } from "../safe/file-name";

/** What a technique's titles are made from. */
export interface NamedTechnique {
	readonly id: string;
	readonly name: string;
	readonly parentName: string | null;
}

/** Gives a technique's full name as ATT&CK's pages have it: `Remote Services: SSH`, or `Remote Services`. */
export function fullTechniqueName({ name, parentName }: NamedTechnique): string {
	return parentName === null ? name : `${parentName}: ${name}`;
}

/** Gives the heading of a technique's note: `Remote Services - SSH`. */
export function techniqueHeading({ name, parentName }: NamedTechnique): string {
	return parentName === null ? name : `${parentName} - ${name}`;
}

/** Gives the base name of a technique's note, safe on every file system: `T1021.004 - Remote Services - SSH`. */
export function techniqueBaseName(technique: NamedTechnique): string {
	return safeFileName(`${technique.id} - ${techniqueHeading(technique)}`);
}
