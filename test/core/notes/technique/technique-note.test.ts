import { describe, expect, it } from "vitest";
import { DEFAULT_FOLDERS } from "../../../../src/core/model/settings";
import { buildFixtures } from "../../attack/attack-fixtures";
import { actor, catalogOf, relation, technique } from "../../attack/stix-builder";
import { draftAll, expectNote, noteText } from "./technique-notes";

const required = [
	"Description",
	"Detection",
	"Defenses Bypassed",
	"Data Sources",
	"Detection Rule",
	"Rule Testing",
	"Rule Panels",
];

function headings(text: string): string[] {
	return [...text.matchAll(/^### (.*)$/gm)].map(([, heading = ""]) => heading);
}

describe("a technique's note", () => {
	it.each([
		["v10-stix-2.0-enterprise.json", "10.1", "T1021.004"],
		["v10-stix-2.0-enterprise.json", "10.1", "T1021"],
		["v10-stix-2.1-ics.json", undefined, "T0858"],
		["v17-stix-2.1-enterprise.json", undefined, "T1021.004"],
		["v19-stix-2.1-enterprise.json", undefined, "T1685.001"],
	])("is written from %s", (file, version, id) => {
		const drafts = draftAll(buildFixtures([file], version).catalog);
		const release = file.split("-stix")[0] ?? "";
		expectNote(`${release}-${id}.md`, noteText(drafts.get(id)));
	});

	it("has the same headings in the same order, whatever ATT&CK says", () => {
		const { catalog } = catalogOf(technique("T1001"));
		const text = noteText(draftAll(catalog).get("T1001"));
		expect(headings(text)).toEqual([...required, "References", "Notes"]);
		expect(text.endsWith("\n### Notes\n")).toBe(true);
	});

	it("has more headings where there is something under them", () => {
		const { catalog } = catalogOf(
			technique("T1001"),
			technique("T1001.001"),
			...["course-of-action", "intrusion-set", "malware", "campaign"].flatMap((type) => [
				actor(type, "X1"),
				relation(type === "course-of-action" ? "mitigates" : "uses", `${type}--X1`, "T1001"),
			]),
		);
		expect(headings(noteText(draftAll(catalog).get("T1001")))).toEqual([
			...required,
			...["Sub-techniques", "Mitigations", "Groups", "Software", "Campaigns"],
			...["References", "Notes"],
		]);
	});

	it("leaves out properties that ATT&CK does not state", () => {
		const { catalog } = catalogOf(technique("T1001", { created: undefined, modified: undefined }));
		const keys = draftAll(catalog)
			.get("T1001")
			?.properties.map(({ key }) => key);
		expect(keys).toEqual(["attack_id", "name", "tactics", "aliases", "tags"]);
	});

	it("is named so that every file system takes it", () => {
		const { catalog } = catalogOf(
			technique("T1003", { name: "OS Credential Dumping" }),
			technique("T1003.008", { name: "/etc/passwd and /etc/shadow: why?" }),
		);
		const draft = draftAll(catalog).get("T1003.008");
		expect(draft?.baseName).toBe(
			"T1003.008 - OS Credential Dumping - _etc_passwd and _etc_shadow - why_",
		);
		expect(draft?.body).toContain(
			"\n## OS Credential Dumping - /etc/passwd and /etc/shadow: why?\n".trim(),
		);
	});

	it("queries the folders of the settings", () => {
		const { catalog } = catalogOf(technique("T1001.002"));
		const folders = { ...DEFAULT_FOLDERS, rules: 'My "rules"', runbooks: "Tests" };
		const body = draftAll(catalog, folders).get("T1001.002")?.body ?? "";
		expect(body).toContain('FROM "My \\"rules\\"" AND #T1001_002\n```');
		expect(body).toContain('FROM "Tests" AND #T1001_002\n```');
	});

	it("finds its successor's note for a link to a revoked technique", () => {
		const old = "[old](https://attack.mitre.org/techniques/T1005)";
		const { catalog } = catalogOf(
			technique("T1001", { description: `See ${old}.` }),
			technique("T1005", { revoked: true }),
			technique("T1006", { name: "New" }),
			relation("revoked-by", "T1005", "T1006"),
		);
		const drafts = draftAll(catalog);
		expect(drafts.get("T1001")?.body).toContain("See [[T1006 - New|old]].");
		expect(drafts.get("T1006")?.body).toContain("\n\nFormerly T1005.\n");
		expect(drafts.get("T1006")?.properties).toContainEqual({
			key: "aliases",
			value: ["T1006", "New", "T1005"],
		});
	});

	it("shows hostile names as they are written", () => {
		const name = "`=1` [[x]] <img src=x> {{a}} | #tag";
		const { catalog } = catalogOf(
			technique("T1001", { name, x_mitre_defense_bypassed: [name] }),
			technique("T1001.001", { name }),
			actor("tool", "S1", { name }),
			relation("uses", "tool--S1", "T1001"),
		);
		const drafts = draftAll(catalog);
		expect(drafts.size).toBe(2);
		for (const draft of drafts.values()) {
			expect(draft.body).not.toMatch(/(?:^|[^\\])<img/);
			expect(draft.body).not.toMatch(/(?:^|[^\\])`=1/);
			expect(draft.body).not.toContain("[[x]]");
			expect(draft.body).not.toMatch(/\s#tag/);
		}
	});
});
