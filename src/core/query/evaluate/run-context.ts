import type { NoteLookup } from "../../index/note-index";
import type { ObjectValue, Value } from "../../model/value";
import type { FunctionTable } from "../functions/define-function";
import type { Moment } from "../values/date-words";
import type { TextStyle } from "../values/text-style";
import type { Ordering } from "../values/value-order";

/** What everything in one run of a query shares. */
export interface RunContext extends Moment, Ordering {
	readonly lookup: NoteLookup;
	/** Path of the note the query stands in; empty where it stands in none. */
	readonly origin: string;
	readonly style: TextStyle;
	readonly functions: FunctionTable;
	/** Values that every row sees under a name, such as `this`. */
	readonly globals: ReadonlyMap<string, Value>;
	/** All fields of the note that a link's path means, undefined where it means none. */
	page(path: string): ObjectValue | undefined;
}
