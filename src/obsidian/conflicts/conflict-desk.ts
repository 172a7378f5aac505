import { TFile } from "obsidian";
import type { App } from "obsidian";
import { noteName } from "../../core/index/paths";
import type { FolderSettings } from "../../core/model/settings";
import type { ConflictChoice } from "../../core/notes/merge/resolve-conflict";
import { resolveConflicts } from "../../core/notes/merge/resolve-conflict";
import { createVaultNotes } from "../ports/vault-notes";
import type { Texts } from "../text/en";
import type { ConflictNote, ListedConflict } from "./list-conflict-notes";
import { listConflictNotes } from "./list-conflict-notes";
import type { TunedRule } from "./list-tuned-rules";
import { listTunedRules } from "./list-tuned-rules";
import { openUpstreamTexts } from "./upstream-texts";
import { errorMessage } from "../../core/text/error-message";

/** What the list shows; undefined for what is still looked for. */
export interface DeskState {
	readonly notes: readonly ConflictNote[] | undefined;
	readonly tuned: readonly TunedRule[] | undefined;
	/** What was last done, in words; "" for nothing. */
	readonly message: string;
	readonly canUndo: boolean;
}

interface Step {
	readonly path: string;
	readonly before: string;
	readonly after: string;
}

/** Lists conflicts and tuned rules, resolves them in their notes, and takes that back. */
export class ConflictDesk {
	readonly #app: App;
	readonly #texts: Texts["conflicts"];
	readonly #folders: () => FolderSettings;
	readonly #onChange: () => void;
	/** What each choice wrote, the last one last. */
	readonly #done: (readonly Step[])[] = [];
	#state: DeskState = { notes: undefined, tuned: undefined, message: "", canUndo: false };
	/** Only the last of several searches counts. */
	#turn = 0;

	constructor(
		app: App,
		texts: Texts["conflicts"],
		folders: () => FolderSettings,
		onChange: () => void,
	) {
		this.#app = app;
		this.#texts = texts;
		this.#folders = folders;
		this.#onChange = onChange;
	}

	get state(): DeskState {
		return this.#state;
	}

	/** Looks through the vault anew; what is shown stays until that is done. */
	async refresh(which: "notes" | "tuned"): Promise<void> {
		const turn = ++this.#turn;
		const isWanted = (): boolean => turn === this.#turn;
		const upstream = openUpstreamTexts(this.#app, this.#folders());
		const found =
			which === "notes"
				? { notes: await listConflictNotes(this.#app, upstream, isWanted) }
				: { tuned: await listTunedRules(this.#app, upstream, isWanted) };
		if (isWanted()) this.#set(found);
	}

	/** Stops what is under way. */
	stop(): void {
		this.#turn++;
	}

	/** Writes what a choice makes of a note, if the note still is what was shown. */
	async resolve(note: ConflictNote, item: ListedConflict, choice: ConflictChoice): Promise<void> {
		const outcome = item.outcomes[choice];
		if (!outcome.ok) {
			this.#set({ message: this.#texts.reasons[outcome.reason] });
			return;
		}
		const step = { path: note.path, before: note.text, after: outcome.text };
		if (!(await this.#write(step))) return;
		this.#done.push([step]);
		const message = this.#texts.resolved(item.conflict.title, noteName(note.path));
		this.#set({ message, canUndo: true });
		await this.refresh("notes");
	}

	/** Makes one choice for all conflicts of the notes that are listed, where it can be made. */
	async resolveAll(choice: ConflictChoice): Promise<void> {
		const { notes = [] } = this.#state;
		this.#set({ message: this.#texts.resolvingAll });
		const upstream = openUpstreamTexts(this.#app, this.#folders());
		const steps: Step[] = [];
		let [resolved, left] = [0, 0];
		for (const { path, text: before } of notes) {
			const file = this.#app.vault.getFileByPath(path);
			if (file === null) continue;
			const base = await upstream.textOf(file, before);
			const { text: after, ...counts } = resolveConflicts(before, base, choice);
			const isWritten = after !== before && (await this.#write({ path, before, after }));
			if (isWritten) steps.push({ path, before, after });
			resolved += isWritten ? counts.resolved : 0;
			left += isWritten ? counts.left : counts.left + counts.resolved;
		}
		if (steps.length > 0) this.#done.push(steps);
		const canUndo = this.#done.length > 0;
		this.#set({ message: this.#texts.resolvedAll(resolved, steps.length, left), canUndo });
		await this.refresh("notes");
	}

	/** Takes the last choice back, in all notes that it was made for. */
	async undo(): Promise<void> {
		const steps = this.#done.pop();
		if (steps === undefined) return;
		let last = "";
		let undone = 0;
		for (const { path, before, after } of steps) {
			if (!(await this.#write({ path, before: after, after: before }))) continue;
			last = path;
			undone++;
		}
		const { undone: one, undoneAll } = this.#texts;
		const canUndo = this.#done.length > 0;
		const message = steps.length === 1 ? one(noteName(last)) : undoneAll(undone, steps.length);
		this.#set(undone > 0 ? { message, canUndo } : { canUndo });
		await this.refresh("notes");
	}

	async #write({ path, before, after }: Step): Promise<boolean> {
		if (!(this.#app.vault.getAbstractFileByPath(path) instanceof TFile)) {
			this.#set({ message: this.#texts.reasons.changed });
			return false;
		}
		try {
			if (await createVaultNotes(this.#app).writeNote(path, after, before)) return true;
			this.#set({ message: this.#texts.reasons.changed });
		} catch (error) {
			const reason = errorMessage(error);
			this.#set({ message: this.#texts.failed(reason) });
		}
		return false;
	}

	#set(part: Partial<DeskState>): void {
		this.#state = { ...this.#state, ...part };
		this.#onChange();
	}
}
