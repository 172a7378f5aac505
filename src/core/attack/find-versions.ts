import type { AttackDomain } from "../model/attack";
import { problemOf, type Problem } from "../model/problem";
import { ATTACK_DOMAINS } from "./attack-domains";
import type { AttackBundle } from "./read-bundle";
import type { StixTechnique } from "./stix-records";

/**
 * Tells each domain's ATT&CK version: what `x-mitre-collection` says, else what the caller says, else nothing.
 *
 * Reports a domain without a version (`attack-version-unknown`, info) and one of which bundles of several versions were given.
 */
export function findVersions(
	bundles: readonly AttackBundle[],
	techniques: readonly StixTechnique[],
	given: string | undefined,
): { readonly versions: ReadonlyMap<AttackDomain, string>; readonly problems: readonly Problem[] } {
	const versions = new Map<AttackDomain, string>();
	const problems: Problem[] = [];
	const stated = statedVersions(bundles);
	const fallback = given?.trim().replace(/^v(?=\d)/i, "");
	for (const domain of ATTACK_DOMAINS) {
		const first = techniques.find((technique) => technique.domain === domain);
		const known = stated.get(domain) ?? [];
		const version = known.at(-1) ?? (fallback === "" ? undefined : fallback);
		if (known.length > 1 && first !== undefined)
			problems.push(mixedVersions(first.file, domain, known));
		if (first === undefined) continue;
		if (version !== undefined) versions.set(domain, version);
		else problems.push(unknownVersion(first.file, domain));
	}
	return { versions, problems };
}

/** The versions that collections state, lowest first. */
function statedVersions(bundles: readonly AttackBundle[]): Map<AttackDomain, string[]> {
	const stated = new Map<AttackDomain, string[]>();
	for (const { records } of bundles) {
		for (const record of records) {
			if (record.kind !== "collection" || record.retired) continue;
			const versions = stated.get(record.domain) ?? [];
			if (!versions.includes(record.version)) versions.push(record.version);
			stated.set(record.domain, versions.sort(compareVersions));
		}
	}
	return stated;
}

function compareVersions(a: string, b: string): number {
	const [left, right] = [a.split(".").map(Number), b.split(".").map(Number)];
	for (let part = 0; part < Math.max(left.length, right.length); part++) {
		const difference = (left[part] ?? 0) - (right[part] ?? 0);
		if (difference !== 0) return Number.isNaN(difference) ? 0 : difference;
	}
	return 0;
}

function mixedVersions(file: string, domain: AttackDomain, versions: readonly string[]): Problem {
	const message = `bundles of ATT&CK ${versions.join(" and ")} were given for ${domain}; of each object the latest form was taken`;
	return problemOf(file, null, "attack-object", message, "warning");
}

function unknownVersion(file: string, domain: AttackDomain): Problem {
	const message = `no ${domain} bundle states its ATT&CK version, so the notes leave it out; the import's ATT&CK version option sets it`;
	return problemOf(file, null, "attack-version-unknown", message, "info");
}
