/** How the words of a stage are told apart: as a search, as a command's arguments, or as an expression with operators. */
export type ScanMode = "search" | "arguments" | "eval";

const EVAL_COMMANDS: ReadonlySet<string> = new Set([
	"where",
	"eval",
	"fieldformat",
	"from",
	"head",
]);
const SEARCH_COMMANDS: ReadonlySet<string> = new Set(
	"search metasearch tstats mstats mcatalog datamodel".split(" "),
);

/** Commands that a query can begin with where its author left the pipe out. */
const FIRST_COMMANDS: ReadonlySet<string> = new Set(
	"search tstats mstats metasearch inputlookup makeresults datamodel loadjob savedsearch multisearch from".split(
		" ",
	),
);
/** Commands of which a subsearch can be the start, beside those that only have arguments. */
const GENERATING_COMMANDS: ReadonlySet<string> = new Set(
	"inputlookup mcatalog set union multisearch append appendcols join lookup regex stats eventstats streamstats map chart timechart transaction foreach".split(
		" ",
	),
);

/**
 * Commands whose arguments select no events: columns, orders, formats, outputs, models. Their arguments are read and hold no predicate.
 * Source: Splunk Search Reference, "Command quick reference"; add-ons for machine learning and Enterprise Security.
 */
const PASSIVE_COMMANDS: ReadonlySet<string> = new Set(
	(
		"abstract accum addcoltotals ai addinfo addtotals analyzefields anomalies anomalousvalue anomalydetection apply arules associate audit " +
		"autoregress bin bucket bucketdir cefout cluster cofilter collect concurrency contingency convert correlate ctable crawl dbinspect " +
		"dbxlookup dbxoutput dbxquery dedup delete delta diff entitymerge erex eventcount expand extract kv fields fieldsummary filldown fillnull findtypes fit " +
		"flatten folderize format fromjson gauge gentimes geom highlight history iconify input inputcsv iplocation into " +
		"kmeans kvform listmodels loadjob localize localop lookup makecontinuous makemv makeresults mcollect metadata metrics meventcollect mvcombine mvexpand nomv outlier " +
		"outputcsv outputlookup outputtelemetry outputtext overlap predict quarantine rangemap redistribute relevancy reltime replace " +
		"require rest reverse rtorder sample savedsearch score script run scrub selfjoin sendalert sendemail sendresults sichart sirare " +
		"sistats sitimechart sitop sort spath strcat summary summarize deletemodel table tags tail timewrap tojson thru trendline tscollect typeahead typelearner " +
		"typer uniq untable walklex waterfall x11 xmlkv xmlunescape xpath xsdkv xyseries rename rex risk snap snowincident snowevent " +
		"ut_parse_extended inputintelligence noop ctime dnslookup whois nslookup curl multikv setfields sirare limit order limits offset cat select"
	).split(" "),
);

/** Gives how the stage that a command begins is told apart into words; `command` is in lower case. */
export function scanModeOf(command: string): ScanMode {
	if (EVAL_COMMANDS.has(command)) return "eval";
	return SEARCH_COMMANDS.has(command) ? "search" : "arguments";
}

/**
 * Whether a word in lower case that no pipe stands before begins a stage: at the start of a query, where `search` is left out otherwise,
 * only what can be no search; at the start of a subsearch every command.
 */
export function beginsStage(word: string, isFirst: boolean): boolean {
	if (isFirst) return FIRST_COMMANDS.has(word);
	return GENERATING_COMMANDS.has(word) || isPassive(word) || scanModeOf(word) !== "arguments";
}

/** Whether a command, in lower case, only has arguments that select no events. */
export function isPassive(command: string): boolean {
	return PASSIVE_COMMANDS.has(command);
}
