import type { SourceInput } from "../../core/ports/source-files";
import type { SourceKind } from "../settings/plugin-settings";

/** A source that a person chose for the next import. */
export interface ChosenSource {
	readonly kind: SourceKind;
	readonly input: SourceInput;
	/** Where it lies in the vault, null where it was chosen from outside. */
	readonly vaultPath: string | null;
}
