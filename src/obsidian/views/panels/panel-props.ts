import type { TechniquePanel } from "../../../core/panels/technique-panel";
import type { PanelName } from "./panel-message";

/** What the panels of a technique are given. */
export interface PanelProps {
	readonly name: PanelName;
	readonly panel: TechniquePanel;
	/** Path of the technique's note, undefined where there is none. */
	readonly note: string | undefined;
	/** Options that no panel knows. */
	readonly unknown: readonly string[];
	readonly readNote: (path: string) => Promise<string | undefined>;
	/** Another number after every change of the notes. */
	readonly generation: number;
}
