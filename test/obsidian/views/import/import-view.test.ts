import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createMemorySource } from "../../../../src/core/ports/memory-sources";
import type { SourceKind } from "../../../../src/obsidian/settings/plugin-settings";
import { click, perform, texts, type } from "../../support/draw";
import { drawImport, plannedNote, planOf, playSession, resultOf } from "../../support/import";

const chosen = (kind: SourceKind, name: string) => ({
	kind,
	input: createMemorySource(name, {}),
	vaultPath: null,
});

function button(el: HTMLElement, name: string): HTMLButtonElement {
	const found = Array.from(el.querySelectorAll("button")).find(
		(item) => item.textContent.trim() === name || item.getAttribute("aria-label") === name,
	);
	if (found === undefined) throw new Error(`There is no button ${name}.`);
	return found;
}

const currentStep = (el: HTMLElement): string | undefined =>
	el.querySelector("[aria-current=step]")?.textContent;

describe("choosing sources", () => {
	it("offers each kind with its ways, and asks for at least one", () => {
		const { el, done } = drawImport(playSession());
		expect(texts(el, "section h3")).toEqual([
			"ATT&CK",
			"Detection rules",
			"Atomic Red Team",
			"Notes from another vault",
		]);
		expect(currentStep(el)).toBe("Choose");
		expect(button(el, "Review changes").disabled).toBe(true);
		click(button(el, "From this vault: Atomic Red Team"));
		expect(done).toEqual(["choose atomics"]);
	});

	it("takes files from the dialogue, and lets them be removed", () => {
		const session = playSession();
		const { el } = drawImport(session);
		const input = el.querySelector<HTMLInputElement>(
			"[aria-label='Detection rules'] input[type=file]",
		);
		Object.defineProperty(input, "files", {
			value: [new File(["x"], "sigma.zip")],
			configurable: true,
		});
		perform(() => input?.dispatchEvent(new Event("change", { bubbles: true })));
		expect(session.chosen().map(({ kind, input: source }) => `${kind} ${source.argument}`)).toEqual(
			["rules sigma.zip"],
		);
		expect(button(el, "Review changes").disabled).toBe(false);
		click(button(el, "Remove sigma.zip"));
		expect(session.chosen()).toEqual([]);
	});

	it("lets a folder be chosen where there is a dialogue for it", () => {
		const { el } = drawImport(playSession());
		const inputs = Array.from(
			el.querySelectorAll<HTMLInputElement>("[aria-label='Detection rules'] input"),
		);
		expect(inputs.map((input) => input.webkitdirectory)).toEqual([false, true]);
	});

	it("asks for ATT&CK's version once a bundle is chosen, and hands it on", () => {
		const session = playSession();
		const { el } = drawImport(session);
		expect(el.querySelector(".detection-vault-version")).toBeNull();
		session.add([chosen("attack", "enterprise-attack.json")]);
		type(el.querySelector(".detection-vault-version input"), " 19.1 ");
		click(button(el, "Review changes"));
		expect(session.asked).toEqual(["plan 19.1"]);
	});

	it("says when a source was last imported", () => {
		const last = {
			kind: "rules" as const,
			name: "sigma.zip",
			vaultPath: null,
			importedAt: "2026-11-02T09:00:00Z",
		};
		expect(drawImport(playSession(), [last]).el.textContent).toContain(
			"Last time: sigma.zip, Nov 2, 2026",
		);
	});

	it("says so where a source has left the vault", () => {
		const last = {
			kind: "rules" as const,
			name: "rules",
			vaultPath: "Sources/rules",
			importedAt: "2026-11-02T09:00:00Z",
		};
		const { el, done } = drawImport(playSession(), [last]);
		click(button(el, "Use rules again"));
		expect(done).toEqual(["There is no Sources/rules in this vault any more."]);
	});
});

describe("while the import works", () => {
	it("shows how far it is and the file in hand, and stops when asked", () => {
		const session = playSession();
		const { el } = drawImport(session);
		session.enter(
			{ kind: "planning" },
			{ stage: "read", done: 1200, total: 3000, detail: "sigma.zip/a.yml" },
		);
		expect(currentStep(el)).toBe("Review");
		expect(el.textContent).toContain("1,200 of 3,000");
		expect(el.textContent).toContain("sigma.zip/a.yml");
		expect(el.querySelector("progress")?.value).toBe(1200);
		click(button(el, "Stop import"));
		expect(session.asked).toEqual(["cancel"]);
		expect(el.querySelector("[role=status]")?.textContent).toContain("Stopping");
	});

	it("says that the window may be closed once it writes", () => {
		const session = playSession();
		const { el } = drawImport(session);
		session.enter({ kind: "writing", plan: planOf([]) });
		expect(el.textContent).toContain("You can close this window");
	});
});

describe("looking at the plan", () => {
	beforeEach(() => {
		vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(600);
		vi.spyOn(HTMLElement.prototype, "offsetHeight", "get").mockReturnValue(33);
	});
	afterEach(() => {
		vi.restoreAllMocks();
	});

	const notes = [
		plannedNote("Detection Rules/Sigma/New.md"),
		plannedNote("Detection Rules/Sigma/Edited.md", {
			action: "update",
			before: "a\nb\n",
			after: "a\nc\n",
		}),
		plannedNote("Techniques/T1.md", {
			kind: "technique",
			action: "conflict",
			before: "mine\n",
			after: "mine\n",
			conflicts: [{ what: "Description", upstream: "theirs" }],
		}),
		plannedNote("Techniques/Same.md", { action: "unchanged", before: "x", after: "x" }),
	];

	function review(planned = notes, result = resultOf()) {
		const session = playSession();
		const drawn = drawImport(session);
		session.enter({ kind: "review", plan: planOf(planned, result) });
		return { ...drawn, session };
	}

	it("counts each group, and shows conflicts first where there are any", () => {
		const { el } = review();
		expect(texts(el, ".detection-vault-tab")).toEqual([
			"1New",
			"1Changed",
			"1Conflicts",
			"1Unchanged",
		]);
		expect(texts(el, ".detection-vault-plan-name")).toEqual(["T1"]);
	});

	it("opens a note to the lines that change", () => {
		const { el } = review();
		click(Array.from(el.querySelectorAll<HTMLElement>(".detection-vault-tab"))[1]);
		click(el.querySelector<HTMLElement>(".detection-vault-plan-note"));
		expect(texts(el, ".detection-vault-diff-line")).toEqual(["a", "−b", "+c"]);
		expect(el.querySelector("[aria-label=Removed]")).not.toBeNull();
		click(el.querySelector<HTMLElement>(".detection-vault-plan-note"));
		expect(el.querySelector(".detection-vault-diff-line")).toBeNull();
	});

	it("says what upstream has where the person's text stays", () => {
		const { el } = review();
		click(el.querySelector<HTMLElement>(".detection-vault-plan-note"));
		expect(el.querySelector(".detection-vault-upstream")?.textContent).toBe(
			"Description: your text stays. Upstream has:theirs",
		);
	});

	it("finds a note by its path", () => {
		const many = Array.from({ length: 3000 }, (_, index) =>
			plannedNote(`Rules/${String(index)}.md`),
		);
		const { el } = review(many);
		expect(el.querySelectorAll(".detection-vault-plan-note").length).toBeLessThan(80);
		type(el.querySelector("input[type=search]"), "rules/2999");
		expect(texts(el, ".detection-vault-plan-name")).toEqual(["2999"]);
	});

	it("writes when asked, and names how many notes that is", () => {
		const { el, session } = review();
		click(button(el, "Write 2 notes"));
		expect(session.asked).toEqual(["apply"]);
	});

	it("has nothing to write where all is up to date", () => {
		const { el, done } = review([
			plannedNote("a.md", { action: "unchanged", before: "x", after: "x" }),
		]);
		expect(el.textContent).toContain("Everything is up to date");
		click(button(el, "Close"));
		expect(done).toEqual(["close"]);
	});

	it("names the files that were skipped, with the reason", () => {
		const result = resultOf({ skipped: [{ file: "a.yml", reason: "this is no rule" }] });
		const { el } = review(notes, result);
		expect(texts(el, "details")).toEqual(["1 file skippeda.ymlthis is no rule"]);
	});
});

describe("the end of an import", () => {
	it("counts what was done and opens the report", () => {
		const session = playSession();
		const { el, done } = drawImport(session);
		const result = resultOf({ created: 1234, updated: 5 });
		session.enter({ kind: "done", result, report: "Detection Vault/Reports/a.md", stopped: false });
		expect(texts(el, "dd")).toEqual(["1,234", "5", "0", "0"]);
		click(button(el, "Open report"));
		expect(done).toEqual(["open Detection Vault/Reports/a.md"]);
	});

	it("says that it was stopped, and that nothing is half", () => {
		const session = playSession();
		const { el } = drawImport(session);
		session.enter({ kind: "done", result: resultOf(), report: null, stopped: true });
		expect(el.textContent).toContain("Import stopped");
		expect(el.textContent).toContain("Every note that was begun is whole");
	});

	it("gives the reason where it failed", () => {
		const session = playSession();
		const { el } = drawImport(session);
		session.enter({ kind: "failed", message: "The disk is full" });
		expect(el.querySelector("[role=alert]")?.textContent).toContain("The disk is full");
		click(button(el, "Back"));
		expect(session.asked).toEqual(["back"]);
	});
});
