import type { DataComponent, Technique } from "../../model/attack";
import { defuseInline } from "../safe/defuse-inline";
import { writeWebLink } from "./web-link";

/**
 * Writes the data components that show a technique, one a line: `Process: Process Creation` before ATT&CK v18, since then the
 * component and the log sources that carry it.
 */
export function writeDataSources(technique: Technique): string[] {
	const carriers = collectCarriers(technique);
	return technique.dataComponents.map((component) => {
		const names = carriers.get(keyOf(component)) ?? new Set<string>();
		const page =
			component.url === null || component.dataSource !== null
				? nameDataComponent(component)
				: writeWebLink(component.name, component.url);
		const id = component.id === null ? "" : ` (${defuseInline(component.id)})`;
		const sources = names.size === 0 ? "" : `: ${[...names].map(defuseInline).join(", ")}`;
		return `- ${page}${component.dataSource === null ? id : ""}${sources}`;
	});
}

/** Gives a data component's name with the data source it belongs to, where it has one, as Markdown. */
export function nameDataComponent({ dataSource, name }: DataComponent): string {
	return defuseInline(dataSource === null ? name : `${dataSource}: ${name}`);
}

/** The names of log sources by data component, in the order in which analytics name them. */
function collectCarriers(technique: Technique): Map<string, Set<string>> {
	const carriers = new Map<string, Set<string>>();
	const analytics = technique.detectionStrategies.flatMap((strategy) => strategy.analytics);
	for (const { dataComponent, name } of analytics.flatMap((analytic) => analytic.logSources)) {
		// Some log sources only repeat their component's data source or say nothing.
		if (dataComponent === null || name === "") continue;
		const key = keyOf(dataComponent);
		carriers.set(key, (carriers.get(key) ?? new Set()).add(name));
	}
	return carriers;
}

function keyOf({ id, dataSource, name }: DataComponent): string {
	return `${id ?? ""}\n${dataSource ?? ""}\n${name}`;
}
