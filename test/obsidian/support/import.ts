import { h, render } from "preact";
import { act } from "preact/test-utils";
import type { ImportPlan, PlannedNote } from "../../../src/core/ingest/import-plan";
import type { ImportResult } from "../../../src/core/model/import-result";
import type { ChosenSource } from "../../../src/obsidian/import/chosen-source";
import type { ImportPhase } from "../../../src/obsidian/import/import-phase";
import type { ImportSession } from "../../../src/obsidian/import/import-session";
import type { WriteCounts } from "../../../src/obsidian/import/write-counts";
import type { ImportState } from "../../../src/obsidian/ports/import-progress";
import type { RememberedSource } from "../../../src/obsidian/settings/remembered-source";
import { createTexts } from "../../../src/obsidian/text/create-texts";
import { ImportContext } from "../../../src/obsidian/views/import/import-host";
import type { ImportViewHost } from "../../../src/obsidian/views/import/import-host";
import { ImportView } from "../../../src/obsidian/views/import/import-view";

/** The result of an import, all of it zero unless told. */
export function resultOf(part: Partial<ImportResult> = {}): ImportResult {
	return {
		techniques: 0,
		rules: { sigma: 0, elastic: 0, splunk: 0, kusto: 0, "yara-l": 0 },
		runbooks: 0,
		created: 0,
		updated: 0,
		unchanged: 0,
		conflicts: 0,
		files: { read: 0, used: 0, context: 0, skipped: 0 },
		skipped: [],
		gone: [],
		problems: [],
		report: null,
		...part,
	};
}

/** A planned note; it is a new rule unless told otherwise. */
export function plannedNote(path: string, part: Partial<PlannedNote> = {}): PlannedNote {
	return {
		kind: "rule",
		id: path,
		path,
		action: "create",
		before: undefined,
		after: `# ${path}\n`,
		conflicts: [],
		differs: [],
		...part,
	};
}

/** A plan of these notes. */
export function planOf(notes: readonly PlannedNote[], result = resultOf()): ImportPlan {
	return {
		notes,
		moves: [],
		data: [],
		bases: [],
		attackVersions: new Map(),
		result,
		cancelled: false,
	};
}

/** A session whose phases a test sets. */
export interface PlayedSession extends ImportSession {
	/** What the window asked for, in order. */
	readonly asked: string[];
	enter(phase: ImportPhase, state?: ImportState, counts?: WriteCounts): void;
}

/** Makes a session that does nothing but say where it is. */
export function playSession(): PlayedSession {
	let phase: ImportPhase = { kind: "choose" };
	let chosen: readonly ChosenSource[] = [];
	let state: ImportState = { stage: "read", done: 0, total: null, detail: "" };
	let counts: WriteCounts | undefined;
	let left: ReadonlySet<string> = new Set();
	let stopping = false;
	let paused = false;
	const listeners = new Set<() => void>();
	const changed = (): void => void act(() => listeners.forEach((listener) => listener()));
	const asked: string[] = [];
	return {
		asked,
		phase: () => phase,
		progress: () => state,
		counts: () => counts,
		leftOut: () => left,
		leave(paths, isLeft) {
			const next = new Set(left);
			for (const path of paths) {
				if (isLeft) next.add(path);
				else next.delete(path);
			}
			left = next;
			changed();
		},
		stopping: () => stopping,
		paused: () => paused,
		pause() {
			paused = true;
			asked.push("pause");
			changed();
		},
		resume() {
			paused = false;
			asked.push("resume");
			changed();
		},
		chosen: () => chosen,
		add(sources) {
			chosen = [...chosen, ...sources];
			changed();
		},
		remove(source) {
			chosen = chosen.filter((kept) => kept !== source);
			changed();
		},
		plan({ attackVersion, restore }) {
			asked.push(["plan", attackVersion, restore ? "restore" : ""].filter(Boolean).join(" "));
			return Promise.resolve();
		},
		answer(moves) {
			asked.push(`answer ${[...moves].map((move) => move.join("=")).join(" ")}`);
			return Promise.resolve();
		},
		apply() {
			asked.push("apply");
			return Promise.resolve();
		},
		cancel() {
			stopping = true;
			asked.push("cancel");
			changed();
		},
		back: () => void asked.push("back"),
		onChange(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		enter(next, nextState = state, nextCounts = counts) {
			phase = next;
			state = nextState;
			counts = nextCounts;
			changed();
		},
	};
}

/** The import window's content over a session, with what it was asked to do elsewhere. */
export function drawImport(
	session: ImportSession,
	remembered: readonly RememberedSource[] = [],
): { readonly el: HTMLElement; readonly done: string[] } {
	const el = document.body.createDiv();
	const done: string[] = [];
	const host: ImportViewHost = {
		session,
		texts: createTexts("en").import,
		language: "en",
		attackVersion: "",
		canChooseFolders: true,
		remembered,
		chooseInVault: (kind) => done.push(`choose ${kind}`),
		openRemembered: () => undefined,
		addPublished: (kind) => done.push(`published ${kind}`),
		allowDownload: ({ name }) => done.push(`allow ${name}`),
		openNote: (path) => done.push(`open ${path}`),
		linkRuns: () => done.push("link runs"),
		showConflicts: () => done.push("show conflicts"),
		close: () => done.push("close"),
		tell: (message) => done.push(message),
	};
	void act(() => render(h(ImportContext.Provider, { value: host }, h(ImportView, {})), el));
	return { el, done };
}
