import { useMemo } from "preact/hooks";
import type { RuleEntry } from "../../../../core/library/library-entry";
import { useHost } from "../../view-host";
import { CountedPart } from "../counted-part";
import { noteLink } from "../note-link";
import type { PanelColumn } from "../table/panel-column";
import { VENDOR_NAMES } from "../vendor-names";

/** Rules of other vendors that name the same technique. */
export function OtherVendors(props: {
	readonly rules: readonly RuleEntry[];
	readonly limit: number;
}) {
	const { panel: text } = useHost().texts;
	const columns = useMemo(
		(): readonly PanelColumn<RuleEntry>[] => [
			{ name: text.columns.name, value: ({ path, title }) => noteLink(path, title) },
			{ name: text.columns.vendor, value: ({ vendor }) => VENDOR_NAMES[vendor], width: 12 },
			{ name: text.columns.level, value: ({ level }) => level, width: 15 },
		],
		[text],
	);
	return (
		<CountedPart
			name={text.rule.others}
			nameRows={text.distinct.rules}
			empty={text.rule.noOthers}
			columns={columns}
			rows={props.rules}
			keyOf={pathOf}
			limit={props.limit}
		/>
	);
}

function pathOf({ path }: RuleEntry): string {
	return path;
}
