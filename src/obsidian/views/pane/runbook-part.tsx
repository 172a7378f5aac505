import type { NoteSubject } from "../../../core/panels/note-subject";
import type { ExecutionEntry, RunbookEntry } from "../../../core/library/library-entry";
import { IconButton } from "../icon";
import { RulesPanel } from "../panels/rules-panel";
import { NoteLink } from "../values/link-view";
import { useHost } from "../view-host";
import { usePane } from "./pane-host";
import { PANE_TABS } from "./pane-state";
import type { PaneTab } from "./pane-state";
import { TechniqueLines } from "./rule-part";
import { Tabs } from "./tabs";
import { titleOf } from "./technique-line";
import { PANE_ROWS } from "./technique-part";

interface RunbookProps {
	readonly subject: NoteSubject & { kind: "runbook" };
}

/** What is about a runbook: its technique, the rules that should fire, and its recorded runs. */
export function RunbookPart({ subject }: RunbookProps) {
	const { pane: text } = useHost().texts;
	const { state, remember } = usePane();
	const { path, title } = subject.entry;
	return (
		<>
			<p class="detection-vault-panel-title">
				<NoteLink target={path} text={title} />
			</p>
			<Tabs
				label={text.tabsOf.runbook}
				names={PANE_TABS.runbook}
				titles={text.tabs.runbook}
				open={state.tabs.runbook}
				onOpen={(runbook) => remember({ ...state, tabs: { ...state.tabs, runbook } })}
			>
				<OpenTab name={state.tabs.runbook} subject={subject} />
			</Tabs>
		</>
	);
}

function OpenTab({ name, subject }: RunbookProps & { readonly name: PaneTab<"runbook"> }) {
	const { pane: text } = useHost().texts;
	switch (name) {
		case "techniques":
			return <TechniqueLines techniques={subject.techniques} words={text.ofRunbook} />;
		case "rules":
			return <RulesOfTechniques subject={subject} />;
		case "runs":
			return (
				<>
					<RecordButtons entry={subject.entry} />
					<Runs runs={subject.runs} />
				</>
			);
	}
}

/** The rules of each technique, sub-techniques left out: a runbook tests exactly its own. */
function RulesOfTechniques({ subject }: RunbookProps) {
	const { pane: text } = useHost().texts;
	const { sources, generation, problems, panelOf, readNote } = usePane();
	const { techniques } = subject;
	if (techniques.length === 0) return <p class="detection-vault-hint">{text.noTechniques}</p>;
	return (
		<>
			{techniques.map(({ technique }) => {
				const panel = panelOf(technique.id, { exact: true, deprecated: true });
				if (panel === undefined) return null;
				return (
					<section key={technique.id}>
						{techniques.length < 2 ? null : (
							<p class="detection-vault-part-head">{titleOf(technique)}</p>
						)}
						<RulesPanel {...{ panel, sources, generation, problems, readNote }} limit={PANE_ROWS} />
					</section>
				);
			})}
		</>
	);
}

/** A button for each test of the runbook. */
function RecordButtons({ entry }: { readonly entry: RunbookEntry }) {
	const { texts, recordRun } = useHost();
	const { record } = texts.executions;
	if (recordRun === undefined) return null;
	if (entry.testFacts === undefined || entry.testFacts.length === 0) return null;
	return (
		<>
			<p class="detection-vault-part-head">{record.button}</p>
			<ul class="detection-vault-plain-list detection-vault-run-tests">
				{entry.testFacts.map(({ guid, name }) => (
					<li key={guid}>
						<IconButton
							icon="clipboard-pen"
							label={record.buttonFor(name ?? guid)}
							onClick={() => recordRun(entry.path, guid)}
						/>
						{name ?? guid}
					</li>
				))}
			</ul>
			<p class="detection-vault-part-head">{texts.pane.tabs.runbook.runs}</p>
		</>
	);
}

function Runs({ runs }: { readonly runs: readonly ExecutionEntry[] }) {
	const { pane: text } = useHost().texts;
	if (runs.length === 0) return <p class="detection-vault-hint">{text.noRuns}</p>;
	return (
		<ul class="detection-vault-plain-list">
			{runs.map((run) => (
				<li key={run.path} class="detection-vault-technique">
					<NoteLink target={run.path} text={run.title} /> <RunFacts run={run} />
				</li>
			))}
		</ul>
	);
}

function RunFacts({ run }: { readonly run: ExecutionEntry }) {
	const { pane: text } = useHost().texts;
	const names = new Map<string, string>(Object.entries(text.outcomes));
	const outcome = run.outcome === null ? null : (names.get(run.outcome) ?? run.outcome);
	const facts = [outcome, run.started?.replace("T", " ").replace(/Z$/, " UTC"), run.host];
	return (
		<span class="detection-vault-hint">
			{facts.filter((fact) => fact !== null && fact !== undefined).join(" · ")}
		</span>
	);
}
