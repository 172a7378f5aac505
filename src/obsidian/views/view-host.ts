import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Texts } from "../text/en";
import type { CellEdits } from "./table/cell-edits";
import type { TableMemory } from "./table/table-memory";

/** What links in a view do; the view itself knows neither workspace nor vault. */
export interface LinkActions {
	/** Opens a link's target; the event's modifier keys say where. */
	open(target: string, event: MouseEvent | KeyboardEvent): void;
	/** Offers a preview of the target. */
	preview(target: string, event: MouseEvent, anchor: HTMLElement): void;
	/** Shows the menu of a link. */
	showMenu(target: string, event: MouseEvent): void;
	/** Whether the target's note exists. */
	resolves(target: string): boolean;
}

/** Opens the form of a test run: `path` is the note's, `guid` the test's that is chosen. */
export type RecordRun = (path: string, guid?: string) => void;

/** What every view is given by the part of the plugin that places it. */
export interface ViewHost {
	readonly texts: Texts;
	/** Language of the interface, for dates. */
	readonly language: string;
	readonly links: LinkActions;
	/** Puts text on the clipboard and tells the person. */
	copy(text: string): void;
	/** The time (ISO 8601 in UTC) before which a test run is stale; absent where the view does not tell. */
	readonly staleBefore?: () => string;
	/** Opens the form of a test run for the tests of a note, with one of them chosen; absent where the view cannot. */
	readonly recordRun?: RecordRun;
	/** Starts the import; undefined where the view cannot. */
	readonly importSources: (() => void) | undefined;
	/** Edits properties in cells; absent where a view only shows. */
	readonly edits?: CellEdits;
	/** Keeps what a person did to tables; absent where a view is drawn once. */
	readonly memory?: TableMemory;
}

/** Hands the host down to every component of a view. */
export const HostContext = createContext<ViewHost | undefined>(undefined);

/** The host of the view that a component stands in. */
export function useHost(): ViewHost {
	const host = useContext(HostContext);
	if (host === undefined) throw new Error("A component was drawn outside a view");
	return host;
}
