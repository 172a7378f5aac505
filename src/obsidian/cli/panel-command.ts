import { encodePanel } from "../../core/panels/encode-panel";
import { buildTechniquePanel } from "../../core/panels/technique-panel";
import { normaliseTechniqueId } from "../../core/text/technique-ids";
import type { CliCommand, CliParts } from "./cli-parts";
import { hasFlag, listFlag } from "./cli-parts";
import { waitForIndex } from "./wait-for-index";

/** Gives what the vault holds for techniques: one line of JSON each, in the shape that the command line's `panel` has. */
export function panelCommand({ indexer, texts }: CliParts): CliCommand {
	const { flags } = texts;
	return {
		name: "panel",
		description: texts.panel.description,
		flags: {
			technique: { value: "<id,id…>", description: flags.technique, required: true },
			exact: { description: flags.exact },
			rules: { description: flags.rules },
		},
		async run(data) {
			const asked = listFlag(data, "technique");
			if (asked.length === 0) return texts.panel.missing;
			const { phase, reason } = await waitForIndex(indexer);
			const sources = indexer.panelSources;
			if (phase === "failed" || sources === undefined) return texts.indexFailed(reason);
			return asked
				.map((word) => {
					const id = normaliseTechniqueId(word);
					if (id === undefined) return JSON.stringify({ error: texts.panel.noId(word) });
					const panel = buildTechniquePanel(sources, id, hasFlag(data, "exact"));
					return JSON.stringify(
						panel === undefined
							? { error: texts.panel.unknown(id) }
							: encodePanel(panel, sources, hasFlag(data, "rules")),
					);
				})
				.join("\n");
		},
	};
}
