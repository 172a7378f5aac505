import { PanelMessage } from "../panels/panel-message";
import { PanelHead, ReplacedHint } from "../panels/panel-head";
import { PartView } from "../panels/part-view";
import { useHost } from "../view-host";
import { usePane } from "./pane-host";
import { PANE_TABS } from "./pane-state";
import { Tabs } from "./tabs";

/** Rows that a table shows before a person asks for all. */
export const PANE_ROWS = 10;

/** What the vault knows of a technique, one tab for each panel. */
export function TechniquePart({ id }: { readonly id: string }) {
	const { pane: text } = useHost().texts;
	const { sources, generation, problems, state, remember, panelOf, readNote } = usePane();
	const panel = panelOf(id, state.choice);
	if (panel === undefined) return <PanelMessage kind="no-note" detail={id} />;
	const name = state.tabs.technique;
	return (
		<div class="detection-vault-panel">
			<PanelHead
				panel={panel}
				choice={state.choice}
				onChoose={(choice) => remember({ ...state, choice })}
			/>
			<ReplacedHint panel={panel} />
			<Tabs
				label={text.tabsOf.technique}
				names={PANE_TABS.technique}
				titles={text.tabs.technique}
				open={name}
				onOpen={(technique) => remember({ ...state, tabs: { ...state.tabs, technique } })}
			>
				<PartView
					key={name}
					{...{ panel, sources, generation, problems, name, readNote }}
					limit={PANE_ROWS}
				/>
			</Tabs>
		</div>
	);
}
