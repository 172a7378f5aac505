import type {
	App,
	CliHandler,
	Command,
	MarkdownPostProcessor,
	PluginManifest,
	SettingTab,
	ViewCreator,
} from "obsidian";
import { Plugin } from "obsidian-test-mocks/obsidian";
import { codeBlockPostProcessor } from "./code-blocks";
import { hostOf, type CodeBlockProcessor, type Host } from "./host";
import { setIcon } from "./icons";
import { memberOf, patch } from "./patch";

interface PluginSelf {
	app: App;
	manifest: PluginManifest;
	commands__: Map<string, Command>;
	ribbonActions__: HTMLElement[];
	statusBarItems__: HTMLElement[];
	settingTabs__: unknown[];
	register(callback: () => unknown): void;
}

/** Registers a value under a name that nothing else may have, until the plugin is unloaded. */
function claim<Value>(
	plugin: PluginSelf,
	{ map, name, value, kind }: { map: Map<string, Value>; name: string; value: Value; kind: string },
): void {
	if (map.has(name)) throw new Error(`The ${kind} "${name}" is registered already.`);
	map.set(name, value);
	plugin.register(() => map.delete(name));
}

const dataPathOf = ({ app, manifest }: PluginSelf): string =>
	`${app.vault.configDir}/plugins/${manifest.id}/data.json`;

function installData(): void {
	patch<PluginSelf>(Plugin, {
		async loadData() {
			const path = dataPathOf(this);
			const { adapter } = this.app.vault;
			if (!(await adapter.exists(path))) return null;
			return JSON.parse(await adapter.read(path)) as unknown;
		},
		async saveData(data: unknown) {
			const path = dataPathOf(this);
			const { adapter } = this.app.vault;
			await adapter.mkdir(path.slice(0, path.lastIndexOf("/")));
			await adapter.write(path, JSON.stringify(data, null, 2));
		},
	});
}

function installRegistrations(): void {
	const host = (plugin: PluginSelf): Host => hostOf(plugin.app);
	patch<PluginSelf>(Plugin, {
		registerView(name: string, value: ViewCreator) {
			claim(this, { map: host(this).views, name, value, kind: "view type" });
		},
		registerMarkdownPostProcessor(processor: MarkdownPostProcessor, sortOrder?: number) {
			if (sortOrder !== undefined) processor.sortOrder = sortOrder;
			host(this).postProcessors.add(processor);
			this.register(() => host(this).postProcessors.delete(processor));
			return processor;
		},
		registerMarkdownCodeBlockProcessor(
			name: string,
			value: CodeBlockProcessor,
			sortOrder?: number,
		) {
			claim(this, { map: host(this).codeBlocks, name, value, kind: "code block language" });
			const processor = codeBlockPostProcessor(name, value);
			processor.sortOrder = sortOrder ?? -100;
			host(this).postProcessors.add(processor);
			this.register(() => host(this).postProcessors.delete(processor));
			return processor;
		},
		registerCliHandler(name: string, _text: string, _flags: unknown, value: CliHandler) {
			claim(this, { map: host(this).cliHandlers, name, value, kind: "command" });
		},
	});
}

function installWindowParts(): void {
	const partOf = (plugin: PluginSelf, selector: string): HTMLElement | null =>
		plugin.app.workspace.containerEl.querySelector<HTMLElement>(selector);
	patch<PluginSelf>(Plugin, {
		addRibbonIcon(icon: string, title: string, callback: (event: MouseEvent) => unknown) {
			const el = createDiv({ cls: "clickable-icon side-dock-ribbon-action" });
			el.setAttribute("aria-label", title);
			setIcon(el, icon);
			el.addEventListener("click", (event) => void callback(event));
			this.ribbonActions__.push(el);
			partOf(this, ".side-dock-actions")?.append(el);
			this.register(() => {
				el.remove();
			});
			return el;
		},
		addStatusBarItem() {
			const el = createDiv({ cls: `status-bar-item plugin-${this.manifest.id}` });
			this.statusBarItems__.push(el);
			partOf(this, ".status-bar")?.append(el);
			this.register(() => {
				el.remove();
			});
			return el;
		},
	});
}

function installCommands(): void {
	const addCommand = memberOf<(command: Command) => Command>(Plugin, "addCommand");
	patch<PluginSelf>(Plugin, {
		addCommand(command: Command) {
			addCommand.call(this, { ...command });
			const { commands } = hostOf(this.app);
			command.id = `${this.manifest.id}:${command.id}`;
			command.name = `${this.manifest.name}: ${command.name}`;
			commands.set(command.id, command);
			this.register(() => commands.delete(command.id));
			return command;
		},
		addSettingTab(tab: SettingTab) {
			const { settingTabs } = hostOf(this.app);
			this.settingTabs__.push(tab);
			tab.update();
			settingTabs.set(this.manifest.id, tab);
			this.register(() => settingTabs.delete(this.manifest.id));
		},
	});
}

/** Makes what a plugin registers reach the app, and leave it when the plugin is unloaded. */
export function installPlugin(): void {
	installData();
	installRegistrations();
	installWindowParts();
	installCommands();
}
