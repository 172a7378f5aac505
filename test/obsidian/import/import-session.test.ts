import type { App } from "obsidian";
import { describe, expect, it } from "vitest";
import { DEFAULT_FOLDERS } from "../../../src/core/model/settings";
import { createFixedClock } from "../../../src/core/ports/clock";
import { createMemorySource } from "../../../src/core/ports/memory-sources";
import { createImportSession } from "../../../src/obsidian/import/import-session";
import type { ImportSession, SessionHost } from "../../../src/obsidian/import/import-session";
import { FFLATE_CODEC } from "../../../src/obsidian/ports/codec";
import { createVaultNotes } from "../../../src/obsidian/ports/vault-notes";
import { attireLog } from "../../core/executions/log-builder";
import { createApp } from "../../support/obsidian/app";

const sigma = (title: string): string =>
	[
		`title: ${title}`,
		`id: 00000000-0000-4000-8000-${String(title.length).padStart(12, "0")}`,
		"status: test",
		"tags:",
		"    - attack.t1021.004",
		"logsource:",
		"    product: linux",
		"detection:",
		"    selection:",
		"        CommandLine|contains: ssh",
		"    condition: selection",
		"level: low",
		"",
	].join("\n");

const rules = (titles: readonly string[]) => ({
	kind: "rules" as const,
	vaultPath: null,
	input: createMemorySource(
		"rules",
		Object.fromEntries(titles.map((title) => [`rules/${title}.yml`, sigma(title)])),
	),
});

const OPTIONS = { attackVersion: "", restore: false };

interface Started {
	readonly app: App;
	readonly session: ImportSession;
	readonly remembered: string[];
}

function hostOf(app: App, remembered: string[] = []): SessionHost {
	return {
		prepare: (progress) =>
			Promise.resolve({
				notes: createVaultNotes(app),
				codec: FFLATE_CODEC,
				clock: createFixedClock("2026-11-02T09:20:25.000Z"),
				progress,
				folders: DEFAULT_FOLDERS,
			}),
		remember(imported, missing) {
			remembered.push(...imported.map(({ input }) => input.argument));
			remembered.push(...missing.map(({ source }) => `no ${source.input.argument}`));
			return Promise.resolve();
		},
	};
}

function start(change: (host: SessionHost) => SessionHost = (host) => host): Started {
	const app = createApp();
	const remembered: string[] = [];
	return { app, session: createImportSession(change(hostOf(app, remembered))), remembered };
}

const ruleNotes = (app: App): string[] =>
	app.vault
		.getMarkdownFiles()
		.map(({ path }) => path)
		.filter((path) => path.startsWith("Detection Rules/"))
		.sort();

describe("an import", () => {
	it("that finds nothing to write notes where files lie now, unless it may write nothing at all", async () => {
		const { app, session } = start();
		const bases = async () => createVaultNotes(app).readData("Detection Vault/merge/sigma.bases");
		session.add([rules(["SSH", "SSH tunnel"])]);
		await session.plan(OPTIONS);
		await session.apply();
		const before = await bases();
		const moved = {
			"rules/SSH.yml": sigma("SSH"),
			"rules/old/SSH tunnel.yml": sigma("SSH tunnel"),
		};
		for (const isDry of [true, false]) {
			const next = createImportSession(hostOf(app));
			next.add([{ ...rules([]), input: createMemorySource("rules", moved) }]);
			await next.plan({ ...OPTIONS, isDry });
			expect(next.phase()).toMatchObject({ kind: "review", plan: { result: { unchanged: 2 } } });
			if (isDry) expect(await bases()).toEqual(before);
			else expect(await bases()).not.toEqual(before);
		}
		expect(
			app.vault.getMarkdownFiles().filter(({ path }) => path.includes("Reports")),
		).toHaveLength(1);
	});

	it("plans, waits, writes, reports and remembers", async () => {
		const { app, session, remembered } = start();
		session.add([rules(["SSH", "SSH tunnel"])]);
		await session.plan(OPTIONS);
		expect(session.phase()).toMatchObject({ kind: "review", plan: { result: { created: 2 } } });
		expect(ruleNotes(app)).toEqual([]);
		await session.apply();
		const phase = session.phase();
		expect(phase).toMatchObject({ kind: "done", stopped: false, result: { created: 2 } });
		expect(ruleNotes(app)).toEqual([
			"Detection Rules/Sigma/SSH tunnel.md",
			"Detection Rules/Sigma/SSH.md",
		]);
		const report = phase.kind === "done" ? phase.report : null;
		expect(report).toMatch(/^Detection Vault\/Reports\/2026-11-02 .*\.md$/);
		expect(await app.vault.adapter.exists(report ?? "")).toBe(true);
		expect(remembered).toEqual(["rules"]);
	});

	it("plans anew with answers, while a plan is looked at and at no other time", async () => {
		const { session } = start();
		const answers = new Map([["T1002", "T1003"]]);
		session.add([rules(["SSH"])]);
		await session.answer(answers);
		expect(session.phase().kind).toBe("choose");
		await session.plan(OPTIONS);
		const first = session.phase();
		await session.answer(answers);
		expect(session.phase().kind).toBe("review");
		expect(session.phase()).not.toBe(first);
		await session.apply();
		const done = session.phase();
		await session.answer(answers);
		expect(session.phase()).toBe(done);
	});

	it("writes nothing the second time, no report either", async () => {
		const { app, session } = start();
		session.add([rules(["SSH"])]);
		await session.plan(OPTIONS);
		await session.apply();
		const before = app.vault.getFiles().length;
		session.back();
		await session.plan(OPTIONS);
		expect(session.phase()).toMatchObject({
			kind: "review",
			plan: { result: { unchanged: 1, created: 0 } },
		});
		await session.apply();
		expect(session.phase()).toMatchObject({ kind: "done", report: null });
		expect(app.vault.getFiles()).toHaveLength(before);
	});

	it("takes logs of test runs with the rest, and remembers them", async () => {
		const { app, session, remembered } = start();
		const log = attireLog([{ name: "Enable SSH" }]);
		const input = createMemorySource("logs", { "logs/run.json": JSON.stringify(log) });
		session.add([rules(["SSH"]), { kind: "executions", vaultPath: null, input }]);
		await session.plan(OPTIONS);
		expect(session.phase()).toMatchObject({
			plan: { result: { created: 2, executions: 1, unmatched: 1, files: { used: 2 } } },
		});
		await session.apply();
		const runs = app.vault.getMarkdownFiles().filter(({ path }) => path.startsWith("Test Exec"));
		expect(runs.map(({ path }) => path)).toEqual([
			"Test Executions/2026-11-02 0920 T1021.004 Enable SSH.md",
		]);
		expect(remembered).toEqual(["rules", "logs"]);
	});

	it("goes back to choosing when it is stopped while it plans", async () => {
		const { session, app } = start();
		session.add([rules(["SSH", "SSH tunnel"])]);
		const planning = session.plan(OPTIONS);
		session.cancel();
		expect(session.stopping()).toBe(true);
		await planning;
		expect(session.phase()).toEqual({ kind: "choose" });
		expect(session.chosen()).toHaveLength(1);
		expect(app.vault.getFiles()).toEqual([]);
	});

	it("ends after the note in hand when it is stopped while it writes, and can be finished later", async () => {
		const { session, app, remembered } = start();
		const titles = Array.from({ length: 20 }, (_, index) => `Rule${"x".repeat(index)}`);
		session.add([rules(titles)]);
		await session.plan(OPTIONS);
		const watch = app.vault.on("create", () => {
			if (ruleNotes(app).length < 5) return;
			app.vault.offref(watch);
			session.cancel();
		});
		await session.apply();
		expect(session.phase()).toMatchObject({ kind: "done", stopped: true });
		expect(remembered).toEqual([]);
		const written = ruleNotes(app);
		expect(written.length).toBeLessThan(20);
		for (const path of written)
			expect(await app.vault.adapter.read(path)).toMatch(/^---\n[\s\S]+\n---\n/);
		session.back();
		await session.plan(OPTIONS);
		await session.apply();
		expect(ruleNotes(app)).toHaveLength(20);
	});

	it("waits while it is paused, and ends when it is stopped meanwhile", async () => {
		const { session, app } = start();
		const titles = Array.from({ length: 20 }, (_, index) => `Rule${"x".repeat(index)}`);
		session.add([rules(titles)]);
		await session.plan(OPTIONS);
		const turn = () => new Promise((resolve) => setTimeout(resolve, 20));
		const watch = app.vault.on("create", () => {
			if (ruleNotes(app).length < 5) return;
			app.vault.offref(watch);
			session.pause();
		});
		const applying = session.apply();
		while (!session.paused()) await turn();
		const count = ruleNotes(app).length;
		await turn();
		expect(ruleNotes(app)).toHaveLength(count);
		expect(session.phase()).toMatchObject({ kind: "writing" });
		session.resume();
		expect(session.paused()).toBe(false);
		session.pause();
		session.cancel();
		await applying;
		expect(session.phase()).toMatchObject({ kind: "done", stopped: true });
		expect(ruleNotes(app).length).toBeLessThan(20);
	});

	it("says why it failed, and keeps the sources for another try", async () => {
		const { session } = start((host) => ({
			...host,
			prepare: async (progress) => {
				const prepared = await host.prepare(progress);
				const writeData = () => Promise.reject(new Error("The disk is full"));
				return { ...prepared, notes: { ...prepared.notes, writeData } };
			},
		}));
		session.add([rules(["SSH"])]);
		await session.plan(OPTIONS);
		await session.apply();
		expect(session.phase()).toEqual({ kind: "failed", message: "The disk is full" });
		session.back();
		expect(session.phase()).toEqual({ kind: "choose" });
		expect(session.chosen()).toHaveLength(1);
	});

	it("tells its window of every step", async () => {
		const { session } = start();
		const seen: string[] = [];
		session.onChange(() => seen.push(session.phase().kind));
		session.add([rules(["SSH"])]);
		await session.plan(OPTIONS);
		await session.apply();
		expect(seen).toEqual(["choose", "planning", "review", "writing", "done"]);
	});
});
