import type { App } from "obsidian";
import { describe, expect, it } from "vitest";
import { isKnowledgePath, openKnowledge } from "../../../src/core/ingest/open-knowledge";
import { fieldNotePath } from "../../../src/core/ingest/vault-fields";
import { DEFAULT_FOLDERS } from "../../../src/core/model/settings";
import { createMemoryNotes } from "../../../src/core/ports/memory-notes";
import { PARTS } from "../../../src/obsidian/indexing/snapshot-parts";
import type { SnapshotStore } from "../../../src/obsidian/indexing/snapshot-store";
import type { IndexerParts } from "../../../src/obsidian/indexing/vault-indexer";
import { VaultIndexer } from "../../../src/obsidian/indexing/vault-indexer";
import { createApp, startApp } from "../../support/obsidian/app";
import { waitFor } from "../support/plugin";

interface MemoryStore extends SnapshotStore {
	readonly parts: Map<number, string>;
}

function createStore(parts = new Map<number, string>()): MemoryStore {
	return {
		parts,
		async *load() {
			for (const [part, text] of parts) yield await Promise.resolve({ part, text });
		},
		save(part, text) {
			if (text === undefined) parts.delete(part);
			else parts.set(part, text);
			return Promise.resolve();
		},
		clear() {
			parts.clear();
			return Promise.resolve();
		},
		close: () => undefined,
	};
}

const tagged = (tag: string): string => `---\ntags: [${tag}]\n---\n`;

function createVault(notes: Readonly<Record<string, string>>): App {
	const files = Object.entries(notes).map(([path, data]) => ({
		path,
		data,
		ctime: 1000,
		mtime: 1000,
	}));
	return createApp({ files });
}

function partsOf(store: SnapshotStore): IndexerParts {
	return {
		openStore: () => Promise.resolve(store),
		openKnowledge: () => openKnowledge(createMemoryNotes(), DEFAULT_FOLDERS),
		isKnowledge: () => false,
	};
}

async function startIndexer(app: App, store: SnapshotStore = createStore()): Promise<VaultIndexer> {
	const indexer = new VaultIndexer(app, partsOf(store));
	indexer.load();
	await startApp(app, []);
	await waitFor(() => indexer.state.phase === "ready");
	return indexer;
}

const pathsOf = (indexer: VaultIndexer): string[] => indexer.index.notes().map(({ path }) => path);
const tagsOf = (indexer: VaultIndexer): readonly string[] => indexer.index.tags();

async function change(indexer: VaultIndexer, work: () => Promise<unknown>): Promise<void> {
	let told = false;
	const stop = indexer.onChange(() => (told = true));
	await work();
	await waitFor(() => told);
	stop();
}

describe("the index of an open vault", () => {
	it("waits for the layout, then reads every note", async () => {
		const app = createVault({
			"a.md": tagged("one"),
			"Deep/b.md": tagged("two"),
			"c.txt": "no note",
		});
		const indexer = new VaultIndexer(app, partsOf(createStore()));
		indexer.load();
		expect(indexer.state.phase).toBe("waiting");
		await startApp(app, []);
		await waitFor(() => indexer.state.phase === "ready");
		expect(pathsOf(indexer)).toEqual(["Deep/b.md", "a.md"]);
		expect(tagsOf(indexer)).toEqual(["#one", "#two"]);
	});

	it("follows edits, new notes, renames and deletions", async () => {
		const app = createVault({ "a.md": tagged("one"), "b.md": tagged("two") });
		const indexer = await startIndexer(app);
		const file = (path: string) => {
			const found = app.vault.getFileByPath(path);
			if (found === null) throw new Error(path);
			return found;
		};
		await change(indexer, () => app.vault.modify(file("a.md"), tagged("three")));
		expect(tagsOf(indexer)).toEqual(["#three", "#two"]);
		await change(indexer, () => app.vault.create("c.md", tagged("four")));
		expect(pathsOf(indexer)).toEqual(["a.md", "b.md", "c.md"]);
		await change(indexer, () => app.vault.rename(file("b.md"), "z.md"));
		expect(pathsOf(indexer)).toEqual(["a.md", "c.md", "z.md"]);
		expect(tagsOf(indexer)).toContain("#two");
		await change(indexer, () => app.vault.delete(file("a.md")));
		expect(pathsOf(indexer)).toEqual(["c.md", "z.md"]);
	});

	it("follows a folder that is renamed or deleted with everything in it", async () => {
		const app = createVault({ "Old/a.md": tagged("one"), "Old/Deep/b.md": "", "c.md": "" });
		const indexer = await startIndexer(app);
		const folder = (path: string) => {
			const found = app.vault.getFolderByPath(path);
			if (found === null) throw new Error(path);
			return found;
		};
		await change(indexer, () => app.vault.rename(folder("Old"), "New"));
		expect(pathsOf(indexer)).toEqual(["New/Deep/b.md", "New/a.md", "c.md"]);
		await change(indexer, () => app.vault.delete(folder("New"), true));
		expect(pathsOf(indexer)).toEqual(["c.md"]);
	});

	it("takes many changes in at once", async () => {
		const app = createVault({});
		const indexer = await startIndexer(app);
		let told = 0;
		indexer.onChange(() => told++);
		for (let number = 0; number < 50; number++) await app.vault.create(`${String(number)}.md`, "");
		await waitFor(() => indexer.index.size === 50);
		expect(told).toBeLessThan(5);
	});
});

describe("the index between two starts", () => {
	async function firstStart(notes: Readonly<Record<string, string>>): Promise<MemoryStore> {
		const store = createStore();
		const indexer = await startIndexer(createVault(notes), store);
		indexer.unload();
		await waitFor(() => store.parts.size > 0);
		return store;
	}

	function countReads(app: App): () => number {
		let reads = 0;
		const read = app.vault.cachedRead.bind(app.vault);
		app.vault.cachedRead = (file) => {
			reads++;
			return read(file);
		};
		return () => reads;
	}

	it("is taken over, and no note that is as it was is read again", async () => {
		const notes = { "a.md": tagged("one"), "b.md": tagged("two") };
		const store = await firstStart(notes);
		const app = createVault(notes);
		const reads = countReads(app);
		const indexer = await startIndexer(app, store);
		expect(reads()).toBe(0);
		expect(tagsOf(indexer)).toEqual(["#one", "#two"]);
	});

	it("gives way to notes that changed, came or went in the meantime", async () => {
		const store = await firstStart({ "a.md": tagged("one"), "b.md": tagged("two"), "c.md": "" });
		const app = createVault({ "a.md": tagged("longer"), "b.md": tagged("two"), "d.md": "" });
		const reads = countReads(app);
		const indexer = await startIndexer(app, store);
		expect(reads()).toBe(2);
		expect(pathsOf(indexer)).toEqual(["a.md", "b.md", "d.md"]);
		expect(tagsOf(indexer)).toEqual(["#longer", "#two"]);
	});

	it("is read anew where what was kept is damaged", async () => {
		const store = await firstStart({ "a.md": tagged("one") });
		for (const part of store.parts.keys()) store.parts.set(part, "damaged");
		const indexer = await startIndexer(createVault({ "a.md": tagged("one") }), store);
		expect(tagsOf(indexer)).toEqual(["#one"]);
	});

	it("writes only the part of a note that was edited", async () => {
		const notes = Object.fromEntries(
			Array.from({ length: 300 }, (_, n) => [`${String(n)}.md`, tagged("x")]),
		);
		const store = await firstStart(notes);
		const app = createVault(notes);
		const saved: number[] = [];
		const counting: SnapshotStore = {
			...store,
			save: (part, text) => {
				saved.push(part);
				return store.save(part, text);
			},
		};
		const indexer = await startIndexer(app, counting);
		const file = app.vault.getFileByPath("7.md");
		await change(indexer, () =>
			file === null ? Promise.resolve() : app.vault.modify(file, tagged("edited")),
		);
		indexer.unload();
		await waitFor(() => saved.length > 1);
		// The note's part of the library, and of the index.
		const [part = -1] = saved;
		expect(saved).toEqual([part, part - PARTS]);
	});
});

const RULE_NOTE = [
	"---",
	"rule_id: one",
	"vendor: sigma",
	"title: One",
	"techniques: [T1021.004]",
	"tags: [detection_rule, T1021_004]",
	"---",
	"### Rule",
	"```yaml",
	"title: One",
	"logsource: { product: linux, category: process_creation }",
	"detection: { selection: { Image|endswith: /ssh }, condition: selection }",
	"```",
	"",
].join("\n");

describe("what rules say", () => {
	const valuesOf = (indexer: VaultIndexer, path = "one.md"): unknown[] => {
		const entry = indexer.panelSources?.library.entry(path);
		return entry?.kind === "rule" ? entry.facts.predicates.map(({ value }) => value) : [];
	};

	it("is known from the notes' text, follows edits, renames and deletions", async () => {
		const app = createVault({ "one.md": RULE_NOTE });
		const indexer = await startIndexer(app);
		expect(valuesOf(indexer)).toEqual(["/ssh"]);
		const file = app.vault.getFileByPath("one.md");
		if (file === null) throw new Error("no file");
		const tuned = RULE_NOTE.replace("/ssh", "[/ssh, /scp]");
		await change(indexer, () => app.vault.modify(file, tuned));
		expect(valuesOf(indexer)).toEqual(["/ssh", "/scp"]);
		await change(indexer, () => app.vault.rename(file, "two.md"));
		expect(valuesOf(indexer)).toEqual([]);
		expect(valuesOf(indexer, "two.md")).toEqual(["/ssh", "/scp"]);
		await change(indexer, () => app.vault.delete(file));
		expect(indexer.panelSources?.library.ruleCount).toBe(0);
	});

	it("is kept between two starts, and read anew where it was understood with other knowledge", async () => {
		const store = createStore();
		const first = await startIndexer(createVault({ "one.md": RULE_NOTE }), store);
		first.unload();
		await waitFor(() => store.parts.size > 1);
		const kept = [...store.parts].map(
			([part, text]) => [part, text.replace("/ssh", "/kept")] as const,
		);
		const index = [...store.parts].filter(([part]) => part < PARTS);
		const library = kept.filter(([part]) => part >= PARTS);
		const same = createStore(new Map([...index, ...library]));
		expect(valuesOf(await startIndexer(createVault({ "one.md": RULE_NOTE }), same))).toEqual([
			"/kept",
		]);
		const other = library.map(([part, text]) => [part, `x${text}`] as const);
		const changed = createStore(new Map([...index, ...other]));
		expect(valuesOf(await startIndexer(createVault({ "one.md": RULE_NOTE }), changed))).toEqual([
			"/ssh",
		]);
	});

	async function keep(notes: Readonly<Record<string, string>>): Promise<Map<number, string>> {
		const store = createStore();
		const indexer = await startIndexer(createVault(notes), store);
		indexer.unload();
		await waitFor(() => store.parts.size > 1);
		return store.parts;
	}

	it("is read anew where what was kept of it is damaged or missing", async () => {
		const notes = { "one.md": RULE_NOTE };
		const kept = [...(await keep(notes))];
		const cut = kept.map(([part, text]) => [part, text.slice(0, -9)] as const);
		const shapeless = kept.map(
			([part, text]) => [part, part < PARTS ? text : text.replace(/\n.*/s, "\n{}")] as const,
		);
		const without = kept.filter(([part]) => part < PARTS);
		for (const parts of [cut, shapeless, without]) {
			const indexer = await startIndexer(createVault(notes), createStore(new Map(parts)));
			expect(valuesOf(indexer)).toEqual(["/ssh"]);
		}
	});

	it("is taken over in whatever order its parts come", async () => {
		const notes = { "one.md": RULE_NOTE };
		const kept = [...(await keep(notes))].sort(([a], [b]) => b - a);
		const app = createVault(notes);
		let reads = 0;
		app.vault.cachedRead = (file) => {
			reads++;
			return app.vault.read(file);
		};
		const indexer = await startIndexer(app, createStore(new Map(kept)));
		expect(valuesOf(indexer)).toEqual(["/ssh"]);
		expect(reads).toBe(0);
	});

	it("is written before the index, which says that it is current", async () => {
		const saved: number[] = [];
		const store = createStore();
		const failing: SnapshotStore = {
			...store,
			save: (part, text) => {
				saved.push(part);
				return store.save(part, text);
			},
		};
		const indexer = await startIndexer(createVault({ "one.md": RULE_NOTE }), failing);
		indexer.unload();
		await waitFor(() => saved.length > 1);
		expect(saved[0]).toBe((saved[1] ?? 0) + PARTS);
	});

	it("is forgotten with a note that went between two starts", async () => {
		const parts = await keep({ "one.md": RULE_NOTE });
		const indexer = await startIndexer(createVault({}), createStore(parts));
		expect(indexer.panelSources?.library.ruleCount).toBe(0);
	});

	it("goes by the note's new name where only the name says it", async () => {
		const app = createVault({
			"One.md": RULE_NOTE.replace("title: One\ntechniques", "techniques"),
		});
		const indexer = await startIndexer(app);
		const file = app.vault.getFileByPath("One.md");
		if (file === null) throw new Error("no file");
		await change(indexer, () => app.vault.rename(file, "Two.md"));
		expect(indexer.panelSources?.library.entry("Two.md")).toMatchObject({ title: "Two" });
	});

	it("stays whole until it is understood with other knowledge", async () => {
		const store = createMemoryNotes();
		const app = createVault({ "one.md": RULE_NOTE });
		const path = fieldNotePath(DEFAULT_FOLDERS);
		const indexer = new VaultIndexer(app, {
			...partsOf(createStore()),
			openKnowledge: () => openKnowledge(store, DEFAULT_FOLDERS),
			isKnowledge: (file) => isKnowledgePath(DEFAULT_FOLDERS, file),
		});
		indexer.load();
		await startApp(app, []);
		await waitFor(() => indexer.state.phase === "ready");
		const before = indexer.panelSources?.library;
		await store.writeNote(
			path,
			"| field | sigma |\n| --- | --- |\n| own.field | Image |\n",
			undefined,
		);
		const seen: number[] = [];
		const read = app.vault.cachedRead.bind(app.vault);
		app.vault.cachedRead = (file) => {
			seen.push(indexer.panelSources?.library.ruleCount ?? -1);
			return read(file);
		};
		await change(indexer, async () => {
			const note = await app.vault.create("elsewhere.md", "");
			await app.vault.createFolder(DEFAULT_FOLDERS.home);
			await app.vault.rename(note, path);
			await waitFor(() => indexer.panelSources?.library !== before);
		});
		const entry = indexer.panelSources?.library.entry("one.md");
		expect(entry).toMatchObject({ facts: { predicates: [{ canonical: "own.field" }] } });
		expect(seen.every((count) => count === 1)).toBe(true);
	});
});

describe("an index that failed", () => {
	const KNOWN = { "one.md": RULE_NOTE, "a.md": tagged("one") };

	async function failOnce(
		app: App,
		store = createStore(),
	): Promise<{
		readonly indexer: VaultIndexer;
		readonly tries: () => number;
	}> {
		let tries = 0;
		const indexer = new VaultIndexer(app, {
			...partsOf(store),
			openKnowledge: () => {
				tries++;
				if (tries === 1) return Promise.reject(new Error("the disk is gone"));
				return openKnowledge(createMemoryNotes(), DEFAULT_FOLDERS);
			},
		});
		indexer.load();
		await startApp(app, []);
		await waitFor(() => indexer.state.phase === "failed");
		return { indexer, tries: () => tries };
	}

	it("says why, and holds every note once a later change is taken in", async () => {
		const app = createVault(KNOWN);
		const { indexer } = await failOnce(app);
		expect(indexer.state.reason).toBe("the disk is gone");
		await change(indexer, () => app.vault.create("later.md", tagged("late")));
		expect(indexer.state).toMatchObject({ phase: "ready", done: 3 });
		expect(tagsOf(indexer)).toContain("#one");
		expect(indexer.panelSources?.library.ruleCount).toBe(1);
	});

	it("recovers by being rebuilt, and is kept for the next start", async () => {
		const store = createStore();
		const { indexer } = await failOnce(createVault(KNOWN), store);
		expect(await indexer.rebuild()).toMatchObject({ phase: "ready", done: 2 });
		expect(indexer.panelSources?.library.ruleCount).toBe(1);
		indexer.unload();
		await waitFor(() => store.parts.size > 0);
	});

	it("recovers when what rules are understood with is read again", async () => {
		const { indexer, tries } = await failOnce(createVault(KNOWN));
		indexer.refreshKnowledge();
		await waitFor(() => indexer.state.phase === "ready");
		expect(indexer.index.size).toBe(2);
		expect(tries()).toBe(2);
	});
});

it("a rebuilt index holds what the old one held", async () => {
	const app = createVault({ "a.md": tagged("one"), "b.md": "" });
	const indexer = await startIndexer(app);
	expect(await indexer.rebuild()).toMatchObject({ phase: "ready", done: 2 });
	expect(tagsOf(indexer)).toEqual(["#one"]);
});
