/** What is known of a column. */
export interface KqlColumn {
	/** `event` for a column of the table itself, also under another name or cast to another type. */
	readonly origin: "event" | "computed";
	/** Whether its letters are all of one case. */
	readonly isFolded: boolean;
	/** The table it comes from, null where unknown. */
	readonly source: string | null;
}

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
		return this.isOpen
			? { origin: "event", isFolded: false, source: this.source }
			: { origin: "computed", isFolded: false, source: null };
	}

	set(name: string, column: KqlColumn): void {
		this.known.set(name, column);
	}

	/** Notes a column that the query makes. */
	compute(name: string): void {
		this.known.set(name, { origin: "computed", isFolded: false, source: null });
	}

	/** Says that there are others that no stage named. */
	open(): void {
		this.isOpen = true;
	}

	/** The same columns, to go on with elsewhere. */
	copy(): KqlColumns {
		return this.join([]);
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

	/** The columns of rows that come from these and from others. */
	unite(others: readonly KqlColumns[]): KqlColumns {
		const all = [this, ...others];
		const sources = new Set(all.map(({ source }) => source));
		const source = sources.size === 1 ? this.source : null;
		const united = new KqlColumns(
			source,
			all.some(({ isOpen }) => isOpen),
		);
		for (const { known } of all.reverse())
			for (const [name, column] of known)
				united.set(name, source === null ? { ...column, source } : column);
		return united;
	}
}
