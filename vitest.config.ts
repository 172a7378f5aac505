import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { readTemplate } from "./scripts/bundle/read-template.mjs";

const pathTo = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const pluginTests = "test/obsidian/**/*.test.{ts,tsx}";
const browserTests = "test/browser/**/*.test.ts";

export default defineConfig({
	define: { VAULT_TEMPLATE: JSON.stringify(readTemplate()) },
	test: {
		env: { TZ: "UTC" },
		// Machines are shared: a limit is there to end what hangs, not to judge speed.
		testTimeout: 60_000,
		setupFiles: ["test/support/property-seed.ts"],
		expect: { poll: { timeout: 20_000 } },
		// No module has state, so test files share a process and load the source once.
		isolate: false,
		projects: [
			{
				extends: true,
				test: {
					name: "core",
					environment: "node",
					include: ["test/**/*.test.{ts,tsx}"],
					exclude: [pluginTests, browserTests],
				},
			},
			{
				extends: true,
				resolve: { alias: { obsidian: pathTo("test/support/obsidian/module.ts") } },
				test: {
					name: "plugin",
					environment: "happy-dom",
					include: [pluginTests],
					setupFiles: ["test/support/obsidian/setup.ts"],
				},
			},
			{
				extends: true,
				test: {
					name: "browser",
					environment: "node",
					include: [browserTests],
					globalSetup: ["test/support/browser-setup.ts"],
					testTimeout: 60_000,
					hookTimeout: 60_000,
					// One browser serves all: two files at once only slow each other down.
					fileParallelism: false,
				},
			},
		],
	},
});
