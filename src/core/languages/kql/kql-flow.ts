import type { Condition, Detection } from "../../model/detection";
import { ALWAYS, combine } from "../syntax/conditions";
import type { KqlColumns } from "./kql-columns";

/** Layers of counting, joining and filtering above this many are not told apart. */
export const MOST_LAYERS = 100;

/** The rows at one place of a query: what restricts them, and their columns. */
export class KqlFlow {
	columns: KqlColumns;
	/** Whether there are no rows yet, so that a union brings the first. */
	isStart = false;
	private base: Detection = { kind: "event", condition: ALWAYS };
	/** Conditions on top of `base`, not yet joined to it. */
	private pending: Condition[] = [];
	private layers = 0;
	private restricted = false;

	constructor(columns: KqlColumns) {
		this.columns = columns;
	}

	/** Whether nothing restricts the rows. */
	get isPlain(): boolean {
		const { base, pending } = this;
		return base.kind === "event" && base.condition.kind === "always" && pending.length === 0;
	}

	/** Whether anything at all restricts the rows, or those that they were made of. */
	get isRestricted(): boolean {
		return this.restricted;
	}

	/** Says that something restricts the rows that is no condition on them. */
	restrict(): void {
		this.restricted = true;
	}

	/** What restricts the rows where nothing counts or joins them, else undefined. */
	get eventCondition(): Condition | undefined {
		if (this.base.kind !== "event") return undefined;
		return combine("and", [this.base.condition, ...this.pending]);
	}

	/** What was gathered so far. */
	get whole(): Detection {
		const { base, pending } = this;
		if (pending.length === 0) return base;
		return { kind: "filter", of: base, condition: combine("and", pending) };
	}

	/** Keeps only rows that meet a condition. */
	add(condition: Condition): void {
		if (this.base.kind === "aggregate" && !isComputed(condition)) this.settle();
		this.restricted ||= condition.kind !== "always";
		this.pending.push(condition);
	}

	/** Puts another layer around the detection; false where there are too many, and nothing was done. */
	wrap(layer: (inner: Detection) => Detection, others: readonly KqlFlow[] = []): boolean {
		const depth = Math.max(0, ...others.map((other) => other.layers));
		const layers = Math.max(this.layers, depth) + 1;
		if (layers > MOST_LAYERS) return false;
		this.base = layer(this.settle());
		this.restricted ||= others.some(({ isRestricted }) => isRestricted);
		this.layers = layers;
		return true;
	}

	/** What was gathered, as a detection. */
	settle(): Detection {
		const condition = combine("and", this.pending);
		const isEmpty = this.pending.length === 0 || condition.kind === "always";
		this.pending = [];
		const { base } = this;
		if (!isEmpty) {
			if (base.kind === "event")
				this.base = { kind: "event", condition: combine("and", [base.condition, condition]) };
			else if (base.kind === "aggregate" && isComputed(condition) && base.having.kind === "always")
				this.base = { ...base, having: condition };
			else {
				this.base = { kind: "filter", of: base, condition };
				this.layers++;
			}
		}
		return this.base;
	}
}

/** Whether a condition is only on what the query itself made; a group by the name of such a column holds what that stands for. */
function isComputed(condition: Condition): boolean {
	switch (condition.kind) {
		case "predicate":
			return condition.predicate.origin === "computed";
		case "not":
			return isComputed(condition.part);
		case "and":
		case "or":
			return condition.name !== null || condition.parts.every(isComputed);
		case "at-least":
			return condition.parts.every(isComputed);
		case "always":
		case "opaque":
			return true;
	}
}
