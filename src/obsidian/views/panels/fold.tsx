import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import { Icon } from "../icon";

/** A part below a small heading that folds it; what is folded is not drawn. */
export function Fold(props: {
	readonly title: string;
	readonly isOpenAtFirst: boolean;
	readonly children: () => ComponentChildren;
}) {
	const [isOpen, setOpen] = useState(props.isOpenAtFirst);
	const id = useId();
	return (
		<section class="detection-vault-fold">
			<p class="detection-vault-fold-head" role="heading" aria-level={4}>
				<button
					type="button"
					class="detection-vault-fold-button"
					aria-expanded={isOpen}
					aria-controls={isOpen ? id : undefined}
					onClick={() => setOpen(!isOpen)}
				>
					<Icon name={isOpen ? "chevron-down" : "chevron-right"} />
					<span>{props.title}</span>
				</button>
			</p>
			{isOpen ? <div id={id}>{props.children()}</div> : null}
		</section>
	);
}
