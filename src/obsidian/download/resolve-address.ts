import type { SourceKind } from "../settings/remembered-source";
import { SOURCE_EXTENSIONS } from "../settings/remembered-source";

/** Where a source is downloaded from. */
export interface Location {
	readonly url: string;
	/** Hosts that the request goes to, the one that GitHub leads on to among them. */
	readonly hosts: readonly string[];
	/** The file's name, whose ending tells what it is. */
	readonly fileName: string;
	/** Whether the address names one commit, which never changes. */
	readonly isFixed: boolean;
}

/** What is wrong with an address. */
export type AddressFault = "none" | "scheme" | "credentials" | "page" | "ending";

/** A location, or why an address leads to none. */
export type Resolved =
	| { readonly ok: true; readonly location: Location }
	| { readonly ok: false; readonly fault: AddressFault };

const COMMIT = /^[0-9a-f]{40}$/;

/**
 * Turns an address, as a person copies it from the browser, into what is asked for.
 *
 * A repository of GitHub, one of its branches, tags or commits becomes its archive, a file there its text; any other address is taken
 * as it is, and has to end in a file of the kind.
 */
export function resolveAddress(address: string, kind: SourceKind): Resolved {
	const url = readUrl(address);
	if (url === undefined) return { ok: false, fault: "none" };
	if (url.protocol !== "https:") return { ok: false, fault: "scheme" };
	if (url.username !== "" || url.password !== "") return { ok: false, fault: "credentials" };
	url.hash = "";
	if (url.hostname === "github.com" || url.hostname === "www.github.com") {
		return resolveGitHub(url, kind);
	}
	return resolveFile(url.href, [url.host], kind);
}

function readUrl(address: string): URL | undefined {
	try {
		return new URL(address.trim());
	} catch {
		return undefined;
	}
}

function resolveGitHub(url: URL, kind: SourceKind): Resolved {
	const [owner = "", name = "", verb = "", ...rest] = url.pathname.split("/").filter(Boolean);
	const repository = name.replace(/\.git$/, "");
	if (owner === "" || repository === "") return { ok: false, fault: "page" };
	const root = `https://github.com/${owner}/${repository}`;
	const archive = (ref: string): Resolved => ({
		ok: true,
		location: {
			url: `${root}/archive/${ref}.zip`,
			hosts: ["github.com", "codeload.github.com"],
			fileName: `${owner}-${repository}.zip`,
			isFixed: COMMIT.test(ref),
		},
	});
	const path = rest.join("/");
	if (verb === "") return archive("HEAD");
	if (path === "") return { ok: false, fault: "page" };
	switch (verb) {
		case "tree":
		case "commit":
			return archive(path);
		case "releases":
			if (rest[0] === "tag" && rest.length > 1) {
				return archive(`refs/tags/${rest.slice(1).join("/")}`);
			}
			if (rest[0] !== "download") return { ok: false, fault: "page" };
			return resolveFile(
				`${root}/releases/${path}`,
				["github.com", "release-assets.githubusercontent.com"],
				kind,
			);
		case "archive":
			return resolveFile(`${root}/archive/${path}`, ["github.com", "codeload.github.com"], kind);
		case "blob":
		case "raw":
			return resolveFile(
				`https://raw.githubusercontent.com/${owner}/${repository}/${path}`,
				["raw.githubusercontent.com"],
				kind,
			);
		default:
			return { ok: false, fault: "page" };
	}
}

function resolveFile(url: string, hosts: readonly string[], kind: SourceKind): Resolved {
	const { pathname } = new URL(url);
	const fileName = decodeName(pathname.slice(pathname.lastIndexOf("/") + 1));
	const ending = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? "";
	if (!SOURCE_EXTENSIONS[kind].includes(ending)) return { ok: false, fault: "ending" };
	const isFixed = pathname.split("/").some((part) => COMMIT.test(part.replace(/\.zip$/, "")));
	return { ok: true, location: { url, hosts, fileName, isFixed } };
}

function decodeName(name: string): string {
	try {
		return decodeURIComponent(name).replaceAll("/", "_");
	} catch {
		return name;
	}
}
