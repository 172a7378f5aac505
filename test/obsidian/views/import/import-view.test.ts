import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createMemorySource } from "../../../../src/core/ports/memory-sources";
import type { MissingSource } from "../../../../src/obsidian/import/chosen-source";
import { newSource } from "../../../../src/obsidian/settings/remembered-source";
import type {
	RememberedSource,
	SourceKind,
} from "../../../../src/obsidian/settings/remembered-source";
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
			"Execution logs",
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

	it("asks whether notes that were deleted are made again", () => {
		const session = playSession();
		const { el } = drawImport(session);
		session.add([chosen("rules", "sigma.zip")]);
		click(el.querySelector<HTMLElement>(".detection-vault-option input"));
		click(button(el, "Review changes"));
		expect(session.asked).toEqual(["plan restore"]);
	});

	it("takes all sources at once that can be opened again", () => {
		const source = (name: string, part: Partial<RememberedSource>) =>
			newSource({ kind: "rules", name, ...part });
		const { el } = drawImport(playSession(), [
			source("a", { vaultPath: "a" }),
			source("b", { address: "https://github.com/a/b", online: true }),
			source("c", { address: "https://github.com/a/c" }),
			source("d.zip", {}),
		]);
		expect(el.textContent).toContain("2 sources can be opened again.");
		expect(button(el, "Use all remembered sources").disabled).toBe(false);
		expect(texts(el, ".detection-vault-remembered button")).toEqual([
			"Use a again",
			"Download b",
			"Allow the download of c from github.com, codeload.github.com",
		]);
	});

	it("says when a source was last imported", () => {
		const last = {
			kind: "rules" as const,
			name: "sigma.zip",
			vaultPath: null,
			address: null,
			online: false,
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
			address: null,
			online: false,
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

	it("counts what was done so far while it writes", () => {
		const session = playSession();
		const { el } = drawImport(session);
		session.enter({ kind: "writing", plan: planOf([]) }, undefined, {
			...{ created: 1200, updated: 3, conflicts: 0, unchanged: 40, failed: 0 },
		});
		expect(texts(el, "dd")).toEqual(["1,200", "3", "0", "40"]);
		session.enter({ kind: "writing", plan: planOf([]) }, undefined, {
			...{ created: 1200, updated: 3, conflicts: 0, unchanged: 40, failed: 2 },
		});
		expect(texts(el, "dt").at(-1)).toBe("Left alone");
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

	function review(planned = notes, result = resultOf(), missing: readonly MissingSource[] = []) {
		const session = playSession();
		const drawn = drawImport(session);
		session.enter({ kind: "review", plan: planOf(planned, result), missing });
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

	it("shows notes that were in the vault before any import on their own, with what upstream has differently", () => {
		const adopted = plannedNote("Techniques/Mine.md", {
			...{ kind: "technique", action: "update", isAdopted: true },
			...{ before: "mine\n", after: "mine\nadded\n" },
			differs: [{ what: "platforms", upstream: "Linux" }],
		});
		const { el } = review([...notes.slice(0, 2), adopted]);
		expect(texts(el, ".detection-vault-tab")).toEqual([
			...["1New", "1Changed", "1Adopted", "0Conflicts", "0Unchanged"],
		]);
		expect(texts(el, ".detection-vault-plan-name")).toEqual(["Mine"]);
		click(el.querySelector<HTMLElement>(".detection-vault-plan-note"));
		expect(texts(el, ".detection-vault-diff-line")).toEqual(["mine", "+added"]);
		expect(el.textContent).toContain("platforms: left as it is. Upstream has:");
	});

	it("leaves single notes out, or all that are shown, and takes them in again", () => {
		const many = ["A", "B", "C"].map((name) => plannedNote(`Rules/${name}.md`));
		const { el, session } = review(many);
		click(el.querySelector<HTMLElement>("[aria-label='Write Rules/B.md']"));
		expect([...session.leftOut()]).toEqual(["Rules/B.md"]);
		expect(button(el, "Write 2 notes").disabled).toBe(false);
		expect(el.textContent).toContain("1 note is left out.");
		type(el.querySelector("input[type=search]"), "c");
		click(button(el, "Leave 1 note out"));
		type(el.querySelector("input[type=search]"), "");
		click(button(el, "Leave 1 note out"));
		expect(button(el, "Write 0 notes").disabled).toBe(true);
		click(button(el, "Take 3 notes in"));
		expect(session.leftOut().size).toBe(0);
	});

	it("offers no choice for a note that stays as it is", () => {
		const { el } = review([
			plannedNote("a.md", { action: "unchanged", before: "x", after: "x" }),
			plannedNote("b.md", { action: "conflict", before: "x", after: "x" }),
		]);
		expect(el.querySelector(".detection-vault-plan input[type=checkbox]")).toBeNull();
	});

	it("shows one kind of note where there are several", () => {
		const { el } = review([
			plannedNote("Rules/A.md"),
			plannedNote("Techniques/B.md", { kind: "technique" }),
		]);
		const select = el.querySelector("select");
		expect(texts(el, "select option")).toEqual(["All kinds", "Technique", "Rule"]);
		perform(() => {
			if (select !== null) select.value = "technique";
			select?.dispatchEvent(new Event("change", { bubbles: true }));
		});
		expect(texts(el, ".detection-vault-plan-name")).toEqual(["B"]);
		expect(el.textContent).toContain("1 of 2 shown");
	});

	it("asks which technique replaces one that is split, and plans again with the answer", () => {
		const session = playSession();
		const { el } = drawImport(session);
		const choices = ["T1003", "T1004"].map((id) => ({ id, name: `Half ${id}` }));
		const moves = [{ id: "T1002", name: "Parts", choices, answer: null }];
		session.enter({ kind: "review", plan: { ...planOf([]), moves }, missing: [] });
		const select = el.querySelector<HTMLSelectElement>("[aria-label='What replaces T1002 Parts']");
		expect(Array.from(select?.options ?? []).map(({ text }) => text)).toEqual([
			"Choose…",
			"T1003 Half T1003",
			"T1004 Half T1004",
		]);
		expect(button(el, "Plan again with these answers").disabled).toBe(true);
		perform(() => {
			if (select !== null) select.value = "T1004";
			select?.dispatchEvent(new Event("change", { bubbles: true }));
		});
		click(button(el, "Plan again with these answers"));
		expect(session.asked).toEqual(["answer T1002=T1004"]);
	});

	it("says which sources could not be downloaded", () => {
		const source = chosen("rules", "SigmaHQ/sigma");
		const { el } = review(notes, resultOf(), [{ source, reason: "github.com cannot be reached." }]);
		expect(el.querySelector("[role=alert]")?.textContent).toContain(
			"github.com cannot be reached.",
		);
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

	it("names the rules that are in no source any more, with their notes", () => {
		const result = resultOf({
			gone: [{ id: "1", vendor: "sigma", title: "Rare process", path: "Rules/Rare.md" }],
		});
		const { el } = review(notes, result);
		expect(texts(el, "details")).toEqual([
			"1 rule is no longer in its sourceRare processRules/Rare.md",
		]);
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

	it("tells runs without a test and leads to them", () => {
		const session = playSession();
		const { el, done } = drawImport(session);
		const result = resultOf({ created: 3, executions: 3, unmatched: 2, masked: 1 });
		session.enter({ kind: "done", result, report: null, stopped: false });
		expect(el.textContent).toContain("2 runs have no test in this vault.");
		expect(el.textContent).toContain("1 place that looks like a secret is masked.");
		click(button(el, "Link runs to tests"));
		expect(done).toEqual(["link runs"]);
	});

	it("leads to the conflicts, where there are any", () => {
		const session = playSession();
		const { el, done } = drawImport(session);
		session.enter({ kind: "done", result: resultOf(), report: null, stopped: false });
		expect(texts(el, "button")).not.toContain("Resolve conflicts");
		session.enter({
			...{ kind: "done", result: resultOf({ conflicts: 3 }), report: null, stopped: false },
		});
		click(button(el, "Resolve conflicts"));
		expect(done).toEqual(["show conflicts"]);
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
