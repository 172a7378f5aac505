import { strToU8, zipSync } from "fflate";
import type { App, RequestUrlParam } from "obsidian";
import { afterEach, describe, expect, it, vi } from "vitest";
import { newSource } from "../../../src/obsidian/settings/remembered-source";
import type { RememberedSource } from "../../../src/obsidian/settings/remembered-source";
import { runCommand } from "../../support/obsidian/app";
import { playNetwork } from "../../support/obsidian/requests";
import { writeSshRule } from "../../support/ssh-rule";
import { perform } from "../support/draw";
import { importWindow, press } from "../support/import-window";
import { startPlugin, waitFor } from "../support/plugin";
import { SETTINGS_FILE, storedSources } from "../support/stored-settings";

const update = "detection-vault:update-sources";
const SIGMA = newSource({
	...{ kind: "rules", name: "SigmaHQ/sigma", online: true },
	address: "https://github.com/SigmaHQ/sigma",
});
const FOLDER = newSource({ kind: "rules", name: "Sources", vaultPath: "Sources" });

/** An archive as GitHub makes them: one folder named for the repository. */
const archive = (folder: string): Uint8Array =>
	zipSync({ [`${folder}/rules/tunnel.yml`]: strToU8(writeSshRule("SSH tunnel", 2)) });

const start = (sources: readonly RememberedSource[]): Promise<App> =>
	startPlugin({
		"Sources/ssh.yml": writeSshRule(),
		[SETTINGS_FILE]: JSON.stringify({ sources }),
	});

describe("an update from all remembered sources", () => {
	afterEach(() => playNetwork(undefined));

	it("makes one plan over places in the vault and downloads, and keeps which state was read", async () => {
		const asked: string[] = [];
		playNetwork(({ url, method = "GET" }: RequestUrlParam) => {
			asked.push(`${method} ${url}`);
			return { status: 200, bytes: archive("sigma-master") };
		});
		const app = await start([SIGMA, FOLDER]);
		expect(asked).toEqual([]);
		runCommand(app, update);
		await press("Write 2 notes");
		await waitFor(() => importWindow()?.textContent.includes("Import finished"));
		const url = "https://github.com/SigmaHQ/sigma/archive/HEAD.zip";
		expect(asked).toEqual([`HEAD ${url}`, `GET ${url}`]);
		const sources = await storedSources(app);
		expect(sources.map(({ name, importedAt }) => [name, importedAt !== null])).toEqual([
			["SigmaHQ/sigma", true],
			["Sources", true],
		]);
		expect(sources[0]?.result).toEqual({ skipped: 0, problems: 0 });
	});

	it("writes nothing new where only the folder inside the archive has another name", async () => {
		playNetwork(() => ({ status: 200, bytes: archive("sigma-0123456") }));
		const app = await start([SIGMA]);
		runCommand(app, update);
		await press("Write 1 note");
		await press("Close");
		playNetwork(() => ({ status: 200, bytes: archive("sigma-89abcde") }));
		runCommand(app, update);
		await waitFor(() => importWindow()?.textContent.includes("Everything is up to date"));
	});

	it("asks the network for nothing that is not switched on", async () => {
		const asked: string[] = [];
		playNetwork(({ url }) => {
			asked.push(url);
			return undefined;
		});
		const app = await start([{ ...SIGMA, online: false }, FOLDER]);
		runCommand(app, update);
		await press("Write 1 note");
		await waitFor(() => importWindow()?.textContent.includes("Import finished"));
		expect(asked).toEqual([]);
	});

	it("goes on without a source that cannot be had, and says what to do", async () => {
		playNetwork(() => undefined);
		const app = await start([SIGMA, FOLDER]);
		runCommand(app, update);
		await waitFor(() => importWindow()?.querySelector("[role=alert]"));
		expect(importWindow()?.querySelector("[role=alert]")?.textContent).toContain(
			"SigmaHQ/sigma could not be downloaded: github.com, codeload.github.com cannot be reached.",
		);
		await press("Write 1 note");
		await waitFor(() => importWindow()?.textContent.includes("Import finished"));
		const [failed] = await storedSources(app);
		expect(failed?.result?.failure).toContain("cannot be reached");
		expect(failed?.importedAt).toBeNull();
	});

	it("fails with the reason where no source can be had", async () => {
		playNetwork(() => ({ status: 404 }));
		const app = await start([SIGMA]);
		runCommand(app, update);
		await waitFor(() => importWindow()?.textContent.includes("Import failed"));
		expect(importWindow()?.textContent).toContain("has nothing at this address");
	});

	it("says so where nothing can be opened again", async () => {
		const app = await start([]);
		runCommand(app, update);
		await waitFor(() => document.body.textContent.includes("No source can be opened again."));
		expect(importWindow()?.textContent).toContain("Review changes");
	});
});

describe("the import window", () => {
	afterEach(() => {
		playNetwork(undefined);
		vi.restoreAllMocks();
	});

	it("offers a download that is off, names its hosts, and remembers that it was allowed", async () => {
		playNetwork(() => ({ status: 200, bytes: archive("sigma-master") }));
		const app = await start([{ ...SIGMA, online: false }]);
		runCommand(app, "detection-vault:import-sources");
		await press("Allow the download of SigmaHQ/sigma from github.com, codeload.github.com");
		await waitFor(() => importWindow()?.textContent.includes("To be downloaded from: github.com"));
		expect(await storedSources(app)).toMatchObject([{ online: true }]);
		await press("Review changes");
		await press("Write 1 note");
		await waitFor(() => importWindow()?.textContent.includes("Import finished"));
	});

	it("adds a published source from the list, still off", async () => {
		const app = await start([]);
		runCommand(app, "detection-vault:import-sources");
		document.querySelector<HTMLElement>("[aria-label='From the web: Detection rules']")?.click();
		const choice = await waitFor(() =>
			Array.from(document.querySelectorAll<HTMLElement>(".suggestion-item")).find((item) =>
				item.textContent.includes("elastic/detection-rules"),
			),
		);
		choice.click();
		await waitFor(() => importWindow()?.textContent.includes("Added: elastic/detection-rules"));
		expect(await storedSources(app)).toMatchObject([{ kind: "rules", online: false }]);
	});

	it("writes what is taken in, and leaves out what is not", async () => {
		// Only rows in sight are drawn.
		vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(600);
		vi.spyOn(HTMLElement.prototype, "offsetHeight", "get").mockReturnValue(33);
		const app = await startPlugin({
			"Sources/ssh.yml": writeSshRule(),
			"Sources/tunnel.yml": writeSshRule("SSH tunnel", 2),
			[SETTINGS_FILE]: JSON.stringify({ sources: [FOLDER] }),
		});
		runCommand(app, update);
		const box = await waitFor(() =>
			importWindow()?.querySelector<HTMLInputElement>(
				"[aria-label='Write Detection Rules/Sigma/SSH tunnel.md']",
			),
		);
		perform(() => box.click());
		expect(importWindow()?.textContent).toContain("1 note is left out.");
		await press("Write 1 note");
		await waitFor(() => importWindow()?.textContent.includes("Import finished"));
		expect(app.vault.getFileByPath("Detection Rules/Sigma/SSH.md")).not.toBeNull();
		expect(app.vault.getFileByPath("Detection Rules/Sigma/SSH tunnel.md")).toBeNull();
	});
});
