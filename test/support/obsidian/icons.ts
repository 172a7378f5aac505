const namespace = "http://www.w3.org/2000/svg";

/** Plain drawings for the icons that the plugin uses; Obsidian's own are not available here. */
const drawings: Readonly<Record<string, string>> = {
	"alert-triangle": "M12 4 21 20H3ZM12 10v4M12 17v.5",
	"arrow-down": "M12 5v14M6 13l6 6 6-6",
	"arrow-up": "M12 19V5M6 11l6-6 6 6",
	"chevron-down": "M6 9l6 6 6-6",
	"chevron-left": "M15 6l-6 6 6 6",
	"chevron-right": "M9 6l6 6-6 6",
	"chevron-up": "M6 15l6-6 6 6",
	"chevrons-up-down": "M7 9l5-5 5 5M7 15l5 5 5-5",
	"chevrons-down-up": "M7 5l5 5 5-5M7 19l5-5 5 5",
	copy: "M9 9h11v11H9ZM5 15H4V4h11v1",
	download: "M12 4v11M7 11l5 5 5-5M5 20h14",
	info: "M12 3a9 9 0 1 0 .01 0ZM12 11v5M12 8v.5",
	"clipboard-pen":
		"M9 2h6v4H9ZM15 4h3a1 1 0 0 1 1 1v4M9 4H6a1 1 0 0 0-1 1v15a1 1 0 0 0 1 1h4M13 21l.5-3 6-6 2.500 2.500-6 6Z",
	"layout-grid": "M4 4h6v6H4ZM14 4h6v6h-6ZM4 14h6v6H4ZM14 14h6v6h-6Z",
	"list-filter": "M3 6h18M7 12h10M10 18h4",
	search: "M11 4a7 7 0 1 0 .01 0ZM16 16l5 5",
	table: "M3 5h18v14H3ZM3 10h18M3 15h18M9 5v14",
	trash: "M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13",
	x: "M6 6l12 12M18 6 6 18",
};
const placeholder = "M7 5h10a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2Z";

/** An icon by its name: one of the drawings above, else one plain shape that bears the name. */
export function getIcon(iconId: string): SVGSVGElement | null {
	if (iconId === "") return null;
	const name = iconId.replace(/^lucide-/, "");
	const svg = document.createElementNS(namespace, "svg");
	const look = {
		class: `svg-icon lucide-${name}`,
		viewBox: "0 0 24 24",
		fill: "none",
		stroke: "currentColor",
		"stroke-width": "2",
		"stroke-linecap": "round",
		"stroke-linejoin": "round",
	};
	for (const [key, value] of Object.entries(look)) svg.setAttribute(key, value);
	const path = document.createElementNS(namespace, "path");
	path.setAttribute("d", drawings[name] ?? placeholder);
	svg.append(path);
	return svg;
}

export function setIcon(parent: HTMLElement, iconId: string): void {
	parent.replaceChildren();
	const icon = getIcon(iconId);
	if (icon !== null) parent.append(icon);
}
