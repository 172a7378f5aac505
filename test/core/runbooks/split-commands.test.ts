import { describe, expect, it } from "vitest";
import type { Shell } from "../../../src/core/runbooks/split-commands";
import { splitCommands } from "../../../src/core/runbooks/split-commands";

const split = (text: string, shell: Shell): readonly (readonly string[])[] =>
	splitCommands(text, shell).map(({ words }) => words);

describe("commands that run in any case", () => {
	it.each<[Shell, string, readonly (readonly string[])[]]>([
		[
			"cmd",
			'reg add "HKCU\\A B" /f && echo 1|find "a & b" & del x',
			[
				["reg", "add", "HKCU\\A B", "/f"],
				["echo", "1"],
				["find", "a & b"],
				["del", "x"],
			],
		],
		[
			"cmd",
			"@echo off\nrem no\n:: no\nwhoami ^& x",
			[
				["echo", "off"],
				["whoami", "&", "x"],
			],
		],
		["sh", "a 'b;c' \\\n d; e \"f $g\" # no; no\nh", [["a", "b;c", "d"], ["e", "f $g"], ["h"]]],
		[
			"powershell",
			"& 'C:\\a b.exe' `\n -x; Get-Item \"a;b\" | Out-Null # no",
			[["&", "C:\\a b.exe", "-x"], ["Get-Item", "a;b"], ["Out-Null"]],
		],
	])("in %s: %s", (shell, text, words) => {
		expect(split(text, shell)).toEqual(words);
	});

	it.each<[Shell, string]>([
		["cmd", "if exist x (del x) else (del y)\nlast"],
		["cmd", "for %i in (1 2) do del %i & del y\nlast"],
		["cmd", "IF 1==1 del x\nlast"],
		["powershell", "if (Test-Path x) { Remove-Item x } else { y }\nlast"],
		["powershell", "1..3 | ForEach-Object { Remove-Item $_ }\nlast"],
		["sh", "if [ -f x ]; then rm x; else rm y; fi\nlast"],
		["sh", "for i in 1 2; do rm $i; done; last"],
		["sh", "f() { rm x; }; last"],
	])("are none in a branch or a loop of %s: %s", (shell, text) => {
		const found = split(text, shell);
		expect(found.at(-1)).toEqual(["last"]);
		const names = found.map(([name = ""]) => name.toLowerCase());
		expect(names.filter((name) => /^(?:del|rm|remove-item|y)$/.test(name))).toEqual([]);
	});

	it("are none behind what must fail first", () => {
		expect(split("a || b; c", "sh")).toEqual([["a"], ["c"]]);
	});

	it("leave out where they write their output to, and name it", () => {
		const text = "net user > C:\\out.txt 2>&1";
		expect(splitCommands(text, "cmd")).toMatchObject([
			{ text: "net user", words: ["net", "user"], outputs: ["C:\\out.txt"] },
		]);
	});
});
