import type { ImportResult } from "../../../core/model/import-result";
import { useImport } from "./import-host";
import { ProblemLists } from "./problem-lists";
import { RunsHint } from "./runs-hint";

/** The last step: what became of the import. */
export function DoneView(props: {
	readonly result: ImportResult;
	readonly report: string | null;
	readonly stopped: boolean;
}) {
	const { session, texts, openNote, linkRuns, showConflicts, close } = useImport();
	const { report } = props;
	return (
		<>
			<div class="detection-vault-import-body">
				<div role="status">
					<h3>{props.stopped ? texts.done.stopped : texts.done.title}</h3>
				</div>
				{props.stopped ? <p class="detection-vault-hint">{texts.done.stoppedHint}</p> : null}
				<Figures result={props.result} stopped={props.stopped} />
				<RunsHint result={props.result} />
				{report === null && !props.stopped ? (
					<p class="detection-vault-hint">{texts.done.nothingWritten}</p>
				) : null}
				<ProblemLists result={props.result} />
			</div>
			<div class="modal-button-container">
				<button type="button" class="mod-cta" onClick={close}>
					{texts.close}
				</button>
				{report === null ? null : (
					<button type="button" onClick={() => openNote(report)}>
						{texts.done.openReport}
					</button>
				)}
				{props.result.conflicts === 0 ? null : (
					<button type="button" onClick={showConflicts}>
						{texts.done.showConflicts}
					</button>
				)}
				{(props.result.unmatched ?? 0) === 0 ? null : (
					<button type="button" onClick={linkRuns}>
						{texts.done.linkRuns}
					</button>
				)}
				<button type="button" onClick={session.back}>
					{texts.done.again}
				</button>
			</div>
		</>
	);
}

function Figures(props: { readonly result: ImportResult; readonly stopped: boolean }) {
	const { result, stopped } = props;
	const { texts, language } = useImport();
	const figures = [
		{ name: "create", count: result.created, label: texts.done.created },
		{ name: "update", count: result.updated, label: texts.done.updated },
		{ name: "conflict", count: result.conflicts, label: texts.done.conflicts },
		{
			name: "unchanged",
			count: result.unchanged,
			label: stopped ? texts.done.untouched : texts.done.unchanged,
		},
	];
	return (
		<dl class="detection-vault-figures">
			{figures.map(({ name, count, label }) => (
				<div key={name} class={name === "conflict" && count > 0 ? "is-warning" : undefined}>
					<dt>{label}</dt>
					<dd class="detection-vault-figure">{count.toLocaleString(language)}</dd>
				</div>
			))}
		</dl>
	);
}
