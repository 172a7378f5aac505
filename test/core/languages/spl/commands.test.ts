import { expect, test } from "vitest";
import { listOpaque } from "../../../../src/core/languages/list-predicates";
import { isFull, parse, predicatesOf } from "./read-spl";

/** Commands of the Search Reference, with those that it calls internal and their other names. */
const COMMANDS = (
	"abstract accum addcoltotals addinfo addtotals analyzefields anomalies anomalousvalue anomalydetection append appendcols appendpipe " +
	"arules associate autoregress awssnsalert bin bucket bucketdir chart cluster cofilter collect concurrency contingency convert correlate " +
	"counttable createrss ctable datamodel dbinspect dbxquery dedup delete delta diff discretize dump entitymerge erex eval eventcount eventstats extract fieldformat fields " +
	"fieldsummary filldown fillnull findtypes folderize foreach format from fromjson gauge gentimes geom geomfilter geostats head highlight " +
	"history iconify inputcsv inputlookup iplocation join kmeans kv kvform ldapsearch loadjob localize localop lookup makecontinuous makemv " +
	"makeresults map mcatalog mcollect metadata metasearch meventcollect mpreview msearch mstats multikv multisearch mvcombine mvexpand nomv " +
	"outlier outputcsv outputlookup outputtext overlap pivot predict rangemap rare redistribute regex relevancy reltime rename replace require " +
	"rest return reverse rex rtorder run savedsearch script scrub search searchtxn selfjoin sendalert sendemail set setfields sichart sirare " +
	"sistats sitimechart sitop snowevent snoweventstream snowincident snowincidentstream sort spath stats strcat streamstats table tags tail " +
	"timechart timewrap tojson top transaction transpose trendline tscollect tstats typeahead typelearner typer union uniq untable walklex " +
	"where x11 xmlkv xmlunescape xpath xsdkv xyseries"
).split(" ");

test.each(COMMANDS)("%s is known", (command) => {
	const { problems, detection } = parse(`a=1 | ${command}`);
	expect(problems.filter(({ code }) => code === "query-opaque")).toEqual([]);
	expect(listOpaque(detection)).toEqual([]);
});

test.each(["top limit=5 user", "rare user", "sistats count by user", 'rex "(?<x>a)"', "bin x"])(
	"a subsearch can begin with %s",
	(stage) => {
		expect(predicatesOf(`a=1 | appendpipe [${stage}]`)).toEqual(["a eq 1"]);
		expect(isFull(parse(`a=1 | appendpipe [${stage}]`))).toBe(true);
	},
);

test("metrics are filtered by a search in quotes", () => {
	const query = '| mpreview index=metrics filter="dev=x AND host=y*" target_per_timeseries=5';
	expect(predicatesOf(query)).toEqual(['dev eq "x"', 'host starts_with "y"']);
	expect(parse(query).sources).toMatchObject([{ kind: "index", name: "metrics" }]);
});

test("transactions are searched by what their events hold", () => {
	expect(predicatesOf('| searchtxn login user=root "failed password"')).toEqual([
		'user eq "root"',
		'* match "failed password"',
	]);
});
