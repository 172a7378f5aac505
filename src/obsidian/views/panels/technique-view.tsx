import { useHost } from "../view-host";
import { Fold } from "./fold";
import { TECHNIQUE_PANELS } from "./panel-names";
import type { TechniquePart } from "./panel-names";
import type { PartProps } from "./panel-props";
import { PartView } from "./part-view";

/** Over more rules only the overview is open at first: each table costs time. */
const MANY_RULES = 1000;

/** What there is to say of a technique without a rule. */
const WITHOUT_RULES: readonly TechniquePart[] = ["overview", "rules", "runbooks"];

/** All parts of a technique's panel, each below a heading that folds it; what is folded is not worked out. */
export function TechniqueView(props: PartProps) {
	const { titles } = useHost().texts.panel;
	const { length: rules } = props.panel.rules;
	const isLarge = rules > MANY_RULES;
	return (
		<>
			{(rules === 0 ? WITHOUT_RULES : TECHNIQUE_PANELS).map((name) => (
				<Fold key={name} title={titles[name]} isOpenAtFirst={!isLarge || name === "overview"}>
					{() => <PartView {...props} name={name} />}
				</Fold>
			))}
		</>
	);
}
