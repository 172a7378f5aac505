import type { Condition } from "../../model/detection";
import { partsOf } from "../list-predicates";
import { gatherParts } from "./gather-parts";
import { printSelection } from "./print-selection";
import type { PrintedSelection } from "./print-selection";
import { printKey, printScalar } from "./print-yaml";

/** Names that a condition reads as something else, and those that it cannot read. */
const READABLE_NAME = /^(?!(?:and|or|not|of|condition|timeframe)$)[a-z_][\w-]*$/i;

/**
 * Prints a condition as the `detection` of a Sigma rule in YAML: selections, and the condition that joins them.
 *
 * Groups of predicates become maps and lists of maps under their own names, or `selection`, `selection_2` and so on; all other logic
 * stands in the condition. `parseSigma` gives the condition again, apart from such names and from `in`, which Sigma writes as a plain
 * list. What Sigma cannot state becomes a selection with the modifier `opaque`, which reads as nothing else.
 */
export function printCondition(condition: Condition): string {
	const printer = new DetectionPrinter(condition);
	const expression = printer.print(condition, 0);
	const lines = [...printer.lines(), `condition: ${expression}`];
	return ["detection:", ...lines.map((line) => `    ${line}`), ""].join("\n");
}

class DetectionPrinter {
	private readonly bodies = new Map<string, PrintedSelection>();
	private readonly taken = new Set<string>();
	private readonly numbers = new Map<string, number>();

	constructor(condition: Condition) {
		const visit = (part: Condition): void => {
			if ("name" in part && part.name !== null) this.taken.add(part.name);
			for (const inner of partsOf(part)) visit(inner);
		};
		visit(condition);
	}

	/** The selections printed so far. */
	lines(): readonly string[] {
		return [...this.bodies].flatMap(([name, body]) => [
			`${printKey(name)}:`,
			...body.map((line) => `    ${line}`),
		]);
	}

	/** Prints what stands in the condition line; `power` is that of the operator around it: 1 `or`, 2 `and`, 3 `not`. */
	print(condition: Condition, power: number): string {
		const body = printSelection(condition);
		if (body !== undefined)
			return this.addSelection(body, "name" in condition ? condition.name : null);
		switch (condition.kind) {
			case "and":
				return this.join(condition, "and", 2, power);
			case "or":
				return this.join(condition, "or", 1, power);
			case "not":
				return `not ${this.print(condition.part, 3)}`;
			case "at-least":
				return this.printAtLeast(condition.count, condition.parts);
			case "predicate":
			case "always":
			case "opaque":
				return this.addSelection(printOpaque(condition), null);
		}
	}

	private join(
		condition: Extract<Condition, { kind: "and" | "or" }>,
		word: "and" | "or",
		own: number,
		power: number,
	): string {
		const parts = gatherParts(condition).map((part) => this.print(part, own));
		const text = parts.join(` ${word} `);
		return parts.length > 1 && power > own ? `(${text})` : text;
	}

	private printAtLeast(count: number, parts: readonly Condition[]): string {
		const group = this.freeName("option");
		parts.forEach((part, index) => {
			const body = printSelection(part) ?? printOpaque(part);
			this.bodies.set(`${group}_of_${index + 1}`, body);
		});
		return `${count} of ${group}_of_*`;
	}

	private addSelection(body: PrintedSelection, own: string | null): string {
		const isOwn = own !== null && READABLE_NAME.test(own);
		const known = isOwn ? this.bodies.get(own) : undefined;
		const isFree = known === undefined || known.join("\n") === body.join("\n");
		const name = isOwn && isFree ? own : this.freeName("selection");
		this.bodies.set(name, body);
		return name;
	}

	private freeName(stem: string): string {
		for (;;) {
			const number = (this.numbers.get(stem) ?? 0) + 1;
			this.numbers.set(stem, number);
			const name = number === 1 ? stem : `${stem}_${number}`;
			if (this.taken.has(name)) continue;
			this.taken.add(name);
			return name;
		}
	}
}

function printOpaque(condition: Condition): PrintedSelection {
	const text = condition.kind === "opaque" ? condition.text : describe(condition);
	return [`'|opaque': ${printScalar(text)}`];
}

function describe(condition: Condition): string {
	if (condition.kind !== "predicate") return condition.kind;
	const { field, op, terms, transform } = condition.predicate;
	const subject = transform === null ? field : `${transform}(${field ?? ""})`;
	return [subject ?? "", op, ...terms.map(({ value }) => JSON.stringify(value))].join(" ");
}
