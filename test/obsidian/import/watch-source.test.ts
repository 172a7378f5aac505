import { strToU8, zipSync } from "fflate";
import { expect, it } from "vitest";
import { problemOf } from "../../../src/core/model/problem";
import type { Severity } from "../../../src/core/model/problem";
import type { SourceInput } from "../../../src/core/ports/source-files";
import { stampSources } from "../../../src/obsidian/import/stamp-sources";
import { watchSource } from "../../../src/obsidian/import/watch-source";
import { resultOf } from "../support/import";

const COMMIT = "0123456789abcdef0123456789abcdef01234567";

function sourceOf(files: Readonly<Record<string, Uint8Array>>, part: Partial<SourceInput> = {}) {
	const input: SourceInput = {
		argument: "source",
		async *list() {
			for (const [path, bytes] of Object.entries(files)) {
				const read = () => Promise.resolve(bytes);
				const modified = Date.UTC(2026, 2, path.length);
				yield await Promise.resolve({ file: path, path, size: bytes.length, modified, read });
			}
		},
		...part,
	};
	return input;
}

async function readAll(input: SourceInput): Promise<void> {
	for await (const file of input.list()) await file.read();
}

/** A zip as `git archive` makes it: the commit is its comment. */
function zipOf(comment: string): Uint8Array {
	const zip = zipSync({ "r.yml": [strToU8("title: R"), { mtime: new Date(2026, 4, 17, 8) }] });
	const bytes = new Uint8Array(zip.length + comment.length);
	bytes.set(zip);
	bytes.set(strToU8(comment), zip.length);
	new DataView(bytes.buffer).setUint16(zip.length - 2, comment.length, true);
	return bytes;
}

it("knows the newest file of a folder", async () => {
	const watch = watchSource(sourceOf({ "a.yml": strToU8("a"), "b/bc.yml": strToU8("b") }));
	await readAll(watch.input);
	expect(await watch.stamp()).toEqual({ kind: "newest", text: "2026-03-08T00:00:00.000Z" });
});

it("knows the commit of a zip that names it", async () => {
	const watch = watchSource(sourceOf({ "sigma.zip": zipOf(COMMIT) }));
	await readAll(watch.input);
	expect(await watch.stamp()).toEqual({ kind: "commit", text: COMMIT });
});

it("knows the newest entry of a zip that names no commit", async () => {
	const watch = watchSource(sourceOf({ "sigma.zip": zipOf("made by hand") }));
	await readAll(watch.input);
	expect(await watch.stamp()).toEqual({ kind: "newest", text: "2026-05-17T12:00:00.000Z" });
});

it("asks the folder for its commit before its files for their dates", async () => {
	const commit = () => Promise.resolve(COMMIT);
	const watch = watchSource(sourceOf({ "a.yml": strToU8("a") }, { commit }));
	await readAll(watch.input);
	expect(await watch.stamp()).toEqual({ kind: "commit", text: COMMIT });
});

it("knows nothing of a source without dates", async () => {
	expect(await watchSource(sourceOf({})).stamp()).toBeUndefined();
});

it("tells ATT&CK's version by what the bundle itself states", async () => {
	const source = { kind: "attack" as const, vaultPath: null, input: sourceOf({}) };
	const watched = [{ source, input: source.input, watch: watchSource(source.input) }];
	const versions = new Map([
		["source/enterprise.json", "19.1"],
		["source/mobile.json", "19.1"],
		["sources.json", "18.0"],
	]);
	const [stamped] = await stampSources(watched, { attackVersions: versions, result: resultOf() });
	expect(stamped?.stamp).toEqual({ kind: "version", text: "19.1" });
});

it("counts a source's own skipped files and problems", async () => {
	const source = { kind: "rules" as const, vaultPath: null, input: sourceOf({}) };
	const watched = [{ source, input: source.input, watch: watchSource(source.input) }];
	const problem = (file: string, severity: Severity = "error") =>
		problemOf(file, null, "rule-field", "odd", severity);
	const result = resultOf({
		skipped: [
			{ file: "source/a.txt", reason: "no rule" },
			{ file: "sources/b.txt", reason: "no rule" },
		],
		problems: [problem("source/a.txt"), problem("source/c.yml"), problem("source/d.yml", "info")],
	});
	const [stamped] = await stampSources(watched, { attackVersions: new Map(), result });
	expect(stamped).toMatchObject({ skipped: 1, problems: 1 });
});
