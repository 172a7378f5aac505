import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runWith } from "../support/run-cli";
import { makeTemporaryFolder } from "../support/temporary-folder";

const run = (...args: readonly string[]) => runWith(args);

test("guids gives a GUID to the tests of a note that have none, and says which", async () => {
	const vault = makeTemporaryFolder();
	mkdirSync(join(vault, "Runbooks"));
	const file = join(vault, "Runbooks", "T1000.md");
	writeFileSync(file, "## Test: Mine\n\n- Platforms: Linux\n");
	const { code, out } = await run("guids", vault, "Runbooks/T1000.md", "--json");
	const { guid, ...rest } = JSON.parse(out) as { guid: string };
	expect(code).toBe(0);
	expect(rest).toEqual({ note: "Runbooks/T1000.md", test: "Mine" });
	expect(readFileSync(file, "utf8")).toBe(
		`## Test: Mine\n\n- GUID: ${guid} ^t-${guid.slice(0, 8)}\n- Platforms: Linux\n`,
	);
	expect(await run("guids", vault, "Runbooks/T1000.md")).toMatchObject({ code: 0, out: "" });
});

test("guids names a note that is not there", async () => {
	const { code, err } = await run("guids", makeTemporaryFolder(), "None.md");
	expect(code).toBe(1);
	expect(err).toContain("None.md: there is no such note");
	expect((await run("guids", join(makeTemporaryFolder(), "none"), "A.md")).code).toBe(2);
});
