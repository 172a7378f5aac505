import { describe, expect, test } from "vitest";
import { origins } from "./read-kql";

const after = (stages: string, condition: string): readonly string[] =>
	origins(`Events ${stages} | where ${condition}`);

describe("columns", () => {
	test("those of the table, renamed or cast, are the event's", () => {
		expect(
			after(
				"| extend B = tolower(A), C = tostring(Details.x) | project B, C, D = parse_json(E).f | project-rename G = D",
				"B == 1 and C == 2 and G == 3",
			),
		).toEqual(["B event Events", "C event Events", "G event Events"]);
	});

	test("those that the query makes are computed", () => {
		expect(
			after(
				'| extend B = strcat(A, "x"), C = iff(A == 1, H, I), (D, E) = f(A) | parse A with * "x" F:string "y" *',
				"B == 1 and C == 2 and D == 3 and F == 4 and A == 5",
			),
		).toEqual(["B computed -", "C computed -", "D computed -", "F computed -", "A event Events"]);
	});

	test("a count makes columns of its own and keeps what it groups by", () => {
		expect(
			after(
				"| summarize Total = count(), dcount(Host), make_set(Path) by User, Name = tostring(Alias), bin(Seen, 1h)",
				"Total > 1 and dcount_Host > 2 and User == 3 and Name == 4 and Seen > 5",
			),
		).toEqual([
			"Total computed -",
			"dcount_Host computed -",
			"User event Events",
			"Name event Events",
			"Seen event Events",
		]);
	});

	test("arg_max takes all columns along, made ones as made", () => {
		expect(
			after(
				'| extend B = strcat(A, "x") | summarize arg_max(Seen, *), N = count() by Host',
				"A == 1 and B == 2 and N == 3",
			),
		).toEqual(["A event Events", "B computed -", "N computed -"]);
	});

	test("a join keeps apart what each side named", () => {
		expect(
			after(
				"| project Host, User | join kind=inner (Logons | extend N = strlen(Name) | project Host, N, Ip) on Host",
				"User == 1 and N == 2 and Ip == 3",
			),
		).toEqual(["User event Events", "N computed -", "Ip event Logons"]);
	});

	test("of a union no column belongs to one table", () => {
		expect(origins("union Events, Logons | where A == 1")).toEqual(["A event -"]);
		expect(origins("union Events | where A == 1")).toEqual(["A event Events"]);
	});

	test("of a union a column is the event's where it is that in some of the tables", () => {
		const made = "(Logons | extend A = strcat(B, C))";
		expect(origins(`union Events, ${made} | where A == 1`)).toEqual(["A event -"]);
		expect(origins(`union ${made}, (Events | project A) | where A == 1`)).toEqual(["A event -"]);
		expect(origins(`union ${made}, (Events | extend A = 2) | where A == 1`)).toEqual([
			"A computed -",
		]);
		expect(origins(`union ${made}, (Events | project B) | where A == 1`)).toEqual(["A computed -"]);
	});

	test("a mv-expanded column is still the event's", () => {
		expect(
			after(
				"| mv-expand with_itemindex=i T = Targets to typeof(dynamic)",
				"T.name == 1 and i == 0",
			),
		).toEqual(["T.name event Events", "i computed -"]);
	});

	test("rows that the query brings along are its own", () => {
		expect(origins("datatable(A: int) [1, 2] | where A > 1")).toEqual(["A computed -"]);
		expect(
			origins(
				'externaldata(A: string) ["https://example.org/a"] with (format="csv") | where A has "x"',
			),
		).toEqual(["A computed -"]);
		expect(origins("print A = 1 | where A == 1")).toEqual(["A computed -"]);
		expect(origins("range A from 1 to 3 step 1 | where A == 1")).toEqual(["A computed -"]);
	});

	test("what is compared is a computation where it is no column", () => {
		expect(
			after("", "Ends - Starts > 1h and -Bytes < 5 and ingestion_time() > ago(1d) and 1 == 2"),
		).toEqual([
			"Ends - Starts computed -",
			"-Bytes computed -",
			"ingestion_time() computed -",
			"1 computed -",
		]);
	});

	test("a let of a column's name does not hide the column from itself", () => {
		expect(origins('let Host = "a"; Events | where Host == Host')).toEqual(["Host event Events"]);
	});
});
