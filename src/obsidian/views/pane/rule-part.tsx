import type { NoteSubject } from "../../../core/panels/note-subject";
import { RuleView } from "../panels/rule/rule-view";
import { RuleFacts } from "../panels/table/rule-list";
import { NoteLink } from "../values/link-view";
import { useHost } from "../view-host";
import { usePane } from "./pane-host";
import { PANE_TABS } from "./pane-state";
import { Tabs } from "./tabs";
import { TechniqueLine } from "./technique-line";
import type { RuleWords } from "./technique-line";
import { PANE_ROWS } from "./technique-part";

/** What is about a rule: its techniques and who else covers them, the rule itself, and its kin. */
export function RulePart({ subject }: { readonly subject: NoteSubject & { kind: "rule" } }) {
	const { pane: text } = useHost().texts;
	const { sources, generation, state, remember, readNote } = usePane();
	const { entry, techniques } = subject;
	const name = state.tabs.rule;
	return (
		<>
			<p class="detection-vault-panel-title">
				<NoteLink target={entry.path} text={entry.title} />
			</p>
			<p class="detection-vault-pane-facts">
				<RuleFacts rule={entry} />
			</p>
			<Tabs
				label={text.tabsOf.rule}
				names={PANE_TABS.rule}
				titles={text.tabs.rule}
				open={name}
				onOpen={(rule) => remember({ ...state, tabs: { ...state.tabs, rule } })}
			>
				{name === "techniques" ? (
					<TechniqueLines techniques={techniques} words={text.ofRule} />
				) : (
					<RuleView
						key={entry.path}
						{...{ name, entry, sources, generation, readNote }}
						limit={PANE_ROWS}
						faults={{ unknown: [], bad: [] }}
					/>
				)}
			</Tabs>
		</>
	);
}

/** The techniques that a rule or runbook names. */
export function TechniqueLines(props: {
	readonly techniques: (NoteSubject & { kind: "rule" })["techniques"];
	readonly words: RuleWords;
}) {
	const { pane: text } = useHost().texts;
	if (props.techniques.length === 0) return <p class="detection-vault-hint">{text.noTechniques}</p>;
	return (
		<ul class="detection-vault-plain-list">
			{props.techniques.map((named) => (
				<TechniqueLine key={named.technique.id} named={named} words={props.words} />
			))}
		</ul>
	);
}
