import { useMemo, useState } from "preact/hooks";
import type { ImportPlan } from "../../../core/ingest/import-plan";
import type { MissingSource } from "../../import/chosen-source";
import { countWrites, isIdle } from "../../import/count-writes";
import { Icon } from "../icon";
import { useImport } from "./import-host";
import { MoveChoices } from "./move-choices";
import { PLAN_GROUPS, firstGroup, groupNotes } from "./plan-groups";
import type { PlanGroup, PlanGroups } from "./plan-groups";
import { PlanList } from "./plan-list";
import { ProblemLists } from "./problem-lists";
import { RunsHint } from "./runs-hint";

/** The second step: what would become of each note, before anything is written. */
export function ReviewView(props: {
	readonly plan: ImportPlan;
	readonly missing: readonly MissingSource[];
}) {
	const { plan, missing } = props;
	const { texts } = useImport();
	const groups = useMemo(() => groupNotes(plan.notes), [plan]);
	const [chosen, setChosen] = useState<PlanGroup>(() => firstGroup(groups));
	return (
		<>
			<div class="detection-vault-import-body">
				<Missing sources={missing} />
				<MoveChoices key={describeMoves(plan)} moves={plan.moves} />
				<ReadSummary plan={plan} />
				<RunsHint result={plan.result} />
				<GroupTabs groups={groups} chosen={chosen} onChoose={setChosen} />
				{(chosen === "conflict" || chosen === "adopt") && groups[chosen].length > 0 ? (
					<p class="detection-vault-hint">
						{chosen === "conflict" ? texts.plan.conflictHint : texts.plan.adoptHint}
					</p>
				) : null}
				<PlanList key={chosen} notes={groups[chosen]} />
				<ProblemLists result={plan.result} />
			</div>
			<Buttons plan={plan} />
		</>
	);
}

/** Another plan may ask something else. */
function describeMoves({ moves }: ImportPlan): string {
	return moves.map(({ id, answer }) => `${id} ${answer ?? ""}`).join("\n");
}

function Buttons({ plan }: { readonly plan: ImportPlan }) {
	const { session, texts, close } = useImport();
	const left = session.leftOut().size;
	const writes = countWrites(plan) - left;
	return (
		<div class="modal-button-container">
			{left > 0 ? (
				<span class="detection-vault-hint" role="status">
					{texts.plan.leftOut(left)}
				</span>
			) : null}
			{isIdle(plan) ? (
				<>
					<span class="detection-vault-hint">{texts.plan.nothingToDo}</span>
					<button type="button" class="mod-cta" onClick={close}>
						{texts.close}
					</button>
				</>
			) : (
				<button
					type="button"
					class="mod-cta"
					disabled={writes === 0 && left > 0}
					onClick={() => void session.apply()}
				>
					{texts.plan.write(writes)}
				</button>
			)}
			<button type="button" onClick={session.back}>
				{texts.back}
			</button>
		</div>
	);
}

function Missing({ sources }: { readonly sources: readonly MissingSource[] }) {
	const { plan } = useImport().texts;
	if (sources.length === 0) return null;
	return (
		<div class="detection-vault-message is-error" role="alert">
			<Icon name="alert-triangle" />
			<div>
				<p class="detection-vault-message-title">{plan.missing}</p>
				{sources.map(({ reason }, index) => (
					<p key={index}>{reason}</p>
				))}
			</div>
		</div>
	);
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
				...(result.executions === undefined ? [] : [plan.runs(result.executions)]),
			)}{" "}
			{plan.files(read, used, context, skipped)}
		</p>
	);
}

function tabClass(group: PlanGroup, count: number): string {
	return group === "conflict" && count > 0
		? "detection-vault-tab is-warning"
		: "detection-vault-tab";
}

function GroupTabs(props: {
	readonly groups: PlanGroups;
	readonly chosen: PlanGroup;
	readonly onChoose: (group: PlanGroup) => void;
}) {
	const { texts, language } = useImport();
	return (
		<div class="detection-vault-tabs" role="group" aria-label={texts.plan.groups}>
			{PLAN_GROUPS.filter((group) => group !== "adopt" || props.groups.adopt.length > 0).map(
				(group) => (
					<button
						key={group}
						type="button"
						class={tabClass(group, props.groups[group].length)}
						aria-pressed={group === props.chosen}
						onClick={() => props.onChoose(group)}
					>
						<span class="detection-vault-figure">
							{props.groups[group].length.toLocaleString(language)}
						</span>
						<span>{texts.plan.groupNames[group]}</span>
					</button>
				),
			)}
		</div>
	);
}
