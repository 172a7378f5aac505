import { describe } from "vitest";
import { testValues, utc } from "../support/expect-values";

const WHEN = 'date("2024-03-05T16:07:08.009+02:00")';
const format = (pattern: string): string => `dateformat(${WHEN}, "${pattern}")`;

describe("functions of dates", () => {
	testValues([
		["striptime(date(2024-05-01T10:30))", utc("2024-05-01")],
		["striptime([null])", [null]],
		[`localtime(${WHEN})`, utc("2024-03-05", "14:07:08.009")],
		[format("yyyy-MM-dd HH:mm:ss.SSS"), "2024-03-05 16:07:08.009"],
		[format("yy M d h m s S a"), "24 3 5 4 7 8 9 PM"],
		[format("EEE EEEE EEEEE E ccc"), "Tue Tuesday T 2 Tue"],
		[format("LLL LLLL MMM MMMMM LL"), "Mar March Mar M 03"],
		[format("W WW kk kkkk o ooo q"), "10 10 24 2024 65 065 1"],
		[format("Z ZZ ZZZ z"), "+2 +02:00 +0200 UTC+2"],
		[format("X x"), "1709647628 1709647628009"],
		[format("'day' d 'o''clock'"), "day 5 oclock"],
		[format("D | DD | DDD"), "3/5/2024 | Mar 5, 2024 | March 5, 2024"],
		[format("G GG y yyyyyy hh u uu"), "AD Anno Domini 2024 002024 04 009 00"],
		['dateformat(null, "yyyy")', null],
		['date("12/25/2023", "MM/dd/yyyy")', utc("2023-12-25")],
		['date("5 Mar 24 4:07 PM", "d LLL yy h:mm a")', utc("2024-03-05", "16:07:00.000")],
		['date("2024 065", "yyyy ooo")', utc("2024-03-05")],
		['date("10:30", "HH:mm")', utc("2024-03-15", "10:30:00.000")],
		['date("2024-03-05 10 +05:30", "yyyy-MM-dd HH ZZ")', utc("2024-03-05", "04:30:00.000")],
		['date("1700000000", "X")', utc("2023-11-14", "22:13:20.000")],
		['date("1700000000000", "x")', utc("2023-11-14", "22:13:20.000")],
		['date("2023-02-30", "yyyy-MM-dd")', undefined],
		['date("2023", "MM")', undefined],
		['date("soon", "X")', undefined],
		["durationformat(dur(\"3 days 7 hours 43 seconds\"), \"ddd'd' hh'h' ss's'\")", "003d 07h 43s"],
		['durationformat(dur(90 minutes), "h:mm")', "1:30"],
		['durationformat(dur(36 hours), "m")', "2160"],
		['durationformat(null, "m")', null],
	]);
});
