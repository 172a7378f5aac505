import type { Table } from "../formats/values";
import type { AttackDomain } from "../model/attack";
import { parentTechniqueId } from "../text/technique-ids";
import type { Layer } from "./layer";
import { LAYER_FORMAT } from "./upgrade-layer";

/** The Navigator that wrote the format's current specification. */
const NAVIGATOR = "5.2.0";

/** What a layer is made of. */
export interface LayerDraft {
	readonly name: string;
	readonly description: string;
	readonly domain: AttackDomain;
	/** `18.1`; null where it is not known. */
	readonly attackVersion: string | null;
	/** Techniques with a score; one with sub-techniques among them is unfolded. */
	readonly techniques: readonly DraftedTechnique[];
	/** Scores of both ends of the gradient; the second is greater. */
	readonly bounds: readonly [least: number, most: number];
	/** From the least to the most, `#rrggbb`; two or more. */
	readonly colors: readonly string[];
	readonly legend: readonly { readonly label: string; readonly color: string }[];
}

/** One technique of a layer that is made here. */
export interface DraftedTechnique {
	readonly id: string;
	readonly score: number;
	readonly comment: string;
	readonly metadata: readonly { readonly name: string; readonly value: string }[];
}

/** Writes a layer as it was read, nothing left out, in format 4.5. */
export function writeLayer({ content }: Layer): string {
	return write(content);
}

/** Writes a new layer in format 4.5. */
export function writeNewLayer(draft: LayerDraft): string {
	const { name, description, domain, attackVersion, techniques, bounds, colors, legend } = draft;
	const attack = attackVersion === null ? {} : { attack: attackVersion.split(".")[0] ?? "" };
	const parents = new Set(
		techniques
			.map(({ id }) => id)
			.filter((id) => parentTechniqueId(id) !== id)
			.map(parentTechniqueId),
	);
	const content: Table = {
		name,
		versions: { ...attack, navigator: NAVIGATOR, layer: LAYER_FORMAT },
		domain: `${domain}-attack`,
		description,
		sorting: 0,
		layout: { layout: "side", showID: true, showName: true, expandedSubtechniques: "annotated" },
		hideDisabled: false,
		techniques: techniques.map(({ id, score, comment, metadata }) => ({
			...{ techniqueID: id, score },
			...(comment === "" ? {} : { comment }),
			...(metadata.length === 0 ? {} : { metadata }),
			...(parents.has(id) ? { showSubtechniques: true } : {}),
		})),
		gradient: { colors, minValue: bounds[0], maxValue: bounds[1] },
		legendItems: legend,
	};
	return write(content);
}

function write(content: Table): string {
	return `${JSON.stringify(content, null, "\t")}\n`;
}
