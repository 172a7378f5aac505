/** A small Sigma rule about SSH; the number is the end of its id. */
export function writeSshRule(title = "SSH", number = 1): string {
	return [
		`title: ${title}`,
		`id: 00000000-0000-4000-8000-${String(number).padStart(12, "0")}`,
		"status: test",
		"tags: [attack.t1021.004]",
		"logsource: { product: linux }",
		"detection:",
		"    selection:",
		"        CommandLine|contains: ssh",
		"    condition: selection",
		"level: low",
		"",
	].join("\n");
}
