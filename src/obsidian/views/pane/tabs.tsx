import type { ComponentChildren } from "preact";
import { useId, useRef } from "preact/hooks";

/** Tabs and what the open one shows; arrow keys, Home and End go from tab to tab. */
export function Tabs<Name extends string>(props: {
	readonly label: string;
	readonly names: readonly Name[];
	readonly titles: Readonly<Record<Name, string>>;
	readonly open: Name;
	readonly onOpen: (name: Name) => void;
	readonly children: ComponentChildren;
}) {
	const { names, open, onOpen } = props;
	const id = useId();
	const list = useRef<HTMLDivElement>(null);
	const go = (event: KeyboardEvent): void => {
		const index = targetOf(event.key, names.indexOf(open), names.length);
		const name = index === undefined ? undefined : names[index];
		if (name === undefined || index === undefined) return;
		event.preventDefault();
		onOpen(name);
		list.current?.querySelectorAll<HTMLElement>("[role=tab]")[index]?.focus();
	};
	return (
		<>
			<div
				ref={list}
				class="detection-vault-pane-tabs"
				role="tablist"
				aria-label={props.label}
				onKeyDown={go}
			>
				{names.map((name) => (
					<button
						key={name}
						id={`${id}-${name}`}
						type="button"
						role="tab"
						class="detection-vault-choice"
						aria-selected={name === open}
						aria-controls={name === open ? id : undefined}
						tabIndex={name === open ? 0 : -1}
						onClick={() => onOpen(name)}
					>
						{props.titles[name]}
					</button>
				))}
			</div>
			<div id={id} role="tabpanel" aria-labelledby={`${id}-${open}`}>
				{props.children}
			</div>
		</>
	);
}

function targetOf(key: string, from: number, count: number): number | undefined {
	switch (key) {
		case "ArrowRight":
			return (from + 1) % count;
		case "ArrowLeft":
			return (from - 1 + count) % count;
		case "Home":
			return 0;
		case "End":
			return count - 1;
		default:
			return undefined;
	}
}
