import type { Choices } from "../syntax/choices";
import { EvalLowering } from "./lower-eval";
import type { Pipeline } from "./pipeline";
import type { SplReader } from "./spl-reader";
import { isWordItem, optionOf, type StageItem } from "./stage-items";

/** Functions that give values as events have them. */
const KEEPING: ReadonlySet<string> = new Set(
	"values list first last latest earliest mode max min".split(" "),
);

/** What the arguments of `stats` and its kin say. */
export interface Aggregates {
	readonly by: readonly string[];
	readonly window: string | null;
	/** Names of what is counted, summed or otherwise made. */
	readonly computed: readonly string[];
	/** Names under which values of events' own fields of the same name are collected. */
	readonly kept: readonly string[];
	/** What is counted or picked under conditions, by its name. */
	readonly chosen: ReadonlyMap<string, Choices>;
}

/** Reads what the arguments of `stats`, `chart`, `timechart`, `tstats` and their kin mean. */
export function readAggregates(
	items: readonly StageItem[],
	pipeline: Pipeline,
	reader: SplReader,
): Aggregates {
	const { fields } = pipeline;
	const by = new Set<string>();
	const computed: string[] = [];
	const kept: string[] = [];
	const chosen = new Map<string, Choices>();
	let isBy = false;
	for (let at = 0; at < items.length; at++) {
		const item = items[at];
		if (item?.kind !== "name" && item?.kind !== "call") continue;
		if (isWordItem(item, "by") || (!isBy && isClause(item))) isBy = true;
		else if (isBy) {
			// `by PREFIX(name=)`
			const name = item.kind === "call" ? item.argument : item.text;
			if (name !== null) by.add(fields.nameOf(name));
		} else {
			const isAliased = isWordItem(items[at + 1], "as");
			const alias = isAliased ? items[at + 2] : undefined;
			const name = alias?.kind === "name" ? fields.nameOf(alias.text) : undefined;
			const before = computed.length;
			noteFunction(item, name, pipeline, computed, kept);
			const choices = readChosen(item, pipeline, reader);
			for (const made of computed.slice(before))
				if (choices !== undefined) chosen.set(made, choices);
			if (isAliased) at += 2;
		}
	}
	return { by: [...by], window: optionOf(items, "span") ?? null, computed, kept, chosen };
}

/** Groups a pipeline's rows as such arguments say. */
export function groupBy(
	pipeline: Pipeline,
	{ by, window, computed, kept, chosen }: Aggregates,
	isReducing: boolean,
	reader: SplReader,
): void {
	const isOverTime = !isReducing || by.some((name) => name === "_time" || name === "bin_time");
	const span = window ?? (isOverTime ? pipeline.timeSpan : null);
	pipeline.group({ by, window: span, computed, kept, isReducing });
	const lowering = new EvalLowering(reader, pipeline);
	for (const [name, choices] of chosen) lowering.choose(name, choices);
}

/** Reads what an aggregate says of the conditions that its events meet. */
function readChosen(item: StageItem, pipeline: Pipeline, reader: SplReader): Choices | undefined {
	if (item.kind !== "call") return undefined;
	const { choices } = new EvalLowering(reader, pipeline);
	const { value, argument } = item;
	const name = argument === null ? undefined : pipeline.fields.nameOf(argument);
	const own = name === undefined ? undefined : pipeline.fields.describe(name).choices;
	return choices.readAggregate(
		item.name.toLowerCase(),
		value === undefined ? own : choices.read(value),
	);
}

/** Notes what one function gives; `alias` is the name that it is given. */
function noteFunction(
	item: Extract<StageItem, { kind: "name" | "call" }>,
	alias: string | undefined,
	{ fields }: Pipeline,
	computed: string[],
	kept: string[],
): void {
	if (item.kind === "name") {
		computed.push(alias ?? item.text);
		return;
	}
	const argument = item.argument === null ? null : fields.nameOf(item.argument);
	if (alias === undefined) {
		computed.push(`${item.name}(${item.argument ?? ""})`);
		if (argument !== item.argument) computed.push(`${item.name}(${argument ?? ""})`);
	} else if (alias === argument && KEEPING.has(item.name.toLowerCase())) kept.push(alias);
	else computed.push(alias);
}

function isClause(item: StageItem): boolean {
	return isWordItem(item, "over") || isWordItem(item, "groupby");
}
