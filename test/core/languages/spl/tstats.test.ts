import { expect, test } from "vitest";
import { listPredicates } from "../../../../src/core/languages/list-predicates";
import { isFull, parse, predicatesOf } from "./read-spl";

const OPTIONS = { summaries: "summariesonly=false allow_old_summaries=true fillnull_value=null" };

test("the data model's objects are left out of names, and the model is the source", () => {
	const query =
		"| tstats `summaries` count min(_time) as first from datamodel=Endpoint.Processes where " +
		'Processes.process_name=cmd.exe NOT (Processes.parent_process_name="explorer.exe") by Processes.dest Processes.user';
	expect(predicatesOf(query, OPTIONS)).toEqual([
		'process_name eq "cmd.exe"',
		'!parent_process_name eq "explorer.exe"',
	]);
	const parsed = parse(query, OPTIONS);
	expect(parsed.sources.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
		"data-model Endpoint.Processes",
	]);
	expect(parsed.detection).toMatchObject({
		kind: "aggregate",
		by: ["dest", "user"],
		window: null,
		having: { kind: "always" },
	});
	const sources = listPredicates(parsed.detection).map(({ predicate }) => predicate.source);
	expect(sources).toEqual(["Endpoint.Processes", "Endpoint.Processes"]);
	expect(isFull(parsed)).toBe(true);
});

test("clauses may be quoted, in any order, and span time", () => {
	const query =
		'| tstats count where "Web.status" IN (500, 503) by _time span=5m, "Web.src" from datamodel="Web"."Web"';
	expect(predicatesOf(query)).toEqual(["status in 500 | 503"]);
	expect(parse(query).detection).toMatchObject({ by: ["_time", "src"], window: "5m" });
	expect(parse(query).sources[0]?.name).toBe("Web.Web");
});

test("nodename names the object", () => {
	const query =
		"| tstats count from datamodel=Network_Resolution where (nodename=DNS) DNS.message_type=QUERY by DNS.src";
	expect(predicatesOf(query)).toEqual(['message_type eq "QUERY"']);
	expect(parse(query).sources[0]?.name).toBe("Network_Resolution.DNS");
});

test("objects are nested", () => {
	const query =
		"| tstats count from datamodel=Certificates where All_Certificates.SSL.ssl_version=1 by host";
	expect(predicatesOf(query)).toEqual(["ssl_version eq 1"]);
});

test("an object whose name is in lower case is left out as well", () => {
	const query =
		"| tstats count from datamodel=Custom.alerts where alerts.signature=x alerts.a.b=1 by alerts.src";
	expect(predicatesOf(query)).toEqual(['signature eq "x"', "a.b eq 1"]);
	expect(parse(query).detection).toMatchObject({ by: ["src"] });
});

test("a name outside of data models keeps its capital parts", () => {
	expect(predicatesOf("Event.System.ID=1")).toEqual(["Event.System.ID eq 1"]);
	expect(predicatesOf("| tstats count where index=win Event.Id=1 by host")).toEqual([
		'index eq "win"',
		"Event.Id eq 1",
	]);
});

test("fields behind by are the events' own after the objects are dropped; counts are not", () => {
	const query =
		"| tstats count as hits values(Processes.process) as process from datamodel=Endpoint.Processes by Processes.user " +
		'| `drop_dm_object_name("Processes")` | where hits>5 AND user="x" | search process=*y*';
	expect(predicatesOf(query)).toEqual(["~hits gt 5", 'user eq "x"', 'process contains "y"']);
	expect(parse(query).problems).toEqual([]);
	expect(parse(query).detection).toMatchObject({
		kind: "filter",
		of: { kind: "aggregate", having: { kind: "predicate" } },
		condition: { kind: "and" },
	});
});

test("names before the objects are dropped are understood too", () => {
	const query =
		"| tstats count from datamodel=Endpoint.Filesystem by Filesystem.file_name | search Filesystem.file_name=hosts";
	expect(predicatesOf(query)).toEqual(['file_name eq "hosts"']);
});

test("mstats measures: what it gives is the query's own", () => {
	const query =
		"| mstats avg(cpu.*) as cpu.* where index=metrics AND earliest=-1h by host.name span=10s | search cpu.load>90";
	expect(predicatesOf(query)).toEqual([
		'index eq "metrics"',
		'earliest eq "-1h"',
		"~cpu.load gt 90",
	]);
	expect(parse(query).detection).toMatchObject({ by: ["host.name"], window: "10s" });
});

test("tstats that appends is joined", () => {
	const query =
		"| tstats prestats=t count from datamodel=Web where Web.a=1 by Web.src | tstats prestats=t append=t count from datamodel=Change where All_Changes.b=2 by All_Changes.src";
	expect(predicatesOf(query)).toEqual(["a eq 1", "b eq 2"]);
	expect(parse(query).detection).toMatchObject({ kind: "join", how: "append" });
	expect(parse(query).sources.map(({ name }) => name)).toEqual(["Web", "Change"]);
});

test("how wide the spans are may stand in the search, where it is no predicate", () => {
	const query =
		"| tstats count from datamodel=Web where Web.a=1 span=1h Web.b=2 by Web.src | mstats avg(x) WHERE index=m span=5m BY host";
	expect(predicatesOf(query)).toEqual(["a eq 1", "b eq 2", 'index eq "m"']);
	expect(parse("| tstats count where a=1 span=1h by src").detection).toMatchObject({
		by: ["src"],
		window: "1h",
	});
});
