import { describe, expect, it } from "vitest";
import { mergeNote } from "../../../../src/core/notes/merge/merge-note";

const PARTS = {
	top: "## A rule\n\n",
	description: "### Description\n\nIt finds what it finds in places.\n\n",
	rule: "### Rule\n\n```yaml\ntitle: A rule\ndetection:\n  selection:\n    Image: a.exe\n    User: b\n  condition: selection\n```\n\n",
	falsePositives: "### False positives\n\n- Administrators at work\n- Backup software\n\n",
	notes: "### Notes\n",
};
const write = (parts: readonly string[]): string => `---\nrule_id: r1\n---\n\n${parts.join("")}`;
const { top, description, rule, falsePositives, notes } = PARTS;
const BASE = write([top, description, rule, falsePositives, notes]);

function merge(mine: string, theirs: string, base = BASE): { text: string; what: string[] } {
	const result = mergeNote({ base, mine, theirs });
	if (!result.ok) throw new Error(result.reason);
	return { text: result.text, what: result.conflicts.map(({ what }) => what) };
}

const newer = (text: string): string => text.replace("Image: a.exe", "Image: c.exe");

describe("a section that the person moved or renamed", () => {
	it("gets upstream's change where it is now", () => {
		const mine = write([top, rule, description, falsePositives, notes]);
		expect(merge(mine, newer(BASE))).toEqual({ text: newer(mine), what: [] });
	});

	it("keeps its heading", () => {
		const mine = BASE.replace("### Rule", "### The query").replace(
			"### Description",
			"### What it is",
		);
		expect(merge(mine, newer(BASE))).toEqual({ text: newer(mine), what: [] });
	});

	it("is known under another heading, with another level and edited text", () => {
		const mine = write([top, description, falsePositives, rule, notes])
			.replace("### Rule", "## My query")
			.replace("User: b", "User: mine");
		expect(merge(mine, newer(BASE))).toEqual({ text: newer(mine), what: [] });
	});

	it("may have a heading in its middle", () => {
		const mine = BASE.replace("- Backup software", "### Mine too\n\n- Backup software");
		const theirs = BASE.replace("Backup software", "Backup software of any make");
		expect(merge(mine, theirs)).toEqual({
			text: mine.replace("Backup software", "Backup software of any make"),
			what: [],
		});
	});

	it("may have lost its heading", () => {
		const mine = BASE.replace("### False positives\n\n", "");
		const theirs = BASE.replace("Backup software", "Backup software of any make");
		expect(merge(mine, theirs)).toEqual({
			text: mine.replace("Backup software", "Backup software of any make"),
			what: [],
		});
	});
});

describe("a section that upstream changed as a whole", () => {
	it("comes in behind what it follows, before the person's own of a higher level", () => {
		const mine = `${BASE}\n## Mine\n\nMy own text.\n`;
		const theirs = BASE.replace("### Notes", "### References\n\n- Somewhere\n\n### Notes");
		expect(merge(mine, theirs)).toEqual({
			text: mine.replace("### Notes", "### References\n\n- Somewhere\n\n### Notes"),
			what: [],
		});
		const last = `${BASE}\n### Last\n\nUpstream's last.\n`;
		expect(merge(mine, last).text).toBe(
			`${BASE}\n### Last\n\nUpstream's last.\n\n## Mine\n\nMy own text.\n`,
		);
	});

	it("goes where the person did not touch it, and stays where they did", () => {
		const theirs = write([top, description, rule, notes]);
		expect(merge(`${BASE}\nMine.\n`, theirs).text).toBe(`${theirs}\nMine.\n`);
		const mine = BASE.replace("- Backup software", "- Backup software, ours too");
		expect(merge(mine, theirs.replace("finds what", "sees what")).text).toBe(
			mine.replace("finds what", "sees what"),
		);
	});

	it("stays deleted where the person deleted it, and is told what upstream wrote there since", () => {
		const mine = write([top, description, rule, notes]);
		expect(merge(mine, newer(BASE))).toEqual({ text: newer(mine), what: [] });
		const theirs = BASE.replace("- Backup software", "- Backup software\n- Scanners");
		const merged = merge(mine, theirs);
		expect(merged.what).toEqual(["False positives"]);
		expect(merged.text.startsWith(mine)).toBe(true);
		expect(merged.text).not.toContain("Administrators");
		expect(merged.text).toContain("```markdown\n- Scanners\n```");
	});

	it("takes upstream's new order where the person kept the old one", () => {
		const theirs = write([top, rule, description, falsePositives, notes]);
		const mine = `${BASE}\nMine.\n`;
		expect(merge(mine, theirs).text).toBe(`${theirs}\nMine.\n`);
	});
});

describe("lines that both put in at one place", () => {
	it("both stay in prose", () => {
		const mine = BASE.replace("- Backup software\n", "- Backup software\n- Mine\n");
		const theirs = BASE.replace("- Backup software\n", "- Backup software\n- Theirs\n");
		expect(merge(mine, theirs)).toEqual({
			text: BASE.replace("- Backup software\n", "- Backup software\n- Mine\n- Theirs\n"),
			what: [],
		});
	});

	it("are a conflict in a rule's source", () => {
		const mine = BASE.replace("    User: b\n", "    User: b\n    Mine: 1\n");
		const theirs = BASE.replace("    User: b\n", "    User: b\n    Theirs: 1\n");
		const merged = merge(mine, theirs);
		expect(merged.what).toEqual(["Rule"]);
		expect(merged.text.startsWith(mine)).toBe(true);
	});

	it("are there once where they are the same", () => {
		const mine = BASE.replace("    User: b\n", "    User: b\n    Same: 1\n    Mine: 1\n");
		const theirs = BASE.replace("    User: b\n", "    User: b\n    Same: 1\n");
		expect(merge(mine, theirs)).toEqual({ text: mine, what: [] });
	});
});

describe("the section on upstream", () => {
	const mine = BASE.replace("User: b", "User: mine");
	const theirs = BASE.replace("User: b", "User: theirs");

	it("quotes what upstream took out where it has nothing instead", () => {
		const merged = merge(mine, BASE.replace("    User: b\n", ""));
		expect(merged.text).toContain(
			"### Rule\n\nUpstream took this out:\n\n```markdown\n    User: b\n```\n",
		);
	});

	it("stays where the person put it, and keeps an entry that still holds", () => {
		const first = merge(mine, theirs).text;
		const at = first.indexOf("## Upstream differs");
		const moved = first.slice(0, at).replace("### Notes", `${first.slice(at)}\n### Notes`);
		const next = theirs.replace("finds what", "sees what");
		expect(merge(moved, next, theirs).text).toBe(moved.replace("finds what", "sees what"));
	});

	it("does not come back once the person deleted it", () => {
		const next = theirs.replace("finds what", "sees what");
		expect(merge(mine, next, theirs).text).toBe(mine.replace("finds what", "sees what"));
	});

	it("keeps a quotation that the person edited", () => {
		const first = merge(mine, theirs).text.replace("User: theirs", "User: theirs, and I agree");
		const next = theirs.replace("User: theirs", "User: newest");
		const { text } = merge(first, next, theirs);
		expect(text).toContain("User: theirs, and I agree");
		expect(text).toContain("User: newest");
	});

	it("is not needed for anything: without it nothing is lost later", () => {
		const next = theirs
			.replace("Image: a.exe", "Image: d.exe")
			.replace("User: theirs", "User: last");
		const merged = merge(mine, next, theirs);
		expect(merged.text).toContain("User: mine");
		expect(merged.text).toContain("Image: d.exe");
		expect(merged.what).toEqual(["Rule"]);
	});
});

describe("a fence that the person left open", () => {
	it("is closed before something comes behind it", () => {
		const mine = `${BASE}\n\`\`\`bash\nls\n`.replace("User: b", "User: mine");
		const theirs = `${BASE}\n### Last\n\nUpstream's.\n`.replace("User: b", "User: theirs");
		const { text } = merge(mine, theirs);
		expect(text).toContain("```bash\nls\n```\n\n### Last\n\nUpstream's.\n\n## Upstream differs\n");
		const other = merge(mine, BASE.replace("User: b", "User: theirs")).text;
		expect(other).toContain("```bash\nls\n```\n\n## Upstream differs\n");
	});
});

describe("a heading that only the line below it makes one", () => {
	it("keeps its distance from the text above when upstream moves that", () => {
		const other = "### Notes\n\nThese are notes that nobody else has.\n";
		const base = write([description, other]);
		const mine = write([`${description}Our own\n---\n\nText.\n\n`, other]);
		const theirs = write([`${other}\n`, description.trimEnd(), "\n"]);
		const { text } = merge(mine, theirs, base);
		expect(text).toContain("in places.\n\nOur own\n---\n");
	});
});

describe("the heading above all others", () => {
	const plain = write(["## A rule\n\n", description, rule, notes]);
	const renamed = plain.replace("## A rule", "## A rule of another name");
	const further = (text: string): string => text.replace("in places", "in many places");

	it("is known by what stands below it, whoever renamed it", () => {
		expect(merge(`${plain}\nMine.\n`, renamed)).toEqual({ text: `${renamed}\nMine.\n`, what: [] });
		expect(merge(renamed, further(plain), plain)).toEqual({ text: further(renamed), what: [] });
	});

	it("is there once where both renamed it, and upstream's name is told", () => {
		const mine = plain.replace("## A rule", "## Mine");
		const merged = merge(mine, renamed, plain);
		expect(merged.what).toEqual(["Mine"]);
		expect(merged.text.startsWith(mine.trimEnd())).toBe(true);
	});

	it("stays above what the person wrote below it when upstream takes it out", () => {
		const base = write([description, "### Groups\n\n- One group that uses it\n\n", notes]);
		const own = "#### Seen here\n\nTwice.\n\n";
		const mine = write([description, `### Groups\n\n- One group that uses it\n\n${own}`, notes]);
		expect(merge(mine, write([description, notes]), base)).toEqual({
			text: write([description, `### Groups\n\n${own}`, notes]),
			what: [],
		});
	});
});

it("a note of properties alone without a break at its end can be told what upstream has", () => {
	const mine = "---\nrule_id: r1\n---";
	const merged = merge(mine, newer(BASE));
	expect(merged.what).toEqual(["Rule"]);
	expect(merged.text.startsWith(`${mine}\n## Upstream differs\n`)).toBe(true);
});
