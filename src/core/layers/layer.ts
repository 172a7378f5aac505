import type { Table } from "../formats/values";
import type { AttackDomain } from "../model/attack";

/** What a layer says of one technique, under one tactic or under all of its tactics. */
export interface LayerTechnique {
	/** In ATT&CK's spelling, not resolved. */
	readonly id: string;
	/** A tactic's short name, null for all. */
	readonly tactic: string | null;
	readonly score: number | null;
	/** `#rrggbb`, null where the score decides. */
	readonly color: string | null;
	readonly comment: string;
	readonly isEnabled: boolean;
}

/** A layer of ATT&CK Navigator, understood in part and kept whole. */
export interface Layer {
	readonly name: string;
	readonly description: string;
	readonly domain: AttackDomain;
	/** Null where the layer names none. */
	readonly attackVersion: string | null;
	readonly techniques: readonly LayerTechnique[];
	/** The scores that the ends of its colours stand for; 0 and 100 where it states none. */
	readonly bounds: readonly [least: number, most: number];
	/** Everything that the file has, in format 4.5 and in the file's order: what is not understood above is not lost. */
	readonly content: Table;
}
