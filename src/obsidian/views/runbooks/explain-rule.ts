import type { ExpectationEvidence, ExpectedRule } from "../../../core/runbooks/expect-rules";
import type { Texts } from "../../text/en";

/** Values that one reason names. */
const MOST = 4;

/** Says in words why a rule is expected to fire, the most telling reason first. */
export function explainRule({ why }: ExpectedRule, texts: Texts["runbooks"]["why"]): string {
	return why.map((evidence) => explain(evidence, texts)).join("; ");
}

function explain(evidence: ExpectationEvidence, texts: Texts["runbooks"]["why"]): string {
	switch (evidence.kind) {
		case "simulation":
			return texts.simulation;
		case "execution": {
			const date = evidence.started?.slice(0, 10) ?? "";
			if (evidence.verdict === "fired") return texts.fired(date).trim();
			return (evidence.verdict === "missed" ? texts.missed(date) : texts.judged(date)).trim();
		}
		case "technique":
			return texts.technique(evidence.technique, evidence.platform);
		case "command": {
			const { values, isWhole, unless } = evidence;
			const shown = values.slice(0, MOST).map((value) => `“${value.trim()}”`);
			const rest = values.length - shown.length;
			const text = [...shown, ...(rest > 0 ? [texts.more(rest)] : [])].join(", ");
			if (!isWhole) return texts.some(text);
			const fields = unless.map((field) => (field === "" ? texts.keyword : field)).join(", ");
			return unless.length === 0 ? texts.command(text) : texts.unless(text, fields);
		}
	}
}
