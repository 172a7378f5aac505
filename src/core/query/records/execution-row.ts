import type { TechniqueResolver } from "../../attack/technique-resolver";
import type { FieldMap, Value } from "../../model/value";
import type { Source } from "../parse/ast";
import type { Row } from "../run/row";
import { isList } from "../value";

/** Where the note's own words for its technique are found once `technique` tells the one in use. */
const NOTED = "noted_technique";

/** Names under which a run's row has something else than its note. */
export const RESOLVED: ReadonlySet<string> = new Set(["technique", "techniques", NOTED]);

/** Whether a source asks for executions by their word, so that its rows are runs. */
export function asksForExecutions(source: Source | null): boolean {
	switch (source?.type) {
		case "kind":
			return source.kind === "execution";
		case "and":
		case "or":
			return asksForExecutions(source.left) || asksForExecutions(source.right);
		default:
			return false;
	}
}

/**
 * Gives the row of a run's note with the technique in use today under `technique`, and what the note says under `noted_technique`: a run
 * outlives the ids of its time. Both have the note's own shape, a text or a list.
 */
export function executionRow(row: Row, techniques: TechniqueResolver | undefined): Row {
	const fields = new ExecutionFields(row.data.fields, techniques);
	return { ...row, data: { ...row.data, fields } };
}

class ExecutionFields implements FieldMap {
	readonly #note: FieldMap;
	readonly #techniques: TechniqueResolver | undefined;

	constructor(note: FieldMap, techniques: TechniqueResolver | undefined) {
		this.#note = note;
		this.#techniques = techniques;
	}

	get(name: string): Value | undefined {
		if (name === NOTED) return this.#note.get(NOTED) ?? this.#note.get("technique");
		const value = this.#note.get(name);
		return name === "technique" || name === "techniques" ? this.#resolve(value) : value;
	}

	keys(): Iterable<string> {
		return new Set([...this.#note.keys(), NOTED]);
	}

	#resolve(value: Value | undefined): Value | undefined {
		if (typeof value === "string") {
			const known = this.#techniques?.resolve(value);
			return known?.known === true ? known.id : value;
		}
		if (value === undefined || !isList(value)) return value;
		return [...new Set(value.map((item) => this.#resolve(item) ?? null))];
	}
}
