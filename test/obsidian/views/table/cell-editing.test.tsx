import { h, render } from "preact";
import { act } from "preact/test-utils";
import { describe, expect, it } from "vitest";
import type { EditedValue } from "../../../../src/core/notes/front-matter/edited-value";
import { createTexts } from "../../../../src/obsidian/text/create-texts";
import type { CellEdits, CellProperty } from "../../../../src/obsidian/views/table/cell-edits";
import { createTableMemories } from "../../../../src/obsidian/views/table/table-memory";
import { TableView } from "../../../../src/obsidian/views/table/table-view";
import { HostContext } from "../../../../src/obsidian/views/view-host";
import type { ViewHost } from "../../../../src/obsidian/views/view-host";
import { type } from "../../support/draw";
import { linkTo } from "../../support/values";

interface Played {
	readonly el: HTMLElement;
	readonly saved: (readonly [key: string, value: EditedValue])[];
	readonly told: string[];
	readonly undone: string[];
	readonly press: (key: string, more?: KeyboardEventInit) => void;
	readonly draw: (status: string | null) => void;
}

/** A table of one note whose status can be edited, over edits that write down what they are asked for. */
function play(properties: Record<string, unknown>, unreadable = false): Played {
	const el = document.body.createDiv();
	const saved: (readonly [string, EditedValue])[] = [];
	const told: string[] = [];
	const undone: string[] = [];
	const edits: CellEdits = {
		prepare: () => undefined,
		find: (note, key) => (key in properties ? { note, key, value: properties[key] } : undefined),
		isRead: () => true,
		watch: () => () => undefined,
		open: ({ value }: CellProperty) => {
			if (unreadable) told.push("unreadable");
			return unreadable ? undefined : typeof value === "boolean" ? "checkbox" : "text";
		},
		save: (property, value) => {
			saved.push([property.key, value]);
			return Promise.resolve({ ok: true, property });
		},
		tell: (message) => told.push(message),
		undo: (table) => undone.push(`undo ${table}`),
		redo: (table) => undone.push(`redo ${table}`),
		suggestValues: () => [],
		suggestNotes: () => [],
	};
	const host: ViewHost = {
		texts: createTexts("en"),
		language: "en",
		links: {
			open: (target) => told.push(`open ${target}`),
			preview: () => undefined,
			showMenu: () => undefined,
			resolves: () => true,
		},
		copy: () => undefined,
		importSources: undefined,
		edits,
		memory: createTableMemories().of(() => "Board.md"),
	};
	const draw = (status: string | null): void => {
		const view = h(TableView, {
			columns: ["File", "Status", "Done"],
			rows: [[linkTo("A.md"), status, properties["done"] === true]],
			notes: ["A.md"],
			editable: [null, "status", "done"],
			query: "TABLE status, done",
		});
		void act(() => render(h(HostContext.Provider, { value: host }, view), el));
	};
	draw("open");
	const press = (key: string, more: KeyboardEventInit = {}): void => {
		void act(() => {
			const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more });
			document.activeElement?.dispatchEvent(event);
		});
	};
	void act(() => el.querySelector<HTMLElement>("td")?.focus());
	return { el, saved, told, undone, press, draw };
}

const field = (el: HTMLElement): HTMLInputElement | null => el.querySelector("[data-main]");

describe("a cell that shows a property", () => {
	it("opens its field with Enter and F2, and closes it with Escape without a word", () => {
		const { el, press, saved } = play({ status: "open" });
		press("ArrowRight");
		for (const key of ["Enter", "F2"]) {
			press(key);
			expect(field(el)?.value).toBe("open");
			press("Escape");
			expect(field(el)).toBeNull();
		}
		expect(document.activeElement?.getAttribute("data-column")).toBe("1");
		expect(saved).toEqual([]);
	});

	it("saves nothing where nothing was changed", () => {
		const { el, press, saved } = play({ status: "open" });
		press("ArrowRight");
		press("Enter");
		press("Enter");
		expect(field(el)).toBeNull();
		expect(saved).toEqual([]);
	});

	it("toggles a checkbox with Space", () => {
		const { press, saved } = play({ status: "open", done: false });
		press("End");
		press(" ");
		expect(saved).toEqual([["done", { kind: "checkbox", checked: true }]]);
	});

	it("says nothing where the value is not the note's property, and opens a link with Enter", () => {
		const { el, press, told } = play({});
		press("Enter");
		expect(told).toEqual(["open A.md"]);
		press("ArrowRight");
		press("Enter");
		expect(field(el)).toBeNull();
		expect(told).toHaveLength(1);
		expect(el.querySelector(".is-editable")).toBeNull();
	});

	it("stays closed where the note's properties cannot be read", () => {
		const { el, press, told } = play({ status: undefined }, true);
		press("ArrowRight");
		press("Enter");
		expect(field(el)).toBeNull();
		expect(told).toEqual(["unreadable"]);
	});

	it("keeps the field and its text while the table is drawn anew", () => {
		const { el, press, draw } = play({ status: "open" });
		press("ArrowRight");
		press("Enter");
		const input = field(el);
		type(input, "half");
		draw("closed");
		expect(field(el)).toBe(input);
		expect(field(el)?.value).toBe("half");
	});

	it("is undone by the table's own keys", () => {
		const { press, undone } = play({ status: "open" });
		press("z", { ctrlKey: true });
		press("Z", { ctrlKey: true, shiftKey: true });
		press("z", { metaKey: true });
		press("y", { ctrlKey: true });
		const table = "Board.md\nTABLE status, done";
		expect(undone).toEqual([`undo ${table}`, `redo ${table}`, `undo ${table}`, `redo ${table}`]);
	});
});
