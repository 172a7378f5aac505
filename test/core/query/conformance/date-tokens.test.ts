import { describe, expect, test } from "vitest";
import { runQuery } from "../../../../src/core/query/run-query";
import { testValues } from "../support/expect-values";
import { vaultOf } from "../support/small-vault";

const DAY = 'date("2024-01-07T00:05:09.040")';
const shown = (pattern: string): string => `dateformat(${DAY}, "${pattern}")`;

describe("tokens of dates", () => {
	testValues([
		[shown("yyyy-MM-dd"), "2024-01-07"],
		[shown("y yy yyy yyyy yyyyy yyyyyy"), "2024 24 yyy 2024 yyyyy 002024"],
		[shown("M MM MMM MMMM MMMMM"), "1 01 Jan January J"],
		[shown("L LL LLL LLLL LLLLL"), "1 01 Jan January J"],
		[shown("d dd ddd dddd"), "7 07 ddd dddd"],
		[shown("E EE EEE EEEE EEEEE"), "7 EE Sun Sunday S"],
		[shown("c cc ccc cccc ccccc"), "7 cc Sun Sunday S"],
		[shown("W WW kk kkkk"), "1 01 24 2024"],
		[shown("o oo ooo"), "7 oo 007"],
		[shown("q qq Q"), "1 01 Q"],
		[shown("WWW qqq oo"), "WWW qqq oo"],
		[shown("h hh H HH"), "12 12 0 00"],
		[shown("m mm s ss"), "5 05 9 09"],
		[shown("S SS SSS u uu uuu"), "40 SS 040 040 04 0"],
		[shown("a A"), "AM A"],
		[shown("G GG GGGGG"), "AD Anno Domini A"],
		[shown("Z ZZ ZZZ z"), "+0 +00:00 +0000 UTC"],
		[shown("X x"), "1704585909 1704585909040"],
		[shown("YYYY-MM-DD"), "YYYY-01-Jan 7, 2024"],
		[shown("'W'WW"), "W01"],
		[shown("'week of' d"), "week of 7"],
		[shown("[at] h"), "[AM12:05 AM] 12"],
		[shown("'open"), "open"],
		[shown(""), ""],
		[shown("—·é"), "—·é"],
		[shown("T TT"), "00:05 00:05:09"],
		[shown("D DD DDD DDDD"), "1/7/2024 Jan 7, 2024 January 7, 2024 Sunday, January 7, 2024"],
		['dateformat(date("2023-01-01"), "kkkk-WW o")', "2022-52 1"],
		['dateformat(date("2020-12-31"), "kkkk-WW o")', "2020-53 366"],
		['dateformat(date("2024-12-30"), "kkkk-WW")', "2025-01"],
		['dateformat(date("0099-01-01"), "y yy yyyy")', "99 99 0099"],
		['dateformat(date("2024-01-01T00:00:00-05:30"), "Z ZZ ZZZ z")', "-5:30 -05:30 -0530 UTC-5:30"],
		['dateformat(date("2024-07-01T00:00:00[Europe/Paris]"), "Z z ZZZZ")', "+2 Europe/Paris GMT+2"],
		['dateformat([date(2024-01-01), null], "d")', ["1", null]],
		["dateformat(date(2024-01-01), null)", undefined],
		['dateformat("2024-01-01", "d")', undefined],
		["dateformat(date(2024-01-01))", undefined],
	]);
});

describe("dates in the zone of the reader", () => {
	const inParis = (expression: string) => {
		const options = { origin: null, now: "2024-03-15T23:30:00Z", zone: "Europe/Paris" };
		const outcome = runQuery(vaultOf({}), `= "" + ${expression}`, options);
		return outcome.type === "value" ? outcome.value : outcome.type;
	};

	test.each([
		["date(today)", "March 16, 2024"],
		["date(yesterday)", "March 15, 2024"],
		["date(now)", "12:30 AM - March 16, 2024"],
		['dateformat(date(2024-07-01), "ZZ")', "+02:00"],
		['localtime(date("2024-07-01T12:00:00Z"))', "2:00 PM - July 01, 2024"],
		['date("12:00", "HH:mm")', "12:00 PM - March 16, 2024"],
		["(date(2024-04-01) - date(2024-03-31)).hours", "24"],
		["(date(2024-03-31T12:00) - date(2024-03-30T12:00)).days", "1"],
		["(date(2024-03-30T12:00) + dur(1 day))", "12:00 PM - March 31, 2024"],
		["(date(2024-03-30T12:00) + dur(24 hours))", "1:00 PM - March 31, 2024"],
		["date(eom)", "11:59 PM - March 31, 2024"],
	])("%s", (expression, text) => {
		expect(inParis(expression)).toBe(text);
	});
});
