import type { App, TFile } from "obsidian";
import { findProperty } from "../../core/index/find-property";
import type { NoteLookup } from "../../core/index/note-index";
import type { EditedValue } from "../../core/notes/front-matter/edited-value";
import { revertProperty, setProperty } from "../../core/notes/front-matter/set-property";
import type { Texts } from "../text/en";
import type { CellEdits, CellProperty, SaveResult } from "../views/table/cell-edits";
import { createEditJournal } from "./edit-journal";
import { createEditNotices, describeRefusal } from "./edit-notices";
import { chooseKind } from "./property-kind";
import type { PropertyKind } from "./property-kind";
import { createStatedTypes } from "./stated-types";
import { suggestNotes } from "./suggest-notes";
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
		return found === undefined ? undefined : { note, ...found };
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

	save(property: CellProperty, value: EditedValue, table: string): Promise<SaveResult> {
		return this.#queue(async () => {
			const { note, key } = property;
			const file = this.#app.vault.getFileByPath(note);
			if (file === null) return { ok: false, message: this.#texts.gone(noteName(note)) };
			const name = property.value === undefined ? this.#spelling(key) : key;
			const edit = await writeNote(this.#app, file, (text) =>
				setProperty(text, name, value, property.value),
			);
			if (!edit.ok) {
				const { refusal } = edit;
				const message = describeRefusal(refusal, name, file.basename, this.#texts);
				if (refusal.reason !== "changed") return { ok: false, message };
				return { ok: false, message, found: { value: refusal.found } };
			}
			const id = this.#journal.add(table, file, edit.change);
			this.#notices.changed(file.basename, edit.change, () => {
				if (this.#journal.entry(id)?.isUndone === false) this.#turn(id);
			});
			return { ok: true, property: { note: file.path, key: name, value: edit.change.after.value } };
		});
	}

	tell(message: string): void {
		this.#notices.say(message);
	}

	undo(table?: string): void {
		this.#turn(this.#journal.lastDone(table), this.#texts.nothingToUndo);
	}

	redo(table?: string): void {
		this.#turn(this.#journal.lastUndone(table), this.#texts.nothingToRedo);
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

	/** Undoes an edit, or does it again. */
	#turn(id: number | undefined, nothing = ""): void {
		const entry = id === undefined ? undefined : this.#journal.entry(id);
		if (id === undefined || entry === undefined) {
			this.#notices.say(nothing);
			return;
		}
		void this.#queue(async () => {
			const { file, change } = entry;
			const { basename } = file;
			if (this.#app.vault.getFileByPath(file.path) !== file) {
				this.#journal.drop(id);
				this.#notices.say(this.#texts.gone(basename));
				return;
			}
			const edit = await writeNote(this.#app, file, (text) => revertProperty(text, change));
			if (edit.ok) {
				this.#journal.turn(id, edit.change);
				this.#notices.undone(basename, edit.change);
				return;
			}
			this.#journal.drop(id);
			const reason = describeRefusal(edit.refusal, change.key, basename, this.#texts);
			this.#notices.say(this.#texts.notUndone(reason));
		}).catch((error: unknown) => this.#notices.say(String(error)));
	}

	/** A property that a note does not have yet is spelt as in other notes. */
	#spelling(name: string): string {
		return gatherValues(this.#index(), name).key ?? name;
	}

	#queue<Result>(work: () => Promise<Result>): Promise<Result> {
		const result = this.#work.then(work);
		this.#work = result.catch(() => undefined);
		return result;
	}
}

function noteName(path: string): string {
	return path.slice(path.lastIndexOf("/") + 1).replace(/\.md$/i, "");
}
