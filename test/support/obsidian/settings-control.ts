import type { SettingControl } from "obsidian";
import type { Setting } from "obsidian-test-mocks/obsidian";
import { guard } from "./host";

export interface ControlOwner {
	app: object;
	getControlValue(key: string): unknown;
	setControlValue(key: string, value: unknown): unknown;
	refreshDomState(): void;
	hide(): void;
}

type Check = ((value: never) => unknown) | undefined;

/** Rejects what the definition's own check refuses, else stores the value. */
async function store(
	owner: ControlOwner,
	control: SettingControl,
	setting: Setting,
	value: unknown,
): Promise<void> {
	const message = await (control.validate as Check)?.(value as never);
	setting.setErrorMessage(typeof message === "string" ? message : "");
	if (typeof message === "string" && message !== "") return;
	await owner.setControlValue(control.key, value);
	owner.refreshDomState();
}

const asText = (value: unknown): string =>
	typeof value === "string" || typeof value === "number" ? String(value) : "";

/** Draws the control that a declarative setting names, over the tab's values. */
export function drawControl(owner: ControlOwner, control: SettingControl, setting: Setting): void {
	const value = owner.getControlValue(control.key) ?? control.defaultValue;
	const change = (next: unknown): void => {
		void guard(owner.app, () => store(owner, control, setting, next));
	};
	switch (control.type) {
		case "toggle":
			setting.addToggle((toggle) => toggle.setValue(value === true).onChange(change));
			break;
		case "dropdown":
			setting.addDropdown((dropdown) =>
				dropdown.addOptions(control.options).setValue(asText(value)).onChange(change),
			);
			break;
		case "slider":
			setting.addSlider((slider) =>
				slider
					.setLimits(control.min, control.max, control.step)
					.setValue(Number(value ?? control.min))
					.onChange(change),
			);
			break;
		case "textarea":
			setting.addTextArea((area) => {
				area
					.setPlaceholder(control.placeholder ?? "")
					.setValue(asText(value))
					.onChange(change);
				if (control.rows !== undefined) area.inputEl.rows = control.rows;
			});
			break;
		case "color":
			setting.addColorPicker((picker) => picker.setValue(asText(value)).onChange(change));
			break;
		case "number":
			setting.addText((text) => {
				text.setPlaceholder(control.placeholder ?? "").setValue(asText(value));
				text.inputEl.type = "number";
				text.onChange((next) => {
					change(Number(next));
				});
			});
			break;
		case "text":
		case "file":
		case "folder":
			setting.addText((text) =>
				text
					.setPlaceholder(control.placeholder ?? "")
					.setValue(asText(value))
					.onChange(change),
			);
			break;
	}
	if (value !== undefined) {
		void guard(owner.app, async () => {
			const message = await (control.validate as Check)?.(value as never);
			if (typeof message === "string") setting.setErrorMessage(message);
		});
	}
}
