/** What a pipeline knows of its fields at one place: which of them the query made itself. */
export class FieldScope {
	/** Name of the data model that the events come from, null where they come from an index. */
	dataModel: string | null = null;
	/** What its events are known to come from: the data model, until rows of something else join them. */
	source: string | null = null;
	private computed = new Map<string, boolean>();
	/** Starts of names that a wildcard made (`avg(x.*) as y.*`). */
	private computedStarts: string[] = [];

	/** Gives a field's name as events have it: without the names of the data model's objects (`Processes.user`). */
	nameOf(name: string): string {
		if (this.dataModel === null || !name.includes(".")) return name;
		const object = this.dataModel.slice(this.dataModel.lastIndexOf(".") + 1);
		return stripObjects(name.startsWith(`${object}.`) ? name.slice(object.length + 1) : name);
	}

	/** Whether the query made this field, so that no event has it. */
	isComputed(name: string): boolean {
		return (
			this.computed.get(name) ??
			(/^(?:predicted|IsOutlier)\(/.test(name) ||
				this.computedStarts.some((start) => name.startsWith(start)))
		);
	}

	/** Names of the fields that the query made, in order. */
	get made(): readonly string[] {
		return [...this.computed].flatMap(([name, isMade]) => (isMade ? [name] : []));
	}

	/** Notes that from here on the query makes this field. */
	compute(name: string): void {
		const star = name.indexOf("*");
		if (star === -1) this.computed.set(name, true);
		else if (star > 0 && this.computedStarts.length < 20)
			this.computedStarts.push(name.slice(0, star));
	}

	/** Notes that from here on this field is one of the events' own. */
	keep(name: string): void {
		this.computed.set(name, false);
	}

	/** Notes that a field has another name from here on; it is made by the query unless only a data model's object was left out. */
	rename(from: string, to: string): void {
		if (from.includes("*") || to.includes("*")) {
			if (!to.startsWith("*") && !from.endsWith(to)) this.compute(to);
			return;
		}
		if (from === to) return;
		this.compute(to);
	}

	/** Leaves only what an aggregation gives. */
	reset(): void {
		this.computed = new Map();
		this.computedStarts = [];
	}

	/** A scope of its own that starts with what this one knows. */
	copy(): FieldScope {
		const scope = new FieldScope();
		scope.dataModel = this.dataModel;
		scope.source = this.source;
		scope.computed = new Map(this.computed);
		scope.computedStarts = [...this.computedStarts];
		return scope;
	}
}

/**
 * Leaves out the objects that a data model's field is written with: `Processes.user` is `user`. Objects start with a capital letter,
 * fields of the Common Information Model do not; the last part always stays.
 */
export function stripObjects(name: string): string {
	const objects = /^(?:[A-Z]\w*\.)+/.exec(name);
	return objects === null || objects[0].length === name.length
		? name
		: name.slice(objects[0].length);
}
