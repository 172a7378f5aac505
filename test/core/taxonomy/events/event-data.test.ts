import fc from "fast-check";
import { expect, test } from "vitest";
import { PREDICATE_OPERATORS } from "../../../../src/core/model/predicate";
import { VENDORS } from "../../../../src/core/model/rule";
import { compareCodeUnits } from "../../../../src/core/text/compare";
import { createEventCatalog } from "../../../../src/core/taxonomy/events/event-catalog";
import { CANONICAL_EVENTS } from "../../../../src/core/taxonomy/events/data/canonical-events";
import { LOG_NAMES } from "../../../../src/core/taxonomy/events/data/log-names";
import { SECURITY_EVENTS } from "../../../../src/core/taxonomy/events/data/security-events";
import { UNIX_EVENTS } from "../../../../src/core/taxonomy/events/data/unix-events";
import { WINDOWS_EVENTS } from "../../../../src/core/taxonomy/events/data/windows-events";
import {
	readCanonicalEvents,
	readChannels,
	readLogs,
} from "../../../../src/core/taxonomy/events/read-catalog";
import { resolveEvents } from "./event-builder";

const channels = [SECURITY_EVENTS, WINDOWS_EVENTS, UNIX_EVENTS].flatMap(readChannels);
const logs = readLogs(LOG_NAMES);
const events = readCanonicalEvents(CANONICAL_EVENTS);

test("a name belongs to one channel or log", () => {
	const names = [...channels, ...logs].flatMap(({ aliases }) => [...new Set(aliases)]);
	expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});

test("an event's title stands once in its channel and ends without a full stop", () => {
	const lines = [SECURITY_EVENTS, WINDOWS_EVENTS].flatMap((text) => text.split("\n"));
	for (const line of lines) expect(line).toMatch(/^(?:# \S.*|\d+ [A-Z"].*[^.])?$/);
	const ids = [SECURITY_EVENTS].flatMap((text) => text.match(/^\d+/gm) ?? []);
	expect(new Set(ids).size).toBe(ids.length);
});

test("every instance of a canonical event is known to its channel", () => {
	const catalog = createEventCatalog();
	const unknown = events
		.flatMap(({ windows, linux, macos }) => [...windows, ...linux, ...macos])
		.filter(({ provider, event }) => {
			const channel = catalog.channel(provider);
			if (channel === undefined) return catalog.log(provider) === undefined;
			return event !== null && !channel.titles.has(event);
		});
	expect(unknown).toEqual([]);
});

test("a canonical event stands once", () => {
	const ids = events.map(({ id }) => id);
	expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
});

test("no evidence makes it throw, and events come sorted without doubles", () => {
	const text = fc.constantFrom(
		"",
		"windows",
		"security",
		"process",
		"__proto__",
		"7",
		"4688",
		"DeviceEvents",
		"a b",
	);
	const name = fc.oneof(text, fc.string());
	const maybe = fc.option(name, { nil: null });
	const evidence = fc.record({
		vendor: fc.constantFrom(...VENDORS),
		logsource: fc.record({ product: maybe, category: maybe, service: maybe }),
		dataSources: fc.array(name),
		tables: fc.array(name),
		sources: fc.array(
			fc.record({
				kind: fc.constantFrom(
					"table",
					"index",
					"data-model",
					"macro",
					"event-category",
					"event-type",
				),
				name,
			}),
		),
		predicates: fc.array(
			fc.record({
				field: maybe,
				canonical: fc.constantFrom(
					"event.code",
					"event.action",
					"event.category",
					"event.type",
					null,
				),
				op: fc.constantFrom(...PREDICATE_OPERATORS),
				value: fc.oneof(name, fc.integer(), fc.constant(null), fc.record({ list: name })),
			}),
		),
	});
	fc.assert(
		fc.property(evidence, (part) => {
			const keys = resolveEvents(part).map(
				({ provider, event }) => `${provider}\n${String(event)}`,
			);
			expect(new Set(keys).size).toBe(keys.length);
			const providers = resolveEvents(part).map(({ provider }) => provider);
			expect(providers).toEqual([...providers].sort(compareCodeUnits));
		}),
	);
});
