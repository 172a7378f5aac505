import type {
	Analytic,
	AttackLogSource,
	DetectionStrategy,
	MutableElement,
	Technique,
} from "../../model/attack";
import { defuseInline } from "../safe/defuse-inline";
import { convertAttackText, convertListItem, type AttackTextContext } from "./attack-text";
import { writeCodeSpan } from "./code-span";
import { nameDataComponent } from "./data-sources-section";
import { writeWebLink } from "./web-link";

/**
 * Writes how ATT&CK says to detect a technique: prose and what each data component shows (v17 and earlier), strategies with their
 * analytics by platform (v18 and later). Gives the section's blocks.
 */
export function writeDetection(technique: Technique, context: AttackTextContext): string[] {
	const prose = convertAttackText(technique.detection, technique.citations, context);
	const components = technique.componentDetections.map(({ component, description, citations }) =>
		convertListItem(`**${nameDataComponent(component)}**`, description, citations, context),
	);
	return [
		...(prose === "" ? [] : [prose]),
		...(components.length === 0 ? [] : [components.join("\n")]),
		...technique.detectionStrategies.flatMap((strategy) => writeStrategy(strategy, context)),
	];
}

function writeStrategy(strategy: DetectionStrategy, context: AttackTextContext): string[] {
	const { id, name, url, analytics } = strategy;
	const page = url === null ? defuseInline(id) : writeWebLink(id, url);
	return [
		`#### ${defuseInline(name)}`,
		...(id === "" ? [] : [`Detection strategy ${page}.`]),
		...analytics.flatMap((analytic) => writeAnalytic(analytic, context)),
	];
}

function writeAnalytic(analytic: Analytic, context: AttackTextContext): string[] {
	const { id, name, platforms, description, citations, logSources, mutableElements } = analytic;
	const label = id === "" ? name : id;
	const heading = platforms.length === 0 ? label : `${platforms.join(", ")} (${label})`;
	const text = convertAttackText(description, citations, context);
	return [
		`##### ${defuseInline(heading)}`,
		...(text === "" ? [] : [text]),
		...(logSources.length === 0 ? [] : [writeLogSources(logSources)]),
		...(mutableElements.length === 0 ? [] : ["Adjust to your environment:"]),
		...(mutableElements.length === 0
			? []
			: [mutableElements.map((element) => writeElement(element, context)).join("\n")]),
	];
}

function writeLogSources(logSources: readonly AttackLogSource[]): string {
	const rows = logSources.map(({ name, channel, dataComponent }) => {
		const component =
			dataComponent === null
				? ""
				: dataComponent.url === null
					? nameDataComponent(dataComponent)
					: writeWebLink(dataComponent.name, dataComponent.url);
		const cells = [defuseInline(name), defuseInline(channel ?? ""), component];
		return `|${cells.map((cell) => (cell === "" ? " " : ` ${cell} `)).join("|")}|`;
	});
	const head = ["| Log source | Channel | Data component |", "| --- | --- | --- |"];
	return [...head, ...new Set(rows)].join("\n");
}

function writeElement({ field, description }: MutableElement, context: AttackTextContext): string {
	return convertListItem(writeCodeSpan(field), description, [], context);
}
