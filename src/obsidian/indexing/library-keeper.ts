import type { AttackData } from "../../core/attack/attack-data";
import type { NoteRecord } from "../../core/index/note-record";
import type { VaultKnowledge } from "../../core/ingest/open-knowledge";
import { readLibrarySnapshot, writeLibrarySnapshot } from "../../core/library/library-snapshot";
import type { VaultLibrary } from "../../core/library/vault-library";
import { createVaultLibrary } from "../../core/library/vault-library";
import type { Problem } from "../../core/model/problem";
import type { PanelSources } from "../../core/panels/technique-panel";

/** Keeps the vault's techniques, rules and runbooks beside the index, from the same reading of its notes. */
export class LibraryKeeper {
	#knowledge: VaultKnowledge;
	#library: VaultLibrary;

	constructor(knowledge: VaultKnowledge) {
		this.#knowledge = knowledge;
		this.#library = createVaultLibrary(knowledge.rules);
	}

	/** What panels are worked out from. */
	get sources(): PanelSources {
		const { resolver, rules } = this.#knowledge;
		return { library: this.#library, resolver, knowledge: rules };
	}

	/** What the vault knows of ATT&CK. */
	get attack(): AttackData {
		return this.#knowledge.attack;
	}

	/** What is wrong with what rules are understood with. */
	get problems(): readonly Problem[] {
		return this.#knowledge.problems;
	}

	/** Gathers what every technique's panel asks for, so that the first one need not; an edit gathers nothing before it is asked for. */
	prepare(): void {
		this.#library.prepare();
	}

	put(record: NoteRecord, text: string): void {
		this.#library.put(record, text);
	}

	remove(path: string): void {
		this.#library.remove(path);
	}

	rename(from: string, to: string): void {
		this.#library.rename(from, to);
	}

	/** Takes over other knowledge; false where rules are to be understood anew with it, which takes another keeper and all notes. */
	learn(knowledge: VaultKnowledge): boolean {
		if (knowledge.fingerprint !== this.#knowledge.fingerprint) return false;
		// Its rules stay those that they were, and so do their panels.
		this.#knowledge = { ...knowledge, rules: this.#knowledge.rules };
		return true;
	}

	/** Writes what is known of some notes, to be kept between starts, and that nothing is where none of them counts. */
	write(paths: Iterable<string>): string {
		const entries = [...paths].flatMap((path) => this.#library.entry(path) ?? []);
		return writeLibrarySnapshot(entries, this.#knowledge.fingerprint);
	}

	/** Takes over what was kept of the notes that `isCurrent` holds for; false where the text is damaged or of other knowledge. */
	restore(text: string, isCurrent: (path: string) => boolean): boolean {
		const entries = readLibrarySnapshot(text, this.#knowledge.fingerprint);
		if (entries === undefined) return false;
		for (const entry of entries) if (isCurrent(entry.path)) this.#library.keep(entry);
		return true;
	}
}
