import { describe, expect, it } from "vitest";
import { identifyNote } from "../../../../src/core/notes/identity/identify-note";
import { identifyFixture, readNote } from "../foreign/note-fixtures";

function frontMatter(...lines: readonly string[]): string {
	return `---\n${lines.join("\n")}\n---\n\nText.\n`;
}

describe("where a technique note says which technique it is", () => {
	it.each([
		["T1070_003"],
		["t1070.003"],
		["attack.t1070.003"],
		["attack/T1070/003"],
		["attack/T1070_003"],
	])("the tag %s", (tag) => {
		const note = identifyNote("Clear.md", frontMatter(`tags: [techniques, "${tag}"]`));
		expect(note).toMatchObject({ kind: "technique", id: "T1070.003" });
	});

	it.each([
		["aliases: [T1070.003, Clear]"],
		["alias: Clear (T1070.003)"],
		["url: https://attack.mitre.org/techniques/T1070/003"],
		["url: https://attack.mitre.org/techniques/T1070.003"],
		["mitre-attack: kb/techniques/T1070.003-Clear"],
		["technique_id: T1070.003"],
	])("the property %s", (line) => {
		const note = identifyNote("Clear.md", frontMatter("tags: technique", line));
		expect(note).toMatchObject({ kind: "technique", id: "T1070.003" });
	});

	it("the callout in its body", () => {
		const text = frontMatter("tags: [mitre/technique]").replace(
			"Text.",
			"> [!info]\n> ID: T1070.003",
		);
		expect(identifyNote("Clear.md", text)).toMatchObject({ kind: "technique", id: "T1070.003" });
	});

	it("before all our own property, wherever the note lies and whatever it is called", () => {
		const text = frontMatter("attack_id: T1070.003", "tags: [detection_rule]");
		expect(identifyNote("Testing Runbooks/T1003 - renamed.md", text)).toMatchObject({
			kind: "technique",
			id: "T1070.003",
			certainty: "stated",
			problems: [],
		});
	});
});

describe("sources that contradict each other", () => {
	it("give no id and a problem that names them", () => {
		const note = identifyFixture("other/T1070.003 - Clear Command History.md");
		expect(note).toMatchObject({
			kind: "technique",
			id: null,
			problems: [
				{
					code: "note-identity",
					severity: "warning",
					message: expect.stringContaining("file name says T1070.003, url says T1070.004"),
				},
			],
		});
	});

	it("give no kind where tags say two", () => {
		expect(identifyFixture("other/Both.md")).toMatchObject({
			kind: null,
			id: null,
			problems: [{ code: "note-identity" }],
		});
	});

	it("do not when one id took the other's place", () => {
		const resolve = (id: string): string => (id === "T1146" ? "T1070.003" : id);
		const text = frontMatter("tags: [techniques, T1146]");
		const path = "T1070.003 - Clear Command History.md";
		expect(identifyNote(path, text, { resolve })).toMatchObject({ id: "T1070.003", problems: [] });
		expect(identifyNote(path, text)).toMatchObject({ id: null });
	});

	it("do not when a tag names the parent too", () => {
		const text = frontMatter("tags: [techniques, T1070]");
		expect(identifyNote("T1070.003 - Clear.md", text)).toMatchObject({ id: "T1070.003" });
	});

	it("are refused where an identity property is no id", () => {
		expect(identifyNote("T1070.003 - Clear.md", frontMatter("attack_id: later"))).toMatchObject({
			id: null,
			problems: [{ code: "note-identity" }],
		});
	});
});

describe("the id of a rule", () => {
	const rule = (fence: string): string => `${frontMatter("tags: [detection_rule]")}\n${fence}\n`;

	it.each([
		["```yaml\ntitle: A\nid: 'a1' # old\ndetection:\n  x: 1\n```", "a1"],
		['```yaml\nname: A\nid: "b2"\nsearch: x\ntags:\n  a: 1\n```', "b2"],
		["```yaml\nid: c3\nname: A\nquery: |\n  T\ntactics: []\n```", "c3"],
		['```toml\n[metadata]\n[rule]\nname = "A"\nrule_id = "d4"\n```', "d4"],
		['~~~\nrule a {\n  meta:\n    rule_id = "mr_e5"\n  events:\n    $e\n}\n~~~', "mr_e5"],
	])("is the one that the text in its fence states", (fence, id) => {
		expect(identifyNote("a.md", rule(fence))).toMatchObject({ kind: "rule", id });
	});

	it("is none where the text states none", () => {
		expect(identifyNote("a.md", rule("```kql\nDeviceEvents\n```"))).toMatchObject({
			kind: "rule",
			id: null,
			problems: [],
		});
	});

	it.each(["id", "sigma_id"])(
		"is the one that the property %s holds, where the text states none",
		(key) => {
			const id = "0c1d2e3f-4a5b-4c6d-8e7f-901a2b3c4d5e";
			const text = `${frontMatter(`${key}: ${id}`, "tags: [detection-rule]")}\n\`\`\`yaml\nselection: x\n\`\`\`\n`;
			expect(identifyNote("a.md", text)).toMatchObject({ kind: "rule", id });
		},
	);

	it("is our own property's before all", () => {
		const text = readNote("catalogue/Detection Rules/lnx_history_emptied.md").replace(
			"title:",
			"rule_id: kusto:a.kql:2\ntitle:",
		);
		expect(identifyNote("a.md", text)).toMatchObject({ id: "kusto:a.kql:2", certainty: "stated" });
	});
});

describe("a note's folder", () => {
	it("speaks where the front matter does not, by the vault's own settings first", () => {
		const folders = {
			techniques: "Wissen/Technik",
			rules: "Regeln",
			runbooks: "Proben",
			executions: "",
			home: "Haus",
		};
		const path = "Wissen/Technik/T1070.003 - Clear.md";
		expect(identifyNote(path, "Text.", { folders })).toMatchObject({
			kind: "technique",
			id: "T1070.003",
			certainty: "inferred",
		});
		expect(identifyNote(path, "Text.")).toMatchObject({ kind: null });
		expect(identifyNote("Techniques/Overview.md", "Text.")).toMatchObject({ kind: null });
		expect(identifyNote("Techniques/What T1070.003 cost us.md", "Text.")).toMatchObject({
			kind: null,
		});
	});
});
