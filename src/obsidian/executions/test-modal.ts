import { FuzzySuggestModal } from "obsidian";
import type { App } from "obsidian";
import type { KnownTest } from "../../core/executions/test-index";

/** Lets a person choose a test of the vault's runbooks. */
export class TestModal extends FuzzySuggestModal<KnownTest> {
	readonly #tests: readonly KnownTest[];
	readonly #choose: (test: KnownTest) => void;

	constructor(
		app: App,
		tests: readonly KnownTest[],
		placeholder: string,
		choose: (test: KnownTest) => void,
	) {
		super(app);
		this.#tests = tests;
		this.#choose = choose;
		this.limit = 50;
		this.setPlaceholder(placeholder);
	}

	override getItems(): KnownTest[] {
		return [...this.#tests];
	}

	override getItemText(known: KnownTest): string {
		return `${nameTest(known)} · ${known.technique ?? known.runbook.title} · ${known.test.guid.slice(0, 8)}`;
	}

	override onChooseItem(known: KnownTest): void {
		this.#choose(known);
	}
}

/** Gives a test's name, else its GUID. */
export function nameTest({ test }: KnownTest): string {
	return test.name ?? test.guid;
}
