import type { TestSuggestion } from "../../../core/executions/match-run";
import type { KnownTest } from "../../../core/executions/test-index";
import type { ExecutionEntry } from "../../../core/library/library-entry";
import type { Texts } from "../../text/en";

/** A run without a test, and the tests that it may have been of. */
export interface UnmatchedRun {
	readonly run: ExecutionEntry;
	readonly suggestions: readonly TestSuggestion[];
}

/** What the list is given. */
export interface UnmatchedViewProps {
	/** The latest first. */
	readonly runs: readonly UnmatchedRun[];
	readonly texts: Texts["executions"]["unmatched"];
	readonly open: (path: string) => void;
	readonly link: (path: string, test: KnownTest) => void;
	readonly choose: (path: string) => void;
	readonly close: () => void;
}

/** The runs that no test is linked to. */
export function UnmatchedView(props: UnmatchedViewProps) {
	const { runs, texts, close } = props;
	return (
		<div class="detection-vault-import">
			<div class="detection-vault-import-body">
				<p role="status">{runs.length === 0 ? texts.none : texts.count(runs.length)}</p>
				<RunList {...props} />
			</div>
			<div class="modal-button-container">
				<button type="button" onClick={close}>
					{texts.close}
				</button>
			</div>
		</div>
	);
}

function RunList(props: UnmatchedViewProps) {
	return (
		<ul class="detection-vault-plain-list detection-vault-run-list">
			{props.runs.slice(0, SHOWN).map(({ run, suggestions }) => (
				<RunItem key={run.path} {...props} run={run} suggestions={suggestions} />
			))}
		</ul>
	);
}

/** Runs shown at once; linked ones make room for others. */
const SHOWN = 50;

function RunItem(props: UnmatchedViewProps & UnmatchedRun) {
	const { run, suggestions, texts, open, link, choose } = props;
	const facts = [run.technique, run.started?.slice(0, 16).replace("T", " "), run.host];
	return (
		<li>
			<a
				href="#"
				class="internal-link"
				onClick={(event) => {
					event.preventDefault();
					open(run.path);
				}}
			>
				{run.title}
			</a>{" "}
			<span class="detection-vault-hint">
				{facts.filter((fact) => fact !== null && fact !== undefined).join(" · ")}
			</span>
			{suggestions.length === 0 ? (
				<p class="detection-vault-hint">{texts.noSuggestion}</p>
			) : (
				<ul class="detection-vault-plain-list detection-vault-run-suggestions">
					{suggestions.map(({ known, why }) => {
						const name = known.test.name ?? known.test.guid;
						return (
							<li key={`${known.runbook.path} ${known.test.guid}`}>
								<button
									type="button"
									aria-label={texts.linkTo(name, run.title)}
									onClick={() => link(run.path, known)}
								>
									{texts.link}
								</button>
								<span>
									{name}{" "}
									<span class="detection-vault-hint">
										{[known.technique, ...why.map((word) => texts.why[word])].join(" · ")}
									</span>
								</span>
							</li>
						);
					})}
				</ul>
			)}
			<button
				type="button"
				class="detection-vault-text-button"
				aria-label={texts.chooseFor(run.title)}
				onClick={() => choose(run.path)}
			>
				{texts.choose}
			</button>
		</li>
	);
}
