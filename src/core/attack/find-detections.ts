import type {
	Analytic,
	AttackLogSource,
	ComponentDetection,
	DataComponent,
	DetectionStrategy,
} from "../model/attack";
import { compareCodeUnits } from "../text/compare";
import type { StixStore } from "./merge-bundles";
import type { Relations } from "./relations";
import type { StixAnalytic, StixDataComponent, StixStrategy, StixTechnique } from "./stix-records";

/** How a technique is detected, in the terms of whichever ATT&CK version said it. */
export interface Detections {
	/** Sorted by data source and name. */
	readonly dataComponents: readonly DataComponent[];
	/** In the order of the data components. */
	readonly componentDetections: readonly ComponentDetection[];
	/** Sorted by id, analytics in the strategy's order. */
	readonly detectionStrategies: readonly DetectionStrategy[];
}

/**
 * Finds what detects a technique: detection strategies with their analytics (v18 and later), `detects` relations from data components
 * (v10 to v17), or where there are neither the words of `x_mitre_data_sources`.
 */
export function findDetections(
	technique: StixTechnique,
	store: StixStore,
	relations: Relations,
): Detections {
	const strategies: DetectionStrategy[] = [];
	const components = new Map<string, DataComponent>();
	const said: ComponentDetection[] = [];
	for (const { sourceRef, description, citations } of relations.to("detects", technique.stixId)) {
		const source = store.byId.get(sourceRef);
		if (source === undefined || source.retired) continue;
		if (source.kind === "strategy") strategies.push(toStrategy(source, store));
		if (source.kind !== "data-component") continue;
		const component = toComponent(source, store);
		components.set(nameComponent(component), component);
		if (description !== "") said.push({ component, description, citations });
	}
	for (const { dataComponent } of strategies.flatMap(logSourcesOf))
		if (dataComponent !== null) components.set(nameComponent(dataComponent), dataComponent);
	if (components.size === 0)
		for (const words of technique.dataSources) components.set(words, parseComponent(words));
	const byName = [...components].sort(([a], [b]) => compareCodeUnits(a, b));
	said.sort((a, b) => compareCodeUnits(nameComponent(a.component), nameComponent(b.component)));
	return {
		dataComponents: byName.map(([, component]) => component),
		componentDetections: said,
		detectionStrategies: strategies.sort((a, b) => compareCodeUnits(a.id, b.id)),
	};
}

function logSourcesOf(strategy: DetectionStrategy): readonly AttackLogSource[] {
	return strategy.analytics.flatMap((analytic) => analytic.logSources);
}

function nameComponent({ dataSource, name }: DataComponent): string {
	return dataSource === null ? name : `${dataSource}: ${name}`;
}

function parseComponent(words: string): DataComponent {
	const at = words.indexOf(":");
	const dataSource = at === -1 ? null : words.slice(0, at).trim();
	return { id: null, name: words.slice(at + 1).trim(), dataSource, url: null };
}

function toComponent(component: StixDataComponent, store: StixStore): DataComponent {
	const source = store.byId.get(component.dataSourceRef ?? "");
	return {
		id: component.attackId === "" ? null : component.attackId,
		name: component.name,
		dataSource: source?.kind === "data-source" ? source.name : null,
		url: component.url,
	};
}

function toStrategy(strategy: StixStrategy, store: StixStore): DetectionStrategy {
	const analytics = strategy.analyticRefs.flatMap((ref) => {
		const analytic = store.byId.get(ref);
		return analytic?.kind === "analytic" && !analytic.retired ? [toAnalytic(analytic, store)] : [];
	});
	return { id: strategy.attackId, name: strategy.name, url: strategy.url, analytics };
}

function toAnalytic(analytic: StixAnalytic, store: StixStore): Analytic {
	const logSources = analytic.logSources.map(({ componentRef, name, channel }) => {
		const component = store.byId.get(componentRef ?? "");
		const dataComponent =
			component?.kind === "data-component" ? toComponent(component, store) : null;
		return { dataComponent, name, channel };
	});
	const { attackId: id, name, platforms, description, mutableElements, citations } = analytic;
	return { id, name, platforms, description, logSources, mutableElements, citations };
}
