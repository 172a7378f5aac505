import { expect, it } from "vitest";
import { moveHome } from "../../../src/obsidian/import/move-home";
import { createApp } from "../../support/obsidian/app";

const app = () =>
	createApp({
		files: [
			{ path: "Old/merge/sigma.bin", data: "bases" },
			{ path: "Old/data/attack.json", data: "{}" },
			{ path: "Old/My dashboard.md", data: "mine" },
		],
	});

it("takes along what imports remember, and leaves the person's own notes", async () => {
	const { vault } = app();
	await moveHome({ vault } as never, "Old", "New/Home");
	expect(await vault.adapter.read("New/Home/merge/sigma.bin")).toBe("bases");
	expect(await vault.adapter.read("New/Home/data/attack.json")).toBe("{}");
	expect(await vault.adapter.exists("Old/merge")).toBe(false);
	expect(await vault.adapter.read("Old/My dashboard.md")).toBe("mine");
});

it("overwrites nothing that is there already", async () => {
	const { vault } = app();
	await vault.createFolder("New");
	await vault.createFolder("New/merge");
	await moveHome({ vault } as never, "Old", "New");
	expect(await vault.adapter.read("Old/merge/sigma.bin")).toBe("bases");
	expect(await vault.adapter.exists("New/merge/sigma.bin")).toBe(false);
});

it("does nothing where nothing was imported yet", async () => {
	const { vault } = createApp();
	await moveHome({ vault } as never, "Old", "New");
	expect(await vault.adapter.exists("New")).toBe(false);
});
