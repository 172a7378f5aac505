import type { AtomicTest } from "../../model/atomic";
import { listCloudCalls, listPrograms } from "./command-words";
import { EVENT_HINTS } from "./event-hints";
import { fillArguments } from "./fill-arguments";

/** What a test is expected to leave behind, worked out from what upstream states; for people, plain text. */
export interface Expectations {
	/** One sentence without a full stop; "" where nothing can be said. */
	readonly signal: string;
	/** The most general first, then the most telling; empty where nothing can be said. */
	readonly events: readonly string[];
}

/** UTF-16 units of a command that are looked at. */
const LOOKED_AT = 20_000;
/** Hints that one test is told of. */
const MOST_HINTS = 4;

/** What an executor is called, and what runs below it. */
const SHELLS: ReadonlyMap<string, string> = new Map([
	["powershell", "PowerShell"],
	["command_prompt", "cmd.exe"],
	["sh", "sh"],
	["bash", "bash"],
	["aws", "the AWS command line"],
	["az", "the Azure command line"],
	["gcloud", "the Google Cloud command line"],
	["kubectl", "kubectl"],
]);

/** What tells of every program or call on a platform, whatever it does. */
const GROUND: ReadonlyMap<string, string> = new Map([
	["linux", "auditd EXECVE (program executed)"],
	["macos", "Endpoint Security EXEC (program executed)"],
	["esxi", "ESXi syslog (hostd, shell)"],
	["iaas:aws", "CloudTrail"],
	["iaas:azure", "Azure activity log"],
	["iaas:gcp", "Google Cloud audit logs"],
	["azure-ad", "Entra ID audit and sign-in logs"],
	["office-365", "Microsoft 365 unified audit log"],
	["google-workspace", "Google Workspace audit log"],
	["containers", "container runtime and Kubernetes audit logs"],
	["saas", "audit log of the service"],
]);

/**
 * Derives what a test's run should show: from its executor, its platforms and the words of its command with the defaults filled in.
 *
 * Manual steps give the platform's events alone. The same test always gives the same words. Linear in the command.
 */
export function deriveExpectations(test: AtomicTest): Expectations {
	const { executor, platforms } = test;
	const isManual = executor.name === "manual" || executor.name === "";
	const command = isManual ? "" : fillDefaults(test).slice(0, LOOKED_AT);
	const hints = EVENT_HINTS.filter(
		(hint) =>
			hint.platforms.some((platform) => platforms.includes(platform)) && hint.pattern.test(command),
	).slice(0, MOST_HINTS);
	const calls = platforms.includes("iaas:aws") ? listCloudCalls(command) : [];
	const clauses = [
		describeStart(command, executor.name, calls),
		...hints.map((hint) => hint.signal),
	].filter((clause) => clause !== "");
	const events = [...listGround(test, calls), ...hints.flatMap((hint) => hint.events)];
	return { signal: clauses.join("; "), events: [...new Set(events)] };
}

function fillDefaults({ inputs, executor }: AtomicTest): string {
	const values = inputs.map(({ name, type, default: value }) => ({ name, type, value }));
	return fillArguments(executor.command, values).text;
}

function describeStart(command: string, executor: string, calls: readonly string[]): string {
	const shell = SHELLS.get(executor);
	if (shell === undefined) return "";
	if (calls.length > 0) return `${calls.join(", ")} is called through ${shell}`;
	const programs = listPrograms(command, executor);
	if (programs.length === 0) return `a command runs in ${shell}`;
	const verb = executor === "powershell" ? "runs" : "starts";
	return `${shell} ${verb} ${programs.join(", ")}`;
}

function listGround(
	{ platforms, executor }: AtomicTest,
	calls: readonly string[],
): readonly string[] {
	const events: string[] = [];
	for (const platform of platforms) {
		if (platform === "windows") {
			events.push("Sysmon 1 or Security 4688 (process created)");
			if (executor.name === "powershell") events.push("PowerShell 4104 (script block)");
			continue;
		}
		const ground = GROUND.get(platform);
		if (ground === undefined) continue;
		const isNamed = platform === "iaas:aws" && calls.length > 0;
		events.push(isNamed ? `${ground} (${calls.join(", ")})` : ground);
	}
	return events;
}
