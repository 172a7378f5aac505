import { setIcon } from "obsidian";
import { useLayoutEffect, useRef } from "preact/hooks";

/** One of Obsidian's icons; it says nothing to a screen reader, so whatever holds it has a label. */
export function Icon({ name }: { readonly name: string }) {
	const place = useRef<HTMLSpanElement>(null);
	useLayoutEffect(() => {
		if (place.current !== null) setIcon(place.current, name);
	}, [name]);
	return <span ref={place} class="detection-vault-icon" aria-hidden="true" />;
}

/** A button that is only an icon, with its name as tooltip and for screen readers. */
export function IconButton(props: {
	readonly icon: string;
	readonly label: string;
	readonly onClick: () => void;
}) {
	return (
		<button
			type="button"
			class="clickable-icon detection-vault-icon-button"
			aria-label={props.label}
			onClick={props.onClick}
		>
			<Icon name={props.icon} />
		</button>
	);
}
