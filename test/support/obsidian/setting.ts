import { Setting, SettingGroup } from "obsidian-test-mocks/obsidian";
import { memberOf, patch } from "./patch";

interface SettingRow {
	settingEl: HTMLElement;
	infoEl: HTMLElement;
	nameEl: HTMLElement;
	descEl: HTMLElement;
	controlEl: HTMLElement;
	errorEl: HTMLElement | null;
	components: { setDisabled(disabled: boolean): unknown }[];
	clear(): unknown;
}

interface Group {
	groupEl__: HTMLElement;
	headerEl: HTMLElement;
	headerInnerEl: HTMLElement;
	listEl: HTMLElement;
}

/** Gives settings Obsidian's class names and the order of their parts. */
export function installSettings(): void {
	const setDisabled = memberOf<(disabled: boolean) => unknown>(Setting, "setDisabled");
	const setErrorMessage = memberOf<(text: string) => unknown>(Setting, "setErrorMessage");
	const addToggle = memberOf<(use: unknown) => unknown>(Setting, "addToggle");
	const clear = memberOf<() => unknown>(Setting, "clear");
	patch<SettingRow>(Setting, {
		constructor__() {
			this.settingEl.addClass("setting-item");
			this.infoEl.addClass("setting-item-info");
			this.nameEl.addClass("setting-item-name");
			this.descEl.addClass("setting-item-description");
			this.controlEl.addClass("setting-item-control");
			this.settingEl.append(this.infoEl, this.controlEl);
		},
		addToggle(use: unknown) {
			this.settingEl.addClass("mod-toggle");
			return addToggle.call(this, use);
		},
		setDisabled(disabled: boolean) {
			for (const component of this.components) component.setDisabled(disabled);
			return setDisabled.call(this, disabled);
		},
		setErrorMessage(text: string) {
			const result = setErrorMessage.call(this, text);
			this.errorEl?.addClass("setting-item-error");
			return result;
		},
		clear() {
			this.controlEl.empty();
			return clear.call(this);
		},
	});
	patch<Group>(SettingGroup, {
		constructor__() {
			this.groupEl__.addClass("setting-group");
			this.headerEl.addClasses(["setting-item", "setting-item-heading"]);
			this.headerInnerEl.addClass("setting-item-name");
			this.listEl.addClass("setting-items");
		},
	});
}
