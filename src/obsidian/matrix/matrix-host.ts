import type { HoverParent } from "obsidian";
import { copyText } from "../views/copy-text";
import { createLinkActions } from "../views/link-actions";
import type { ViewHost } from "../views/view-host";
import type { MatrixParts } from "./matrix-parts";

/** Makes what a matrix is given by its view. */
export function createMatrixHost(parts: MatrixParts, hoverParent: HoverParent): ViewHost {
	const { app, texts, language, importSources, staleBefore } = parts;
	return {
		...{ texts, language, importSources, staleBefore },
		links: createLinkActions(app, () => "", hoverParent),
		copy: (text) => copyText(text, texts.table),
	};
}
