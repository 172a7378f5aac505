import { expect, it } from "vitest";
import { findGitCommit } from "../../../src/obsidian/ports/git-commit";

const COMMIT = "0123456789abcdef0123456789abcdef01234567";

const find = (files: Readonly<Record<string, string>>) =>
	findGitCommit((path) => Promise.resolve(files[path]));

it("finds the commit of a branch", async () => {
	const files = { ".git/HEAD": "ref: refs/heads/main\n", ".git/refs/heads/main": `${COMMIT}\n` };
	expect(await find(files)).toBe(COMMIT);
});

it("finds the commit of a branch that is packed", async () => {
	const packed = `# pack-refs with: peeled\n${"f".repeat(40)} refs/heads/old\n${COMMIT} refs/heads/main\n`;
	const files = { ".git/HEAD": "ref: refs/heads/main\n", ".git/packed-refs": packed };
	expect(await find(files)).toBe(COMMIT);
});

it("finds a commit that is checked out by itself", async () => {
	expect(await find({ ".git/HEAD": COMMIT })).toBe(COMMIT);
});

it("finds none where there is no git, or something else", async () => {
	expect(await find({})).toBeUndefined();
	expect(await find({ ".git/HEAD": "ref: refs/heads/../../secret" })).toBeUndefined();
});
