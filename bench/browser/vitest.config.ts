import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
	root: fileURLToPath(new URL("../..", import.meta.url)),
	test: {
		env: { TZ: "UTC" },
		include: ["bench/browser/*.measure.ts"],
		globalSetup: ["test/support/browser-setup.ts"],
		fileParallelism: false,
		testTimeout: 600_000,
		hookTimeout: 600_000,
	},
});
