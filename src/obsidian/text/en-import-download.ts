import type { FormatNumber } from "./counts";

/** Text about sources that are downloaded. */
export function importDownloadText(number: FormatNumber) {
	return {
		failed: (name: string, reason: string) => `${name} could not be downloaded: ${reason}`,
		faults: {
			offline: (hosts: string) =>
				`${hosts} cannot be reached. Check the connection, and whether a firewall or proxy lets it through; or download the file yourself and choose it here.`,
			absent: (host: string) =>
				`${host} has nothing at this address, or it is private. Check the address in the settings.`,
			refused: (host: string) =>
				`${host} refuses the download, as it does after many in a short time. Try again in an hour.`,
			status: (host: string, status: number) =>
				`${host} answered with an error (${String(status)}). Try again later.`,
			"too-large": (megabytes: number) =>
				`it is larger than ${number(megabytes)} MB. Download it yourself and choose it here.`,
			empty: "the file is empty. Try again later.",
			page: "the answer is a web page and no file. Check the address, and whether this network asks you to log in.",
			cancelled: "it was stopped.",
		},
		addressFaults: {
			none: "This is no web address.",
			scheme: "The address has to begin with https://.",
			credentials: "An address with a name or password in it is not kept.",
			page: "This page of GitHub is no file, branch, tag or commit.",
			ending: (endings: string) =>
				`The address has to lead to a repository of GitHub or to a file that ends in ${endings}.`,
		},
	};
}
