/** Builds the parts of Obsidian's window that plugins draw into. */
export function buildLayout(container: HTMLElement): void {
	container.addClass("app-container");
	const main = container.createDiv({ cls: "horizontal-main-container" });
	const workspace = main.createDiv({ cls: "workspace" });
	const ribbon = workspace.createDiv({ cls: "workspace-ribbon side-dock-ribbon mod-left" });
	ribbon.createDiv({ cls: "side-dock-actions" });
	for (const side of ["left", "root", "right"]) {
		const split = workspace.createDiv({ cls: `workspace-split mod-${side}` });
		if (side !== "root") split.addClass(`mod-sidedock`, `mod-${side}-split`, "is-collapsed");
		split.createDiv({ cls: "workspace-tab-container" });
	}
	container.createDiv({ cls: "status-bar" });
}

export type Side = "left" | "root" | "right";

/** Puts a leaf's element on a side of the window; nothing is shown there until it is active. */
export function placeLeaf(container: HTMLElement, leafEl: HTMLElement, side: Side): void {
	const tabs = container.querySelector(`.workspace-split.mod-${side} > .workspace-tab-container`);
	(tabs ?? container).append(leafEl);
}

/** Shows one leaf of its side and hides the others there. */
export function showLeaf(leafEl: HTMLElement): void {
	for (const sibling of Array.from(leafEl.parentElement?.children ?? [])) {
		sibling.classList.toggle("mod-active", sibling === leafEl);
	}
	leafEl.closest(".workspace-split")?.classList.remove("is-collapsed");
}
