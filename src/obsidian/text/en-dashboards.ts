import type { FormatNumber } from "./counts";

/** Text of what adds the start page and the dashboards. */
export function dashboardsText(number: FormatNumber) {
	const files = (count: number) => (count === 1 ? "1 file" : `${number(count)} files`);
	return {
		added: (count: number, home: string) => `Added ${files(count)} to ${home}.`,
		complete: (home: string) => `Nothing to add: ${home} has them all.`,
		offer: "Detection Vault is on. Its start page leads to the first import.",
		offerButton: "Add start page and dashboards",
		failed: (reason: string) => `The dashboards could not be added: ${reason}`,
	};
}
