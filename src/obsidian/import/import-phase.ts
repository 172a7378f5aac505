import type { ImportPlan } from "../../core/ingest/import-plan";
import type { ImportResult } from "../../core/model/import-result";
import type { MissingSource } from "./chosen-source";

/** Where an import stands. */
export type ImportPhase =
	| { readonly kind: "choose" }
	| { readonly kind: "planning" }
	| {
			readonly kind: "review";
			readonly plan: ImportPlan;
			/** Sources that could not be downloaded, and are no part of the plan. */
			readonly missing: readonly MissingSource[];
	  }
	| { readonly kind: "writing"; readonly plan: ImportPlan }
	| {
			readonly kind: "done";
			readonly result: ImportResult;
			/** Path of the report note, null where nothing changed. */
			readonly report: string | null;
			/** Whether the person stopped it before the last note. */
			readonly stopped: boolean;
	  }
	| { readonly kind: "failed"; readonly message: string };

/** Whether an import works on its own in this phase. */
export function isBusy(kind: ImportPhase["kind"] | undefined): boolean {
	return kind === "planning" || kind === "writing";
}
