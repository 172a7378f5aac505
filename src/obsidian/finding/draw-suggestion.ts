import type { FindableTechnique } from "../../core/finding/list-techniques";
import type { Texts } from "../text/en";

/** Draws a technique as one of several to choose from. */
export function drawSuggestion(
	{ id, name, parentName, tactics, path, rules, tests }: FindableTechnique,
	el: HTMLElement,
	texts: Texts["finding"],
): void {
	el.addClasses(["mod-complex", "detection-vault-suggestion"]);
	const content = el.createDiv({ cls: "suggestion-content" });
	const title = content.createDiv({ cls: "suggestion-title" });
	title.createSpan({ cls: "detection-vault-suggestion-id", text: id });
	title.appendText(` ${parentName === null ? name : `${parentName}: ${name}`}`);
	const notes = [tactics.join(", "), path === null ? texts.notImported : ""];
	content.createDiv({ cls: "suggestion-note", text: notes.filter(Boolean).join(" · ") });
	const counts = [rules === 0 ? "" : texts.rules(rules), tests === 0 ? "" : texts.tests(tests)];
	el.createDiv({ cls: "suggestion-aux" }).createSpan({
		cls: "suggestion-flair",
		text: counts.filter(Boolean).join(" · "),
	});
}
