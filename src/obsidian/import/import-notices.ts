import { Notice, Platform } from "obsidian";
import type { Texts } from "../text/en";
import type { ImportPhase } from "./import-phase";
import { isBusy } from "./import-phase";

/** Says what the person cannot see while the window is closed; the end leads back to it. */
export function notifyPhase(phase: ImportPhase, texts: Texts["import"], open: () => void): void {
	if (phase.kind === "review") new Notice(linkBack(texts.noticeReview, texts.show, open));
	if (phase.kind === "failed") new Notice(texts.failed.notice(phase.message));
	if (phase.kind === "done") {
		const { result, stopped } = phase;
		const { notice, noticeStopped, show } = texts.done;
		const text = stopped ? noticeStopped : notice(result.created, result.updated);
		new Notice(linkBack(text, show, open));
	}
}

/** Says that work goes on though its window was closed. */
export function notifyHidden(phase: ImportPhase, isPaused: boolean, texts: Texts["import"]): void {
	if (!isBusy(phase.kind)) return;
	const goesOn = Platform.isMobile ? texts.hiddenPhone : texts.hidden;
	new Notice(isPaused ? texts.hiddenPaused : goesOn);
}

/** A notice's text, with a button that opens the window again. */
function linkBack(text: string, name: string, open: () => void): DocumentFragment {
	return createFragment((fragment) => {
		fragment.createDiv({ text });
		const button = fragment.createEl("button", { text: name });
		button.addClass("detection-vault-notice-button");
		button.addEventListener("click", open);
	});
}
