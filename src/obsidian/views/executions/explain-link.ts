import type { LinkEvidence } from "../../../core/executions/link-evidence";
import type { Texts } from "../../text/en";

/** Says why a rule and a runbook are linked. */
export function explainLink(evidence: LinkEvidence, texts: Texts["executions"]["why"]): string {
	switch (evidence.kind) {
		case "simulation":
			return texts.simulation(evidence.test ?? evidence.guid);
		case "execution":
			return texts.execution(evidence.verdict, evidence.started?.slice(0, 10) ?? texts.undated);
		case "technique":
			return texts.technique(evidence.technique, evidence.platform);
	}
}
