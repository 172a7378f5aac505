import type { Condition, Detection } from "../../model/detection";
import { partsOf } from "../list-predicates";
import { ALWAYS, combine } from "../syntax/conditions";
import { FieldScope } from "./field-scope";

/** Aggregations and joins of one pipeline beyond this many are read as one, so that what reads the tree needs no deep stack. */
const MOST_LEVELS = 60;

/** Commands that need no rows before them. */
const MAKING: ReadonlySet<string> = new Set(["union", "multisearch", "set"]);

/** What a stage that groups events makes of them. */
export interface Grouping {
	readonly by: readonly string[];
	/** As written, null where the rule's schedule decides. */
	readonly window: string | null;
	/** Fields that it makes. */
	readonly computed: readonly string[];
	/** Fields that it leaves as they are, beside those that it groups by. */
	readonly kept?: readonly string[];
	/** Whether only the groups are left, and not their events. */
	readonly isReducing: boolean;
}

/** A detection that a subsearch or another branch gives. */
interface Branch {
	readonly how: string;
	readonly detection: Detection;
	readonly on: readonly string[];
}

/** Collects what the stages of one pipeline do, and builds its detection. */
export class Pipeline {
	readonly fields: FieldScope;
	/** The lookup that the rows come from as they are, null where anything else does. */
	lookup: string | null = null;
	/** Columns that the last stage to choose some leaves, null where none did. */
	columns: readonly string[] | null = null;
	/** The span that a stage cut time into, for the aggregation after it. */
	timeSpan: string | null = null;
	/** Whether aggregations or joins were left out, since there are too many. */
	isOverfull = false;
	private below: Detection | null = null;
	private grouping: Grouping | null = null;
	private conditions: Condition[] = [];
	private branches: Branch[] = [];
	private levels = 0;

	constructor(fields: FieldScope = new FieldScope()) {
		this.fields = fields;
	}

	/** Whether nothing restricts or groups the rows. */
	get isUntouched(): boolean {
		return this.filters?.kind === "always";
	}

	/** What restricts the rows where nothing but filters does; undefined where they are grouped or joined. */
	get filters(): Condition | undefined {
		const isPlain = this.below === null && this.grouping === null && this.branches.length === 0;
		return isPlain ? combine("and", this.conditions) : undefined;
	}

	/** Starts from a lookup's rows. */
	readLookup(name: string): void {
		this.lookup = name;
		this.fields.isOfEvents = false;
	}

	/** A pipeline of its own beside this one. */
	branch(): Pipeline {
		return new Pipeline();
	}

	/** Keeps only the rows that a condition holds for. */
	filter(condition: Condition): void {
		this.conditions.push(condition);
	}

	/** Restricts the search that is being read by what a subsearch gives. */
	restrictBy(how: string, detection: Detection, on: readonly string[]): void {
		this.branches.push({ how, detection, on });
	}

	/** Groups the rows. */
	group(grouping: Grouping): void {
		if (this.closeLevel()) this.grouping = grouping;
		if (grouping.isReducing) this.fields.reset([...grouping.by, ...(grouping.kept ?? [])]);
		for (const name of grouping.computed) this.fields.compute(name);
		this.lookup = null;
		this.columns = null;
	}

	/** Joins the rows with those of others. */
	join(how: string, others: readonly Detection[], on: readonly string[]): void {
		const isFirst = this.isUntouched && MAKING.has(how);
		if (!this.closeLevel() || this.below === null) return;
		const parts = isFirst ? others : [this.below, ...others];
		const [only] = parts;
		this.below = parts.length === 1 && only !== undefined ? only : { kind: "join", how, parts, on };
	}

	/** Gives what all stages together detect. */
	finish(): Detection {
		this.closeLevel(true);
		return this.below ?? { kind: "event", condition: ALWAYS };
	}

	/** Builds what stands so far into one detection, for the next level to stand upon. */
	private closeLevel(isLast = false): boolean {
		this.isOverfull ||= this.levels >= MOST_LEVELS && !isLast;
		if (this.levels >= MOST_LEVELS && !isLast) return false;
		this.levels++;
		const conditions: Condition[] = [];
		for (const condition of this.conditions) {
			const isList = condition.kind === "and" && condition.name === null;
			if (isList) for (const part of condition.parts) conditions.push(part);
			else conditions.push(condition);
		}
		let detection = this.below;
		if (this.grouping !== null) {
			const { by, window } = this.grouping;
			const onGroups: Condition[] = [];
			const onEvents: Condition[] = [];
			for (const condition of conditions)
				(isOnGroups(condition) ? onGroups : onEvents).push(condition);
			const of = detection ?? { kind: "event", condition: ALWAYS };
			detection = { kind: "aggregate", of, by, window, having: combine("and", onGroups) };
			detection = withFilter(detection, combine("and", onEvents));
		} else if (detection === null) {
			detection = { kind: "event", condition: combine("and", conditions) };
		} else detection = withFilter(detection, combine("and", conditions));
		const branches = this.branches.length === 0 ? [] : mergeBranches(this.branches);
		for (const { how, detection: branch, on } of branches)
			detection = { kind: "join", how, parts: [detection, ...branch], on };
		this.below = detection;
		this.grouping = null;
		this.conditions = [];
		this.branches = [];
		return true;
	}
}

/** Branches that are joined alike stand side by side. */
function mergeBranches(
	branches: readonly Branch[],
): readonly { how: string; detection: readonly Detection[]; on: readonly string[] }[] {
	const merged = new Map<string, { how: string; detection: Detection[]; on: readonly string[] }>();
	for (const { how, detection, on } of branches) {
		const key = JSON.stringify([how, on]);
		const same = merged.get(key);
		if (same !== undefined) same.detection.push(detection);
		else if (merged.size < MOST_LEVELS) merged.set(key, { how, detection: [detection], on });
		else [...merged.values()][0]?.detection.push(detection);
	}
	return [...merged.values()];
}

function withFilter(of: Detection, condition: Condition): Detection {
	return condition.kind === "always" ? of : { kind: "filter", of, condition };
}

/** Whether a condition concerns what the query made, so that it filters groups. */
function isOnGroups(condition: Condition): boolean {
	if (condition.kind === "predicate") return condition.predicate.origin === "computed";
	return partsOf(condition).some(isOnGroups);
}
