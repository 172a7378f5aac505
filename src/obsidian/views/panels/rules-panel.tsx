import { useMemo, useState } from "preact/hooks";
import type { RuleEntry } from "../../../core/library/library-entry";
import type { Vendor } from "../../../core/model/rule";
import { VENDORS } from "../../../core/model/rule";
import { countItems } from "../../../core/text/count-items";
import type { Texts } from "../../text/en";
import { useHost } from "../view-host";
import { CountedPart } from "./counted-part";
import { noteLink } from "./note-link";
import type { PartProps } from "./panel-props";
import type { PanelColumn } from "./table/panel-column";
import { VENDOR_NAMES } from "./vendor-names";

/** The rules of a technique, vendor by vendor; hunting queries are a list of their own. */
export function RulesPanel({ panel, limit }: PartProps) {
	const { panel: text } = useHost().texts;
	const { rules, hunts } = useMemo(() => partRules(panel.rules), [panel.rules]);
	return (
		<>
			<VendorRules rules={rules} name={text.titles.rules} limit={limit} />
			{hunts.length === 0 ? null : (
				<>
					<p class="detection-vault-part-head">{text.hunts}</p>
					<VendorRules
						rules={hunts}
						name={text.hunts}
						nameRows={text.distinct.hunts}
						limit={limit}
					/>
				</>
			)}
		</>
	);
}

/** Rules in one table, with a button for each vendor that shows its rules alone. */
function VendorRules(props: {
	readonly rules: readonly RuleEntry[];
	readonly name: string;
	readonly nameRows?: (count: number) => string;
	readonly limit: number;
}) {
	const { panel: text } = useHost().texts;
	const { rules } = props;
	const [chosen, setChosen] = useState<Vendor | null>(null);
	const vendors = useMemo(() => countItems(rules.map(({ vendor }) => vendor)), [rules]);
	// The last rule of the vendor that was chosen may have gone.
	const vendor = chosen !== null && vendors.has(chosen) ? chosen : null;
	const shown = useMemo(
		() => (vendor === null ? rules : rules.filter((rule) => rule.vendor === vendor)),
		[rules, vendor],
	);
	const columns = useMemo(() => ruleColumns(text), [text]);
	return (
		<>
			{vendors.size < 2 ? null : (
				<VendorTabs vendors={vendors} all={rules.length} chosen={vendor} onChoose={setChosen} />
			)}
			<CountedPart
				name={props.name}
				nameRows={props.nameRows ?? text.distinct.rules}
				empty={text.empty.rules}
				columns={columns}
				rows={shown}
				keyOf={pathOf}
				limit={props.limit}
			/>
		</>
	);
}

function VendorTabs(props: {
	readonly vendors: ReadonlyMap<Vendor, number>;
	readonly all: number;
	readonly chosen: Vendor | null;
	readonly onChoose: (vendor: Vendor | null) => void;
}) {
	const { texts, language } = useHost();
	const choices: readonly (readonly [Vendor | null, string, number])[] = [
		[null, texts.panel.allVendors, props.all],
		...[...props.vendors].map(([vendor, count]) => [vendor, VENDOR_NAMES[vendor], count] as const),
	];
	return (
		<div class="detection-vault-choices" role="group" aria-label={texts.panel.columns.vendor}>
			{choices.map(([vendor, name, count]) => (
				<button
					key={name}
					type="button"
					class="detection-vault-choice"
					aria-pressed={props.chosen === vendor}
					onClick={() => props.onChoose(vendor)}
				>
					{name} <span class="detection-vault-hint">{count.toLocaleString(language)}</span>
				</button>
			))}
		</div>
	);
}

function ruleColumns({ columns }: Texts["panel"]): readonly PanelColumn<RuleEntry>[] {
	return [
		{ name: columns.name, value: ({ path, title }) => noteLink(path, title) },
		{ name: columns.vendor, value: ({ vendor }) => VENDOR_NAMES[vendor], width: 12 },
		{ name: columns.status, value: ({ status }) => status, width: 14 },
		{ name: columns.level, value: ({ level }) => level, width: 15 },
	];
}

/** Parts hunting queries from the rules that alert, each vendor by vendor. */
function partRules(all: readonly RuleEntry[]) {
	const rules: RuleEntry[] = [];
	const hunts: RuleEntry[] = [];
	for (const vendor of VENDORS) {
		for (const rule of all) {
			if (rule.vendor === vendor) (rule.facts.kind === "hunt" ? hunts : rules).push(rule);
		}
	}
	return { rules, hunts };
}

function pathOf({ path }: RuleEntry): string {
	return path;
}
