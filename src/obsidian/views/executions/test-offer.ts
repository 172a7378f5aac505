import type { LinkedRule } from "../../../core/executions/link-evidence";
import type { LabInput } from "../../../core/executions/read-lab-inputs";

/** What a test offers to the form. */
export interface TestOffer {
	readonly inputs: readonly LabInput[];
	readonly first: readonly LinkedRule[];
	readonly others: readonly LinkedRule[];
}
