import { describe, expect, it } from "vitest";
import type { TreeNode } from "../../../../src/core/panels/condition-tree";
import { ConditionView } from "../../../../src/obsidian/views/panels/rule/condition-view";
import { click, draw, texts } from "../../support/draw";

const test = (part: Partial<Extract<TreeNode, { kind: "test" }>> = {}): TreeNode => ({
	...{ kind: "test", field: "Image", label: null, op: "ends_with", values: ["\\nc.exe"] },
	...{ transform: null, isComputed: false, at: 0 },
	...part,
});

const group = (
	how: Extract<TreeNode, { kind: "group" }>["how"],
	detail: string | null,
	parts: readonly TreeNode[],
): TreeNode => ({ kind: "group", how, detail, parts });

const lines = (el: HTMLElement): string[] =>
	texts(el, "li").map((line) => line.replace(/\s+/g, " "));

describe("a rule's condition", () => {
	it("reads as words, with values in code", () => {
		const { el } = draw(<ConditionView node={test()} />);
		expect(lines(el)).toEqual(["Image ends with \\nc.exe"]);
		expect(texts(el, "code")).toEqual(["\\nc.exe"]);
	});

	it("shows the canonical name first and the rule's own spelling beside it", () => {
		const { el } = draw(<ConditionView node={test({ field: "process.name", label: "Image" })} />);
		expect(lines(el)).toEqual(["Image process.name ends with \\nc.exe"]);
		expect(texts(el, ".detection-vault-hint")).toEqual(["process.name"]);
	});

	it("names a function around the field, and a column that the query computes", () => {
		const { el } = draw(
			<ConditionView
				node={test({ transform: "length", isComputed: true, op: "gt", values: [9] })}
			/>,
		);
		expect(lines(el)).toEqual(["length(Image) computed is greater than 9"]);
	});

	it("folds a named group", () => {
		const node = group("any", "selection_img", [test(), test({ values: ["\\ssh.exe"] })]);
		const { el } = draw(<ConditionView node={node} />);
		expect(texts(el, "button")).toEqual(["Any ofselection_img"]);
		click(el.querySelector("button"));
		expect(texts(el, "button")).toEqual(["Any ofselection_img2 parts"]);
		expect(el.querySelectorAll("code")).toHaveLength(0);
	});

	it("tells an event and its only group in one line", () => {
		const node = group("sequence", "host.id", [
			group("event", "process", [group("all", null, [test(), test()])]),
		]);
		const { el } = draw(<ConditionView node={node} />);
		expect(texts(el, "button")).toEqual(["In this orderby host.id", "An eventprocesswith all of"]);
	});

	it("says in what time a sequence and a count must happen, and for which values", () => {
		const words = (how: "sequence" | "count", detail: string | null): string[] => {
			const node = { ...group(how, detail, [test()]), within: "5m" };
			return texts(draw(<ConditionView node={node} />).el, "button");
		};
		expect(words("sequence", "host.id")).toEqual(["In this orderby host.id, within 5m"]);
		expect(words("count", "user")).toEqual(["Grouped byuser, within 5m"]);
		expect(words("count", null)).toEqual(["Counted over allwithin 5m"]);
	});

	it("says how the parts of a join are matched, in its own word where there is no plainer one", () => {
		const words = (matching: string, detail: string | null): string[] => {
			const node = { ...group("join", detail, [test(), test()]), matching };
			return texts(draw(<ConditionView node={node} />).el, "button");
		};
		const anti = "The first, where nothing of the second matches";
		expect(words("leftanti", "DeviceId")).toEqual([`${anti}by DeviceId`]);
		expect(words("union", null)).toEqual(["Each of these"]);
		expect(words("constructor", "id")).toEqual(["Togetherconstructor, by id"]);
	});

	it("shows a few of many values until all are asked for", () => {
		const values = Array.from({ length: 30 }, (_, index) => `value ${index}`);
		const { el } = draw(<ConditionView node={test({ op: "in", values })} />);
		expect(el.querySelectorAll("code")).toHaveLength(12);
		click(el.querySelector("button"));
		expect(el.querySelectorAll("code")).toHaveLength(30);
	});

	it("says that any of several values will do", () => {
		const { el } = draw(<ConditionView node={test({ values: ["a", "b", "c"] })} />);
		expect(lines(el)[0]).toBe("Image ends with any of abc");
	});

	it("puts what is not understood in plain sight, with the reason", () => {
		const node: TreeNode = { kind: "opaque", text: "| weird", reason: "no such command" };
		const { el } = draw(<ConditionView node={node} />);
		expect(lines(el)).toEqual(["Not understood | weird no such command"]);
	});
});
