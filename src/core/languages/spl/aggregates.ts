import type { Pipeline } from "./pipeline";
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
}

/** Reads what the arguments of `stats`, `chart`, `timechart`, `tstats` and their kin mean. */
export function readAggregates(items: readonly StageItem[], pipeline: Pipeline): Aggregates {
	const { fields } = pipeline;
	const by = new Set<string>();
	const computed: string[] = [];
	const kept: string[] = [];
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
			noteFunction(item, name, pipeline, computed, kept);
			if (isAliased) at += 2;
		}
	}
	return { by: [...by], window: optionOf(items, "span") ?? null, computed, kept };
}

/** Groups a pipeline's rows as such arguments say. */
export function groupBy(
	pipeline: Pipeline,
	{ by, window, computed, kept }: Aggregates,
	isReducing: boolean,
): void {
	const { fields } = pipeline;
	const own: string[] = [];
	const made = computed.slice();
	for (const name of kept) (fields.isComputed(name) ? made : own).push(name);
	let isOverTime = !isReducing;
	for (const name of by) {
		if (isReducing && fields.isComputed(name)) made.push(name);
		isOverTime ||= name === "_time" || name === "bin_time";
	}
	const span = window ?? (isOverTime ? pipeline.timeSpan : null);
	pipeline.group({ by, window: span, computed: made, isReducing });
	for (const name of own) fields.keep(name);
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
