import { describe, expect, it } from "vitest";
import { listTechniques } from "../../../src/core/finding/list-techniques";
import { createTechniqueSearch } from "../../../src/core/finding/rank-techniques";
import { ATTACK, buildVault, note, ruleNote, techniqueNote } from "../library/technique-vault";

const GUIDS = [1, 2].map(
	(number) => `- GUID: 0000000${String(number)}-0000-4000-8000-000000000000`,
);

const VAULT = buildVault(
	{
		"Techniques/RS.md": techniqueNote("T1021", "Remote Services"),
		"Techniques/SSH.md": techniqueNote(
			"T1021.004",
			"SSH",
			"aliases: [Secure Shell, 'Remote Services: SSH']",
		),
		"Own.md": techniqueNote("T9001", "Shell over carrier pigeon", "tactics: [Our tactic]"),
		"a.md": ruleNote("a", "sigma", "T1021, T1021.004"),
		"b.md": ruleNote("b", "elastic", "T1028"),
		"c.md": ruleNote("c", "elastic", "T1021.004"),
		"r.md": `${note("runbook_id: T1021.004", "tags: [atomic_test]")}${GUIDS.join("\n")}\n`,
	},
	{
		...ATTACK,
		techniques: [
			...ATTACK.techniques,
			...["SSH Hijacking", "Windows Service", "Process Doppelgänging"].map((name, index) => ({
				...{ id: `T15${String(63 + index)}`, name, parent: null, parentName: null },
				...{ domain: "enterprise" as const, tactics: ["persistence"] },
			})),
		],
	},
);

const LIST = listTechniques(VAULT, VAULT.attack, VAULT.notes);
const SEARCH = createTechniqueSearch(LIST);
const find = (text: string): string[] => SEARCH.find(text, 10).map(({ id }) => id);

describe("the list of techniques", () => {
	it("has those of ATT&CK and of the vault, by id", () => {
		expect(LIST.map(({ id }) => id)).toEqual([
			...["T1021", "T1021.001", "T1021.004", "T1059", "T1563", "T1564", "T1565", "T9001"],
		]);
	});

	it("counts rules and tests with those of sub-techniques and revoked ids, each rule once", () => {
		const counts = LIST.map(({ id, rules, tests }) => `${id} ${String(rules)} ${String(tests)}`);
		expect(counts.slice(0, 3)).toEqual(["T1021 3 2", "T1021.001 0 0", "T1021.004 2 2"]);
	});

	it("tells names, tactics, parents, and where there is no note", () => {
		expect(LIST.find(({ id }) => id === "T1021.004")).toMatchObject({
			...{ name: "SSH", parentName: "Remote Services", path: "Techniques/SSH.md" },
			...{ aliases: ["Secure Shell", "Remote Services: SSH"], tactics: ["Lateral Movement"] },
		});
		expect(LIST.find(({ id }) => id === "T1021")?.aliases).toEqual(["T1028"]);
		expect(LIST.find(({ id }) => id === "T1059")?.path).toBeNull();
	});
});

describe("the search over techniques", () => {
	it.each([
		["T1021.004", ["T1021.004"]],
		["t1021_004", ["T1021.004"]],
		["T1021", ["T1021", "T1021.001", "T1021.004"]],
		["1021.0", ["T1021.001", "T1021.004"]],
		["ssh", ["T1021.004", "T1563"]],
		["secure shell", ["T1021.004"]],
		["T1028", ["T1021"]],
	])("finds by id, name and alias: %s", (text, expected) => {
		expect(find(text)).toEqual(expected);
	});

	it("puts names that start with the text before those with a word that does, then those that hold it", () => {
		expect(find("shell")).toEqual(["T9001", "T1021.004"]);
		expect(find("service")).toEqual(["T1021", "T1564", "T1021.001", "T1021.004"]);
		expect(find("remote services: ssh")).toEqual(["T1021.004"]);
		expect(find("remote desk")).toEqual(["T1021.001"]);
		expect(find("esktop")).toEqual(["T1021.001"]);
	});

	it("finds by tactic and parent, and by letters in order", () => {
		expect(find("our tactic")).toEqual(["T9001"]);
		expect(find("lateral ssh")).toEqual(["T1021.004"]);
		expect(find("rmtdsk")).toEqual(["T1021.001"]);
		expect(find("rmote servces")).toEqual(["T1021", "T1021.004", "T1021.001"]);
		expect(find("qqqq")).toEqual([]);
	});

	it("finds by the first letters of a name's words", () => {
		expect(find("rdp")).toEqual(["T1021.001"]);
		expect(find("ocp")).toEqual(["T9001"]);
	});

	it("finds names with accents by letters without", () => {
		expect(find("doppelganging")).toEqual(["T1565"]);
		expect(find("doppelgänging")).toEqual(["T1565"]);
	});

	it("takes what is written as an id for nothing else", () => {
		expect(find("T1086")).toEqual([]);
	});

	it("lists the techniques of a tactic or parent by id", () => {
		expect(find("remote s")).toEqual(["T1021", "T1021.001", "T1021.004"]);
	});

	it("finds the first techniques for an empty text, no more than asked for", () => {
		expect(SEARCH.find(" ", 2).map(({ id }) => id)).toEqual(["T1021", "T1021.001"]);
	});
});
