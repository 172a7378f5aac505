import type { SourceKind } from "../settings/remembered-source";
import { SOURCE_EXTENSIONS } from "../settings/remembered-source";
import type { Texts } from "../text/en";
import { resolveAddress } from "./resolve-address";

/** Says what keeps an address from being a source of its kind; undefined where nothing does. */
export function checkAddress(
	address: string,
	kind: SourceKind,
	texts: Texts["import"]["download"]["addressFaults"],
): string | undefined {
	const resolved = resolveAddress(address, kind);
	if (resolved.ok) return undefined;
	if (resolved.fault !== "ending") return texts[resolved.fault];
	return texts.ending(SOURCE_EXTENSIONS[kind].map((ending) => `.${ending}`).join(", "));
}
