import type { EventIdentity } from "../../model/event";
import { rememberTexts } from "../../text/remember-texts";
import { CANONICAL_EVENTS } from "./data/canonical-events";
import { SECURITY_EVENTS } from "./data/security-events";
import { UNIX_EVENTS } from "./data/unix-events";
import { LOG_NAMES } from "./data/log-names";
import { WINDOWS_EVENTS } from "./data/windows-events";
import type { CanonicalEvent, Channel, Instance, NamedLog } from "./read-catalog";
import { readCanonicalEvents, readChannels, readLogs } from "./read-catalog";

/** The operating system that a rule is for, null where it says none. */
export type OperatingSystem = "windows" | "linux" | "macos" | null;

/** The tables of events, by every name that vendors use. */
export interface EventCatalog {
	/** By a name of the channel, in any letter case. */
	channel(alias: string): Channel | undefined;
	/** The first channel that has an event of that number, Sysmon's left out since its numbers are everyone's. */
	channelOf(code: string): Channel | undefined;
	/** By a name of the log, in any letter case. */
	log(alias: string): NamedLog | undefined;
	/** The canonical events that a vendor's name means; `letter` as the table of canonical events has it. */
	named(letter: "s" | "e" | "a" | "c" | "k" | "y", name: string): readonly CanonicalEvent[];
	/** An event of a provider by number or name, null for all of the provider's. */
	identify(provider: string, event: string | null): EventIdentity;
	/** The main instances of a canonical event on an operating system, Windows' where it is unknown. */
	instances(event: CanonicalEvent, os: OperatingSystem): readonly EventIdentity[];
	/** All instances of a canonical event on an operating system, Windows' where it is unknown; the main ones first. */
	written(event: CanonicalEvent, os: OperatingSystem): readonly Instance[];
	/** The longest name of a channel or log that a text in lower case is, or begins with before a space. */
	aliasAt(text: string): string | undefined;
}

/** Providers, and events of each, of which is remembered what is known of them. */
const MOST = 2000;

/** Makes the catalogue from our tables. */
export function createEventCatalog(): EventCatalog {
	const channels = [SECURITY_EVENTS, WINDOWS_EVENTS, UNIX_EVENTS].flatMap(readChannels);
	const logs = readLogs(LOG_NAMES);
	const events = readCanonicalEvents(CANONICAL_EVENTS);
	const byAlias = new Map(channels.flatMap((one) => one.aliases.map((alias) => [alias, one])));
	const logByAlias = new Map(logs.flatMap((one) => one.aliases.map((alias) => [alias, one])));
	const logByName = new Map(logs.map((log) => [log.name, log]));
	const byCode = new Map<string, Channel>();
	for (const channel of channels) {
		if (channel.name.startsWith("Sysmon")) continue;
		for (const code of channel.titles.keys()) if (!byCode.has(code)) byCode.set(code, channel);
	}
	const byName = indexNames(events);
	const byInstance = indexInstances(events);
	const describe = (provider: string, event: string | null): EventIdentity => {
		const known = event === null ? undefined : byInstance.get(`${provider}:${event}`);
		const title = byAlias.get(fold(provider))?.titles.get(event ?? "");
		const log = logByName.get(provider);
		return {
			...{ provider, event: readNumber(event) },
			title: title ?? known?.title ?? nameEvent(event) ?? log?.title ?? `${provider} events`,
			id: known?.id ?? log?.id ?? null,
		};
	};
	const longest = Math.max(
		...[...byAlias.keys(), ...logByAlias.keys()].map(({ length }) => length),
	);
	// Rules read the same few events over and over.
	const known = rememberTexts(MOST, (provider) => ({
		all: describe(provider, null),
		named: rememberTexts(MOST, (event) => describe(provider, event)),
	}));
	const identify = (provider: string, event: string | null): EventIdentity =>
		event === null ? known(provider).all : known(provider).named(event);
	return {
		channel: (alias) => byAlias.get(fold(alias)),
		channelOf: (code) => byCode.get(code),
		log: (alias) => logByAlias.get(fold(alias)),
		named: (letter, name) => byName.get(`${letter} ${fold(name)}`) ?? [],
		identify,
		instances: (event, os) =>
			chooseInstances(event, os).map(({ provider, event: code }) => ({
				...identify(provider, code),
				...(provider === NO_PROVIDER || provider === event.log ? { title: event.title } : {}),
				id: event.id,
			})),
		written: listInstances,
		aliasAt: (text) =>
			findStart(text, longest, (alias) => byAlias.has(alias) || logByAlias.has(alias)),
	};
}

/** Asks for the text up to each of its spaces, the longest first; none that is asked for is longer than `longest`. */
function findStart(
	text: string,
	longest: number,
	isKnown: (start: string) => boolean,
): string | undefined {
	if (text.length <= longest && isKnown(text)) return text;
	let end = text.lastIndexOf(" ", longest);
	while (end > 0) {
		const start = text.slice(0, end);
		if (isKnown(start)) return start;
		end = text.lastIndexOf(" ", end - 1);
	}
	return undefined;
}

function listInstances(event: CanonicalEvent, os: OperatingSystem): readonly Instance[] {
	return os === "linux" ? event.linux : os === "macos" ? event.macos : event.windows;
}

/** The canonical event as its system writes it; where that system has none of its own, as Windows does. */
function chooseInstances(event: CanonicalEvent, os: OperatingSystem): readonly Instance[] {
	const instances = listInstances(event, os).filter(({ isMain }) => isMain);
	if (instances.length > 0) return instances;
	if (event.log !== undefined) return [{ provider: event.log, event: null, isMain: true }];
	return [{ provider: NO_PROVIDER, event: event.id, isMain: true }];
}

/** Stands for what names no log of its own: events of a sensor that every vendor has. */
const NO_PROVIDER = "Endpoint sensor";

function indexNames(
	events: readonly CanonicalEvent[],
): ReadonlyMap<string, readonly CanonicalEvent[]> {
	const index = new Map<string, CanonicalEvent[]>();
	for (const event of events) {
		for (const [letter, names] of event.names) {
			for (const name of names) {
				const key = `${letter} ${fold(name)}`;
				index.set(key, [...(index.get(key) ?? []), event]);
			}
		}
	}
	return index;
}

function indexInstances(events: readonly CanonicalEvent[]): ReadonlyMap<string, CanonicalEvent> {
	const index = new Map<string, CanonicalEvent>();
	for (const event of events) {
		for (const { provider, event: code } of [...event.windows, ...event.linux, ...event.macos]) {
			if (code === null) continue;
			const key = `${provider}:${code}`;
			if (!index.has(key)) index.set(key, event);
		}
		for (const name of event.names.get("k") ?? []) {
			const key = name.includes(":") ? name : `${name}:`;
			if (!index.has(key)) index.set(key, event);
		}
	}
	return index;
}

function readNumber(event: string | null): string | number | null {
	return event !== null && /^\d{1,6}$/.test(event) ? Number(event) : event;
}

/** A title for an event that is named by a number or a compound word: `Event 4711`, `File created`; any other name is its title. */
function nameEvent(event: string | null): string | undefined {
	if (event === null) return undefined;
	if (/^\d+$/.test(event)) return `Event ${event}`;
	return event;
}

function fold(text: string): string {
	return text.toLowerCase();
}
