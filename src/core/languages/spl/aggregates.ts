import type { Pipeline } from "./pipeline";
import { namesOf, optionOf, splitItems, type StageItem } from "./stage-items";

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
	const [head, overAndBy] = splitItems(items, ["over", "by", "groupby"]);
	const [overs, bys] = splitItems(overAndBy, ["by"]);
	const nameOf = (name: string): string => pipeline.fields.nameOf(name);
	const by = [...namesOf(overs), ...namesOf(bys), ...prefixesOf(overAndBy)].map(nameOf);
	const computed: string[] = [];
	const kept: string[] = [];
	for (const [index, item] of head.entries()) {
		const isAlias = isWord(head[index - 1], "as");
		if (isAlias || isWord(item, "as")) continue;
		const made = item.kind === "call" ? item : item.kind === "name" ? item : undefined;
		if (made === undefined) continue;
		const named = isWord(head[index + 1], "as") ? head[index + 2] : undefined;
		const alias = named?.kind === "name" ? nameOf(named.text) : undefined;
		const argument = made.kind === "call" && made.argument !== null ? nameOf(made.argument) : null;
		const isKept =
			made.kind === "call" &&
			alias !== undefined &&
			alias === argument &&
			KEEPING.has(made.name.toLowerCase());
		const own = made.kind === "name" ? made.text : `${made.name}(${made.argument ?? ""})`;
		(isKept ? kept : computed).push(alias ?? own);
		if (made.kind === "call" && alias === undefined && argument !== made.argument)
			computed.push(`${made.name}(${argument ?? ""})`);
	}
	return { by: [...new Set(by)], window: optionOf(items, "span") ?? null, computed, kept };
}

/** Groups a pipeline's rows as such arguments say. */
export function groupBy(
	pipeline: Pipeline,
	{ by, window, computed, kept }: Aggregates,
	isReducing: boolean,
): boolean {
	const before = kept.filter((name) => !pipeline.fields.isComputed(name));
	const wasKept = new Set(by.filter((name) => !pipeline.fields.isComputed(name)));
	const isOverTime = by.some((name) => name === "_time" || name === "bin_time");
	const made = [...computed, ...kept.filter((name) => !before.includes(name))];
	const isRoom = pipeline.group({
		by,
		window: window ?? (isOverTime || !isReducing ? pipeline.timeSpan : null),
		computed: isReducing ? [...made, ...by.filter((name) => !wasKept.has(name))] : made,
		isReducing,
	});
	for (const name of before) pipeline.fields.keep(name);
	return isRoom;
}

/** Fields that `by PREFIX(name=)` groups by. */
function prefixesOf(items: readonly StageItem[]): readonly string[] {
	return items.flatMap((item) =>
		item.kind === "call" && item.argument !== null ? [item.argument] : [],
	);
}

function isWord(item: StageItem | undefined, word: string): boolean {
	return item?.kind === "name" && !item.isQuoted && item.text.toLowerCase() === word;
}
