import type { ComponentChildren } from "preact";
import type { RuleEntry } from "../../../../core/library/library-entry";
import type { Value } from "../../../../core/model/value";
import type { TableRow } from "../../table/table-model";

/** One column of a panel's table. */
export interface PanelColumn<Row> {
	readonly name: string;
	/** What sorting, filter and copies go by. */
	readonly value: (row: Row) => Value;
	/** What the cell shows, where that is more than its value. */
	readonly draw?: (row: Row) => ComponentChildren;
	/** Characters that the column takes; absent for one that shares what is left. */
	readonly width?: number;
	/** Whether it is a column of numbers; those that open rules are so anyway. */
	readonly isNumber?: true;
	/** The rules behind the number that is the cell's value: the number opens them. */
	readonly rules?: (row: Row) => Iterable<RuleEntry>;
	/** What the list of these rules tells of each beside its vendor and level. */
	readonly detail?: (row: Row, rule: RuleEntry) => string;
}

/** A row of a panel under a key that stays the same while notes change. */
export interface PanelRow<Row> extends TableRow {
	readonly row: Row;
}

/** Wraps a panel's rows for a table; keys and cells are worked out when they are first asked for. */
export function wrapRows<Row>(
	rows: readonly Row[],
	columns: readonly PanelColumn<Row>[],
	keyOf: (row: Row) => string,
): readonly PanelRow<Row>[] {
	return rows.map((row) => new LazyRow(row, columns, keyOf));
}

class LazyRow<Row> implements PanelRow<Row> {
	readonly row: Row;
	readonly #columns: readonly PanelColumn<Row>[];
	readonly #keyOf: (row: Row) => string;
	#key: string | undefined;
	#cells: readonly Value[] | undefined;

	constructor(row: Row, columns: readonly PanelColumn<Row>[], keyOf: (row: Row) => string) {
		this.row = row;
		this.#columns = columns;
		this.#keyOf = keyOf;
	}

	get key(): string {
		return (this.#key ??= this.#keyOf(this.row));
	}

	get cells(): readonly Value[] {
		return (this.#cells ??= this.#columns.map(({ value }) => value(this.row)));
	}
}
