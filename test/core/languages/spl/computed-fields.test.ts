import { expect, test } from "vitest";
import { predicatesOf } from "./read-spl";

/** A stage, and how `x` and `y` are seen behind it. */
const STAGES: readonly (readonly [stage: string, x: "x" | "~x", y: "y" | "~y"])[] = [
	["eval x=y.z", "~x", "y"],
	["eval x=lower(x), y=len(y)", "x", "~y"],
	["eval x=coalesce(x, z)", "x", "y"],
	["eval 'x'=1", "~x", "y"],
	["fieldformat x=round(x)", "x", "y"],
	["eval x=z, y=lower('w.v')", "x", "y"],
	["eval x=trim(z), y=lower(len(w))", "x", "~y"],
	["rename y as x", "x", "y"],
	["rename z as x, w AS y", "x", "y"],
	["stats count by w | rename count as x, w as y", "~x", "y"],
	["stats count as x_n by w_n | rename *_n as *, w as y", "~x", "y"],
	["rename a.* as *", "x", "y"],
	["stats avg(m.*) as m_* by w | rename m_* as x*, w as y", "~x", "y"],
	["apply model | rename predicted_label as x, z as y", "~x", "y"],
	["appendpipe [stats count as x by z]", "~x", "y"],
	['rex field=raw "(?<x>\\d+)-(?P<y>\\d+)"', "~x", "~y"],
	['rex mode=sed field=x "s/(?<y>a)/b/"', "x", "y"],
	["lookup hosts ip AS src OUTPUT owner AS x", "~x", "y"],
	["lookup hosts ip OUTPUTNEW x, y", "~x", "~y"],
	["spath input=raw path=a.b output=x", "~x", "y"],
	["spath x", "x", "y"],
	["stats count as x by y", "~x", "y"],
	["stats values(x) as x by y", "x", "y"],
	["stats dc(x) as x values(z) as y", "~x", "~y"],
	["eventstats avg(y) as x", "~x", "y"],
	["streamstats count as x by y", "~x", "y"],
	["chart count as x over y", "~x", "y"],
	['rex "(?<y>a)" offset_field=x', "~x", "~y"],
	["untable host x y", "~x", "~y"],
	['erex x examples="a,b"', "~x", "y"],
	['xpath outfield=x "//a"', "~x", "y"],
	["transpose 5 column_name=x", "~x", "y"],
	["delta y as x", "~x", "y"],
	['append [search a=1 | eval x="q"]', "~x", "y"],
	["iplocation prefix=x_ src | rename x_City as x", "~x", "y"],
	["addtotals fieldname=x a b", "~x", "y"],
	["fillnull value=0 x", "x", "y"],
	["dedup x | sort - y | table x y", "x", "y"],
	['makemv delim="," x | mvexpand x', "x", "y"],
	["convert ctime(z) as x", "~x", "y"],
	["bin span=1h x as y", "x", "~y"],
	["bucket span=1h x", "x", "y"],
	['replace "a" with "b" in x', "x", "y"],
	["foreach x* [eval <<FIELD>>=1]", "x", "y"],
	["foreach a b [eval x<<FIELD>>=1]", "~x", "y"],
];

test.each(STAGES)("%s", (stage, x, y) => {
	expect(predicatesOf(`* | ${stage} | search x=1 y=2`)).toEqual(
		expect.arrayContaining([`${x} eq 1`, `${y} eq 2`]),
	);
});
