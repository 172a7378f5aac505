import type { TechniquePanel } from "../../../core/panels/technique-panel";
import { VENDORS } from "../../../core/model/rule";
import { useHost } from "../view-host";
import { VENDOR_NAMES } from "./vendor-names";

/** How many rules of each vendor and how many runbooks a technique has. */
export function OverviewPanel({ panel }: { readonly panel: TechniquePanel }) {
	const { texts, language } = useHost();
	const { panel: text } = texts.table;
	const figures = [
		{ label: text.rules, count: panel.rules.total },
		...VENDORS.map((vendor) => ({
			label: VENDOR_NAMES[vendor],
			count: panel.rules.byVendor[vendor]?.length ?? 0,
		})),
		{ label: text.runbooks, count: panel.runbooks.length },
	];
	return (
		<dl class="detection-vault-figures">
			{figures.map(({ label, count }) => (
				<div key={label}>
					<dt>{label}</dt>
					<dd class="detection-vault-figure">{count.toLocaleString(language)}</dd>
				</div>
			))}
		</dl>
	);
}
