import { Menu } from "obsidian";
import { IconButton } from "../icon";
import { useHost } from "../view-host";
import { useRef } from "preact/hooks";
import { EXPORT_KINDS } from "./matrix-actions";
import type { ExportKind } from "./matrix-actions";

const ICONS: Readonly<Record<ExportKind, string>> = {
	...{ svg: "image", png: "image", csv: "table", layer: "layers" },
};

/** Offers the forms in which the matrix can be taken elsewhere. */
export function ExportButton({ onExport }: { readonly onExport: (kind: ExportKind) => void }) {
	const { exports: texts } = useHost().texts.matrix;
	const place = useRef<HTMLSpanElement>(null);
	const open = (): void => {
		const menu = new Menu();
		for (const kind of EXPORT_KINDS)
			menu.addItem((item) =>
				item
					.setIcon(ICONS[kind])
					.setTitle(texts[kind])
					.onClick(() => onExport(kind)),
			);
		const box = place.current?.getBoundingClientRect();
		// The button stands at the right edge: the menu opens to the left of it.
		const position = { x: box?.right ?? 0, y: box?.bottom ?? 0, left: true };
		menu.showAtPosition(position, place.current?.doc);
	};
	return (
		<span ref={place}>
			<IconButton icon="download" label={texts.title} onClick={open} />
		</span>
	);
}
