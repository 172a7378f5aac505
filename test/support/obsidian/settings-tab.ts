import type {
	SettingDefinition,
	SettingDefinitionGroup,
	SettingDefinitionItem,
	SettingDefinitionList,
	SettingDefinitionPage,
} from "obsidian";
import { PluginSettingTab, Setting, SettingGroup, SettingTab } from "obsidian-test-mocks/obsidian";
import { hostOf } from "./host";
import { patch } from "./patch";
import { drawControl, type ControlOwner } from "./settings-control";

type Predicate = boolean | (() => boolean) | undefined;

interface Row {
	readonly el: HTMLElement;
	readonly visible: Predicate;
	readonly disable?: () => void;
}

interface TabSelf extends ControlOwner {
	containerEl: HTMLElement;
	settingItems: SettingDefinitionItem[];
	rows__: Row[];
	cleanups__: (() => void)[];
	getSettingDefinitions(): SettingDefinitionItem[];
	renderTab__(): void;
	refreshDomState(): void;
	update(): void;
	display(): void;
}

const evaluate = (predicate: Predicate, fallback: boolean): boolean =>
	(typeof predicate === "function" ? predicate() : predicate) ?? fallback;

const headerOf = (group: SettingGroup): HTMLElement =>
	(group as unknown as { headerEl: HTMLElement }).headerEl;

const isGroup = (
	item: SettingDefinitionItem,
): item is SettingDefinitionGroup | SettingDefinitionList =>
	"type" in item && (item.type === "group" || item.type === "list");

const isPage = (item: SettingDefinitionItem): item is SettingDefinitionPage =>
	"type" in item && item.type === "page";

function drawPage(tab: TabSelf, page: SettingDefinitionPage, setting: Setting): void {
	const shown = typeof page.displayValue === "function" ? page.displayValue() : page.displayValue;
	if (shown !== undefined) setting.controlEl.createSpan({ cls: "setting-value", text: shown });
	setting.settingEl.addClass("mod-page");
	setting.settingEl.addEventListener("click", () => {
		tab.containerEl.empty();
		tab.containerEl.createEl("h2", { text: page.name });
		const custom = page.page?.();
		if (custom === undefined) {
			drawItems(tab, page.items ?? [], tab.containerEl);
		} else {
			tab.containerEl.append(custom.rootEl);
			custom.display();
		}
		tab.refreshDomState();
	});
}

function drawRow(
	tab: TabSelf,
	item: SettingDefinition | SettingDefinitionPage,
	group: SettingGroup,
	at: number,
): Setting {
	const setting = Setting.create__(group.listEl);
	setting.setName(item.name).setDesc(item.desc ?? "");
	const row = { el: setting.settingEl, visible: item.visible };
	if (isPage(item)) {
		drawPage(tab, item, setting);
		tab.rows__.push(row);
		return setting;
	}
	let disabled: Predicate;
	if (item.render !== undefined) {
		const cleanup = item.render(setting.asOriginalType__(), group.asOriginalType__());
		if (typeof cleanup === "function") tab.cleanups__.push(cleanup);
	} else if (item.action !== undefined) {
		setting.settingEl.addClass("mod-action");
		setting.settingEl.addEventListener("click", () => {
			item.action(setting.settingEl, at);
		});
		disabled = (item as { disabled?: Predicate }).disabled;
	} else if (item.control !== undefined) {
		drawControl(tab, item.control, setting);
		disabled = item.control.disabled;
	}
	const disable = (): unknown => setting.setDisabled(evaluate(disabled, false));
	tab.rows__.push(disabled === undefined ? row : { ...row, disable });
	return setting;
}

function drawListActions(list: SettingDefinitionList, group: SettingGroup): void {
	const { addItem } = list;
	if (addItem === undefined) return;
	const button = headerOf(group).createEl("button", { cls: "clickable-icon", text: "+" });
	button.setAttribute("aria-label", addItem.name);
	button.addEventListener("click", () => {
		addItem.action(button);
	});
}

function drawGroup(tab: TabSelf, definition: SettingDefinitionGroup, into: HTMLElement): void {
	const group = SettingGroup.create__(into);
	const list = definition.type === "list" ? (definition as SettingDefinitionList) : undefined;
	if (definition.heading !== undefined) group.setHeading(definition.heading);
	if (list?.addItem !== undefined) group.groupEl__.prepend(headerOf(group));
	if (definition.cls !== undefined) group.addClass(...definition.cls.split(" ").filter(Boolean));
	const items = definition.items ?? [];
	items.forEach((item, at) => {
		const setting = drawRow(tab, item, group, at);
		if (list?.onDelete === undefined) return;
		setting.addExtraButton((button) => {
			button.setIcon("trash").setTooltip("Delete");
			button.onClick(() => list.onDelete?.(at));
		});
	});
	if (list !== undefined) {
		drawListActions(list, group);
		const empty = list.emptyState ?? "";
		if (items.length === 0) group.listEl.createDiv({ cls: "setting-list-empty", text: empty });
	}
	tab.rows__.push({ el: group.groupEl__, visible: definition.visible });
}

function drawItems(tab: TabSelf, items: readonly SettingDefinitionItem[], into: HTMLElement): void {
	let loose: (SettingDefinition | SettingDefinitionPage)[] = [];
	const drawLoose = (): void => {
		if (loose.length > 0) drawGroup(tab, { type: "group", items: loose }, into);
		loose = [];
	};
	for (const item of items) {
		if (!isGroup(item)) {
			loose.push(item);
			continue;
		}
		drawLoose();
		drawGroup(tab, item, into);
	}
	drawLoose();
}

function clearTab(tab: TabSelf): void {
	for (const cleanup of tab.cleanups__) cleanup();
	tab.cleanups__ = [];
	tab.rows__ = [];
	tab.containerEl.empty();
}

/** Draws settings tabs from their definitions, controls included. */
export function installSettingsTabs(): void {
	patch<TabSelf>(SettingTab, {
		constructor__() {
			this.rows__ = [];
			this.cleanups__ = [];
			this.containerEl.addClass("vertical-tab-content");
		},
		update() {
			this.settingItems = this.getSettingDefinitions();
			if (this.containerEl.isConnected) this.renderTab__();
		},
		renderTab__() {
			clearTab(this);
			if (this.settingItems.length === 0) {
				this.display();
				return;
			}
			drawItems(this, this.settingItems, this.containerEl);
			this.refreshDomState();
		},
		refreshDomState() {
			for (const { el, visible, disable } of this.rows__) {
				el.toggle(evaluate(visible, true));
				disable?.();
			}
		},
		hide() {
			clearTab(this);
		},
	});
	interface PluginTab {
		plugin__: { settings?: Record<string, unknown>; saveData(data: unknown): Promise<void> };
	}
	patch<PluginTab>(PluginSettingTab, {
		getControlValue(key: string) {
			return this.plugin__.settings?.[key];
		},
		async setControlValue(key: string, value: unknown) {
			this.plugin__.settings = { ...this.plugin__.settings, [key]: value };
			await this.plugin__.saveData(this.plugin__.settings);
		},
	});
}

/** Shows a plugin's tab as the settings dialogue does, and gives its element. */
export function openSettingsTab(app: object, pluginId: string): HTMLElement {
	const tab = hostOf(app).settingTabs.get(pluginId) as unknown as TabSelf | undefined;
	if (tab === undefined) throw new Error(`The plugin ${pluginId} has no settings tab.`);
	closeSettings();
	const container = document.body.createDiv({ cls: "modal-container mod-dim" });
	const background = container.createDiv({ cls: "modal-bg" });
	const modal = container.createDiv({ cls: "modal mod-settings mod-sidebar-layout" });
	const closeButton = modal.createDiv({ cls: "modal-close-button" });
	for (const element of [background, closeButton]) {
		element.addEventListener("click", () => {
			tab.hide();
			container.remove();
		});
	}
	const holder = modal.createDiv({ cls: "modal-content vertical-tabs-container" });
	holder.createDiv({ cls: "vertical-tab-content-container" }).append(tab.containerEl);
	tab.update();
	return tab.containerEl;
}

export function closeSettings(): void {
	const container = document.body.querySelector(".mod-settings")?.closest(".modal-container");
	container?.querySelector<HTMLElement>(".modal-close-button")?.click();
}
