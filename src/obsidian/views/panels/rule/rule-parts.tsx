import type { ComponentChildren } from "preact";
import type { RulePanel } from "../../../../core/panels/rule-panel";
import { useHost } from "../../view-host";
import { CodeText } from "../code-value";
import { Fold } from "../fold";
import { ConditionView } from "./condition-view";
import { OtherVendors } from "./other-vendors";
import { ProblemList } from "./problem-list";
import { RuleRunbooks, RuleRuns } from "../../executions/rule-runs";
import { RelatedPart } from "./related-part";
import type { RulePartProps } from "./rule-part-props";
import { RuleEvents, RuleExclusions, RuleIndicators } from "./rule-rows";
import { RuleSummary } from "./rule-summary";

/** Everything that is known of a rule, part below part; parts that have nothing to say are left out. */
export function RuleParts(props: RulePartProps) {
	const { texts } = useHost();
	const { rule: text } = texts.panel;
	const runs = texts.executions.summary;
	const { panel, sources, limit } = props;
	const { facts } = panel.entry;
	// The summary tells why it is not understood.
	const remarks = panel.problems.filter(({ message }) => !facts.reasons.includes(message));
	return (
		<>
			<RuleSummary panel={panel} />
			{panel.rule === undefined ? null : (
				<>
					<Conditions panel={panel} />
					<Part title={text.remarks} count={remarks.length}>
						{() => <ProblemList problems={remarks} />}
					</Part>
					<Part title={text.indicators}>{() => <RuleIndicators {...props} />}</Part>
					<Part title={text.exclusions}>{() => <RuleExclusions {...props} />}</Part>
					<Part title={text.events}>{() => <RuleEvents {...props} />}</Part>
				</>
			)}
			<Part title={text.sources} count={facts.dataSources.length}>
				{() => <Texts texts={facts.dataSources} />}
			</Part>
			<Part title={text.tables} count={facts.tables.length}>
				{() => <Texts texts={facts.tables} isCode />}
			</Part>
			<Part title={text.falsePositives} count={facts.falsePositives.length}>
				{() => <Texts texts={facts.falsePositives} />}
			</Part>
			<Part title={text.advice} count={panel.advice.length} isFolded>
				{() => <Advice panel={panel} />}
			</Part>
			<Part title={runs.testRuns} count={panel.runs.length}>
				{() => <RuleRuns runs={panel.runs} limit={limit} />}
			</Part>
			<Part title={runs.runbooks} count={panel.runbooks.length}>
				{() => <RuleRunbooks runbooks={panel.runbooks} limit={limit} />}
			</Part>
			<Part title={text.others}>
				{() => <OtherVendors rules={panel.otherVendors} limit={limit} />}
			</Part>
			<Part title={text.related}>
				{() => <RelatedPart related={panel.related} sources={sources} limit={limit} />}
			</Part>
		</>
	);
}

/** A part with its heading; `count` of zero leaves it out. */
function Part(props: {
	readonly title: string;
	readonly count?: number;
	readonly isFolded?: boolean;
	readonly children: () => ComponentChildren;
}) {
	if (props.count === 0) return null;
	return (
		<Fold title={props.title} isOpenAtFirst={props.isFolded !== true}>
			{props.children}
		</Fold>
	);
}

function Conditions({ panel }: { readonly panel: RulePanel }) {
	const { rule: text } = useHost().texts.panel;
	if (panel.queries.length === 0)
		return (
			<Part title={text.condition}>{() => <p class="detection-vault-hint">{text.noQuery}</p>}</Part>
		);
	return (
		<>
			{panel.queries.map(({ label, tree }, index) => (
				<Part key={index} title={label === null ? text.condition : text.query(label)}>
					{() => <ConditionView node={tree} />}
				</Part>
			))}
		</>
	);
}

function Texts(props: { readonly texts: readonly string[]; readonly isCode?: boolean }) {
	return (
		<ul class="detection-vault-texts">
			{props.texts.map((text, index) => (
				<li key={index}>{props.isCode === true ? <CodeText text={text} /> : text}</li>
			))}
		</ul>
	);
}

/** Upstream's text as it is written: it may hold anything, so nothing of it is drawn as Markdown. */
function Advice({ panel }: { readonly panel: RulePanel }) {
	return (
		<>
			{panel.advice.map(({ heading, text }, index) => (
				<div key={index} class="detection-vault-advice">
					<p class="detection-vault-part-head">{heading}</p>
					<div class="detection-vault-prose">{text.trim()}</div>
				</div>
			))}
		</>
	);
}
