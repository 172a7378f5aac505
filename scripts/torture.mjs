// Looks for lost text, unfinished imports and readers that throw or hang: `npm run torture -- --seed 7 --pairs 1000 --only pairs`.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleForNode } from "./bundle/bundle-for-node.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const out = await bundleForNode(root, "torture", {
	"run-torture": "torture/run-torture.ts",
	cli: "src/cli/main.ts",
});
const cli = join(out, "cli.mjs");
const args = [join(out, "run-torture.mjs"), "--root", root, "--cli", cli, ...process.argv.slice(2)];
process.exit(spawnSync(process.execPath, args, { stdio: "inherit" }).status ?? 1);
