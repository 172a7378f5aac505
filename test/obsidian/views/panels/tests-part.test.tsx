import { describe, expect, it, vi } from "vitest";
import { readTestFacts } from "../../../../src/core/library/read-test-facts";
import { RunbooksPanel } from "../../../../src/obsidian/views/panels/runbooks-panel";
import { draw, texts } from "../../support/draw";
import { buildPart } from "../../support/panels";

const GUID = "11111111-2222-4333-8444-555555555555";
const runbookText = (signal: string): string =>
	[
		"## Test: Log in with a key",
		"",
		`- GUID: ${GUID} ^t-11111111`,
		"- Platforms: Linux · Executor: bash · Elevation: required · From: ours",
		`- Expected signal: ${signal}`,
		"",
		"### Run",
		"",
		"```bash",
		"ssh host",
		"```",
		"",
	].join("\n");

const runbookOf = (title: string, text: string) => ({
	...({ kind: "runbook", title, path: `Runbooks/${title}.md` } as const),
	...{ techniques: ["T1021"], tests: 1, testFacts: readTestFacts(text) },
});

const testRows = (el: HTMLElement): string[] =>
	Array.from(el.querySelectorAll<HTMLElement>("tbody"))
		.slice(1)
		.flatMap((body) => Array.from(body.querySelectorAll<HTMLElement>("tr[aria-rowindex]")))
		.map((row) => texts(row, "td").join(" | "));

describe("the runbooks of a technique", () => {
	it("list each test with where it runs and the signal that it should leave", async () => {
		const text = runbookText("sshd accepts a key");
		const readNote = (): Promise<string> => Promise.resolve(text);
		const { el } = draw(
			<RunbooksPanel {...buildPart([], { readNote }, [runbookOf("SSH", text)])} />,
		);
		await vi.waitFor(() =>
			expect(testRows(el)).toEqual([
				"Log in with a key | Linux · Bash · elevated | sshd accepts a key | –",
			]),
		);
		const link = el.querySelectorAll("tbody")[1]?.querySelector("a");
		expect(link?.getAttribute("href")).toBe("Runbooks/SSH.md#^t-11111111");
	});

	it("follow the text of the runbook", async () => {
		let text = runbookText("first");
		const readNote = (): Promise<string> => Promise.resolve(text);
		const part = buildPart([], { readNote }, [runbookOf("SSH", text)]);
		const { el, redraw } = draw(<RunbooksPanel {...part} />);
		await vi.waitFor(() => expect(testRows(el)[0]).toContain("first"));
		text = runbookText("second");
		redraw(<RunbooksPanel {...part} generation={2} />);
		await vi.waitFor(() => expect(testRows(el)[0]).toContain("second"));
	});

	it("say nothing of tests where there is no runbook", () => {
		const { el } = draw(<RunbooksPanel {...buildPart([])} />);
		expect(el.textContent).toBe("This vault has no runbook for this technique.");
	});
});
