import { Component, TFile, TFolder, debounce } from "obsidian";
import type { App, TAbstractFile } from "obsidian";
import { readLayers } from "../../core/layers/read-layers";
import { compareCodeUnits } from "../../core/text/compare";
import { createListeners } from "../listeners";
import type { NamedLayer } from "../views/matrix/lens-options";

/** Name of the folder in the home folder. */
const FOLDER = "Layers";
/** Milliseconds after the last change until the folder is read. */
const SETTLE_AFTER = 300;

/** What the folder of layers is given by the plugin. */
export interface LayerFolderParts {
	readonly app: App;
	/** The home folder. */
	readonly home: () => string;
	/** Calls back after every change of the settings, until the result is called. */
	readonly onSettings: (listener: () => void) => () => void;
}

/** Keeps the layers of a folder of the vault: Navigator's files, each a lens. */
export class LayerFolder extends Component {
	readonly #app: App;
	readonly #home: () => string;
	readonly #onSettings: (listener: () => void) => () => void;
	readonly #listeners = createListeners();
	#layers: readonly NamedLayer[] = [];
	#problems: readonly string[] = [];

	constructor({ app, home, onSettings }: LayerFolderParts) {
		super();
		this.#app = app;
		this.#home = home;
		this.#onSettings = onSettings;
	}

	/** By path, then place in the file. */
	get layers(): readonly NamedLayer[] {
		return this.#layers;
	}

	/** What is wrong with the files, a line each. */
	get problems(): readonly string[] {
		return this.#problems;
	}

	/** Calls back after layers changed, until the result is called. */
	readonly onChange = this.#listeners.add;

	override onload(): void {
		const { vault, workspace } = this.#app;
		const refresh = debounce(() => void this.read(), SETTLE_AFTER, true);
		this.register(() => refresh.cancel());
		let known = this.#path;
		this.register(
			this.#onSettings(() => {
				if (this.#path !== known) refresh();
				known = this.#path;
			}),
		);
		const look = (file: TAbstractFile, oldPath = file.path): void => {
			if ([file.path, oldPath].some((path) => `${path}/`.startsWith(`${this.#path}/`))) refresh();
		};
		workspace.onLayoutReady(() => {
			this.registerEvent(vault.on("create", (file) => look(file)));
			this.registerEvent(vault.on("modify", (file) => look(file)));
			this.registerEvent(vault.on("delete", (file) => look(file)));
			this.registerEvent(vault.on("rename", look));
			void this.read();
		});
	}

	/** Reads the folder anew. */
	async read(): Promise<void> {
		const layers: NamedLayer[] = [];
		const problems: string[] = [];
		for (const file of this.#files()) {
			const reading = readLayers(file.path, await this.#app.vault.cachedRead(file));
			problems.push(...reading.problems.map(({ message }) => `${file.name}: ${message}`));
			reading.layers.forEach((layer, index) =>
				layers.push({ key: `layer:${file.path}#${index}`, layer }),
			);
		}
		this.#layers = layers;
		this.#problems = problems;
		this.#listeners.tell();
	}

	get #path(): string {
		return `${this.#home()}/${FOLDER}`;
	}

	#files(): readonly TFile[] {
		const files: TFile[] = [];
		const walk = (folder: TFolder): void => {
			for (const child of folder.children) {
				if (child instanceof TFolder) walk(child);
				else if (child instanceof TFile && child.extension.toLowerCase() === "json")
					files.push(child);
			}
		};
		const folder = this.#app.vault.getFolderByPath(this.#path);
		if (folder !== null) walk(folder);
		return files.sort((a, b) => compareCodeUnits(a.path, b.path));
	}
}
