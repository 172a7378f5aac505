import { isRetired } from "../../core/panels/retired-rules";
import type { PanelSources, TechniquePanel } from "../../core/panels/technique-panel";
import { buildTechniquePanel } from "../../core/panels/technique-panel";
import { isSameList } from "../../core/text/is-same-list";
import type { VaultIndexer } from "../indexing/vault-indexer";
import type { PanelChoice } from "../views/panels/panel-head";
import { findTechniqueOf } from "./technique-of-note";

/** What panels are drawn from. */
export interface PanelRecords {
	/** The same object for as long as rules are understood alike; undefined until the first notes are read. */
	readonly sources: PanelSources | undefined;
	/** The technique that a note is about; undefined where it is about none. */
	techniqueOf(notePath: string): string | undefined;
	/** A technique's panel, the same object until something in it changes; undefined where the vault knows nothing of the id. */
	readonly panel: (technique: string, choice: PanelChoice) => TechniquePanel | undefined;
}

/** Opens the records behind an index. */
export function createPanelRecords(indexer: VaultIndexer): PanelRecords {
	let generation = -1;
	let sources: PanelSources | undefined;
	let earlier = new Map<string, TechniquePanel>();
	let panels = new Map<string, TechniquePanel>();
	return {
		get sources() {
			const now = indexer.panelSources;
			if (!isSameSources(sources, now)) sources = now;
			return sources;
		},
		techniqueOf(notePath) {
			const { panelSources } = indexer;
			return panelSources && findTechniqueOf(panelSources.library, notePath);
		},
		panel(technique, choice) {
			const { panelSources } = indexer;
			if (panelSources === undefined) return undefined;
			if (generation !== indexer.generation) {
				earlier = panels;
				panels = new Map();
			}
			({ generation } = indexer);
			const key = `${technique} ${String(choice.exact)} ${String(choice.deprecated)}`;
			const known = panels.get(key);
			if (known !== undefined) return known;
			const built = buildChosen(panelSources, technique, choice);
			if (built === undefined) return undefined;
			const before = earlier.get(key);
			const panel = before !== undefined && isSamePanel(before, built) ? before : built;
			panels.set(key, panel);
			return panel;
		},
	};
}

function buildChosen(
	sources: PanelSources,
	technique: string,
	{ exact, deprecated }: PanelChoice,
): TechniquePanel | undefined {
	const panel = buildTechniquePanel(sources, technique, exact);
	if (panel === undefined || deprecated) return panel;
	return { ...panel, rules: panel.rules.filter((rule) => !isRetired(rule)) };
}

function isSameSources(a: PanelSources | undefined, b: PanelSources | undefined): boolean {
	return (
		a !== undefined &&
		a.library === b?.library &&
		a.resolver === b.resolver &&
		a.knowledge === b.knowledge
	);
}

/** An edit elsewhere in the vault leaves every entry of a panel the object that it was. */
function isSamePanel(a: TechniquePanel, b: TechniquePanel): boolean {
	return (
		a.technique.name === b.technique.name &&
		a.technique.note === b.technique.note &&
		a.replaced?.id === b.replaced?.id &&
		a.replaced?.note === b.replaced?.note &&
		isSameList(a.rules, b.rules) &&
		isSameList(a.runbooks, b.runbooks) &&
		isSameList(a.runs, b.runs)
	);
}
