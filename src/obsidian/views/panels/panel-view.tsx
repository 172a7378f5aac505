import { useState } from "preact/hooks";
import type { Problem } from "../../../core/model/problem";
import type { PanelSources, TechniquePanel } from "../../../core/panels/technique-panel";
import { PanelHead, ReplacedHint } from "./panel-head";
import type { PanelChoice } from "./panel-head";
import { OptionHints, PanelMessage } from "./panel-message";
import type { OptionFaults } from "./panel-message";
import type { TechniquePanelName } from "./panel-names";
import type { PartProps } from "./panel-props";
import { PartView } from "./part-view";
import { TechniqueView } from "./technique-view";

/** What a technique's panel is drawn from. */
export interface PanelViewProps {
	readonly name: TechniquePanelName;
	readonly technique: string;
	/** What the block asks for; a person may choose otherwise. */
	readonly asked: PanelChoice;
	readonly limit: number;
	readonly readNote: PartProps["readNote"];
	readonly faults: OptionFaults;
	readonly sources: PanelSources;
	/** Another number after every change of the notes. */
	readonly generation: number;
	/** What is wrong with the data that rules and techniques are understood with. */
	readonly problems: readonly Problem[];
	/** Gives a technique's panel, the same object for as long as nothing in it changes. */
	readonly panelOf: (technique: string, choice: PanelChoice) => TechniquePanel | undefined;
}

/** A panel of a technique, headed by what it is about. */
export function PanelView(props: PanelViewProps) {
	const { name, technique, faults, ...given } = props;
	const [choice, setChoice] = useState(props.asked);
	const panel = props.panelOf(technique, choice);
	if (panel === undefined) return <PanelMessage kind="no-note" detail={technique} />;
	const { sources, generation, limit, problems, readNote } = given;
	const part = { panel, sources, generation, limit, problems, readNote };
	return (
		<div class="detection-vault-panel">
			<PanelHead panel={panel} choice={choice} onChoose={setChoice} />
			<ReplacedHint panel={panel} />
			{name === "technique" ? <TechniqueView {...part} /> : <PartView {...part} name={name} />}
			<OptionHints {...faults} />
		</div>
	);
}
