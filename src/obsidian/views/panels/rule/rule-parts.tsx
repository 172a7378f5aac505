import type { RulePanel } from "../../../../core/panels/rule-panel";
import { useHost } from "../../view-host";
import { CodeText } from "../code-value";
import { OtherVendors } from "./other-vendors";
import { Part } from "./part";
import { ProblemList } from "./problem-list";
import { RuleRunbooks, RuleRuns } from "../../executions/rule-runs";
import { ProseView } from "../../prose/prose-view";
import { QueryParts } from "./query-parts";
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
					<QueryParts queries={panel.queries} />
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

function Texts(props: { readonly texts: readonly string[]; readonly isCode?: boolean }) {
	return (
		<ul class="detection-vault-texts">
			{props.texts.map((text, index) => (
				<li key={index}>{props.isCode === true ? <CodeText text={text} /> : text}</li>
			))}
		</ul>
	);
}

function Advice({ panel }: { readonly panel: RulePanel }) {
	return (
		<>
			{panel.advice.map(({ heading, text }, index) => (
				<div key={index} class="detection-vault-advice">
					<p class="detection-vault-part-head">{heading}</p>
					<ProseView text={text} />
				</div>
			))}
		</>
	);
}
