import type { TechniqueResolver } from "../../attack/technique-resolver";
import type { NoteLookup } from "../../index/note-index";
import type { ObjectValue, Value } from "../../model/value";
import type { Moment } from "../values/date-words";
import type { PatternFault, TextPattern } from "../patterns/text-pattern";
import type { RecordLookup } from "../records/record-lookup";
import type { PlanTrace } from "../run/plan-trace";
import type { TextStyle } from "../values/text-style";
import type { Ordering } from "../values/value-order";
import type { ListMemory } from "./list-memory";

/** What everything in one run of a query shares. */
export interface RunContext extends Moment, Ordering {
	readonly lookup: NoteLookup;
	/** What rules and runbooks say; undefined where that is not known. */
	readonly records: RecordLookup | undefined;
	/** What ids of techniques mean today; undefined where they mean themselves. */
	readonly techniques: TechniqueResolver | undefined;
	/** The time (ISO 8601 in UTC) before which a test run is stale. */
	readonly staleBefore: string;
	/** Where a query that is explained tells how it runs. */
	readonly trace: PlanTrace | undefined;
	/** Path of the note the query stands in; empty where it stands in none. */
	readonly origin: string;
	readonly style: TextStyle;
	/** Values that every row sees under a name, such as `this`. */
	readonly globals: ReadonlyMap<string, Value>;
	/** What is known of long lists. */
	readonly lists: ListMemory;
	/** A regular expression, or why it is none that can be used; each is compiled once in a run. */
	patternOf(source: string): TextPattern | PatternFault;
	/** All fields of the note that a link's path means, undefined where it means none. */
	page(path: string): ObjectValue | undefined;
}
