import type { CliCommand, CliParts } from "./cli-parts";
import { waitForIndex } from "./wait-for-index";

/** Reads every note again. */
export function rebuildCommand({ indexer, texts }: CliParts): CliCommand {
	return {
		name: "rebuild",
		description: texts.rebuild.description,
		flags: null,
		async run() {
			const { phase, done, reason } = await indexer.rebuild();
			return phase === "failed" ? texts.indexFailed(reason) : texts.rebuild.done(done);
		},
	};
}

/** Tells what is in the index, and what can be asked. */
export function statusCommand(parts: CliParts, names: readonly string[]): CliCommand {
	const { indexer, texts, settings, version } = parts;
	return {
		name: "",
		description: texts.status.description,
		flags: null,
		async run() {
			const { phase, done, reason } = await waitForIndex(indexer);
			if (phase === "failed") return texts.indexFailed(reason);
			const rules = indexer.panelSources?.library.ruleCount ?? 0;
			const { sources } = settings.current();
			return [texts.status.line(version, done, rules, sources.length), ...names].join("\n");
		},
	};
}
