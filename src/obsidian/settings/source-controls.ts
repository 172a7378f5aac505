import { nameAddress } from "../download/name-address";
import { normaliseFolder } from "./check-folder";
import { newSource } from "./remembered-source";
import type { RememberedSource } from "./remembered-source";

const KEY = /^sources\.(\d+)\.(path|address|online)$/;

/** Gives what a control of a source's page shows; undefined for any other control. */
export function readSourceControl(sources: readonly RememberedSource[], key: string): unknown {
	const [, index, field] = KEY.exec(key) ?? [];
	const source = sources[Number(index)];
	if (source === undefined) return undefined;
	if (field === "online") return source.online;
	return field === "path" ? source.vaultPath : source.address;
}

/** Gives the sources after a control of one's page was changed; undefined where it is another control or nothing that it takes. */
export function changeSourceControl(
	sources: readonly RememberedSource[],
	key: string,
	value: unknown,
): readonly RememberedSource[] | undefined {
	const [, index, field] = KEY.exec(key) ?? [];
	const source = sources[Number(index)];
	const changed = source === undefined ? undefined : changeField(source, field, value);
	return changed && sources.map((known) => (known === source ? changed : known));
}

function changeField(
	source: RememberedSource,
	field: string | undefined,
	value: unknown,
): RememberedSource | undefined {
	const { kind } = source;
	if (field === "online")
		return typeof value === "boolean" ? { ...source, online: value } : undefined;
	if (typeof value !== "string") return undefined;
	// Another place is another source: what became of the former says nothing of it, nor may it be downloaded yet.
	if (field === "path") {
		const vaultPath = normaliseFolder(value);
		return newSource({ kind, name: vaultPath, vaultPath });
	}
	const address = value.trim();
	return newSource({ kind, name: nameAddress(address), address });
}
