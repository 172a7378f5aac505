import { describe, expect, it } from "vitest";
import { buildFixtures, techniqueOf } from "./attack-fixtures";

describe("ATT&CK v10 in STIX 2.0", () => {
	const result = buildFixtures(["v10-stix-2.0-enterprise.json"], "10.1");
	const ssh = techniqueOf(result, "T1021.004");

	it("knows the domain from the kill chain and the version from the caller", () => {
		expect(ssh.domain).toBe("enterprise");
		expect([...result.catalog.versions]).toEqual([["enterprise", "10.1"]]);
		expect(result.problems).toEqual([]);
	});

	it("orders tactics as the matrix does, and a technique's as the tactics are", () => {
		expect(result.catalog.tactics.map(({ id, order }) => [id, order])).toEqual([
			["TA0001", 0],
			["TA0008", 1],
			["TA0011", 2],
		]);
		expect(ssh.tactics.map(({ name }) => name)).toEqual(["Lateral Movement"]);
	});

	it("reads a sub-technique with its parent, version as text, dates without time", () => {
		expect(ssh).toMatchObject({
			name: "SSH",
			parent: "T1021",
			parentName: "Remote Services",
			version: "1.10",
			created: "2020-02-11",
			lastModified: "2021-10-15",
			platforms: ["Linux", "macOS"],
			url: "https://attack.mitre.org/techniques/T1021/004",
		});
	});

	it("takes data components from relations, and where there are none from the technique's words", () => {
		expect(ssh.dataComponents).toEqual([
			{ id: null, name: "Process Creation", dataSource: "Process", url: null },
		]);
		const accounts = techniqueOf(result, "T1078");
		expect(accounts.dataComponents.map(({ dataSource, name }) => [dataSource, name])).toEqual([
			["File", "File Access"],
			[null, "Packet capture"],
		]);
		expect(accounts.defensesBypassed).toEqual(["Anti-virus", "Firewall"]);
	});

	it("leaves out retired actors and relations", () => {
		expect(ssh.mitigations.map(({ id }) => id)).toEqual(["M1032"]);
		expect(ssh.groups.map(({ id }) => id)).toEqual(["G9001"]);
		expect(ssh.software.map(({ id }) => id)).toEqual(["S9001"]);
		expect(techniqueOf(result, "T1021").software).toEqual([]);
	});

	it("keeps a relation's citations with it", () => {
		expect(ssh.groups[0]?.citations).toEqual([
			{
				name: "Example Report",
				description: "Example Press. (2021). Spiders. Retrieved June 1, 2021.",
				url: "https://example.org/spiders",
			},
		]);
	});

	it("lists actors with the techniques they use", () => {
		expect(result.catalog.actors).toEqual([
			{
				kind: "group",
				id: "G9001",
				name: "Example Spider",
				aliases: ["UNC0000"],
				url: "https://attack.mitre.org/groups/G9001",
				techniques: ["T1021.004"],
				attributedTo: [],
			},
			{
				kind: "software",
				id: "S9001",
				name: "ExampleRAT",
				aliases: [],
				url: "https://attack.mitre.org/software/S9001",
				techniques: ["T1021.004"],
				attributedTo: [],
			},
		]);
	});

	it("keeps the copyright statement", () => {
		expect(result.catalog.notices).toEqual(["Copyright 2015-2021, The MITRE Corporation."]);
	});
});

describe("ATT&CK v10 for mobile", () => {
	const result = buildFixtures(["v10-stix-2.0-mobile.json"]);

	it("puts the tactics of the larger matrix first", () => {
		expect(result.catalog.tactics.map(({ id }) => id)).toEqual(["TA0027", "TA0028", "TA0038"]);
		expect(new Set(result.catalog.tactics.map(({ domain }) => domain))).toEqual(
			new Set(["mobile"]),
		);
	});

	it("reads references that have an id of their own", () => {
		expect(techniqueOf(result, "T1398").citations).toEqual([
			{
				name: "NIST Mobile Threat Catalogue",
				description: "NIST Mobile Threat Catalogue APP-26",
				url: "https://example.org/APP-26",
			},
		]);
	});

	it("says once that the version is unknown, and leaves it out", () => {
		expect(result.catalog.versions.size).toBe(0);
		expect(result.problems.map(({ code, severity, file }) => [code, severity, file])).toEqual([
			["attack-version-unknown", "info", "v10-stix-2.0-mobile.json"],
		]);
	});
});

describe("ATT&CK v10 for ICS in STIX 2.1", () => {
	const result = buildFixtures(["v10-stix-2.1-ics.json"], "99");
	const mode = techniqueOf(result, "T0858");

	it("believes the collection's version before the caller's", () => {
		expect(result.catalog.versions.get("ics")).toBe("10.1");
	});

	it("finds tactics by short names that end in -ics", () => {
		expect(mode.tactics.map(({ name }) => name)).toEqual(["Execution", "Evasion"]);
		expect(mode.domain).toBe("ics");
	});

	it("takes the platform None for no platform", () => {
		expect(techniqueOf(result, "T0807").platforms).toEqual([]);
	});
});

describe("ATT&CK v17", () => {
	const result = buildFixtures(["v17-stix-2.1-enterprise.json"]);
	const ssh = techniqueOf(result, "T1021.004");

	it("keeps what each data component's relation says, in the order of their names", () => {
		expect(ssh.detection).toBe("Watch *logons*.");
		expect(
			ssh.componentDetections.map(({ component, citations }) => [
				`${component.dataSource ?? ""}: ${component.name}`,
				citations.length,
			]),
		).toEqual([
			["Logon Session: Logon Session Creation", 0],
			["Process: Process Creation", 1],
		]);
		expect(ssh.dataComponents).toHaveLength(2);
		expect(ssh.detectionStrategies).toEqual([]);
	});

	it("lists campaigns with the groups they are attributed to", () => {
		expect(ssh.campaigns.map(({ id }) => id)).toEqual(["C9001"]);
		expect(result.catalog.actors.find(({ id }) => id === "C9001")?.attributedTo).toEqual(["G9001"]);
	});
});

describe("ATT&CK v19", () => {
	const result = buildFixtures(["v19-stix-2.1-enterprise.json"]);
	const logs = techniqueOf(result, "T1685.001");

	it("reads strategies, active analytics, log sources and mutable elements", () => {
		expect(result.problems.map(({ code }) => code)).toEqual([]);
		expect(result.catalog.versions.get("enterprise")).toBe("19.1");
		const [strategy] = logs.detectionStrategies;
		expect(strategy).toMatchObject({ id: "DET9001", name: "Detect stopped event logs" });
		expect(strategy?.analytics.map(({ id }) => id)).toEqual(["AN9001"]);
		expect(strategy?.analytics[0]?.logSources).toMatchObject([
			{ name: "WinEventLog:Sysmon", channel: "EventCode=1", dataComponent: { id: "DC0032" } },
			{ name: "WinEventLog:Sysmon", channel: "EventCode=13, 14", dataComponent: { id: "DC0063" } },
			{ name: "auditd:EXECVE", channel: "systemctl stop auditd | kill -9 <pid>" },
			{ name: "Application Log", channel: null, dataComponent: null },
		]);
		expect(strategy?.analytics[0]?.mutableElements.map(({ field }) => field)).toEqual([
			"ServiceNames",
			"TimeWindow",
		]);
	});

	it("takes data components from the analytics, without a data source", () => {
		expect(logs.dataComponents.map(({ id, dataSource }) => [id, dataSource])).toEqual([
			["DC0032", null],
			["DC0063", null],
		]);
	});

	it("takes tactics as the bundle has them", () => {
		expect(logs.tactics.map(({ id, name }) => [id, name])).toEqual([
			["TA0005", "Stealth"],
			["TA0112", "Defense Impairment"],
		]);
	});
});

describe("several bundles", () => {
	it("puts enterprise before mobile before ICS, however they are given", () => {
		const { catalog } = buildFixtures([
			"v10-stix-2.1-ics.json",
			"v10-stix-2.0-mobile.json",
			"v19-stix-2.1-enterprise.json",
		]);
		const domains = catalog.tactics.map(({ domain }) => domain);
		expect([...new Set(domains)]).toEqual(["enterprise", "mobile", "ics"]);
		const ids = catalog.techniques.map(({ id }) => id);
		expect(ids).toEqual([...ids].sort());
	});

	it("takes the later form of an object, and says that versions were mixed", () => {
		const old = "v10-stix-2.0-enterprise.json";
		const { catalog, problems } = buildFixtures(["v17-stix-2.1-enterprise.json", old]);
		expect(catalog.techniques.find(({ id }) => id === "T1021.004")?.lastModified).toBe(
			"2025-04-15",
		);
		expect(problems).toEqual([]);
		const mixed = buildFixtures(["v19-stix-2.1-enterprise.json", "v17-stix-2.1-enterprise.json"]);
		expect(mixed.catalog.versions.get("enterprise")).toBe("19.1");
		expect(mixed.problems.map(({ message }) => message)).toEqual([
			"bundles of ATT&CK 17.1 and 19.1 were given for enterprise; of each object the latest form was taken",
		]);
	});

	it("reads files of one object each, in any order", () => {
		const names = ["relationship", "attack-pattern", "identity", "x-mitre-tactic"];
		const files = [...names, "marking-definition", "attack-pattern-parent"];
		const { catalog, files: origins } = buildFixtures(
			files.map((name) => `single-objects/${name}.json`),
			"v10",
		);
		expect(catalog.techniques.map(({ id, parentName }) => [id, parentName])).toEqual([
			["T1021", null],
			["T1021.004", "Remote Services"],
		]);
		expect(catalog.versions.get("enterprise")).toBe("10");
		expect(origins.get("T1021.004")).toBe("single-objects/attack-pattern.json");
	});
});
