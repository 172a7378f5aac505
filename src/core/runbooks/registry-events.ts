import type { KnownEvent, KnownText } from "./known-event";
import { knownEvent, knownText } from "./known-event";
import { readParameters } from "./read-parameters";
import type { StartedCommand } from "./process-events";
import { nameOf } from "./process-events";

/** Hives that have one place, as Sysmon, Elastic Defend and Windows' own log write them. */
const MACHINE = ["HKLM", "HKEY_LOCAL_MACHINE", "\\REGISTRY\\MACHINE"];
const HIVE =
	/^(?:Microsoft\.PowerShell\.Core\\)?(?:Registry::)?\\*(HKLM|HKEY_LOCAL_MACHINE|HKCU|HKEY_CURRENT_USER|HKU|HKEY_USERS|HKCR|HKEY_CLASSES_ROOT):?\\(.+)$/i;

/** Gives the events of a command that sets or deletes something in the registry: `reg`, and PowerShell's cmdlets for items and properties. */
export function changeRegistry(started: StartedCommand): readonly KnownEvent[] {
	const { command, program, parent } = started;
	const [, verb = "", key = ""] = command.words;
	if (program?.name === "reg") {
		const value =
			optionOf(command.words, "/v") ?? (hasOption(command.words, "/ve") ? "" : undefined);
		const change = { key, value, data: optionOf(command.words, "/d"), image: program.image };
		const type = optionOf(command.words, "/t");
		if (/^add$/i.test(verb)) return setValue({ ...change, type });
		return /^delete$/i.test(verb) ? deleteKey(change) : [];
	}
	if (started.shell !== "powershell") return [];
	const cmdlet = (command.words[0] ?? "").toLowerCase();
	const given = readParameters(command.words, ["path", "name", "value"]);
	const path = given.get("path") ?? given.get("literalpath") ?? "";
	const change = { key: path, value: given.get("name"), data: given.get("value"), image: parent };
	const type = given.get("propertytype") ?? given.get("type");
	if (/^(?:set|new)-itemproperty$/.test(cmdlet)) return setValue({ ...change, type });
	return cmdlet === "remove-itemproperty" ? deleteKey(change) : [];
}

interface Change {
	readonly key: string;
	readonly value: string | undefined;
	readonly data: string | undefined;
	readonly image: KnownText;
}

function setValue(change: Change & { readonly type: string | undefined }): readonly KnownEvent[] {
	const fields = describePath(change);
	if (fields === undefined) return [];
	const data = change.data === undefined ? undefined : describeData(change.data, change.type);
	const known = { ...fields, "registry.data": data };
	return [knownEvent("registry.set", known)];
}

function deleteKey(change: Change): readonly KnownEvent[] {
	const fields = describePath(change);
	return fields === undefined ? [] : [knownEvent("registry.delete", fields)];
}

function describePath({
	key,
	value,
	image,
}: Change): Readonly<Record<string, KnownText | undefined>> | undefined {
	const [, hive = "", below = ""] = HIVE.exec(key) ?? [];
	if (hive === "" || hasVariable(below)) return undefined;
	const rest = `\\${below}`.replace(/\\+/g, "\\").replace(/\\$/, "");
	const isMachine = /^HK(?:LM|EY_LOCAL)/i.test(hive);
	const starts = isMachine ? MACHINE : [""];
	const extent = isMachine ? "whole" : "end";
	const name = value === "" ? "(Default)" : value;
	const isNamed = name === undefined || !hasVariable(name);
	const path = (end: string): KnownText =>
		knownText(isNamed ? extent : "part", ...starts.map((start) => start + rest + end));
	return {
		"registry.key": path(""),
		"registry.path": path(name === undefined ? "" : `\\${name}`),
		"registry.value": name === undefined || !isNamed ? undefined : knownText("whole", name),
		"process.executable": image,
		"process.name": nameOf(image),
	};
}

/** A number as Sysmon, Elastic Defend and others write it. */
function describeData(data: string, type: string | undefined): KnownText | undefined {
	if (hasVariable(data)) return undefined;
	const isNumber = /dword|qword/i.test(type ?? "") && /^(?:0x[0-9a-f]{1,8}|\d{1,9})$/i.test(data);
	if (!isNumber) return knownText("whole", data);
	const hex = Number(data).toString(16).padStart(8, "0");
	return knownText("whole", `DWORD (0x${hex})`, String(Number(data)), `0x${hex}`);
}

function hasVariable(text: string): boolean {
	return /[$%`]|#\{/.test(text);
}

function hasOption(words: readonly string[], option: string): boolean {
	return words.some((word) => word.toLowerCase() === option);
}

function optionOf(words: readonly string[], option: string): string | undefined {
	const at = words.findIndex((word) => word.toLowerCase() === option);
	return at === -1 ? undefined : words[at + 1];
}
