import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** Makes a folder that goes away with the test. */
export function makeTemporaryFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), "detection-vault-test-"));
	onTestFinished(() => {
		rmSync(folder, { recursive: true, force: true });
	});
	return folder;
}
