import type { TestIndex } from "../../core/executions/test-index";
import { indexTests } from "../../core/executions/test-index";
import { createLinkNames } from "../../core/ingest/executions/open-run-vault";
import type { PanelSources } from "../../core/panels/technique-panel";
import { foldPath } from "../../core/text/fold-path";
import type { ExecutionParts } from "./execution-parts";

/** Where runs are written, and how notes are linked to. */
export function openRunPlace({ app, settings }: ExecutionParts) {
	const paths = app.vault.getFiles().map(({ path }) => path);
	const taken = new Set(paths.map(foldPath));
	return {
		folder: settings.current().folders.executions,
		linkTo: createLinkNames(paths.filter((path) => path.endsWith(".md"))),
		isTaken: (path: string) => taken.has(foldPath(path)),
	};
}

/** The tests of the vault's runbooks. */
export function openTests({ library, resolver }: PanelSources): TestIndex {
	return indexTests(
		library.runbooksOf(() => true),
		(technique) => resolver.resolve(technique).id,
	);
}
