import type { AskChoices, Choices } from "../syntax/choices";

/** What is known of a column. */
export interface KqlColumn {
	/** `event` for a column of the table itself, also under another name or cast to another type. */
	readonly origin: "event" | "computed";
	/** Whether its letters are all of one case. */
	readonly isFolded: boolean;
	/** The table it comes from, null where unknown. */
	readonly source: string | null;
	/** The event's column that it is under another name. */
	readonly original?: string;
	/** The values that it has under conditions. */
	readonly choices?: Choices;
	/** Tells what a comparison with it stands for. */
	readonly ask?: AskChoices;
}

/** What the query makes. */
const MADE: KqlColumn = { origin: "computed", isFolded: false, source: null };

/** The columns that the rows have at one place of a query. */
export class KqlColumns {
	/** The table that columns which no stage named belong to, null where it is not one table. */
	readonly source: string | null;
	/** Whether there are columns besides the known ones. */
	private isOpen: boolean;
	private readonly known = new Map<string, KqlColumn>();

	constructor(source: string | null, isOpen: boolean) {
		this.source = source;
		this.isOpen = isOpen;
	}

	/** Number of columns that a stage named. */
	get size(): number {
		return this.known.size;
	}

	/** A column that a stage named. */
	find(name: string): KqlColumn | undefined {
		return this.known.get(name);
	}

	/** A column that the rows have, or would have. */
	describe(name: string): KqlColumn {
		const known = this.known.get(name);
		if (known !== undefined) return known;
		return this.isOpen ? { origin: "event", isFolded: false, source: this.source } : MADE;
	}

	set(name: string, column: KqlColumn): void {
		this.known.set(name, column);
	}

	/** Notes a column that the query makes. */
	compute(name: string): void {
		this.known.set(name, MADE);
	}

	/** Says that there are others that no stage named. */
	open(): void {
		this.isOpen = true;
	}

	/** The same columns, to go on with elsewhere. */
	copy(): KqlColumns {
		const copied = new KqlColumns(this.source, this.isOpen);
		this.known.forEach((column, name) => copied.set(name, column));
		return copied;
	}

	/** These columns and those of others, side by side: where several have one, the first has it. */
	join(others: readonly KqlColumns[]): KqlColumns {
		const all = [this, ...others];
		const open = all.find(({ isOpen }) => isOpen);
		const joined = new KqlColumns((open ?? this).source, open !== undefined);
		for (const { known } of all.reverse())
			for (const [name, column] of known) joined.set(name, column);
		return joined;
	}

	/** The columns of rows that come from these and from others: an event's where that is so of some rows. */
	unite(others: readonly KqlColumns[]): KqlColumns {
		const all = [this, ...others];
		const sources = new Set(all.map(({ source }) => source));
		const source = sources.size === 1 ? this.source : null;
		const united = new KqlColumns(
			source,
			all.some(({ isOpen }) => isOpen),
		);
		// In how many open sets of columns a name still has to be found to be the query's own making in all of them.
		const lacking = new Map<string, number>();
		const open = all.filter(({ isOpen }) => isOpen).length;
		for (const { known, isOpen } of all.reverse())
			for (const [name, column] of known) {
				lacking.set(name, (lacking.get(name) ?? open) - (isOpen ? 1 : 0));
				const before = united.find(name);
				if (column.origin === "computed" && before?.origin === "event") continue;
				const own = source === null ? { ...column, source } : column;
				united.set(name, before === undefined ? own : mixColumns(own, before));
			}
		for (const [name, count] of lacking)
			if (count > 0) united.set(name, { origin: "event", isFolded: false, source });
		return united;
	}
}

/** A column that comes from several sides: what it is on one of them only, it is not. */
function mixColumns(column: KqlColumn, { original, choices }: KqlColumn): KqlColumn {
	const { origin, isFolded, source } = column;
	const isSame = column.choices === choices && column.original === original;
	return isSame ? column : { origin, isFolded, source };
}
