import type { RulePanel } from "../../../../core/panels/rule-panel";
import { Message } from "../../outcome/error-view";
import { useHost } from "../../view-host";
import { VENDOR_NAMES } from "../vendor-names";

/** Whose rule it is, how severe and how sure, and how much of it is understood; what is not stands first. */
export function RuleSummary({ panel }: { readonly panel: RulePanel }) {
	const { rule: text } = useHost().texts.panel;
	const { vendor, level, status, facts } = panel.entry;
	const rows: readonly (readonly [string, string | null])[] = [
		[text.level, level],
		[text.confidence, facts.confidence],
		[text.status, status],
		[text.vendor, VENDOR_NAMES[vendor]],
		[text.language, facts.language],
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
					<ul class="detection-vault-texts">
						{facts.reasons.map((reason) => (
							<li key={reason}>{reason}</li>
						))}
					</ul>
				</Message>
			)}
		</>
	);
}
