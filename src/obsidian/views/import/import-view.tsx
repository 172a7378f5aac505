import type { ImportPhase } from "../../import/import-phase";
import { useChanges } from "../use-changes";
import { useKeptFocus } from "../use-kept-focus";
import { ChooseView } from "./choose-view";
import { DoneView } from "./done-view";
import { FailedView } from "./failed-view";
import { useImport } from "./import-host";
import { ProgressView } from "./progress-view";
import { ReviewView } from "./review-view";

const STEPS = ["choose", "review", "write", "done"] as const;
type Step = (typeof STEPS)[number];

const STEP_OF: Readonly<Record<ImportPhase["kind"], Step>> = {
	choose: "choose",
	planning: "review",
	review: "review",
	writing: "write",
	done: "done",
	failed: "done",
};

/** The import window: its steps, and the one in hand. */
export function ImportView() {
	const { session } = useImport();
	useChanges(session.onChange);
	const phase = session.phase();
	const place = useKeptFocus(phase.kind);
	return (
		<div class="detection-vault-import" ref={place} tabIndex={-1}>
			<StepList current={STEP_OF[phase.kind]} />
			<PhaseView phase={phase} />
		</div>
	);
}

function StepList({ current }: { readonly current: Step }) {
	const { texts } = useImport();
	const reached = STEPS.indexOf(current);
	return (
		<ol class="detection-vault-steps" aria-label={texts.stepList}>
			{STEPS.map((step, index) => (
				<li
					key={step}
					class={index < reached ? "is-past" : undefined}
					aria-current={step === current ? "step" : undefined}
				>
					{texts.steps[step]}
				</li>
			))}
		</ol>
	);
}

function PhaseView({ phase }: { readonly phase: ImportPhase }) {
	const { texts } = useImport();
	switch (phase.kind) {
		case "choose":
			return <ChooseView />;
		case "planning":
			return <ProgressView title={texts.planning.title} hint={texts.planning.hint} />;
		case "review":
			return <ReviewView plan={phase.plan} missing={phase.missing} />;
		case "writing":
			return <ProgressView title={texts.writing.title} hint={texts.goesOn} />;
		case "done":
			return <DoneView {...phase} />;
		case "failed":
			return <FailedView message={phase.message} />;
	}
}
