import { NamesPart } from "./names-part";
import type { PartProps } from "./panel-props";

/** The data sources that a technique's rules name, and the tables, indices and data models that they read. */
export function SourcesPanel({ panel, limit }: PartProps) {
	return (
		<>
			<NamesPart names="dataSources" rules={panel.rules} limit={limit} />
			<NamesPart names="tables" rules={panel.rules} limit={limit} />
		</>
	);
}
