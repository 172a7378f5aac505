import { expect, test } from "vitest";
import { origins, query, sources } from "./read-kql";

test("what a parser of ASIM is asked to keep is a filter on its columns", () => {
	expect(
		query(`
			let tools = dynamic(["sekurlsa", "lsadump"]);
			_Im_ProcessCreate(starttime=ago(1h), endtime=now(), commandline_has_any=tools,
				actorusername_has="svc", dvcipaddr_has_any_prefix=dynamic(["10."]), eventtype='*', disabled=false)
			| where TargetProcessName endswith @"\\rundll32.exe"`),
	).toEqual([
		'TargetProcessCommandLine match~ "sekurlsa" "lsadump"',
		'ActorUsername match~ "svc"',
		'DvcIpAddr starts_with~ "10."',
		'TargetProcessName ends_with~ "\\\\rundll32.exe"',
	]);
});

test("a parameter without a word for how compares as a whole, a list as one of it", () => {
	expect(query("_Im_Dns(responsecodename='NXDOMAIN', domain_has_any=dynamic(['a.test']))")).toEqual(
		['DnsResponseCodeName eq~ "NXDOMAIN"', 'DnsQuery match~ "a.test"'],
	);
	expect(query("imNetworkSession(dstportnumber=445, dvcaction=dynamic(['Deny', 'Drop']))")).toEqual(
		["DstPortNumber eq 445", 'DvcAction in~ "Deny" "Drop"'],
	);
});

test("the columns are those of the parser's events, in a join too", () => {
	expect(origins("T | join (_ASim_WebSession(url_has_any=dynamic(['x']))) on Ip")).toEqual([
		"Url event _ASim_WebSession",
	]);
	expect(sources("_Im_Dns(responsecodename='x')")).toEqual(["function _Im_Dns"]);
});

test("a function that the query defines itself is no parser, whatever its name", () => {
	expect(
		query('let imLogons = (result: string) { Logons | where R == result }; imLogons(result="x")'),
	).toEqual(['R eq= "x"']);
});
