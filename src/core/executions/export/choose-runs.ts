import type { ExecutionEntry } from "../../library/library-entry";
import type { VaultLibrary } from "../../library/vault-library";
import { compareCodeUnits } from "../../text/compare";

/** Which runs are exported; what is empty or absent chooses all. */
export interface RunChoice {
	/** In use, not resolved any more; a technique takes in its sub-techniques only where they are named too. */
	readonly covers?: ((technique: string) => boolean) | undefined;
	/** Name or path of a campaign's note. */
	readonly campaign?: string | undefined;
}

/** Gives the chosen runs, the earliest first. */
export function chooseRuns(
	library: VaultLibrary,
	{ covers, campaign }: RunChoice,
): readonly ExecutionEntry[] {
	const wanted = campaign === undefined ? undefined : nameOf(campaign);
	return library.runs.all
		.filter(({ techniques }) => covers === undefined || techniques.some(covers))
		.filter((run) => wanted === undefined || nameOf(run.campaign ?? "") === wanted)
		.sort(
			(a, b) =>
				compareCodeUnits(a.started ?? "", b.started ?? "") || compareCodeUnits(a.path, b.path),
		);
}

/** Gives the last part of a link target or path, as names are compared. */
function nameOf(target: string): string {
	return target
		.slice(target.lastIndexOf("/") + 1)
		.replace(/\.md$/i, "")
		.toLowerCase();
}
