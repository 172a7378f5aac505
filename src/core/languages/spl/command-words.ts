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
	"search metasearch searchtxn tstats mstats mcatalog datamodel".split(" "),
);

/** Commands that a query can begin with where its author left the pipe out. */
const FIRST_COMMANDS: ReadonlySet<string> = new Set(
	"search tstats mstats metasearch inputlookup makeresults datamodel loadjob savedsearch multisearch pivot from".split(
		" ",
	),
);
/** Commands that are read as more than a list of arguments, and that a subsearch can begin with. */
const OWN_COMMANDS: ReadonlySet<string> = new Set(
	(
		"append appendcols appendpipe bin branch bucket chart discretize eventstats foreach geostats inputlookup join lookup map mcatalog " +
		"mpreview msearch multisearch pivot rare regex rename rex set sichart sirare sistats sitimechart sitop spath stats streamstats " +
		"timechart top transaction union"
	).split(" "),
);

/**
 * Commands whose arguments select no events: columns, orders, formats, outputs, models. Their arguments are read and hold no predicate.
 * Source: Splunk Search Reference, "Command quick reference"; add-ons for machine learning and Enterprise Security.
 */
const PASSIVE_COMMANDS: ReadonlySet<string> = new Set(
	(
		"abstract accum addcoltotals ai addinfo addtotals analyzefields anomalies anomalousvalue anomalydetection apply arules associate audit " +
		"autoregress bucketdir cefout cluster cofilter collect counttable createrss concurrency contingency convert correlate ctable crawl dbinspect " +
		"dbxlookup dbxoutput dbxquery dedup delete delta diff dump entitymerge erex eventcount expand extract kv fields fieldsummary filldown fillnull findtypes fit " +
		"flatten folderize format fromjson gauge gentimes geom geomfilter highlight history iconify input inputcsv iplocation into " +
		"kmeans kvform ldapfetch ldapfilter ldapgroup ldapsearch ldaptestconnection listmodels loadjob localize localop lookup makecontinuous makemv makeresults mcollect metadata metrics meventcollect mvcombine mvexpand nomv outlier " +
		"outputcsv outputlookup outputtelemetry outputtext overlap predict quarantine rangemap redistribute relevancy reltime replace " +
		"require rest reverse rtorder sample savedsearch score script run scrub selfjoin sendalert sendemail sendresults " +
		"sistats sitimechart sitop sort spath strcat summary summarize deletemodel table tags tail timewrap tojson thru transpose trendline tscollect typeahead typelearner " +
		"typer uniq untable walklex waterfall x11 xmlkv xmlunescape xpath xsdkv xyseries risk snap snowincident snowincidentstream snowevent snoweventstream awssnsalert runshellscript prjob " +
		"ut_parse_extended inputintelligence noop ctime dnslookup whois nslookup curl multikv setfields limit order limits offset cat select"
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
	return OWN_COMMANDS.has(word) || isPassive(word) || scanModeOf(word) !== "arguments";
}

/** Whether a command, in lower case, only has arguments that select no events. */
export function isPassive(command: string): boolean {
	return PASSIVE_COMMANDS.has(command);
}
