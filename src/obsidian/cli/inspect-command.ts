import type { CliCommand, CliParts } from "./cli-parts";
import { waitForIndex } from "./wait-for-index";

/** Gives what the index understood of one note, as JSON: of a rule its predicates, events and what was not understood. */
export function inspectCommand({ indexer, texts }: CliParts): CliCommand {
	return {
		name: "inspect",
		description: texts.inspect.description,
		flags: {
			note: { value: "<path>", description: texts.flags.inspected, required: true },
		},
		async run({ note = "" }) {
			const { phase, reason } = await waitForIndex(indexer);
			const library = indexer.panelSources?.library;
			if (phase === "failed" || library === undefined) return texts.indexFailed(reason);
			const entry = library.entry(note) ?? library.entry(`${note}.md`);
			if (entry === undefined) return texts.inspect.unknown(note);
			if (entry.kind !== "rule") return JSON.stringify(entry);
			const { facts, ...rest } = entry;
			return JSON.stringify({ ...rest, ...facts });
		},
	};
}
