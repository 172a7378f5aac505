import type { ComponentChildren } from "preact";
import { Fold } from "../fold";

/** A part with its heading; `count` of zero leaves it out. */
export function Part(props: {
	readonly title: string;
	readonly count?: number;
	readonly isFolded?: boolean;
	readonly children: () => ComponentChildren;
}) {
	if (props.count === 0) return null;
	return (
		<Fold title={props.title} isOpenAtFirst={props.isFolded !== true}>
			{props.children}
		</Fold>
	);
}
