import { Menu, MenuItem } from "obsidian-test-mocks/obsidian";
import { setIcon } from "./icons";
import { patch } from "./patch";

interface MenuSelf {
	dom__: HTMLElement;
	items__: unknown[];
	close(): void;
	hide(): unknown;
	showAtPosition(position: { x: number; y: number }): unknown;
}

function drawItem(menu: MenuSelf, item: MenuItem): void {
	const el = menu.dom__.createDiv({ cls: "menu-item tappable" });
	if (item.icon__ !== null) setIcon(el.createDiv({ cls: "menu-item-icon" }), item.icon__);
	const title = el.createDiv({ cls: "menu-item-title" });
	title.append(item.title__);
	el.toggleClass("is-disabled", item.disabled__);
	el.toggleClass("mod-checked", item.checked__ === true);
	el.addEventListener("click", (event) => {
		if (item.disabled__) return;
		menu.hide();
		item.onClick__?.(event);
	});
}

/** Shows menus in the page. */
export function installMenus(): void {
	patch<MenuSelf>(Menu, {
		showAtMouseEvent(event: MouseEvent) {
			return this.showAtPosition({ x: event.clientX, y: event.clientY });
		},
		showAtPosition({ x, y }: { x: number; y: number }) {
			this.dom__.empty();
			this.dom__.addClass("menu");
			this.dom__.setCssStyles({ left: `${x}px`, top: `${y}px` });
			for (const item of this.items__) {
				if (item instanceof MenuItem) drawItem(this, item);
				else this.dom__.createDiv({ cls: "menu-separator" });
			}
			document.body.append(this.dom__);
			return this;
		},
		hide() {
			this.dom__.remove();
			this.close();
			return this;
		},
	});
}
