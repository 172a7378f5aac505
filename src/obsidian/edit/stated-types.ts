import type { App } from "obsidian";
import { asTable, ownValue } from "../../core/formats/values";
import { kindOfType } from "./property-kind";
import type { PropertyKind } from "./property-kind";

/** The types that a person gave properties in Obsidian. */
export interface StatedTypes {
	/** The type of a property; undefined where none is stated. */
	of(key: string): PropertyKind | undefined;
	/** Looks again at what is stated. */
	refresh(): Promise<void>;
}

/** Reads the types that Obsidian keeps in `types.json` beside its other settings; letter case of names does not matter there. */
export function createStatedTypes(app: App): StatedTypes {
	let types: ReadonlyMap<string, PropertyKind> = new Map();
	return {
		of: (key) => types.get(key.toLowerCase()),
		async refresh() {
			const { adapter, configDir } = app.vault;
			const path = `${configDir}/types.json`;
			try {
				if (await adapter.exists(path)) types = readTypes(await adapter.read(path));
			} catch {
				// Half-written or not ours to read: the values themselves tell their type.
			}
		},
	};
}

/** Reads the text of `types.json`; what it does not say is left out. */
export function readTypes(text: string): ReadonlyMap<string, PropertyKind> {
	const types = new Map<string, PropertyKind>();
	const stated = asTable(ownValue(asTable(JSON.parse(text)) ?? {}, "types")) ?? {};
	for (const [key, type] of Object.entries(stated)) {
		const kind = typeof type === "string" ? kindOfType(type) : undefined;
		if (kind !== undefined) types.set(key.toLowerCase(), kind);
	}
	return types;
}
