import { expect, it } from "vitest";
import { openVaultSource } from "../../../src/obsidian/ports/vault-sources";
import { createApp } from "../../support/obsidian/app";

const app = () =>
	createApp({
		files: [
			{ path: "Sources/rules/b.yml", data: "b" },
			{ path: "Sources/rules/a.yml", data: "title: a" },
			{ path: "Sources/sigma.zip", data: new Uint8Array([80, 75]).buffer },
		],
	});

it("opens a folder of the vault: its files in path order, named as in the vault", async () => {
	const source = openVaultSource(app(), "Sources/rules");
	const files: string[] = [];
	for await (const { file, path } of source?.list() ?? []) files.push(`${file} | ${path}`);
	expect(source?.argument).toBe("Sources/rules");
	expect(files).toEqual(["Sources/rules/a.yml | rules/a.yml", "Sources/rules/b.yml | rules/b.yml"]);
});

it("opens a single file, a zip say", async () => {
	const source = openVaultSource(app(), "Sources/sigma.zip");
	for await (const file of source?.list() ?? []) {
		expect(file.path).toBe("sigma.zip");
		expect(await file.read()).toEqual(new Uint8Array([80, 75]));
	}
	expect.assertions(2);
});

it("gives nothing where the vault has nothing at that path", () => {
	expect(openVaultSource(app(), "Sources/gone")).toBeUndefined();
});
