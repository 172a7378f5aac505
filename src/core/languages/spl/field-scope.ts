import type { AskChoices, Choices } from "../syntax/choices";

/** What is known of a field at one place. */
export interface SplField {
	/** Whether no event has it: the query made it, or a lookup holds it. */
	readonly isComputed: boolean;
	/** Whether its letters are all of one case. */
	readonly isFolded?: boolean;
	/** The events' field that it is under another name. */
	readonly original?: string;
	/** The values that it has under conditions. */
	readonly choices?: Choices;
	/** Tells what a comparison with it stands for. */
	readonly ask?: AskChoices;
}

const OWN: SplField = { isComputed: false };
const MADE: SplField = { isComputed: true };

/** Names with an asterisk are followed up to this many in one pipeline. */
const MOST_PATTERNS = 20;

/** What a pipeline knows of its fields at one place: which of them the query made itself. */
export class FieldScope {
	/** Name of the data model that the events come from, null where they come from an index. */
	dataModel: string | null = null;
	/** What its events are known to come from: the data model, until rows of something else join them. */
	source: string | null = null;
	/** Whether the rows are events; the columns of a lookup's rows are no fields of any event. */
	isOfEvents = true;
	private known = new Map<string, SplField>();
	/** Starts of names that a wildcard made (`avg(x.*) as y.*`). */
	private computedStarts: string[] = [];
	private patterns = 0;
	/** What the fields were that this scope started with. */
	private outer: FieldScope | null = null;

	/** Gives a field's name as events have it: without the names of the data model's objects (`Processes.user`). */
	nameOf(name: string): string {
		if (this.dataModel === null || !name.includes(".")) return name;
		const object = this.dataModel.slice(this.dataModel.lastIndexOf(".") + 1);
		return stripObjects(name.startsWith(`${object}.`) ? name.slice(object.length + 1) : name);
	}

	/** Whether no event has this field: the query made it, or a lookup holds it. */
	isComputed(name: string): boolean {
		return this.describe(name).isComputed;
	}

	/** What is known of a field. */
	describe(name: string): SplField {
		const known = this.known.get(name);
		if (known !== undefined) return known;
		if (this.computedStarts.some((start) => name.startsWith(start))) return MADE;
		if (this.outer !== null) return this.outer.describe(name);
		return !this.isOfEvents || /^(?:predicted|IsOutlier)\(/.test(name) ? MADE : OWN;
	}

	/** Names of the fields that the query made in this scope, in order. */
	get made(): readonly string[] {
		return [...this.known].flatMap(([name, { isComputed }]) => (isComputed ? [name] : []));
	}

	/** Notes that from here on the query makes this field. */
	compute(name: string): void {
		const star = name.indexOf("*");
		if (star === -1) this.known.set(name, MADE);
		else if (star > 0 && this.computedStarts.length < MOST_PATTERNS)
			this.computedStarts.push(name.slice(0, star));
	}

	/** Notes that from here on this field is one of the events' own. */
	keep(name: string): void {
		this.known.set(name, OWN);
	}

	/** Notes that from here on the query gives this field its values under conditions. */
	choose(name: string, choices: Choices, ask: AskChoices): void {
		this.known.set(name, { ...MADE, choices, ask });
	}

	/** Notes that a field is a copy of another one from here on, perhaps in letters of one case. */
	copy(from: string, to: string, isFolded: boolean): void {
		const { original = from, ...known } = this.describe(from);
		const isSame = known.isComputed || original === to;
		const copied = isSame ? known : { ...known, original };
		this.known.set(to, isFolded ? { ...copied, isFolded } : copied);
	}

	/** Notes that a field has another name from here on, perhaps with an asterisk in both: it stays the events' own where it was that. */
	rename(from: string, to: string): void {
		if (from === to) return;
		const star = from.indexOf("*");
		if (star === -1 || !to.includes("*")) this.copy(from, to, false);
		else if (this.patterns++ < MOST_PATTERNS) this.renameMade(from, star, to);
	}

	/** Of the names that a pattern fits only the query's own need a note. */
	private renameMade(from: string, star: number, to: string): void {
		const end = from.slice(star + 1);
		const fits = (name: string): boolean =>
			name.length >= from.length - 1 && name.startsWith(from.slice(0, star)) && name.endsWith(end);
		for (const name of this.made)
			if (fits(name))
				this.compute(to.replace("*", () => name.slice(star, name.length - end.length)));
		for (const start of this.computedStarts.filter((one) => one.startsWith(from.slice(0, star))))
			this.compute(to.replace("*", () => `${start.slice(star)}*`));
	}

	/** Leaves only these of the fields, as an aggregation does. */
	reset(names: readonly string[]): void {
		const known = new Map<string, SplField>();
		for (const name of names) known.set(name, this.describe(name));
		this.known = known;
		this.computedStarts = [];
		this.outer = null;
	}

	/** A scope of its own that starts with what this one knows, which must not change while that one is used. */
	inner(): FieldScope {
		const scope = new FieldScope();
		scope.dataModel = this.dataModel;
		scope.source = this.source;
		scope.isOfEvents = this.isOfEvents;
		scope.outer = this;
		return scope;
	}
}

/**
 * Leaves out the objects that a data model's field is written with: `Processes.user` is `user`. Objects start with a capital letter,
 * fields of the Common Information Model do not; the last part always stays.
 */
function stripObjects(name: string): string {
	const objects = /^(?:[A-Z]\w*\.)+/.exec(name);
	return objects === null || objects[0].length === name.length
		? name
		: name.slice(objects[0].length);
}
