import { describe, expect, it } from "vitest";
import { listTestEvents } from "../../../src/core/runbooks/test-events";

/** What is known of events of one kind, a text for each field. */
function eventsOf(id: string, command: string, executor: string): readonly object[] {
	return listTestEvents(command, executor)
		.filter((event) => event.id === id)
		.map(({ fields }) =>
			Object.fromEntries([...fields].map(([field, { texts }]) => [field, texts.join(" or ")])),
		);
}

const SYSTEM = "C:\\Windows\\System32";

describe("the events that a test causes", () => {
	it("are the shell and the programs that it starts", () => {
		expect(eventsOf("process.create", "whoami /all\ncopy a b", "command_prompt")).toMatchObject([
			{
				"process.executable": `${SYSTEM}\\cmd.exe`,
				"process.command_line": "cmd.exe /c whoami /all & copy a b",
			},
			{
				"process.executable": `${SYSTEM}\\whoami.exe`,
				"process.name": "whoami.exe",
				"process.command_line": "whoami /all",
				"process.parent.executable": `${SYSTEM}\\cmd.exe`,
			},
		]);
	});

	it("are those of a shell inside a shell", () => {
		const started = eventsOf("process.create", 'cmd /c "net user x /add"', "powershell");
		expect(started).toMatchObject([
			{ "process.name": "powershell.exe" },
			{ "process.name": "cmd.exe", "process.parent.name": "powershell.exe" },
			{ "process.name": "cmd.exe" },
			{ "process.name": "net.exe", "process.command_line": "net user x /add" },
		]);
	});

	it.each(['start "a window" /b ', "start /min ", 'START "" '])(
		"are what cmd's %s starts",
		(start) => {
			const [, started] = eventsOf("process.create", `${start}tool.exe -x`, "command_prompt");
			expect(started).toMatchObject({
				"process.name": "tool.exe",
				"process.command_line": "tool.exe -x",
				"process.parent.executable": `${SYSTEM}\\cmd.exe`,
			});
		},
	);

	it("are a script block, whose text is the script", () => {
		const script = "Get-Process\nGet-Service";
		expect(eventsOf("powershell.script_block", script, "powershell")).toMatchObject([
			{ "powershell.script_block_text": script },
		]);
	});

	it("are a program of Unix behind what raises its rights, in any folder", () => {
		const [, started] = eventsOf("process.create", "sudo LANG=C chattr -i 'a b'", "bash");
		expect(started).toMatchObject({
			"process.executable": "/chattr",
			"process.command_line": "chattr -i a b",
			"process.parent.executable": "/bash",
		});
	});

	it.each([
		["command_prompt", 'reg add "HKLM\\Software\\A" /v N /t REG_DWORD /d 0x1 /f', "reg.exe"],
		[
			"powershell",
			"Set-ItemProperty -Force -Path 'HKLM:\\Software\\A' -Name N -Value 1 -Type DWord",
			"powershell.exe",
		],
	])("are a registry value that %s sets", (executor, command, name) => {
		const [set] = eventsOf("registry.set", command, executor);
		expect(set).toMatchObject({
			"registry.value": "N",
			"registry.data": "DWORD (0x00000001) or 1 or 0x00000001",
			"process.name": name,
		});
		expect(set).toHaveProperty(
			["registry.path"],
			"HKLM\\Software\\A\\N or HKEY_LOCAL_MACHINE\\Software\\A\\N or \\REGISTRY\\MACHINE\\Software\\A\\N",
		);
	});

	it.each([
		["command_prompt", "whoami > %TEMP%\\a\\out.txt", "\\a\\out.txt"],
		["command_prompt", "copy x.dll C:\\a\\b.dll", "C:\\a\\b.dll"],
		["powershell", 'iwr https://a.test/x -OutFile "$env:TEMP\\x.ps1"', "\\x.ps1"],
		["sh", "echo x >> ~/.bashrc", "/.bashrc"],
		["sh", "cp x /etc/cron.d/job", "/etc/cron.d/job"],
	])("are a file that %s writes: %s", (executor, command, path) => {
		expect(eventsOf("file.create", command, executor)).toMatchObject([{ "file.path": path }]);
	});

	it("are a service, names that are looked up, and operations of a cloud", () => {
		const service = 'sc.exe create Lab binPath= "C:\\lab.exe -k"';
		expect(eventsOf("service.install", service, "command_prompt")).toEqual([
			{ "service.name": "Lab", "service.path": "C:\\lab.exe -k" },
		]);
		const fetch = "curl -o x http://files.lab.test/x http://10.0.0.1/y";
		expect(eventsOf("dns.query", fetch, "sh")).toMatchObject([
			{ "dns.question.name": "files.lab.test" },
		]);
		const calls = listTestEvents("aws iam create-user --user-name x", "sh");
		expect(calls.find(({ id }) => id === null)?.fields.get("event.action")?.texts).toEqual([
			"CreateUser",
		]);
	});

	it("are none of manual steps, nor of what a variable names", () => {
		expect(listTestEvents("Open the panel", "manual")).toEqual([]);
		expect(eventsOf("file.create", "whoami > %OUT%", "command_prompt")).toEqual([]);
		expect(eventsOf("registry.set", "reg add %KEY% /v a /d b", "command_prompt")).toEqual([]);
	});
});
