import type { App, CliData, CliHandler } from "obsidian";
import { describe, expect, it } from "vitest";
import manifest from "../../../manifest.json";
import DetectionVaultPlugin from "../../../src/main";
import { newSource } from "../../../src/obsidian/settings/remembered-source";
import { createApp, enablePlugin, runCommand } from "../../support/obsidian/app";
import { hostOf } from "../../support/obsidian/host";
import { writeSshRule } from "../../support/ssh-rule";
import { startPlugin } from "../support/plugin";
import { SETTINGS_FILE } from "../support/stored-settings";

const NOTE = "Detection Rules/Sigma/SSH.md";
const SOURCE = newSource({ kind: "rules", name: "Sources", vaultPath: "Sources" });
const OFF = newSource({ kind: "rules", name: "SigmaHQ/sigma", address: "https://github.com/a/b" });

const start = (sources = [SOURCE]): Promise<App> =>
	startPlugin({
		"Sources/ssh.yml": writeSshRule(),
		[SETTINGS_FILE]: JSON.stringify({ sources }),
	});

async function run(app: App, command: string, data: CliData = {}): Promise<string> {
	const handler = hostOf(app).cliHandlers.get(command) as CliHandler | undefined;
	if (handler === undefined) throw new Error(`There is no command ${command}.`);
	return handler(data);
}

describe("Obsidian's command line", () => {
	it("has the plugin's commands, and lists them", async () => {
		const app = await start();
		expect([...hostOf(app).cliHandlers.keys()].sort()).toEqual([
			"detection-vault",
			...["import", "inspect", "panel", "query", "rebuild", "undo"].map(
				(name) => `detection-vault:${name}`,
			),
		]);
		const status = await run(app, "detection-vault");
		expect(status).toMatch(
			/^Detection Vault .*: 0 notes, 0 of them rules; sources remembered: 1$/m,
		);
		expect(status).toContain("detection-vault:query  Run a query");
	});

	it("says what an import would do, and writes only when told to", async () => {
		const app = await start();
		const dry = await run(app, "detection-vault:import");
		expect(dry).toContain("Nothing was written. With the flag write it would be:");
		expect(dry).toContain("Notes: 1 created, 0 updated, 0 unchanged, 0 in conflict");
		expect(app.vault.getFileByPath(NOTE)).toBeNull();
		const written = JSON.parse(
			await run(app, "detection-vault:import", { write: "true", json: "true" }),
		) as unknown;
		expect(written).toMatchObject({ written: true, created: 1, rules: { sigma: 1 } });
		expect(app.vault.getFileByPath(NOTE)).not.toBeNull();
		expect(await run(app, "detection-vault:import")).toContain("1 unchanged");
	});

	it("undoes it again in the same way", async () => {
		const app = await start();
		await run(app, "detection-vault:import", { write: "true" });
		expect(await run(app, "detection-vault:undo")).toContain("1 to the trash");
		expect(app.vault.getFileByPath(NOTE)).not.toBeNull();
		expect(await run(app, "detection-vault:undo", { write: "true" })).toMatch(/is undone\./);
		expect(app.vault.getFileByPath(NOTE)).toBeNull();
		expect(await run(app, "detection-vault:undo")).toContain("There is nothing to undo");
	});

	it("names the sources there are where it is asked for another, and downloads none that is off", async () => {
		const app = await start([SOURCE, OFF]);
		expect(await run(app, "detection-vault:import", { source: "Rules" })).toBe(
			"No remembered source is called Rules. There are: Sources, SigmaHQ/sigma.",
		);
		expect(await run(app, "detection-vault:import", { source: "SigmaHQ/sigma" })).toContain(
			"No source can be opened again.",
		);
	});

	it("does not cut into an import in the app", async () => {
		const app = await start();
		runCommand(app, "detection-vault:import-sources");
		expect(await run(app, "detection-vault:import")).toContain("is in hand in the app");
	});

	it("answers queries as Markdown, CSV and JSON, and says where one is wrong", async () => {
		const app = await start();
		await run(app, "detection-vault:import", { write: "true" });
		const query = 'TABLE WITHOUT ID title, level FROM "Detection Rules"';
		const ask = (data: CliData): Promise<string> => run(app, "detection-vault:query", data);
		expect(await ask({ query })).toBe("| title | level |\n| --- | --- |\n| SSH | low |");
		expect(await ask({ query, format: "csv" })).toBe("title,level\r\nSSH,low");
		expect(JSON.parse(await ask({ query, format: "json" }))).toMatchObject({
			...{ type: "table", columns: ["title", "level"], rows: [["SSH", "low"]] },
		});
		expect(await ask({ query: "TABLE level FROM" })).toMatch(/^Line 1, column \d+: /);
		expect(await ask({})).toBe("Give a query: query=<text>");
	});

	it("lets nothing that a note says steer the terminal", async () => {
		const app = await startPlugin({ "A.md": '---\nword: "a\\e[2Jb\\u009b1m"\n---\n' });
		const query = "TABLE WITHOUT ID word";
		expect(await run(app, "detection-vault:query", { query })).toBe(
			"| word |\n| --- |\n| a \\[2Jb 1m |",
		);
	});

	it("gives panels and what is understood of a note as JSON", async () => {
		const app = await start();
		await run(app, "detection-vault:import", { write: "true" });
		const panel = await run(app, "detection-vault:panel", { technique: "t1021.004, T9999, x" });
		const [known, unknown, none] = panel.split("\n").map((line) => JSON.parse(line) as unknown);
		expect(known).toMatchObject({ technique: { id: "T1021.004" }, rules: { total: 1, parsed: 1 } });
		expect(unknown).toEqual({ error: "no note of the vault knows T9999" });
		expect(none).toEqual({ error: "x is no technique id" });
		const note = JSON.parse(await run(app, "detection-vault:inspect", { note: NOTE })) as unknown;
		expect(note).toMatchObject({ title: "SSH", parsed: "full", predicates: [{ value: "ssh" }] });
		expect(await run(app, "detection-vault:inspect", { note: "No.md" })).toMatch(/^No\.md is no/);
	});

	it("rebuilds the index", async () => {
		const app = await start();
		expect(await run(app, "detection-vault:rebuild")).toBe("Index rebuilt over 0 notes");
	});

	it("may be missing, or have a command of that name: the plugin loads all the same", async () => {
		class Old extends DetectionVaultPlugin {}
		Object.defineProperty(Old.prototype, "registerCliHandler", { value: undefined });
		await enablePlugin(createApp(), Old, manifest);
		const app = createApp();
		hostOf(app).cliHandlers.set("detection-vault:query", () => "mine");
		await enablePlugin(app, DetectionVaultPlugin, manifest);
		expect(await run(app, "detection-vault:query")).toBe("mine");
		expect(hostOf(app).cliHandlers.has("detection-vault:rebuild")).toBe(true);
	});
});
