import { asTable, asText, asTexts, ownValue } from "../../../core/formats/values";
import { ATTACK_DOMAINS } from "../../../core/attack/attack-domains";
import type { AttackDomain } from "../../../core/model/attack";

/** How a person looks at the matrix; kept with the view. An empty list lets all through. */
export interface MatrixState {
	readonly domain: AttackDomain;
	/** Key of a lens. */
	readonly lens: string;
	/** Key of the lens that is compared with, "" for none. */
	readonly second: string;
	/** Ids of the groups and campaigns whose use is shown. */
	readonly actors: readonly string[];
	readonly isRolledUp: boolean;
	readonly platforms: readonly string[];
	/** Short names. */
	readonly tactics: readonly string[];
	readonly dataSources: readonly string[];
	readonly vendors: readonly string[];
	readonly statuses: readonly string[];
	readonly leastLevel: string;
	readonly search: string;
	/** Whether what the search does not find is left out. */
	readonly hidesOthers: boolean;
	readonly onlyGaps: boolean;
	/** Ids of techniques whose sub-techniques are shown. */
	readonly unfolded: readonly string[];
	readonly showsGaps: boolean;
	readonly showsFilters: boolean;
}

/** Lists of the state that filter. */
export type FilterKey = "platforms" | "tactics" | "dataSources" | "vendors" | "statuses";

/** What a person sees who chose nothing. */
export const FIRST_STATE: MatrixState = {
	...{ domain: "enterprise", lens: "rules", second: "", actors: [], isRolledUp: true },
	...{ platforms: [], tactics: [], dataSources: [], vendors: [], statuses: [], leastLevel: "" },
	...{ search: "", hidesOthers: false, onlyGaps: false, unfolded: [] },
	...{ showsGaps: false, showsFilters: false },
};

/** Reads a state that was kept; what is missing or of another shape is as at first. */
export function readMatrixState(value: unknown): MatrixState {
	const table = asTable(value) ?? {};
	const text = (key: "lens" | "second" | "leastLevel" | "search"): string =>
		asText(ownValue(table, key)) ?? FIRST_STATE[key];
	const flag = (
		key: "isRolledUp" | "hidesOthers" | "onlyGaps" | "showsGaps" | "showsFilters",
	): boolean => {
		const kept = ownValue(table, key);
		return typeof kept === "boolean" ? kept : FIRST_STATE[key];
	};
	const list = (key: FilterKey | "actors" | "unfolded"): readonly string[] =>
		asTexts(ownValue(table, key));
	return {
		domain: ATTACK_DOMAINS.find((domain) => domain === ownValue(table, "domain")) ?? "enterprise",
		...{ lens: text("lens"), second: text("second"), leastLevel: text("leastLevel") },
		...{ search: text("search"), actors: list("actors"), unfolded: list("unfolded") },
		...{ platforms: list("platforms"), tactics: list("tactics"), vendors: list("vendors") },
		...{ dataSources: list("dataSources"), statuses: list("statuses") },
		...{ isRolledUp: flag("isRolledUp"), hidesOthers: flag("hidesOthers") },
		...{ onlyGaps: flag("onlyGaps"), showsGaps: flag("showsGaps") },
		showsFilters: flag("showsFilters"),
	};
}

/** Number of filters that are set. */
export function countFilters(state: MatrixState): number {
	const lists = [
		...[state.platforms, state.tactics, state.dataSources, state.vendors, state.statuses],
	].filter((list) => list.length > 0);
	return lists.length + (state.leastLevel === "" ? 0 : 1) + (state.onlyGaps ? 1 : 0);
}

/** A state without filters; lens, folds and search stay. */
export function clearFilters(state: MatrixState): MatrixState {
	return {
		...state,
		...{ platforms: [], tactics: [], dataSources: [], vendors: [], statuses: [] },
		...{ leastLevel: "", onlyGaps: false },
	};
}
