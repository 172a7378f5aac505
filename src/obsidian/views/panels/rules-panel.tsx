import { useMemo } from "preact/hooks";
import { VENDORS } from "../../../core/model/rule";
import type { LinkValue, Value } from "../../../core/model/value";
import type { TechniquePanel } from "../../../core/panels/technique-panel";
import { TableView } from "../table/table-view";
import { useHost } from "../view-host";
import { VENDOR_NAMES } from "./vendor-names";

/** The rules of a technique, vendor by vendor. */
export function RulesPanel({ panel }: { readonly panel: TechniquePanel }) {
	const { panel: text } = useHost().texts.table;
	const { byVendor } = panel.rules;
	const rows = useMemo(() => ruleRows(byVendor), [byVendor]);
	if (rows.length === 0) return <p class="detection-vault-hint">{text.noRules}</p>;
	const { name, vendor, status, level } = text.columns;
	return <TableView columns={[name, vendor, status, level]} rows={rows} />;
}

function ruleRows(byVendor: TechniquePanel["rules"]["byVendor"]): Value[][] {
	return VENDORS.flatMap((vendor) =>
		(byVendor[vendor] ?? []).map(({ title, path, status, level }): Value[] => [
			noteLink(path, title),
			VENDOR_NAMES[vendor],
			status,
			level,
		]),
	);
}

/** A link to a note under its title. */
export function noteLink(path: string, display: string): LinkValue {
	return { kind: "link", type: "file", path, display, embed: false };
}
