// Says whether a version can be released: every file that states it agrees, and two builds are the same to the byte.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const BUILT = ["main.js", "dist/cli.mjs"];

/**
 * Lists where the files that state a version disagree; empty where they do not.
 *
 * @param files the parsed `manifest`, `package`, `lock` and `versions`, and the text of `changelog`
 * @param tag the version that is to be released; undefined for the manifest's
 */
export function findVersionFaults(files, tag) {
	const { manifest, lock, versions, changelog } = files;
	const { version, minAppVersion } = manifest;
	const wanted = tag ?? version;
	const faults = [];
	const compare = (where, found) => {
		if (found !== wanted) faults.push(`${where} says ${found}, not ${wanted}`);
	};
	if (!/^\d+\.\d+\.\d+$/.test(wanted)) faults.push(`${wanted} is no version such as 1.2.3`);
	compare("manifest.json", version);
	compare("package.json", files.package.version);
	compare("package-lock.json", lock.version);
	compare("package-lock.json, in packages", lock.packages[""].version);
	if (lookUp(versions, wanted) !== minAppVersion)
		faults.push(`versions.json does not give ${minAppVersion} for ${wanted}`);
	if (tag !== undefined && !changelog.split("\n").some((line) => line.startsWith(`## ${wanted}`)))
		faults.push(`CHANGELOG.md has no heading for ${wanted}`);
	return faults;
}

/** A version that has no line of its own needs what the last one before it does. */
function lookUp(versions, wanted) {
	const byNumber = (a, b) => a.localeCompare(b, "en", { numeric: true });
	const known = Object.keys(versions).sort(byNumber);
	const last = known.filter((version) => byNumber(version, wanted) <= 0).at(-1);
	return last === undefined ? undefined : versions[last];
}

function readJson(path) {
	return JSON.parse(readFileSync(join(root, path), "utf8"));
}

function readFiles() {
	return {
		manifest: readJson("manifest.json"),
		package: readJson("package.json"),
		lock: readJson("package-lock.json"),
		versions: readJson("versions.json"),
		changelog: readFileSync(join(root, "CHANGELOG.md"), "utf8"),
	};
}

/** Builds in a process of its own, and gives the bundles' hashes. */
function buildOnce(env) {
	const built = spawnSync(process.execPath, [join(root, "scripts", "build.mjs")], {
		cwd: root,
		env: { ...process.env, ...env },
		stdio: ["ignore", "ignore", "inherit"],
	});
	if (built.status !== 0) return undefined;
	return BUILT.map((path) =>
		createHash("sha256")
			.update(readFileSync(join(root, path)))
			.digest("hex"),
	);
}

function findBuildFaults() {
	const builds = [
		{ TZ: "UTC", LANG: "C" },
		{ TZ: "Asia/Kathmandu", LANG: "de_DE.UTF-8" },
	].map(buildOnce);
	const [first, second] = builds;
	if (first === undefined || second === undefined) return ["the build failed"];
	return BUILT.filter((_, index) => first[index] !== second[index]).map(
		(path) => `two builds of ${path} differ`,
	);
}

function run(tag) {
	const faults = [
		...(existsSync(join(root, "styles.css")) ? [] : ["styles.css is missing"]),
		...findVersionFaults(readFiles(), tag),
		...findBuildFaults(),
	];
	for (const fault of faults) process.stderr.write(`${fault}\n`);
	if (faults.length === 0) process.stdout.write("Versions agree, and two builds are the same.\n");
	return faults.length === 0 ? 0 : 1;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
	process.exitCode = run(process.argv[2]);
}
