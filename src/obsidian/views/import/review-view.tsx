import { useMemo, useState } from "preact/hooks";
import type { ImportPlan, PlannedNote } from "../../../core/ingest/import-plan";
import { countWrites, isIdle } from "../../import/count-writes";
import { useImport } from "./import-host";
import { PlanList } from "./plan-list";
import { ProblemLists } from "./problem-lists";

/** The groups of a plan in the order of their tabs. */
const ACTIONS = ["create", "update", "conflict", "unchanged"] as const;
type Action = (typeof ACTIONS)[number];
/** Which group is shown first: what needs a decision, then what changes. */
const LOOKED_AT_FIRST = ["conflict", "update", "create"] as const;

/** The second step: what would become of each note, before anything is written. */
export function ReviewView({ plan }: { readonly plan: ImportPlan }) {
	const { session, texts, close } = useImport();
	const groups = useMemo(() => groupNotes(plan.notes), [plan]);
	const [chosen, setChosen] = useState<Action>(
		() => LOOKED_AT_FIRST.find((action) => groups[action].length > 0) ?? "unchanged",
	);
	const nothing = isIdle(plan);
	return (
		<>
			<div class="detection-vault-import-body">
				<ReadSummary plan={plan} />
				<GroupTabs groups={groups} chosen={chosen} onChoose={setChosen} />
				{chosen === "conflict" && groups.conflict.length > 0 ? (
					<p class="detection-vault-hint">{texts.plan.conflictHint}</p>
				) : null}
				<PlanList key={chosen} notes={groups[chosen]} />
				<ProblemLists result={plan.result} />
			</div>
			<div class="modal-button-container">
				{nothing ? (
					<>
						<span class="detection-vault-hint">{texts.plan.nothingToDo}</span>
						<button type="button" class="mod-cta" onClick={close}>
							{texts.close}
						</button>
					</>
				) : (
					<button type="button" class="mod-cta" onClick={() => void session.apply()}>
						{texts.plan.write(countWrites(plan))}
					</button>
				)}
				<button type="button" onClick={session.back}>
					{texts.back}
				</button>
			</div>
		</>
	);
}

function groupNotes(notes: readonly PlannedNote[]): Readonly<Record<Action, PlannedNote[]>> {
	const groups: Record<Action, PlannedNote[]> = {
		conflict: [],
		create: [],
		update: [],
		unchanged: [],
	};
	for (const note of notes) groups[note.action].push(note);
	return groups;
}

function ReadSummary({ plan: { result } }: { readonly plan: ImportPlan }) {
	const { plan } = useImport().texts;
	const rules = Object.values(result.rules).reduce((sum, count) => sum + count, 0);
	const { read, used, context, skipped } = result.files;
	return (
		<p class="detection-vault-summary">
			{plan.read(
				plan.techniques(result.techniques),
				plan.rules(rules),
				plan.runbooks(result.runbooks),
			)}{" "}
			{plan.files(read, used, context, skipped)}
		</p>
	);
}

function tabClass(action: Action, count: number): string {
	return action === "conflict" && count > 0
		? "detection-vault-tab is-warning"
		: "detection-vault-tab";
}

function GroupTabs(props: {
	readonly groups: Readonly<Record<Action, readonly PlannedNote[]>>;
	readonly chosen: Action;
	readonly onChoose: (action: Action) => void;
}) {
	const { texts, language } = useImport();
	return (
		<div class="detection-vault-tabs" role="group" aria-label={texts.plan.groups}>
			{ACTIONS.map((action) => (
				<button
					key={action}
					type="button"
					class={tabClass(action, props.groups[action].length)}
					aria-pressed={action === props.chosen}
					onClick={() => props.onChoose(action)}
				>
					<span class="detection-vault-figure">
						{props.groups[action].length.toLocaleString(language)}
					</span>
					<span>{texts.plan.actions[action]}</span>
				</button>
			))}
		</div>
	);
}
