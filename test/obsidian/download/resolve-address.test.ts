import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nameAddress } from "../../../src/obsidian/download/name-address";
import { PUBLISHED_SOURCES } from "../../../src/obsidian/download/published-sources";
import { resolveAddress } from "../../../src/obsidian/download/resolve-address";

const COMMIT = "0123456789abcdef0123456789abcdef01234567";
const REPOSITORY = "https://github.com/SigmaHQ/sigma";

const urlOf = (address: string): string | undefined => {
	const resolved = resolveAddress(address, "rules");
	return resolved.ok ? resolved.location.url : undefined;
};

describe("an address", () => {
	it.each([
		[REPOSITORY, `${REPOSITORY}/archive/HEAD.zip`],
		[`${REPOSITORY}.git`, `${REPOSITORY}/archive/HEAD.zip`],
		[`  ${REPOSITORY}/?tab=readme-ov-file#rules `, `${REPOSITORY}/archive/HEAD.zip`],
		[`${REPOSITORY}/tree/release/next`, `${REPOSITORY}/archive/release/next.zip`],
		[`${REPOSITORY}/commit/${COMMIT}`, `${REPOSITORY}/archive/${COMMIT}.zip`],
		[`${REPOSITORY}/releases/tag/r2025-11-01`, `${REPOSITORY}/archive/refs/tags/r2025-11-01.zip`],
		[`${REPOSITORY}/releases/download/r1/all.zip`, `${REPOSITORY}/releases/download/r1/all.zip`],
		[`${REPOSITORY}/archive/refs/heads/master.zip`, `${REPOSITORY}/archive/refs/heads/master.zip`],
		[
			`${REPOSITORY}/blob/master/rules/a.yml`,
			"https://raw.githubusercontent.com/SigmaHQ/sigma/master/rules/a.yml",
		],
		["https://rules.example.org/all.zip?v=2", "https://rules.example.org/all.zip?v=2"],
	])("%s is asked for as %s", (address, url) => {
		expect(urlOf(address)).toBe(url);
	});

	it.each([
		["sigma", "none"],
		["http://example.org/rules.zip", "scheme"],
		["file:///etc/passwd", "scheme"],
		["https://me:secret@example.org/rules.zip", "credentials"],
		["https://github.com/SigmaHQ", "page"],
		[`${REPOSITORY}/issues/12`, "page"],
		["https://example.org/rules", "ending"],
		["https://example.org/rules.exe", "ending"],
	])("%s is refused: %s", (address, fault) => {
		expect(resolveAddress(address, "rules")).toEqual({ ok: false, fault });
	});

	it("of a commit never changes, and that of a branch may", () => {
		const isFixed = (address: string): boolean => {
			const resolved = resolveAddress(address, "rules");
			return resolved.ok && resolved.location.isFixed;
		};
		expect(isFixed(`${REPOSITORY}/tree/${COMMIT}`)).toBe(true);
		expect(isFixed(`${REPOSITORY}/blob/${COMMIT}/a.yml`)).toBe(true);
		expect(isFixed(`${REPOSITORY}/tree/master`)).toBe(false);
	});

	it("tells repositories of one name apart by their owner", () => {
		const names = PUBLISHED_SOURCES.map(({ address, kind }) => {
			const resolved = resolveAddress(address, kind);
			return resolved.ok ? resolved.location.fileName : "refused";
		});
		expect(new Set(names).size).toBe(PUBLISHED_SOURCES.length);
		expect(names).not.toContain("refused");
	});

	it("has a name that a person knows it by", () => {
		expect(nameAddress(REPOSITORY)).toBe("SigmaHQ/sigma");
		expect(nameAddress(`${REPOSITORY}/tree/master`)).toBe("SigmaHQ/sigma (master)");
		expect(nameAddress("https://rules.example.org/a/all.zip")).toBe("rules.example.org/all.zip");
	});

	it("never throws, and only ever leads to https", () => {
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.webUrl()), (address) => {
				const resolved = resolveAddress(address, "rules");
				if (resolved.ok) expect(resolved.location.url).toMatch(/^https:\/\//);
				expect(typeof nameAddress(address)).toBe("string");
			}),
		);
	});
});
