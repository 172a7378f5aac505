import {
	AbstractTextComponent,
	BaseComponent,
	ButtonComponent,
	ColorComponent,
	DropdownComponent,
	ExtraButtonComponent,
	ProgressBarComponent,
	SearchComponent,
	SliderComponent,
	ToggleComponent,
} from "obsidian-test-mocks/obsidian";
import { setIcon } from "./icons";
import { memberOf, patch } from "./patch";

interface TextControl {
	inputEl: HTMLInputElement;
	value: string;
	clearButtonEl: HTMLElement;
	onChanged(): void;
	setValue(value: string): void;
	_onChange?: (value: string) => unknown;
}

interface ToggleControl {
	toggleEl: HTMLElement;
	value: boolean;
	disabled: boolean;
	onClick(): void;
}

interface SliderControl {
	sliderEl: HTMLInputElement;
	value: number;
	_onChange: ((value: number) => unknown) | null;
}

interface ClickControl {
	buttonEl: HTMLButtonElement;
	extraSettingsEl: HTMLElement;
	disabled: boolean;
	clickHandler?: (event: Event) => unknown;
}

function installTexts(): void {
	patch<TextControl>(AbstractTextComponent, {
		constructor3__() {
			if (this.inputEl instanceof HTMLInputElement) this.inputEl.type = "text";
			this.inputEl.addEventListener("input", () => {
				this.value = this.inputEl.value;
				this.onChanged();
			});
		},
	});
	patch<TextControl>(SearchComponent, {
		constructor4__(containerEl: HTMLElement) {
			const wrapper = containerEl.createDiv({ cls: "search-input-container" });
			wrapper.append(this.inputEl, this.clearButtonEl);
			this.clearButtonEl.addClass("search-input-clear-button");
			this.clearButtonEl.addEventListener("click", () => {
				this.setValue("");
			});
		},
		onChanged() {
			this._onChange?.(this.value);
		},
	});
}

function installToggle(): void {
	const setValue = memberOf<(value: boolean) => unknown>(ToggleComponent, "setValue");
	const onClick = memberOf<() => unknown>(ToggleComponent, "onClick");
	const draw = (toggle: ToggleControl): void => {
		toggle.toggleEl.toggleClass("is-enabled", toggle.value);
		toggle.toggleEl.setAttribute("aria-checked", String(toggle.value));
	};
	patch<ToggleControl>(ToggleComponent, {
		constructor3__() {
			this.toggleEl.addClass("checkbox-container");
			this.toggleEl.setAttribute("role", "switch");
			this.toggleEl.tabIndex = 0;
			draw(this);
			this.toggleEl.addEventListener("click", () => {
				if (!this.disabled) this.onClick();
			});
		},
		onClick() {
			onClick.call(this);
			draw(this);
		},
		setValue(value: boolean) {
			const result = setValue.call(this, value);
			draw(this);
			return result;
		},
	});
}

function installValues(): void {
	patch<{ selectEl: HTMLSelectElement; simulateChange__(): void }>(DropdownComponent, {
		constructor3__() {
			this.selectEl.addClass("dropdown");
			this.selectEl.addEventListener("change", () => {
				this.simulateChange__();
			});
		},
	});
	const setSlider = memberOf<(value: number) => unknown>(SliderComponent, "setValue");
	patch<SliderControl>(SliderComponent, {
		constructor3__() {
			this.sliderEl.addClass("slider");
			const take = (): void => {
				this.value = Number(this.sliderEl.value);
				this._onChange?.(this.value);
			};
			this.sliderEl.addEventListener("change", take);
		},
		setValue(value: number) {
			this.sliderEl.value = String(value);
			return setSlider.call(this, value);
		},
	});
	patch<{ progressBar__: HTMLElement }>(ProgressBarComponent, {
		constructor3__(containerEl: HTMLElement) {
			const bar = containerEl.createDiv({ cls: "setting-progress-bar" });
			bar.append(this.progressBar__);
			this.progressBar__.addClass("setting-progress-bar-inner");
		},
	});
	patch<{ colorPickerEl__: HTMLInputElement; setValue(value: string): void }>(ColorComponent, {
		constructor3__() {
			this.colorPickerEl__.addEventListener("change", () => {
				this.setValue(this.colorPickerEl__.value);
			});
		},
	});
}

function installButtons(): void {
	patch<ClickControl>(ButtonComponent, {
		constructor2__() {
			this.buttonEl.type = "button";
			this.buttonEl.addEventListener("click", (event) => {
				if (!this.disabled) this.clickHandler?.(event);
			});
		},
		setIcon(icon: string) {
			setIcon(this.buttonEl, icon);
			return this;
		},
	});
	patch<ClickControl>(ExtraButtonComponent, {
		constructor2__() {
			this.extraSettingsEl.addClasses(["clickable-icon", "extra-setting-button"]);
			this.extraSettingsEl.addEventListener("click", (event) => {
				if (!this.disabled) this.clickHandler?.(event);
			});
		},
		setIcon(icon: string) {
			setIcon(this.extraSettingsEl, icon);
			return this;
		},
	});
}

interface AnyControl {
	disabled: boolean;
	inputEl?: HTMLInputElement;
	buttonEl?: HTMLButtonElement;
	selectEl?: HTMLSelectElement;
	sliderEl?: HTMLInputElement;
	toggleEl?: HTMLElement;
	extraSettingsEl?: HTMLElement;
}

const elementNames = ["inputEl", "buttonEl", "selectEl", "sliderEl"] as const;
const drawnNames = ["toggleEl", "extraSettingsEl"] as const;

function setDisabled(this: AnyControl, disabled: boolean): AnyControl {
	this.disabled = disabled;
	for (const name of elementNames) {
		if (name in this && this[name] !== undefined) this[name].disabled = disabled;
	}
	for (const name of drawnNames) {
		if (name in this) this[name]?.toggleClass("is-disabled", disabled);
	}
	return this;
}

/** Makes the controls answer to what a person does: type, click, choose, slide. */
export function installControls(): void {
	installTexts();
	installToggle();
	installValues();
	installButtons();
	patch(BaseComponent, { setDisabled });
	patch(ExtraButtonComponent, { setDisabled });
}
