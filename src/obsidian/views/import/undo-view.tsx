import { useCallback, useMemo } from "preact/hooks";
import type { UndoPlan, UndoResult } from "../../../core/ingest/undo/undo-plan";
import { previewUndo } from "../../../core/ingest/undo/preview-undo";
import type { UndoTexts } from "../../../core/ingest/undo/undo-texts";
import type { ImportProgress } from "../../ports/import-progress";
import { formatDay } from "../../text/dates";
import type { Texts } from "../../text/en";
import { useKeptFocus } from "../use-kept-focus";
import { ProgressBar, useSteadyRedraws } from "./progress-parts";
import { UndoLists } from "./undo-lists";

/** Where an undo stands. */
export type UndoPhase =
	| { readonly kind: "reading" | "working"; readonly progress: ImportProgress }
	| { readonly kind: "plan"; readonly plan: UndoPlan }
	| { readonly kind: "done"; readonly result: UndoResult }
	| { readonly kind: "failed"; readonly message: string };

/** What the window that undoes an import is given. */
export interface UndoViewProps {
	readonly phase: UndoPhase;
	readonly texts: Texts["import"];
	readonly language: string;
	/** Reads what a note of the plan has, and what it had. */
	readonly readTexts: (path: string, plan: UndoPlan) => Promise<UndoTexts>;
	readonly undo: (plan: UndoPlan) => void;
	readonly stop: () => void;
	readonly close: () => void;
}

/** The window that undoes an import: what would happen, then what did. */
export function UndoView(props: UndoViewProps) {
	const place = useKeptFocus(props.phase.kind);
	return (
		<div class="detection-vault-import" ref={place} tabIndex={-1}>
			<PhaseView {...props} />
		</div>
	);
}

function PhaseView(props: UndoViewProps) {
	const { phase, close } = props;
	const texts = props.texts.undo;
	switch (phase.kind) {
		case "reading":
		case "working":
			return <Working {...props} progress={phase.progress} isWriting={phase.kind === "working"} />;
		case "plan":
			return <Planned {...props} plan={phase.plan} />;
		case "done":
			return <Done result={phase.result} texts={props.texts} close={close} />;
		case "failed":
			return (
				<>
					<div class="detection-vault-import-body">
						<p role="alert">{texts.failed(phase.message)}</p>
					</div>
					<CloseButton label={texts.close} close={close} />
				</>
			);
	}
}

function Planned(props: UndoViewProps & { readonly plan: UndoPlan }) {
	const { plan, language, readTexts, undo, close } = props;
	const texts = props.texts.undo;
	const result = useMemo(() => previewUndo(plan), [plan]);
	const read = useCallback((path: string) => readTexts(path, plan), [plan]);
	if (result.imported === null) {
		return (
			<>
				<div class="detection-vault-import-body">
					<p role="status">{texts.nothing}</p>
					<UndoLists result={result} texts={props.texts} />
				</div>
				<CloseButton label={texts.close} close={close} />
			</>
		);
	}
	return (
		<>
			<div class="detection-vault-import-body">
				<p>{texts.imported(formatDay(result.imported, language))}</p>
				{plan.notes.length === 0 ? <p class="detection-vault-hint">{texts.noNotes}</p> : null}
				<UndoLists result={result} texts={props.texts} read={read} />
			</div>
			<div class="modal-button-container">
				<button type="button" class="mod-cta mod-warning" onClick={() => undo(plan)}>
					{texts.undo}
				</button>
				<button type="button" onClick={close}>
					{texts.cancel}
				</button>
			</div>
		</>
	);
}

function Done(props: Pick<UndoViewProps, "texts" | "close"> & { readonly result: UndoResult }) {
	const { result, close } = props;
	const texts = props.texts.undo;
	return (
		<>
			<div class="detection-vault-import-body">
				<div role="status">
					<h3>{result.isWhole ? texts.done : texts.unfinished}</h3>
				</div>
				<UndoLists result={result} texts={props.texts} isDone />
			</div>
			<CloseButton label={texts.close} close={close} />
		</>
	);
}

function Working(
	props: UndoViewProps & { readonly progress: ImportProgress; readonly isWriting: boolean },
) {
	const { progress, isWriting, stop } = props;
	const texts = props.texts.undo;
	const place = useSteadyRedraws();
	const { done, total, detail } = progress.state();
	const title = isWriting ? texts.working : texts.reading;
	return (
		<div ref={place} class="detection-vault-progress">
			<div class="detection-vault-import-body">
				<h3>{title}</h3>
				<ProgressBar label={title} done={done} total={total} />
				<p class="detection-vault-progress-line">{texts.progress(done, total)}</p>
				<p class="detection-vault-progress-detail">{detail}</p>
				<p class="detection-vault-hint" role="status">
					{progress.cancelled ? texts.stopping : isWriting ? texts.goesOn : ""}
				</p>
			</div>
			<div class="modal-button-container">
				<button type="button" disabled={progress.cancelled} onClick={stop}>
					{texts.stop}
				</button>
			</div>
		</div>
	);
}

function CloseButton({ label, close }: { readonly label: string; readonly close: () => void }) {
	return (
		<div class="modal-button-container">
			<button type="button" class="mod-cta" onClick={close}>
				{label}
			</button>
		</div>
	);
}
