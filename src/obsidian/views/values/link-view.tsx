import type { TargetedMouseEvent } from "preact";
import { useContext } from "preact/hooks";
import { useHost } from "../view-host";
import { LinkTabIndex } from "./link-focus";

/** A link to a note, which opens, previews and offers its menu as Obsidian's own do. */
export function NoteLink({ target, text }: { readonly target: string; readonly text: string }) {
	const { links } = useHost();
	const tabIndex = useContext(LinkTabIndex);
	const open = (event: TargetedMouseEvent<HTMLAnchorElement>) => {
		if (event.button > 1) return;
		// The Markdown view around it would open the link a second time.
		event.preventDefault();
		event.stopPropagation();
		links.open(target, event);
	};
	return (
		<a
			class={links.resolves(target) ? "internal-link" : "internal-link is-unresolved"}
			href={target}
			data-href={target}
			tabIndex={tabIndex}
			onClick={open}
			onAuxClick={open}
			onMouseOver={(event) => links.preview(target, event, event.currentTarget)}
			onContextMenu={(event) => {
				event.preventDefault();
				event.stopPropagation();
				links.showMenu(target, event);
			}}
		>
			{text}
		</a>
	);
}

/** A link out of the vault, which the system's browser opens. */
export function WebLink({ url, text }: { readonly url: string; readonly text: string }) {
	const tabIndex = useContext(LinkTabIndex);
	return (
		<a class="external-link" href={url} target="_blank" rel="noopener nofollow" tabIndex={tabIndex}>
			{text}
		</a>
	);
}
