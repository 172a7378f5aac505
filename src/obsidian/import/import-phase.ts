import type { ImportPlan } from "../../core/ingest/import-plan";
import type { ImportResult } from "../../core/model/import-result";

/** Where an import stands. */
export type ImportPhase =
	| { readonly kind: "choose" }
	| { readonly kind: "planning" }
	| { readonly kind: "review"; readonly plan: ImportPlan }
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
