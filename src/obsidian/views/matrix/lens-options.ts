import type { Layer } from "../../../core/layers/layer";
import { createActorLens } from "../../../core/matrix/actor-lens";
import { createLayerLens } from "../../../core/matrix/layer-lens";
import type { Lens } from "../../../core/matrix/lens";
import type { MatrixRecords } from "../../../core/matrix/matrix-records";
import { createParsedLens, createRuleLens } from "../../../core/matrix/rule-lenses";
import {
	createLastRunLens,
	createOutcomeLens,
	createProvenLens,
} from "../../../core/matrix/run-lenses";
import { filterRules } from "../../../core/matrix/filter-rules";
import type { TechniqueGroups } from "../../../core/matrix/technique-groups";
import { groupByTechnique } from "../../../core/matrix/technique-groups";
import { createTestLens } from "../../../core/matrix/test-lens";
import type { RuleEntry } from "../../../core/library/library-entry";
import { LEVELS, VENDORS } from "../../../core/model/rule";
import type { Texts } from "../../text/en";
import { VENDOR_NAMES } from "../panels/vendor-names";

/** A layer of the vault, with a key that is its own. */
export interface NamedLayer {
	readonly key: string;
	readonly layer: Layer;
}

/** What a lens is made from. */
export interface LensInput {
	readonly records: MatrixRecords;
	/** Those that pass the filters. */
	readonly rules: readonly RuleEntry[];
	/** Ids of the groups and campaigns that were chosen. */
	readonly actors: readonly string[];
	/** In days since 1970. */
	readonly today: number;
	/** The time (ISO 8601 in UTC) before which a run proves nothing any more; null lets all count. */
	readonly since: string | null;
}

/** A lens that a person can choose. */
export interface LensOption {
	readonly key: string;
	readonly group: "rules" | "knowledge" | "layers";
	readonly label: string;
	/** Whether it says what ought to be there: what it has and another lens lacks is a gap. */
	readonly asks: boolean;
	/** What its amounts count. */
	readonly counts:
		"rules" | "share" | "tests" | "users" | "score" | "entries" | "age" | "outcome" | "proven";
	/** The layer that it shows, where it shows one. */
	readonly layer?: Layer;
	create(input: LensInput): Lens;
	/** What it is called over this input, where that says more than its label. */
	nameOf?(input: LensInput): string | undefined;
}

/** A lens that was chosen, over an input. */
export function openLens(
	option: LensOption,
	input: LensInput,
): { readonly option: LensOption; readonly lens: Lens } {
	const label = option.nameOf?.(input) ?? option.label;
	return { option: { ...option, label }, lens: option.create(input) };
}

/** Key of the lens of groups and campaigns. */
export const ACTORS_KEY = "actors";

/** Lists the lenses of a vault, in the order in which they are offered. */
export function listLenses(
	{ lenses }: Texts["matrix"],
	layers: readonly NamedLayer[],
): readonly LensOption[] {
	return [...ruleLenses(lenses), ...knowledgeLenses(lenses), ...layers.map(layerLens)];
}

function groupRules(
	records: MatrixRecords,
	rules: readonly RuleEntry[],
): TechniqueGroups<RuleEntry> {
	if (rules === records.rules) return records.ruleGroups();
	return groupByTechnique(rules, records.resolver);
}

function ruleLenses(texts: Texts["matrix"]["lenses"]): readonly LensOption[] {
	const shared = { group: "rules", asks: false, counts: "rules" } as const;
	const any = { vendors: [], statuses: [], dataSources: [], leastLevel: "" };
	const lensOf = ({ records, rules }: LensInput, filter: Partial<typeof any> | object): Lens =>
		createRuleLens(groupRules(records, filterRules(rules, { ...any, ...filter })));
	return [
		{ ...shared, key: "rules", label: texts.allRules, create: (input) => lensOf(input, {}) },
		...VENDORS.map((vendor): LensOption => ({
			...{ ...shared, key: `rules:${vendor}`, label: texts.vendor(VENDOR_NAMES[vendor]) },
			create: (input) => lensOf(input, { vendors: [vendor] }),
		})),
		...LEVELS.slice(1).map((level): LensOption => ({
			...{ ...shared, key: `rules:${level}` },
			label: level === LEVELS.at(-1) ? texts.topLevel(level) : texts.level(level),
			create: (input) => lensOf(input, { leastLevel: level }),
		})),
	];
}

function knowledgeLenses(texts: Texts["matrix"]["lenses"]): readonly LensOption[] {
	return [
		{
			...{ key: "parsed", group: "knowledge", label: texts.parsed, asks: false, counts: "share" },
			create: ({ records, rules }) => createParsedLens(groupRules(records, rules)),
		},
		{
			...{ key: "tests", group: "knowledge", label: texts.tests, asks: false, counts: "tests" },
			create: ({ records }) => createTestLens(groupByTechnique(records.runbooks, records.resolver)),
		},
		...runLenses(texts),
		{
			...{ key: ACTORS_KEY, group: "knowledge", label: texts.actors, asks: true, counts: "users" },
			create: ({ records, actors }) =>
				createActorLens(records.attack.actors, actors, records.resolver),
			nameOf: ({ records, actors }) => nameActors(records, actors, texts),
		},
	];
}

/** A few actors are named, of more only the number is told. */
function nameActors(
	{ attack }: MatrixRecords,
	chosen: readonly string[],
	texts: Texts["matrix"]["lenses"],
): string | undefined {
	if (chosen.length === 0) return undefined;
	const names = attack.actors.filter(({ id }) => chosen.includes(id)).map(({ name }) => name);
	return names.length > NAMED ? texts.usedByMany(names.length) : texts.usedBy(names.join(", "));
}

/** Groups and campaigns that a lens names. */
const NAMED = 3;

function runLenses(texts: Texts["matrix"]["lenses"]): readonly LensOption[] {
	const shared = { group: "knowledge", asks: false } as const;
	const runsOf = ({ records }: LensInput) => groupByTechnique(records.runs.all, records.resolver);
	return [
		{
			...{ ...shared, key: "proven", label: texts.proven, counts: "proven" },
			create: ({ records, rules, since }) =>
				createProvenLens(groupRules(records, rules), records.runs, { since }),
		},
		{
			...{ ...shared, key: "last-run", label: texts.lastRun, counts: "age" },
			create: (input) => createLastRunLens(runsOf(input), input.today),
		},
		{
			...{ ...shared, key: "outcome", label: texts.outcome, counts: "outcome" },
			create: (input) => createOutcomeLens(runsOf(input)),
		},
	];
}

function layerLens({ key, layer }: NamedLayer): LensOption {
	return {
		...{ key, group: "layers", label: layer.name, asks: true, counts: "score", layer },
		create: ({ records }) => createLayerLens(layer, records.resolver),
	};
}
