const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Global functions (Obsidian's help, "Functions", "Global"). */
export const GLOBAL_FUNCTIONS = words(
	"escapeHTML date duration file html if image icon link list max min now number today random",
);

/** Functions of values, of whichever type (Obsidian's help, "Functions"). */
export const METHODS = words(
	"isTruthy isType toString date format time relative isEmpty contains containsAll containsAny endsWith lower " +
		"replace repeat reverse slice split startsWith title trim abs ceil floor round toFixed filter flat join map " +
		"reduce sort unique asFile linksTo asLink hasLink hasProperty hasTag inFolder keys values matches",
);

/** Fields of values that are no functions. */
export const FIELDS = words("year month day hour minute second millisecond length");

/** Properties of files (Obsidian's help, "Bases syntax", "File properties"). */
export const FILE_PROPERTIES = words(
	"backlinks basename ctime embeds ext file folder links mtime name path properties size tags",
);

/** Names that `map`, `filter` and `reduce` give to what they go through. */
export const LOOP_NAMES = words("value index acc");

/** Summaries that come with Bases (Obsidian's help, "Bases syntax", "Summaries"). */
export const SUMMARIES = words(
	"Average Min Max Sum Range Median Stddev Earliest Latest Checked Unchecked Empty Filled Unique",
);

/** Types of views: Obsidian's own (help, "Views", "Layout"), and the plugin's. */
export const VIEW_TYPES = words("table cards list detection-vault-matrix");
