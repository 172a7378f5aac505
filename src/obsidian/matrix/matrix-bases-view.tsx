import { BasesView } from "obsidian";
import type {
	BasesAllOptions,
	BasesEntry,
	BasesPropertyId,
	BasesViewConfig,
	HoverPopover,
	QueryController,
} from "obsidian";
import { render } from "preact";
import { ATTACK_DOMAINS } from "../../core/attack/attack-domains";
import type { MatrixEntry } from "../../core/matrix/entry-lens";
import { findTechniqueIds } from "../../core/text/technique-ids";
import type { Texts } from "../text/en";
import { MatrixBase } from "../views/matrix/matrix-base";
import type { BaseChoice } from "../views/matrix/matrix-base";
import { HostContext } from "../views/view-host";
import type { ViewHost } from "../views/view-host";
import { drawWhenSeen } from "./draw-when-seen";
import { createMatrixHost } from "./matrix-host";
import type { MatrixParts } from "./matrix-parts";

/** Type of the view in a base's file. */
export const MATRIX_BASE = "detection-vault-matrix";

/** The matrix of the notes that a base lists. */
export class MatrixBasesView extends BasesView {
	type = MATRIX_BASE;
	hoverPopover: HoverPopover | null = null;
	readonly #element: HTMLElement;
	readonly #parts: MatrixParts;
	readonly #host: ViewHost;
	#refresh: () => void = () => undefined;
	#hasData = false;

	constructor(controller: QueryController, containerEl: HTMLElement, parts: MatrixParts) {
		super(controller);
		this.#parts = parts;
		this.#element = containerEl.createDiv({ cls: "detection-vault-matrix-base" });
		this.#host = createMatrixHost(parts, this);
	}

	override onload(): void {
		this.#refresh = drawWhenSeen(this, this.#element, () => this.#draw());
		this.register(this.#parts.indexer.onChange(() => this.#refresh()));
	}

	override onunload(): void {
		render(null, this.#element);
		this.#element.remove();
	}

	onDataUpdated(): void {
		this.#hasData = true;
		this.#refresh();
	}

	#draw(): void {
		if (!this.#hasData) return;
		const { source, texts } = this.#parts;
		const property = this.config.getAsPropertyId("property");
		render(
			<HostContext.Provider value={this.#host}>
				<MatrixBase
					records={source.records()}
					progress={source.progress()}
					entries={this.data.data.map((entry) => this.#read(entry, property))}
					choice={readChoice(this.config, property, texts.matrix)}
				/>
			</HostContext.Provider>,
			this.#element,
		);
	}

	#read(entry: BasesEntry, property: BasesPropertyId | null): MatrixEntry {
		const { path } = entry.file;
		const known = this.#parts.indexer.panelSources?.library.entry(path);
		const techniques =
			known === undefined
				? ["note.attack_id", "note.techniques"].flatMap((name) =>
						findTechniqueIds(textOf(entry, name as BasesPropertyId)),
					)
				: known.kind === "technique"
					? [known.id]
					: known.techniques;
		const text = property === null ? "" : textOf(entry, property).trim();
		const amount = text === "" ? NaN : Number(text);
		return { path, techniques, amount: Number.isFinite(amount) ? amount : null };
	}
}

function textOf(entry: BasesEntry, property: BasesPropertyId): string {
	return entry.getValue(property)?.toString() ?? "";
}

function readChoice(
	config: BasesViewConfig,
	property: BasesPropertyId | null,
	texts: Texts["matrix"],
): BaseChoice {
	const text = (key: string): string => {
		const value = config.get(key);
		return typeof value === "string" ? value : "";
	};
	return {
		lens: text("lens") || "entries",
		domain: ATTACK_DOMAINS.find((domain) => domain === text("domain")) ?? "enterprise",
		isRolledUp: config.get("rollUp") !== false,
		showsAll: config.get("showAll") === true,
		property: property === null ? texts.base.amount : config.getDisplayName(property),
	};
}

/** What a person can choose for the view in a base. */
export function listBaseOptions(texts: Texts["matrix"]): BasesAllOptions[] {
	const { base, lenses, domains } = texts;
	return [
		{
			...{ type: "dropdown", key: "lens", displayName: base.lens, default: "entries" },
			options: {
				...{ entries: base.entries, property: base.property, rules: lenses.allRules },
				...{ parsed: lenses.parsed, tests: lenses.tests, proven: lenses.proven },
				...{ "last-run": lenses.lastRun, outcome: lenses.outcome },
			},
		},
		{ type: "property", key: "property", displayName: base.propertyToShow },
		{ type: "toggle", key: "rollUp", displayName: base.rollUp, default: true },
		{ type: "toggle", key: "showAll", displayName: base.all, default: false },
		{
			...{ type: "dropdown", key: "domain", displayName: texts.domain, default: "enterprise" },
			options: { ...domains },
		},
	];
}
