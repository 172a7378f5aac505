import type { RulePanel } from "../../../../core/panels/rule-panel";
import { Message } from "../../outcome/error-view";
import { useHost } from "../../view-host";
import { LANGUAGE_NAMES, VENDOR_NAMES } from "../vendor-names";
import { ProblemList } from "./problem-list";

/** Whose rule it is, how severe and how sure, and how much of it is understood; what is not stands first. */
export function RuleSummary({ panel }: { readonly panel: RulePanel }) {
	const { rule: text } = useHost().texts.panel;
	const { vendor, level, status, facts } = panel.entry;
	const rows: readonly (readonly [string, string | null])[] = [
		[text.level, level],
		[text.confidence, facts.confidence],
		[text.status, status],
		[text.vendor, VENDOR_NAMES[vendor]],
		[text.language, facts.language && LANGUAGE_NAMES[facts.language]],
		[text.understood, text.shares[facts.parsed]],
	];
	return (
		<>
			<dl class="detection-vault-facts">
				{rows.map(([name, value]) =>
					value === null || value === "" ? null : (
						<div key={name}>
							<dt>{name}</dt>
							<dd>{value}</dd>
						</div>
					),
				)}
			</dl>
			{facts.parsed === "full" ? null : (
				<Message
					icon="alert-triangle"
					tone="quiet"
					title={facts.parsed === "none" ? text.noQuery : text.notUnderstood}
				>
					<Reasons panel={panel} />
				</Message>
			)}
		</>
	);
}

/** Why it is not understood whole, each with its place in the note where it has one. */
function Reasons({ panel }: { readonly panel: RulePanel }) {
	const { reasons } = panel.entry.facts;
	const placed = panel.problems.filter(({ message }) => reasons.includes(message));
	const others = reasons.filter((reason) => placed.every(({ message }) => message !== reason));
	return (
		<>
			<ProblemList problems={placed} />
			<ul class="detection-vault-texts">
				{others.map((reason) => (
					<li key={reason}>{reason}</li>
				))}
			</ul>
		</>
	);
}
