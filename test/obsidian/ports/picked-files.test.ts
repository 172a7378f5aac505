import { expect, it } from "vitest";
import type { SourceInput } from "../../../src/core/ports/source-files";
import { openPickedFiles } from "../../../src/obsidian/ports/picked-files";

function pick(path: string, text = ""): File {
	const file = new File([text], path.split("/").pop() ?? path);
	Object.defineProperty(file, "webkitRelativePath", { value: path.includes("/") ? path : "" });
	return file;
}

async function pathsOf(source: SourceInput | undefined): Promise<string[]> {
	const paths: string[] = [];
	if (source !== undefined) for await (const { path } of source.list()) paths.push(path);
	return paths;
}

it("makes a source of each file that was chosen alone", async () => {
	const sources = openPickedFiles([pick("sigma.zip"), pick("rule.yml")]);
	expect(sources.map(({ argument }) => argument)).toEqual(["sigma.zip", "rule.yml"]);
	expect(await pathsOf(sources[0])).toEqual(["sigma.zip"]);
});

it("makes one source of a folder, its files in path order", async () => {
	const sources = openPickedFiles([
		pick("rules/b.yml"),
		pick("rules/A/z.yml"),
		pick("rules/a.yml"),
	]);
	expect(sources.map(({ argument }) => argument)).toEqual(["rules"]);
	expect(await pathsOf(sources[0])).toEqual(["rules/A/z.yml", "rules/a.yml", "rules/b.yml"]);
});

it("leaves hidden files and folders out", async () => {
	const [source] = openPickedFiles([
		pick("rules/.git/config"),
		pick("rules/.x.yml"),
		pick("rules/x.yml"),
	]);
	expect(await pathsOf(source)).toEqual(["rules/x.yml"]);
});

it("reads the bytes of a file", async () => {
	const [source] = openPickedFiles([pick("rule.yml", "title: x")]);
	for await (const file of source?.list() ?? []) {
		expect(file.size).toBe(8);
		expect(new TextDecoder().decode(await file.read())).toBe("title: x");
	}
	expect.assertions(2);
});
