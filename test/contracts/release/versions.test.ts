import { describe, expect, test } from "vitest";
import { findVersionFaults, type VersionFiles } from "../../../scripts/release-check.mjs";
import { readText } from "../../support/read-docs";

const files: VersionFiles = {
	manifest: { version: "1.2.0", minAppVersion: "1.13.0" },
	package: { version: "1.2.0" },
	lock: { version: "1.2.0", packages: { "": { version: "1.2.0" } } },
	versions: { "1.0.0": "1.12.0", "1.1.0": "1.13.0" },
	changelog: "# Changelog\n\n## 1.2.0\n\n- Something.\n",
};
const read = <T>(path: string): T => JSON.parse(readText(path)) as T;

describe("the check of a release", () => {
	test("passes where every file states the version", () => {
		expect(findVersionFaults(files, "1.2.0")).toEqual([]);
	});

	test.each<[string, Partial<VersionFiles>, string]>([
		["the manifest", { manifest: { version: "1.1.0", minAppVersion: "1.13.0" } }, "manifest.json"],
		["the package", { package: { version: "1.1.0" } }, "package.json"],
		["the lock file", { lock: { ...files.lock, version: "1.1.0" } }, "package-lock.json"],
		["the versions", { versions: { "1.0.0": "1.12.0" } }, "versions.json"],
		["the changelog", { changelog: "# Changelog\n\n## Unreleased\n" }, "CHANGELOG.md"],
	])("names %s where it does not", (_, changes, file) => {
		const [fault = "", ...others] = findVersionFaults({ ...files, ...changes }, "1.2.0");
		expect(fault).toContain(file);
		expect(others).toEqual([]);
	});

	test("takes no tag with a letter in it", () => {
		expect(findVersionFaults(files, "v1.2.0")[0]).toContain("no version");
	});

	test("passes over the repository as it is", () => {
		const now: VersionFiles = {
			manifest: read("manifest.json"),
			package: read("package.json"),
			lock: read("package-lock.json"),
			versions: read("versions.json"),
			changelog: readText("CHANGELOG.md"),
		};
		expect(findVersionFaults(now)).toEqual([]);
	});
});
