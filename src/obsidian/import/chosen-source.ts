import type { SourceInput } from "../../core/ports/source-files";
import type { SourceKind, SourceStamp } from "../settings/plugin-settings";

/** A source that a person chose for the next import. */
export interface ChosenSource {
	readonly kind: SourceKind;
	readonly input: SourceInput;
	/** Where it lies in the vault, null where it was chosen from outside. */
	readonly vaultPath: string | null;
}

/** A source that was imported, with the state it was in where something told. */
export interface ImportedSource extends ChosenSource {
	readonly stamp: SourceStamp | undefined;
}
