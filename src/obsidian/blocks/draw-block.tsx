import { PanelMessage } from "../views/panels/panel-message";
import type { DrawBlock } from "./block-child";
import { readBlock } from "./block-options";
import { drawPanel } from "./draw-panel";
import type { PanelParts } from "./draw-panel";
import { drawQuery } from "./draw-query";

/** Draws what the text of one of the plugin's own blocks asks for. */
export function drawBlock(source: string, parts: PanelParts): DrawBlock {
	const request = readBlock(source);
	switch (request.kind) {
		case "query":
			return drawQuery(request.query, parts);
		case "panel":
			return drawPanel(request, parts);
		case "broken":
			return () => <PanelMessage kind="options" detail={request.message} />;
	}
}
