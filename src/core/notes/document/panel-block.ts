/** Writes a block that the plugin draws as a panel of the note it stands in. */
export function writePanel(panel: "technique" | "rule" | "runbook"): string {
	return `\`\`\`detection-vault\npanel: ${panel}\n\`\`\``;
}
