import type { Problem } from "../../../core/model/problem";
import type { PanelSources, TechniquePanel } from "../../../core/panels/technique-panel";

/** What each part of a technique's panel is given. */
export interface PartProps {
	readonly panel: TechniquePanel;
	readonly sources: PanelSources;
	/** What is wrong with the data that rules and techniques are understood with. */
	readonly problems: readonly Problem[];
	/** Another number after every change of the notes. */
	readonly generation: number;
	/** Rows shown before a person asks for all. */
	readonly limit: number;
	/** Reads a note's text; undefined where there is none. The same function every time. */
	readonly readNote: (path: string) => Promise<string | undefined>;
}
