import { NamesPart } from "./names-part";
import type { PartProps } from "./panel-props";

/** The false positives that a technique's rules warn of. */
export function FalsePositivesPanel({ panel, limit }: PartProps) {
	return <NamesPart names="falsePositives" rules={panel.rules} limit={limit} />;
}
