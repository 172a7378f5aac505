import type { SourceInput } from "../../core/ports/source-files";
import type { ImportProgress } from "../ports/import-progress";
import type { SourceKind, SourceStamp } from "../settings/remembered-source";

/** A source that a person chose for the next import. */
export interface ChosenSource {
	readonly kind: SourceKind;
	/** Its files; of one that is downloaded, only its name until then. */
	readonly input: SourceInput;
	/** Where it lies in the vault, null where it was chosen from outside. */
	readonly vaultPath: string | null;
	/** Where it is downloaded from; absent where it is not. */
	readonly address?: string | undefined;
	/** Downloads it, or gives what was downloaded before where that did not change; rejects with what to tell the person. */
	readonly fetch?: ((progress: ImportProgress) => Promise<SourceInput>) | undefined;
}

/** A source that was imported, with the state it was in where something told. */
export interface ImportedSource extends ChosenSource {
	readonly stamp: SourceStamp | undefined;
	/** Files of it that gave nothing. */
	readonly skipped: number;
	/** Problems in its other files. */
	readonly problems: number;
}

/** A source that could not be had, and why. */
export interface MissingSource {
	readonly source: ChosenSource;
	readonly reason: string;
}
