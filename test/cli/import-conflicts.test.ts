import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runWith } from "../support/run-cli";
import { makeTemporaryFolder } from "../support/temporary-folder";

const RULE =
	"title: Odd Shell\nid: 6f1f9a5e-3f0c-4a43-9a5b-1f4b5a3c2d10\nlogsource:\n  product: linux\ndetection:\n  a:\n    b: first\n  condition: a\n";

test.each([[], ["--dry-run"]])(
	"a note in conflict is named, with what is (%s)",
	async (...more) => {
		const vault = makeTemporaryFolder();
		const file = join(makeTemporaryFolder(), "rule.yml");
		writeFileSync(file, RULE);
		await runWith(["import", vault, "--rules", file]);
		const path = "Detection Rules/Sigma/Odd Shell.md";
		const text = readFileSync(join(vault, path), "utf8");
		writeFileSync(join(vault, path), text.replace("b: first", "b: mine"));
		writeFileSync(file, RULE.replace("first", "theirs"));
		const dry = await runWith(["import", vault, "--rules", file, "--dry-run", "--json"]);
		expect(dry.code).toBe(1);
		expect(JSON.parse(dry.out)).toMatchObject({
			conflicts: 1,
			conflicting: [{ note: path, parts: ["Rule"] }],
		});
		const shown = await runWith(["import", vault, "--rules", file, ...more]);
		expect(shown.out).toContain(`In conflict: 1\n  ${path}: Rule\n`);
	},
);
