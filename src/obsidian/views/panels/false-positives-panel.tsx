import type { RuleEntry } from "../../../core/library/library-entry";
import { useHost } from "../view-host";
import { NamesPart } from "./names-part";
import type { PartProps } from "./panel-props";

/** The false positives that a technique's rules warn of. */
export function FalsePositivesPanel({ panel, limit }: PartProps) {
	const { panel: text } = useHost().texts;
	return (
		<NamesPart
			rules={panel.rules}
			namesOf={falsePositivesOf}
			column={text.columns.falsePositive}
			nameRows={text.distinct.falsePositives}
			empty={text.empty.falsePositives}
			limit={limit}
		/>
	);
}

function falsePositivesOf({ facts }: RuleEntry): readonly string[] {
	return facts.falsePositives;
}
