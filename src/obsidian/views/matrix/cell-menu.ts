import { Menu } from "obsidian";
import type { Texts } from "../../text/en";

/** What a cell's menu offers; what it cannot do is undefined. */
export interface CellMenuActions {
	readonly open: ((inNewTab: boolean) => void) | undefined;
	/** Number of notes behind the cell. */
	readonly notes: number;
	readonly showNotes: () => void;
	/** Shows or hides its sub-techniques. */
	readonly fold: { readonly title: string; readonly run: () => void } | undefined;
	readonly copyId: () => void;
	readonly copyName: () => void;
}

/** Shows the menu of a cell; a key that asked for it has no place of its own, so it stands at the cell. */
export function showCellMenu(
	event: MouseEvent,
	cell: HTMLElement | null,
	texts: Texts["matrix"]["menu"],
	actions: CellMenuActions,
): void {
	const menu = new Menu();
	const add = (icon: string, title: string, run: () => void): void => {
		menu.addItem((item) => item.setIcon(icon).setTitle(title).onClick(run));
	};
	const { open, notes, fold } = actions;
	if (open !== undefined) {
		add("file-text", texts.open, () => open(false));
		add("file-plus", texts.newTab, () => open(true));
	}
	if (notes > 0) add("list", texts.notes(notes), actions.showNotes);
	if (fold !== undefined) add("chevrons-up-down", fold.title, fold.run);
	menu.addSeparator();
	add("copy", texts.copyId, actions.copyId);
	add("copy", texts.copyName, actions.copyName);
	const box = cell?.getBoundingClientRect();
	if (event.clientX === 0 && event.clientY === 0 && box !== undefined)
		menu.showAtPosition({ x: box.left + 8, y: box.bottom }, cell?.doc);
	else menu.showAtMouseEvent(event);
}
