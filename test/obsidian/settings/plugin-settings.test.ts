import fc from "fast-check";
import { expect, it } from "vitest";
import { DEFAULT_SETTINGS, readSettings } from "../../../src/obsidian/settings/plugin-settings";
import { newSource } from "../../../src/obsidian/settings/remembered-source";

it("gives the defaults where nothing is kept", () => {
	expect(readSettings(null)).toEqual(DEFAULT_SETTINGS);
});

it("reads back what it gave, also after JSON", () => {
	const settings = {
		...DEFAULT_SETTINGS,
		folders: { ...DEFAULT_SETTINGS.folders, rules: "Rules/All" },
		drawDataviewBlocks: false,
		attackVersion: "19.1",
		usedHome: "Detection Vault",
		sources: [
			{
				kind: "rules" as const,
				name: "sigma.zip",
				vaultPath: null,
				address: null,
				online: false,
				importedAt: "2026-11-01T10:00:00.000Z",
				stamp: { kind: "commit" as const, text: "0123456" },
				result: { skipped: 1, problems: 2 },
			},
			newSource({
				...{ kind: "rules", name: "SigmaHQ/sigma", online: true },
				address: "https://github.com/SigmaHQ/sigma",
			}),
		],
	};
	expect(readSettings(JSON.parse(JSON.stringify(settings)))).toEqual(settings);
});

it("takes the default for a folder that leaves the vault", () => {
	expect(readSettings({ folders: { rules: "../x" } }).folders.rules).toBe("Detection Rules");
});

it("leaves out sources of an unknown kind or without a name", () => {
	const sources = [{ kind: "x", name: "a", importedAt: "2026" }, { kind: "rules" }, "text"];
	expect(readSettings({ sources }).sources).toEqual([]);
});

it("takes whatever the file holds", () => {
	fc.assert(
		fc.property(fc.jsonValue(), (data) => {
			expect(Object.keys(readSettings(data)).sort()).toEqual(Object.keys(DEFAULT_SETTINGS).sort());
		}),
	);
});

it("never takes a source to be switched on that does not say so", () => {
	const address = "https://github.com/SigmaHQ/sigma";
	const sources = [{ kind: "rules", name: "a", address, online: "yes" }];
	expect(readSettings({ sources }).sources).toMatchObject([{ address, online: false }]);
});
