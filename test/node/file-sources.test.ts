import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { SourceFile } from "../../src/core/ports/source-files";
import { openPath } from "../../src/node/file-sources";
import { makeTemporaryFolder } from "../support/temporary-folder";

async function listAll(path: string): Promise<SourceFile[]> {
	const files: SourceFile[] = [];
	for await (const file of openPath(path).list()) files.push(file);
	return files;
}

test("a folder gives its files in order, hidden ones left out, named as the argument was", async () => {
	const folder = join(makeTemporaryFolder(), "rules");
	mkdirSync(join(folder, "b"), { recursive: true });
	mkdirSync(join(folder, ".git"));
	for (const name of ["z.yml", "b/c.yml", ".hidden", ".git/x.yml"])
		writeFileSync(join(folder, name), name);
	const files = await listAll(`${folder}/`);
	expect(files.map(({ file }) => file)).toEqual([`${folder}/b/c.yml`, `${folder}/z.yml`]);
	expect(files.map(({ path }) => path)).toEqual(["rules/b/c.yml", "rules/z.yml"]);
	expect(new TextDecoder().decode(await files[0]?.read())).toBe("b/c.yml");
});

test("a file gives itself", async () => {
	const file = join(makeTemporaryFolder(), "one.yml");
	writeFileSync(file, "x");
	expect(await listAll(file)).toMatchObject([{ file, path: "one.yml", size: 1 }]);
});

test("a link inside a folder is listed, and cannot be read", async () => {
	const folder = makeTemporaryFolder();
	const outside = join(makeTemporaryFolder(), "secret");
	writeFileSync(outside, "secret");
	symlinkSync(outside, join(folder, "rule.yml"));
	const [link] = await listAll(folder);
	await expect(link?.read()).rejects.toThrow("link");
});

test("a path that does not exist throws", () => {
	expect(() => openPath(join(makeTemporaryFolder(), "none"))).toThrow("ENOENT");
});

test("a folder that the disk does not open is listed, and the rest goes on", async () => {
	const folder = makeTemporaryFolder();
	for (const name of ["a.yml", "z.yml"]) writeFileSync(join(folder, name), "x");
	mkdirSync(join(folder, "b"));
	const files: SourceFile[] = [];
	for await (const file of openPath(folder).list()) {
		files.push(file);
		// Nobody, not even the machine's owner, opens a folder that is gone since it was listed.
		rmSync(join(folder, "b"), { recursive: true, force: true });
	}
	expect(files.map(({ path }) => path.split("/").at(-1))).toEqual(["a.yml", "b", "z.yml"]);
	await expect(files[1]?.read()).rejects.toThrow("it is not there any more");
});

test.skipIf(process.platform !== "linux")(
	"a name in another encoding is listed, and says so when it is read",
	async () => {
		const folder = makeTemporaryFolder();
		const latin = Buffer.concat([
			Buffer.from(`${folder}/r`),
			Buffer.from([0xe9]),
			Buffer.from(".yml"),
		]);
		writeFileSync(latin, "x");
		const [file] = await listAll(folder);
		await expect(file?.read()).rejects.toThrow("its name is not UTF-8");
	},
);
