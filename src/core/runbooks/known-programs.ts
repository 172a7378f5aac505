import type { KnownText } from "./known-event";
import { knownText } from "./known-event";

const SYSTEM = "C:\\Windows\\System32";

/** Programs of Windows that lie in its system folder, without `.exe`. */
const NATIVE: ReadonlySet<string> = new Set(
	(
		"arp at attrib auditpol bcdedit bitsadmin cacls certreq certutil cipher cmd cmdkey cmstp control cscript curl diskshadow dllhost driverquery dsquery " +
		"esentutl eventvwr expand extrac32 findstr finger fltmc forfiles fsutil ftp gpresult gpupdate hostname icacls ipconfig klist ldifde logman makecab manage-bde mmc " +
		"mountvol mpcmdrun mshta msiexec nbtstat net net1 netsh netstat nltest notepad nslookup odbcconf pathping pcalua ping pnputil " +
		"presentationhost print qprocess query quser qwinsta reg regini regsvr32 replace robocopy route rundll32 runas sc schtasks sdbinst " +
		"secedit setspn setx shutdown ssh systeminfo takeown tar tasklist taskkill tracert tree tscon verclsid vssadmin w32tm wbadmin wevtutil " +
		"where whoami wscript wusa xcopy"
	).split(" "),
);

/** Programs of Windows elsewhere. */
const PLACES: ReadonlyMap<string, string> = new Map([
	["powershell", `${SYSTEM}\\WindowsPowerShell\\v1.0\\powershell.exe`],
	["wmic", `${SYSTEM}\\wbem\\WMIC.exe`],
	["mofcomp", `${SYSTEM}\\wbem\\mofcomp.exe`],
	["regedit", "C:\\Windows\\regedit.exe"],
	["explorer", "C:\\Windows\\explorer.exe"],
	["hh", "C:\\Windows\\hh.exe"],
]);

/** Commands that a shell carries out itself, or aliases of cmdlets. */
const BUILT_IN: ReadonlySet<string> = new Set(
	(
		"assoc call cd chdir cls copy date del dir echo endlocal erase exit for ftype goto if md mkdir mklink move path pause popd prompt pushd " +
		"rd rem ren rename rmdir set setlocal shift start time title type ver verify vol"
	).split(" "),
);

/** PowerShell's own meanings of names that are programs too. */
const ALIASES: ReadonlySet<string> = new Set(["sc", "curl", "where", "tee", "print"]);

/** Gives the name of the program of Windows that a command's first word starts, without `.exe`; undefined where it starts none that is known. */
export function nameProgram(word: string, shell: "cmd" | "powershell"): string | undefined {
	const base = word
		.slice(Math.max(word.lastIndexOf("\\"), word.lastIndexOf("/")) + 1)
		.toLowerCase();
	if (!/^[\w.+ -]{1,60}$/.test(base)) return undefined;
	if (base.endsWith(".exe")) return base.slice(0, -4);
	const isKnown = NATIVE.has(base) || PLACES.has(base);
	if (shell === "powershell") return isKnown && !ALIASES.has(base) ? base : undefined;
	if (BUILT_IN.has(base) || base.includes(".")) return undefined;
	return isKnown ? base : undefined;
}

/** Where a program of Windows lies: its whole path where that is known. */
export function locateProgram(name: string, word: string): KnownText {
	if (/^[a-z]:\\/i.test(word) && !word.includes("%") && !word.includes("$"))
		return knownText("whole", word.toLowerCase().endsWith(".exe") ? word : `${word}.exe`);
	const isBare = !/[\\/]/.test(word);
	const place = PLACES.get(name) ?? (NATIVE.has(name) ? `${SYSTEM}\\${name}.exe` : undefined);
	if (isBare && place !== undefined) return knownText("whole", place);
	return knownText("end", `\\${name}.exe`);
}

/** What the program's file says that it was called first; known where it is Windows' own. */
export function originalName(name: string): KnownText | undefined {
	return NATIVE.has(name) || PLACES.has(name) ? knownText("line", `${name}.exe`) : undefined;
}
