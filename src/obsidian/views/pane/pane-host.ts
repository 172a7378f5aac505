import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Problem } from "../../../core/model/problem";
import type { PanelSources, TechniquePanel } from "../../../core/panels/technique-panel";
import type { PanelChoice } from "../panels/panel-head";
import type { PaneState } from "./pane-state";

/** What the parts of a pane are drawn from, and what they can set off. */
export interface PaneHost {
	readonly sources: PanelSources;
	/** Another number after every change of the notes. */
	readonly generation: number;
	readonly problems: readonly Problem[];
	readonly state: PaneState;
	/** Keeps another state and draws by it. */
	readonly remember: (state: PaneState) => void;
	/** Gives a technique's panel, the same object for as long as nothing in it changes. */
	readonly panelOf: (technique: string, choice: PanelChoice) => TechniquePanel | undefined;
	/** Reads a note's text; undefined where there is none. The same function every time. */
	readonly readNote: (path: string) => Promise<string | undefined>;
	/** Lets a person choose a technique. */
	readonly goToTechnique: () => void;
}

/** Hands it down to every part. */
export const PaneContext = createContext<PaneHost | undefined>(undefined);

/** The pane that a part stands in. */
export function usePane(): PaneHost {
	const pane = useContext(PaneContext);
	if (pane === undefined) throw new Error("A part of the pane was drawn outside of it");
	return pane;
}
