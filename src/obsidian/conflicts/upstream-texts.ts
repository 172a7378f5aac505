import type { App, TFile } from "obsidian";
import type { SourceBases } from "../../core/ingest/import-bases";
import { findBase, openSourceBases } from "../../core/ingest/import-bases";
import type { FolderSettings } from "../../core/model/settings";
import { createCodec } from "../ports/codec";
import { createVaultNotes } from "../ports/vault-notes";

/** What upstream has of notes, from the merge bases that imports keep. */
export interface UpstreamTexts {
	/** The note as it was last written from upstream; undefined where no import wrote it, or its base is lost. */
	textOf(file: TFile, text: string): Promise<string | undefined>;
	/** Whether a note is byte for byte what was last written, as far as can be told without unpacking its base. */
	isAsWritten(file: TFile, hash: string): Promise<boolean>;
}

/** Opens the merge bases of a vault, each file of them when it is first asked for. */
export function openUpstreamTexts(app: App, folders: FolderSettings): UpstreamTexts {
	const opened = new Map<string, Promise<SourceBases>>();
	const store = createVaultNotes(app);
	const open = (source: string): Promise<SourceBases> => {
		const known =
			opened.get(source) ??
			openSourceBases(store, createCodec(), folders, source).then(({ bases }) => bases);
		opened.set(source, known);
		return known;
	};
	return {
		async textOf(file, text) {
			const place = findPlace(app, file);
			for (const source of place?.sources ?? []) {
				const found = await findBase(await open(source), place?.id ?? "", text, true);
				if (found !== undefined) return found;
			}
			return undefined;
		},
		async isAsWritten(file, hash) {
			const place = findPlace(app, file);
			for (const source of place?.sources ?? []) {
				if ((await open(source)).committed.hashOf(place?.id ?? "") === hash) return true;
			}
			return false;
		},
	};
}

/** Where the base of a note lies: its id, and the kinds of sources that it may have come from. */
function findPlace(
	app: App,
	file: TFile,
): { readonly id: string; readonly sources: readonly string[] } | undefined {
	const properties: Readonly<Record<string, unknown>> =
		app.metadataCache.getFileCache(file)?.frontmatter ?? {};
	const word = (key: string): string | undefined => {
		const value = properties[key];
		return typeof value === "string" && value !== "" ? value : undefined;
	};
	const rule = word("rule_id");
	if (rule !== undefined) return { id: rule, sources: [word("vendor") ?? "notes", "notes"] };
	const runbook = word("runbook_id");
	if (runbook !== undefined) return { id: runbook, sources: ["runbook"] };
	const technique = word("attack_id");
	return technique === undefined ? undefined : { id: technique, sources: ["technique"] };
}
