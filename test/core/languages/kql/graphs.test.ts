import { describe, expect, test } from "vitest";
import { origins, query, readKql, shape, sources } from "./read-kql";

describe("graphs", () => {
	test("edges and nodes are read, and what a path is filtered by", () => {
		const text = `
			Logons | where Kind == "rdp"
			| make-graph Source --> Target with Hosts on Id, (Users | where Level > 3) on Sid
			| graph-match cycles=none (a)-[e]->(b)<-[f*1..3]-(c), (b)--(d), ()-->(a)
				where a.Name =~ "x" and not(e.Action has "run") and any(f, Port == 445) and b.Level < c.Level
				project a.Name, Hops = array_length(f)
			| where a_Name != "y" and Hops > 2`;
		expect(query(text)).toEqual([
			'Kind eq= "rdp"',
			"Level gt 3",
			'Name eq~ "x"',
			'!Action match~ "run"',
			"Port eq 445",
			'Level lt {"ref":"c.Level"}',
			'a_Name ne= "y"',
			"Hops gt 2",
		]);
		expect(sources(text)).toEqual(["table Logons", "table Hosts", "table Users"]);
		expect(shape(readKql(text).detection)).toBe(
			"filter(graph-match(make-graph(event, event, event), event))",
		);
	});

	test("a path's length and all of its edges are filtered too", () => {
		expect(
			query(
				"E | make-graph S --> T with N on Id | graph-shortest-paths output=all (a)-[e*1..20]->(b) where all(e, Kind == 1) and b.Name == 2 project b.Name",
			),
		).toEqual(["Kind eq 1", "Name eq 2"]);
	});

	test("a graph may be parted, its operators in brackets", () => {
		expect(
			query(
				"E | make-graph S --> T with_node_id=Node partitioned-by Tenant (graph-match (a)-[]->() where a.Node == 1 project a.Node)",
			),
		).toEqual(["Node eq 1"]);
	});

	test("components and tables of a graph have columns that the query makes", () => {
		expect(
			origins(
				"E | make-graph S --> T with N on Id | graph-mark-components kind=weak with_component_id=Part | graph-to-table nodes as Ns with_node_id=Node, edges as Es with_source_id=Src with_target_id=Dst; Ns | where Part == 0 and Node == 1 and Name == 2",
			),
		).toEqual(["Part computed -", "Node computed -", "Name event -"]);
	});

	test("nodes and edges may be filtered by themselves", () => {
		expect(
			query(
				'E | make-graph S --> T with N on Id | graph-where-nodes Name == "a" | graph-where-edges Kind has "b" | graph-to-table edges',
			),
		).toEqual(['Name eq= "a"', 'Kind match~ "b"']);
	});
});
