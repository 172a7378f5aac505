import { listCloudCalls } from "../notes/runbook/command-words";
import { writeFiles } from "./file-events";
import type { KnownEvent } from "./known-event";
import { knownEvent, knownText } from "./known-event";
import { locateProgram } from "./known-programs";
import type { ShellScript, StartedCommand } from "./process-events";
import { listScripts, listStarted, nameOf, openShell, startProgram } from "./process-events";
import { changeRegistry } from "./registry-events";

/** Events of one test that are worked out. */
const MOST = 200;

/**
 * Lists the events that a test's commands cause on any machine, with what the commands say of their fields: processes, registry values,
 * files, services, names that are looked up, PowerShell's script blocks, and operations of a cloud.
 *
 * `executor` is Atomic Red Team's word; commands are taken to run as Invoke-AtomicRedTeam runs them, inputs filled in. Only what runs in
 * any case is told, so that a branch, a loop and what a script fetches give nothing.
 */
export function listTestEvents(command: string, executor: string): readonly KnownEvent[] {
	const script = openScript(command, executor);
	if (script === undefined) return [];
	const scripts = listScripts(script);
	const events = scripts.flatMap((one): readonly KnownEvent[] => [
		openShell(one),
		...(one.shell === "powershell" ? [runScriptBlock(one)] : []),
		...listStarted(one).flatMap((started) => [
			...startProgram(started),
			...changeRegistry(started),
			...writeFiles(started),
			...installService(started),
			...lookUpNames(started),
		]),
	]);
	return [...events, ...callCloud(command)].slice(0, MOST);
}

function openScript(command: string, executor: string): ShellScript | undefined {
	const text = command.trim().replace(/\r\n?/g, "\n");
	if (text === "") return undefined;
	const image = (name: string) => locateProgram(name, name);
	switch (executor) {
		case "command_prompt": {
			const line = `cmd.exe /c ${text.replace(/\n+/g, " & ")}`;
			return { shell: "cmd", text, name: "cmd", image: image("cmd"), line };
		}
		case "powershell": {
			const line = `powershell.exe & {${text}}`;
			return { shell: "powershell", text, name: "powershell", image: image("powershell"), line };
		}
		case "sh":
		case "bash":
		case "zsh": {
			const line = `${executor} -c ${text}`;
			return { shell: "sh", text, name: executor, image: knownText("end", `/${executor}`), line };
		}
		default:
			return undefined;
	}
}

function runScriptBlock({ text, image }: ShellScript): KnownEvent {
	return knownEvent("powershell.script_block", {
		"powershell.script_block_text": knownText("whole", text),
		"process.executable": image,
		"process.name": nameOf(image),
	});
}

function installService({ command: { words }, program }: StartedCommand): readonly KnownEvent[] {
	if (program?.name !== "sc" || !/^create$/i.test(words[1] ?? "")) return [];
	const at = words.findIndex((word) => /^binpath=/i.test(word));
	const path = (words[at] ?? "").slice("binpath=".length) || words[at + 1];
	return [
		knownEvent("service.install", {
			"service.name": knownText("whole", words[2]),
			"service.path": at === -1 ? undefined : knownText("part", path),
		}),
	];
}

/** Programs and cmdlets that fetch what an address names. */
const FETCHERS =
	/^(?:curl|wget|certutil|bitsadmin|mshta|ftp|nslookup|ping|invoke-webrequest|iwr|invoke-restmethod|irm|start-bitstransfer)(?:\.exe)?$/i;
const ADDRESS = /\bhttps?:\/\/([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8})(?=[/:?'"\s)]|$)/gi;

function lookUpNames({
	command: { words, text },
	program,
	parent,
}: StartedCommand): readonly KnownEvent[] {
	if (!FETCHERS.test(words[0] ?? "")) return [];
	const image = program?.image ?? parent;
	const by = { "process.executable": image, "process.name": nameOf(image) };
	const names = [...text.matchAll(ADDRESS)].map((match) => match[1] ?? "");
	// An address of numbers is not looked up.
	return names.flatMap((name) => {
		const host = knownText("whole", name);
		const reached = knownEvent("network.connect", { ...by, "destination.domain": host });
		if (/^[\d.]+$/.test(name)) return [];
		return [knownEvent("dns.query", { ...by, "dns.question.name": host }), reached];
	});
}

function callCloud(command: string): readonly KnownEvent[] {
	return listCloudCalls(command).map((call) => {
		const [service = "", action = ""] = call.split(":");
		return knownEvent(null, {
			"event.action": knownText("whole", action),
			"event.provider": knownText("whole", `${service}.amazonaws.com`),
			"cloud.service.name": knownText("whole", `${service}.amazonaws.com`),
		});
	});
}
