import { expect, test } from "vitest";
import { listPredicates } from "../../../../src/core/languages/list-predicates";
import { parse, predicatesOf } from "./read-spl";

const EXPRESSIONS: readonly (readonly [expression: string, ...expected: string[]])[] = [
	['user="alice"', 'user eq "alice"'],
	['user=="alice"', 'user eq "alice"'],
	['user!="alice"', 'user ne "alice"'],
	['user="*"', 'user eq "*"'],
	["count>5", "count gt 5"],
	["5<count", "count gt 5"],
	["ratio<.5", "ratio lt 0.5"],
	["delta>-1", "delta gt -1"],
	["rate>2e-3", "rate gt 0.002"],
	["rate<1.5E+2", "rate lt 150"],
	["'1e5x'=1e5x", "1e5x eq {1e5x}"],
	["user=src_user", "user eq {src_user}"],
	["'user.name'=src", "user.name eq {src}"],
	["size>avg+2*stdev", "size gt {avg+2*stdev}"],
	["(a/b)>0.5", "~(a/b) gt 0.5"],
	['_time>relative_time(now(), "-1h")', '_time gt {relative_time(now(), "-1h")}'],
	["now()-86400<_time", "_time gt {now()-86400}"],
	// Text.
	['like(process, "%abc%")', 'process contains "abc"'],
	['LIKE (process, "abc%")', 'process starts_with "abc"'],
	['process LIKE "%abc"', 'process ends_with "abc"'],
	['process like "a_c%d"', 'process wildcard "a?c*d"'],
	['NOT process LIKE "%a%"', '!process contains "a"'],
	['process NOT LIKE "%a%"', '!process contains "a"'],
	['like(path, "%\\\\temp\\\\%")', 'path contains "\\\\temp\\\\"'],
	['like(x, "100\\%")', 'x eq "100%"'],
	['like(x, "%".y."%")', 'x wildcard {"%".y."%"}'],
	// Regular expressions.
	['match(process, "^a.+b$")', 'process regex_match "^a.+b$"'],
	['match(process, "abc")', 'process contains "abc"'],
	['match(process, "^abc")', 'process starts_with "abc"'],
	['match(process, "\\.exe$")', 'process ends_with ".exe"'],
	['match(process, "(?i)^cmd\\.exe$")', 'process eq "cmd.exe"'],
	['match(process, "a\\\\\\\\b")', 'process contains "a\\\\b"'],
	['match(process, "\\d+")', 'process regex_match "\\\\d+"'],
	["match(process, pattern)", "process regex_match {pattern}"],
	['match(lower(process), "abc")', 'process contains "abc"'],
	['match(process, "a")=1', 'process contains "a"'],
	['match(process, "a")=false()', '!process contains "a"'],
	// Functions around a field.
	["len(process)>200", "len(process) gt 200"],
	["mvcount(src)==1", "mvcount(src) eq 1"],
	['lower(user)="alice"', 'user eq "alice"'],
	['trim(lower(user))="alice"', 'trim(user) eq "alice"'],
	["lower(a)=lower(b)", "a eq {lower(b)}"],
	['substr(name, 1, 3)="abc"', 'substr(name) eq "abc"'],
	['coalesce(a, b)="x"', '~coalesce(a, b) eq "x"'],
	// Null, lists, addresses.
	["isnull(user)", "user is_null"],
	["isnotnull(user)", "user exists"],
	["NOT isnull(user)", "!user is_null"],
	["user IS NULL", "user is_null"],
	["user IS NOT NULL", "user exists"],
	["user!=null()", "user exists"],
	["isnull(mvfind(a, b))", "~mvfind(a, b) is_null"],
	['isnotnull(mvfind(a, "^b"))', 'a starts_with "b"'],
	['isnull(mvfilter(match(a, "b")))', '!a contains "b"'],
	['mvcount(mvfilter(match(a, "b"))) > 0', 'a contains "b"'],
	['mvcount(mvfilter(match(a, "b")))=0', '!a contains "b"'],
	['mvcount(mvfilter(match(a, "b"))) > 1', "mvcount(a) gt 1"],
	["mvfilter(a) IS NULL", "mvfilter(a) is_null"],
	['user IN ("a", "b*")', 'user in "a" | "b*"'],
	['in(user, "a", other)', 'user in "a" | {other}'],
	['user NOT IN ("a")', '!user in "a"'],
	['cidrmatch("10.0.0.0/8", src)', 'src cidr_match "10.0.0.0/8"'],
	["port BETWEEN 1 AND 1024", "port ge 1", "port le 1024"],
	['searchmatch("a=b* OR c")', 'a starts_with "b"', '* match "c"'],
	// Choices.
	['if(match(x, "a"), 1, 0)=1', 'x contains "a"'],
	['if(match(x, "a"), "bad", "good")!="bad"', '!x contains "a"'],
	["if(x>1, true(), false())", "x gt 1"],
	['case(x=1, "a", true(), "b")="a"', "x eq 1"],
	['case(x=1, "a", y=2, "b", true(), "c")="b"', "!x eq 1", "y eq 2"],
	['case(x=1, "a", y=2, "b", true(), "c")!="c"', "x eq 1", "y eq 2"],
	['case(x=1, "a", y=2, "b", true(), "c")="c"', "!x eq 1", "!y eq 2"],
	["case(x=1, true(), y=2, false())", "x eq 1"],
	['NOT case(match(x, "a"), 1, true(), 0)=1', '!x contains "a"'],
	['case(x=1, y)="a"', '~case(x=1, y) eq "a"', "x eq 1"],
	["if(x=1, y, 0)>4", "~if(x=1, y, 0) gt 4", "x eq 1"],
	["if(x=1, 10, 0)+if(y=2, 5, 0)>8", "~if(x=1, 10, 0)+if(y=2, 5, 0) gt 8", "x eq 1", "y eq 2"],
	["if(x=1, 10, 0)-if(y=2, 5, 0)>8", "~if(x=1, 10, 0)-if(y=2, 5, 0) gt 8"],
	["isOutlier", "isOutlier eq true"],
	["true()"],
	["1=1"],
	['@"C:\\temp" = path', 'path eq "C:\\\\temp"'],
];

test.each(EXPRESSIONS)("where %s", (expression, ...expected) => {
	const query = `index=main | where ${expression}`;
	expect(predicatesOf(query)).toEqual(['index eq "main"', ...expected]);
	expect(parse(query).problems).toEqual([]);
	expect(parse(query).tokens.unconsumed).toBe(0);
});

test("letter case counts in an expression, unless it is folded", () => {
	const query =
		'| where a="x" AND lower(b)="x" AND match(c, "(?i)x") AND like(d, "x%") AND trim(upper(e))="X"';
	const found = listPredicates(parse(query).detection);
	expect(found.map(({ predicate }) => predicate.isCaseSensitive)).toEqual([
		true,
		false,
		false,
		true,
		false,
	]);
});

test("the regex command searches a field, or the whole event", () => {
	expect(predicatesOf('* | regex user="^adm\\d"')).toEqual(['user regex_match "^adm\\\\d"']);
	expect(predicatesOf('* | regex user!="^adm"')).toEqual(['!user starts_with "adm"']);
	expect(predicatesOf('* | regex user "^adm"')).toEqual(['user starts_with "adm"']);
	expect(predicatesOf('* | regex "a|b"')).toEqual(['_raw regex_match "a|b"']);
});
