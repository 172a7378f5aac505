import type { Plugin } from "obsidian";
import { MatrixBasesView, MATRIX_BASE, listBaseOptions } from "./matrix-bases-view";
import { MATRIX_VIEW, MatrixItemView } from "./matrix-item-view";
import { LayerFolder } from "./layer-folder";
import type { MatrixParts } from "./matrix-parts";
import { createMatrixSource } from "./matrix-source";

/** Adds the technique matrix: its view, its view in bases, its command and its button. */
export function registerMatrix(
	plugin: Plugin,
	given: Omit<MatrixParts, "layers" | "source">,
): void {
	const layers = plugin.addChild(new LayerFolder(given));
	const parts: MatrixParts = { ...given, layers, source: createMatrixSource(given.indexer) };
	const { matrix: texts } = given.texts;
	plugin.registerView(MATRIX_VIEW, (leaf) => new MatrixItemView(leaf, parts));
	// False where the person switched bases off: there is nothing to draw in then.
	plugin.registerBasesView(MATRIX_BASE, {
		name: texts.base.name,
		icon: "layout-grid",
		factory: (controller, containerEl) => new MatrixBasesView(controller, containerEl, parts),
		options: () => listBaseOptions(texts),
	});
	const open = (): void => void openMatrix(given.app);
	plugin.addRibbonIcon("layout-grid", texts.open, open);
	plugin.addCommand({ id: "open-matrix", name: texts.open, icon: "layout-grid", callback: open });
}

/** Shows the matrix that is open, else opens one. */
async function openMatrix({ workspace }: MatrixParts["app"]): Promise<void> {
	const [known] = workspace.getLeavesOfType(MATRIX_VIEW);
	const leaf = known ?? workspace.getLeaf("tab");
	if (known === undefined) await leaf.setViewState({ type: MATRIX_VIEW, active: true });
	await workspace.revealLeaf(leaf);
}
