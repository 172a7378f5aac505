import { useMemo } from "preact/hooks";
import type { OtherVendorRow } from "../../../../core/panels/other-vendors";
import { useHost } from "../../view-host";
import { CountedPart } from "../counted-part";
import { noteLink } from "../note-link";
import type { PanelColumn } from "../table/panel-column";
import { VENDOR_NAMES } from "../vendor-names";

/** Rules of other vendors that name the same techniques, and which. */
export function OtherVendors(props: {
	readonly rules: readonly OtherVendorRow[];
	readonly limit: number;
}) {
	const { panel: text } = useHost().texts;
	const columns = useMemo(
		(): readonly PanelColumn<OtherVendorRow>[] => [
			{ name: text.columns.name, value: ({ rule }) => noteLink(rule.path, rule.title) },
			{ name: text.columns.vendor, value: ({ rule }) => VENDOR_NAMES[rule.vendor], width: 10 },
			{ name: text.columns.level, value: ({ rule }) => rule.level, width: 10 },
			{
				name: text.rule.sharedTechniques,
				value: ({ techniques }) => techniques.join(", "),
				width: 21,
			},
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

function pathOf({ rule }: OtherVendorRow): string {
	return rule.path;
}
