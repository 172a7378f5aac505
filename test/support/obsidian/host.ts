import type {
	Command,
	MarkdownPostProcessor,
	MarkdownPostProcessorContext,
	Plugin,
	SettingTab,
	ViewCreator,
} from "obsidian";

export type CodeBlockProcessor = (
	source: string,
	el: HTMLElement,
	context: MarkdownPostProcessorContext,
) => unknown;

/** What Obsidian keeps for a running app and its public types do not show. */
export interface Host {
	readonly plugins: Map<string, Plugin>;
	readonly commands: Map<string, Command>;
	readonly views: Map<string, ViewCreator>;
	readonly codeBlocks: Map<string, CodeBlockProcessor>;
	readonly postProcessors: Set<MarkdownPostProcessor>;
	readonly cliHandlers: Map<string, unknown>;
	readonly settingTabs: Map<string, SettingTab>;
	/** Errors that Obsidian would only log: of processors, commands and settings. */
	readonly errors: unknown[];
}

const key = Symbol("host");

/** The app comes bare or in the mocks' proxy: both reach the same property. */
export function hostOf(app: object): Host {
	const holder = app as { [key]?: Host };
	const known = holder[key];
	if (known !== undefined) return known;
	const host: Host = {
		plugins: new Map(),
		commands: new Map(),
		views: new Map(),
		codeBlocks: new Map(),
		postProcessors: new Set(),
		cliHandlers: new Map(),
		settingTabs: new Map(),
		errors: [],
	};
	holder[key] = host;
	return host;
}

/** Runs what Obsidian runs behind a catch, and keeps the error. */
export async function guard(app: object, work: () => unknown): Promise<void> {
	try {
		await work();
	} catch (error) {
		hostOf(app).errors.push(error);
		console.error(error);
	}
}
