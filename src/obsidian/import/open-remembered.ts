import { Platform, requestUrl } from "obsidian";
import type { App } from "obsidian";
import type { SourceInput } from "../../core/ports/source-files";
import { openDownloadCache } from "../download/download-cache";
import { DownloadError, downloadFile } from "../download/download-file";
import type { DownloadFault } from "../download/download-file";
import { resolveAddress } from "../download/resolve-address";
import type { Location } from "../download/resolve-address";
import { vaultIdOf } from "../indexing/vault-id";
import type { ImportProgress } from "../ports/import-progress";
import { openVaultSource } from "../ports/vault-sources";
import type { RememberedSource } from "../settings/remembered-source";
import type { Texts } from "../text/en";
import type { ChosenSource } from "./chosen-source";

const MEGABYTE = 1024 * 1024;

/** A response stands in memory whole; phones have less of it. */
const LARGEST = { desktop: 1024 * MEGABYTE, phone: 192 * MEGABYTE };

/** Opens a remembered source once more; undefined where it was chosen from outside, left the vault or is not switched on. */
export function openRemembered(
	app: App,
	source: RememberedSource,
	texts: Texts["import"]["download"],
): ChosenSource | undefined {
	const { kind, name, vaultPath, address, online } = source;
	if (vaultPath !== null) {
		const input = openVaultSource(app, vaultPath);
		return input === undefined ? undefined : { kind, input, vaultPath };
	}
	if (address === null || !online) return undefined;
	const resolved = resolveAddress(address, kind);
	if (!resolved.ok) return undefined;
	const { location } = resolved;
	return {
		kind,
		vaultPath,
		address,
		input: openBytes(name, location.fileName, undefined),
		fetch: (progress) => fetchSource(app, name, location, texts, progress),
	};
}

async function fetchSource(
	app: App,
	name: string,
	location: Location,
	texts: Texts["import"]["download"],
	{ stopped }: ImportProgress,
): Promise<SourceInput> {
	const cache = await openDownloadCache(nameDownloads(app));
	const limit = Platform.isMobile ? LARGEST.phone : LARGEST.desktop;
	try {
		const bytes = await downloadFile(location, { send: requestUrl, cache, limit, stopped });
		return openBytes(location.fileName, location.fileName, bytes);
	} catch (error) {
		if (!(error instanceof DownloadError)) throw error;
		throw new Error(texts.failed(name, describeFault(error.fault, location, texts)), {
			cause: error,
		});
	} finally {
		cache.close();
	}
}

function nameDownloads(app: App): string {
	return `detection-vault-downloads-${vaultIdOf(app)}`;
}

/** Lists what may be downloaded, as the cache names it. */
export function listDownloads(sources: readonly RememberedSource[]): ReadonlySet<string> {
	const urls = sources.flatMap(({ address, online, kind }) => {
		const resolved = address === null || !online ? undefined : resolveAddress(address, kind);
		return resolved?.ok === true ? [resolved.location.url] : [];
	});
	return new Set(urls);
}

/** Removes what was downloaded of sources that are gone or switched off. */
export async function pruneDownloads(
	app: App,
	sources: readonly RememberedSource[],
): Promise<void> {
	const cache = await openDownloadCache(nameDownloads(app));
	await cache.keepOnly(listDownloads(sources));
	cache.close();
}

function describeFault(
	fault: DownloadFault,
	{ hosts }: Location,
	{ faults }: Texts["import"]["download"],
): string {
	const [host = ""] = hosts;
	switch (fault.kind) {
		case "status":
			if (fault.status === 404 || fault.status === 410) return faults.absent(host);
			if (fault.status === 429 || fault.status === 403) return faults.refused(host);
			return faults.status(host, fault.status);
		case "too-large":
			return faults["too-large"](Math.round(fault.limit / MEGABYTE));
		case "offline":
			return faults.offline(hosts.join(", "));
		case "cancelled":
		case "empty":
		case "page":
			return faults[fault.kind];
	}
}

function openBytes(argument: string, fileName: string, bytes: Uint8Array | undefined): SourceInput {
	return {
		argument,
		async *list() {
			if (bytes === undefined) return;
			const read = (): Promise<Uint8Array> => Promise.resolve(bytes);
			yield await Promise.resolve({ file: fileName, path: fileName, size: bytes.length, read });
		},
	};
}
