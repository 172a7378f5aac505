import type { App, TFile } from "obsidian";
import { findProperty } from "../../core/index/find-property";
import type { NoteLookup } from "../../core/index/note-index";
import { noteName } from "../../core/index/paths";
import { isSameValue } from "../../core/notes/front-matter/edit-property";
import type { EditedValue } from "../../core/notes/front-matter/edited-value";
import { rawOfEdited } from "../../core/notes/front-matter/edited-value";
import { revertProperty, setProperty } from "../../core/notes/front-matter/set-property";
import { createListeners } from "../listeners";
import type { Texts } from "../text/en";
import type { CellEdits, CellProperty, SaveResult } from "../views/table/cell-edits";
import { createEditJournal } from "./edit-journal";
import type { JournalEntry } from "./edit-journal";
import { createEditNotices, describeRefusal } from "./edit-notices";
import { chooseKind } from "./property-kind";
import type { PropertyKind } from "./property-kind";
import { createStatedTypes } from "./stated-types";
import { suggestNotes } from "./suggest-notes";
import { createUnreadEdits } from "./unread-edits";
import { gatherValues } from "./usual-values";
import { writeNote } from "./write-note";

/** What edits of properties are given by the plugin. */
export interface PropertyEditsParts {
	readonly app: App;
	readonly index: () => NoteLookup;
	readonly texts: Texts["table"]["edit"];
}

/** Edits the properties of notes from tables: each edit changes the property's own lines alone, and can be undone. */
export class PropertyEdits implements CellEdits {
	readonly #app: App;
	readonly #index: () => NoteLookup;
	readonly #texts: Texts["table"]["edit"];
	readonly #journal = createEditJournal<TFile>();
	readonly #types;
	readonly #notices;
	readonly #unread = createUnreadEdits((note) => this.#index().note(note)?.record.mtime);
	readonly #listeners = createListeners();
	/** One write after the other: an undo must meet the note that the edit before it left. */
	#work: Promise<unknown> = Promise.resolve();

	constructor({ app, index, texts }: PropertyEditsParts) {
		this.#app = app;
		this.#index = index;
		this.#texts = texts;
		this.#types = createStatedTypes(app);
		this.#notices = createEditNotices(texts);
	}

	prepare(): void {
		void this.#types.refresh();
	}

	find(note: string, name: string): CellProperty | undefined {
		const record = this.#index().note(note)?.record;
		const found = record === undefined ? undefined : findProperty(record, name);
		return found === undefined ? undefined : this.#unread.latest({ note, ...found });
	}

	isRead(note: string): boolean {
		return !this.#unread.has(note);
	}

	open({ note, key, value }: CellProperty): PropertyKind | undefined {
		const record = this.#index().note(note)?.record;
		const name = noteName(note);
		if (record?.unreadable !== undefined && record.unreadable !== null) {
			this.#notices.say(this.#texts.unreadable(name, null, record.unreadable));
			return undefined;
		}
		const usual = (): PropertyKind | undefined => gatherValues(this.#index(), key).kind;
		const kind = chooseKind(value, this.#types.of(key), usual);
		if (kind === undefined) this.#notices.say(this.#texts.nested(key, name));
		return kind;
	}

	async save(property: CellProperty, value: EditedValue, table: string): Promise<SaveResult> {
		return this.#follow(property, rawOfEdited(value), () =>
			this.#queue(() => this.#write(property, value, table)),
		);
	}

	async #write(property: CellProperty, value: EditedValue, table: string): Promise<SaveResult> {
		const { note, key } = property;
		const file = this.#app.vault.getFileByPath(note);
		if (file === null) return { ok: false, message: this.#texts.gone(noteName(note)) };
		const name = property.value === undefined ? this.#spelling(key) : key;
		const edit = await writeNote(this.#app, file, (text) =>
			setProperty(text, name, value, property.value),
		);
		if (!edit.ok) {
			const { refusal } = edit;
			// Somebody was quicker and wanted the same: there is nothing left to do.
			if (refusal.reason === "changed" && isSameValue(refusal.found, rawOfEdited(value)))
				return { ok: true, property: { note: file.path, key: name, value: refusal.found } };
			const message = describeRefusal(refusal, name, file.basename, this.#texts);
			if (refusal.reason !== "changed") return { ok: false, message };
			return { ok: false, message, found: { value: refusal.found } };
		}
		const id = this.#journal.add(table, file, edit.change);
		this.#notices.changed(file.basename, edit.change, () => {
			this.#turn(() => (this.#journal.entry(id)?.isUndone === false ? id : undefined));
		});
		return { ok: true, property: { note: file.path, key: name, value: edit.change.after.value } };
	}

	watch(listener: () => void): () => void {
		return this.#listeners.add(listener);
	}

	tell(message: string): void {
		this.#notices.say(message);
	}

	undo(table?: string): void {
		this.#turn(() => this.#journal.lastDone(table), this.#texts.nothingToUndo);
	}

	redo(table?: string): void {
		this.#turn(() => this.#journal.lastUndone(table), this.#texts.nothingToRedo);
	}

	/** Whether there is an edit to undo, or one to do again, in any table. */
	get canUndo(): boolean {
		return this.#journal.lastDone() !== undefined;
	}

	get canRedo(): boolean {
		return this.#journal.lastUndone() !== undefined;
	}

	suggestValues(key: string): readonly string[] {
		return gatherValues(this.#index(), key).texts;
	}

	suggestNotes(text: string, from: string): ReturnType<CellEdits["suggestNotes"]> {
		return suggestNotes(this.#app, text, from);
	}

	/** Undoes an edit, or does it again; which one is known once the edits before have been written. */
	#turn(find: () => number | undefined, nothing?: string): void {
		const work = this.#queue(async () => {
			const id = find();
			const entry = id === undefined ? undefined : this.#journal.entry(id);
			if (id === undefined || entry === undefined) {
				if (nothing !== undefined) this.#notices.say(nothing);
				return;
			}
			const { key, before, after } = entry.change;
			const property = { note: entry.file.path, key, value: after.value };
			await this.#follow(property, before.value, () => this.#revert(id, entry, property));
		});
		void work.catch((error: unknown) => this.#notices.say(String(error)));
	}

	/** Puts a property back as it was before a change. */
	async #revert(
		id: number,
		{ file, change }: JournalEntry<TFile>,
		property: CellProperty,
	): Promise<SaveResult> {
		const { basename } = file;
		const refuse = (message: string): SaveResult => {
			this.#journal.drop(id);
			this.#notices.say(message);
			return { ok: false, message };
		};
		if (this.#app.vault.getFileByPath(file.path) !== file)
			return refuse(this.#texts.gone(basename));
		const edit = await writeNote(this.#app, file, (text) => revertProperty(text, change));
		if (!edit.ok) {
			const reason = describeRefusal(edit.refusal, change.key, basename, this.#texts);
			return refuse(this.#texts.notUndone(reason));
		}
		this.#journal.turn(id, edit.change);
		this.#notices.undone(basename, edit.change);
		return { ok: true, property: { ...property, value: change.before.value } };
	}

	/** A property that a note does not have yet is spelt as in other notes. */
	#spelling(name: string): string {
		return gatherValues(this.#index(), name).key ?? name;
	}

	/** Lets a property count as having a value while it is being written. */
	async #follow(
		property: CellProperty,
		value: unknown,
		write: () => Promise<SaveResult>,
	): Promise<SaveResult> {
		this.#unread.begin(property, value);
		this.#listeners.tell();
		let now: CellProperty | null = null;
		try {
			const result = await write();
			if (result.ok) now = result.property;
			return result;
		} finally {
			const mtime = this.#app.vault.getFileByPath(property.note)?.stat.mtime ?? 0;
			this.#unread.end(property, now, mtime);
			this.#listeners.tell();
		}
	}

	#queue<Result>(work: () => Promise<Result>): Promise<Result> {
		const result = this.#work.then(work);
		this.#work = result.catch(() => undefined);
		return result;
	}
}
