import type { LabInput } from "../../../core/executions/read-lab-inputs";
import type { RuleOffer } from "../../../core/runbooks/offer-rules";

/** What a test offers to the form. */
export interface TestOffer extends RuleOffer {
	readonly inputs: readonly LabInput[];
}
