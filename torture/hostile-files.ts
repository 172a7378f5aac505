import { zipSync } from "fflate";

/** A file made to do harm, and what has to be told of it; null where it is taken in, disarmed. */
export interface HostileFile {
	readonly path: string;
	readonly content: string | Uint8Array;
	readonly kind: "attack" | "rules" | "atomics";
	/** The code of the problem that names the file; null where nothing is wrong with it but its text. */
	readonly code: string | null;
	/** The line that the problem names; null where the whole file is meant. */
	readonly line: number | null;
}

/** Everything that some plugin, Obsidian itself or a browser would take for live. */
export const LIVE = [
	"<script>fetch('https://evil.example')</script>",
	"<img src=x onerror=alert(1)>",
	'<a href="javascript:alert(1)">x</a>',
	"[click](javascript:alert(1)) [open](obsidian://open?vault=x) [file](file:///etc/passwd)",
	"![[Secret note]] ![](https://evil.example/track.png) [[Secret note|harmless]]",
	"`$= dv.pages()` `= this.file` `INPUT[text:level]`",
	"<% tp.system.prompt() %> <%* await tp.user.run() %>",
	"%% hidden",
	"#stolen_tag",
	"level:: critical",
	"[vendor:: evil]",
	"^evil-block",
	"```dataviewjs",
	"app.vault.delete()",
	"```",
	"~~~meta-bind-button",
	"action: js",
	"~~~",
	"    ```dataviewjs",
	"> ```tasks",
	"- ```button",
	"$$\\href{javascript:alert(1)}{x}$$",
	"&lt;% x %&gt; <!-- open",
	"---",
	"cssclasses: evil",
	"publish: true",
	"---",
	"[def]: javascript:alert(1)",
	"<style>body{display:none}</style>",
	"<iframe src=obsidian://x></iframe>",
].join("\n");

const indent = (text: string, by: string): string =>
	text
		.split("\n")
		.map((line) => by + line)
		.join("\n");

const bomb = (): string => {
	const lines = ["title: Bomb", "a: &a [x, x, x, x, x, x, x, x, x]"];
	for (const [from, to] of ["ab", "bc", "cd", "de", "ef", "fg", "gh", "hi"].map((pair) =>
		pair.split(""),
	)) {
		lines.push(`${to}: &${to} [${Array.from({ length: 9 }, () => `*${from}`).join(", ")}]`);
	}
	return [...lines, "detection: *i", ""].join("\n");
};

/** Writes a rule as Sigma has it. */
const sigma = (title: string, description: string, more = ""): string =>
	`title: ${JSON.stringify(title)}\nid: ${"0".repeat(8)}-0000-4000-8000-${String(title.length).padStart(12, "0")}\ndescription: |\n${indent(description, "    ")}\nlogsource:\n    product: windows\ndetection:\n    selection:\n        Image|endswith: '\\x.exe'\n    condition: selection\n${more}`;

/** Lists the hostile files. */
export function listHostileFiles(): readonly HostileFile[] {
	const rule = (
		path: string,
		content: string | Uint8Array,
		code: string | null = null,
		line: number | null = null,
	): HostileFile => ({ path, content, kind: "rules", code, line });
	return [
		rule("live.yml", sigma("Live text", LIVE)),
		rule("path.yml", sigma("../../.obsidian/plugins/evil/main", "x")),
		rule("drive.yml", sigma("C:\\Windows\\evil", "x")),
		rule("reserved.yml", sigma("CON", "x")),
		rule("long.yml", sigma("long ".repeat(200), "x")),
		rule("title.yml", sigma("[[Secret]] <img src=x onerror=y> <% x %> #tag `$= y`", "x")),
		rule(
			"front.yml",
			sigma(
				"Front\n---\npublish: true",
				"x",
				'author: "x\\n---\\n<% y %>"\nlevel: "high\\ncssclasses: evil"\n',
			),
		),
		rule(
			"proto.yml",
			sigma("Prototype", "x", "__proto__:\n    polluted: true\nconstructor: evil\n"),
		),
		rule("fence.yml", sigma("Fence", "`````\n```dataviewjs\nx\n```\n`````")),
		rule(
			"regex.yml",
			`${sigma("Regex", "x")}# x\n`.replace(
				"Image|endswith: '\\x.exe'",
				() => "Image|re: '(a+)+(b|b)*$'",
			),
		),
		rule("bomb.yml", bomb(), "read-yaml-bomb", null),
		rule(
			"deep.yml",
			`title: Deep\ndetection: ${"[".repeat(5000)}${"]".repeat(5000)}\n`,
			"read-syntax",
			2,
		),
		rule("broken.yml", "title: Broken\ndetection:\n  a: [1\n  b: 2\n", "read-syntax", 4),
		rule(
			"bytes.yml",
			new Uint8Array([0x74, 0x3a, 0x20, 0x0a, 0xff, 0xfe, 0xfd, 0x0a]),
			"read-encoding",
			2,
		),
		rule("nul.yml", "title: Nul\0\ndetection:\n  a: 1\n"),
		rule("broken.toml", "[rule]\nname = \"x\"\nquery = '''\nprocess where\n", "read-syntax", null),
		rule(
			"hunt.kql",
			`// <% x %>\n// ${"(".repeat(20_000)}\nSecurityEvent\n| where ${"(".repeat(3000)}EventID == 1\n`,
		),
		rule(
			"guide.md",
			`# Guide\n\n${LIVE}\n\n\`\`\`kql\nSecurityEvent | where EventID == 1\n\`\`\`\n`,
		),
		rule("archive.zip", archive(), "read-unsafe-path", null),
		rule("short.zip", archive().subarray(0, 60), "read-zip", null),
		rule("lying.zip", lyingZip(), "read-unreadable", null),
		{
			path: "deep.json",
			content: "[".repeat(200_000),
			kind: "attack",
			code: "read-syntax",
			line: 1,
		},
		{ path: "bundle.json", content: bundle(), kind: "attack", code: null, line: null },
		{ path: "T1003.yaml", content: atomic(), kind: "atomics", code: null, line: null },
		{
			path: "T1005.yaml",
			content: "attack_technique: T1005\natomic_tests:\n- name: [\n",
			kind: "atomics",
			code: "read-syntax",
			line: 4,
		},
	];
}

function archive(): Uint8Array {
	const rule = Buffer.from(sigma("From the archive", "x"));
	return zipSync({
		"good.yml": rule,
		"../evil.yml": rule,
		"/absolute.yml": rule,
		"C:/drive.yml": rule,
		"a\\..\\..\\evil.yml": rule,
		"inner.zip": Buffer.from("PK"),
		".hidden/x.yml": rule,
	});
}

/** An entry that says it is small and unpacks to much. */
function lyingZip(): Uint8Array {
	const bytes = zipSync({ "lie.yml": Buffer.from("a".repeat(1_000_000)) });
	const view = new DataView(bytes.buffer, bytes.byteOffset);
	for (let at = 0; at < bytes.length - 4; at++) {
		if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
	}
	return bytes;
}

function bundle(): string {
	const technique = {
		type: "attack-pattern",
		id: "attack-pattern--00000000-0000-4000-8000-000000000001",
		name: "Evil [[x]] <% y %> ../../x",
		description: LIVE,
		external_references: [
			{ source_name: "mitre-attack", external_id: "T9999", url: "javascript:alert(1)" },
		],
		kill_chain_phases: [{ kill_chain_name: "mitre-attack", phase_name: "execution" }],
		x_mitre_platforms: ["Windows\ncssclasses: evil", "<% z %>"],
		x_mitre_version: "1.0\npublish: true",
		__proto__x: 1,
	};
	return JSON.stringify({ type: "bundle", id: "bundle--1", objects: [technique] });
}

function atomic(): string {
	return [
		"attack_technique: T1003",
		'display_name: "Evil [[x]] <% y %>"',
		"atomic_tests:",
		'- name: "Test\\n## Injected\\n<script>"',
		"  auto_generated_guid: 5c2571d0-1572-416d-9676-812e64ca9f44",
		"  description: |",
		indent(LIVE, "    "),
		"  supported_platforms: [linux]",
		"  input_arguments:",
		"    evil:",
		'      description: "a | b <% x %>\\n| c |"',
		"      type: string",
		'      default: "`$= x`| [[y]]"',
		"  executor:",
		"    name: sh",
		"    command: |",
		"      echo '```'",
		"      <% tp.x %>",
		"      ```dataviewjs",
		"",
	].join("\n");
}
