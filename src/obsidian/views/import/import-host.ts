import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { ChosenSource } from "../../import/chosen-source";
import type { ImportSession } from "../../import/import-session";
import type { RememberedSource, SourceKind } from "../../settings/remembered-source";
import type { Texts } from "../../text/en";

/** What the import window is given. */
export interface ImportViewHost {
	readonly session: ImportSession;
	readonly texts: Texts["import"];
	readonly language: string;
	/** ATT&CK's version from the settings, "" for none. */
	readonly attackVersion: string;
	/** Whether folders can be chosen outside the vault: phones have no dialog for them. */
	readonly canChooseFolders: boolean;
	/** As they are now. */
	readonly remembered: readonly RememberedSource[];
	/** Lets the person choose something in the vault. */
	readonly chooseInVault: (kind: SourceKind, choose: (source: ChosenSource) => void) => void;
	/** Lets the person add a published source of a kind to those that are remembered. */
	readonly addPublished: (kind: SourceKind) => void;
	/** Opens a source that is remembered; undefined where it is gone, lay outside the vault or may not be downloaded. */
	readonly openRemembered: (source: RememberedSource) => ChosenSource | undefined;
	/** Opens a note and leaves the window. */
	readonly openNote: (path: string) => void;
	/** Leaves the window for the list of test runs that no test is linked to. */
	readonly linkRuns: () => void;
	/** Leaves the window for the list of conflicts. */
	readonly showConflicts: () => void;
	/** Switches the download of a remembered source on, for this import and later ones. */
	readonly allowDownload: (source: RememberedSource) => void;
	readonly close: () => void;
	readonly tell: (message: string) => void;
}

/** Hands the host down to every part of the import window. */
export const ImportContext = createContext<ImportViewHost | undefined>(undefined);

/** The host of the import window that a component stands in. */
export function useImport(): ImportViewHost {
	const host = useContext(ImportContext);
	if (host === undefined) throw new Error("A component was drawn outside the import window");
	return host;
}
