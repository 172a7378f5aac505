import type { RequestUrlParam, RequestUrlResponse } from "obsidian";
import type { DownloadCache } from "./download-cache";
import type { Location } from "./resolve-address";

/** Sends a request; Obsidian's `requestUrl`. */
export type SendRequest = (request: RequestUrlParam) => Promise<RequestUrlResponse>;

/** Why a file could not be downloaded. */
export type DownloadFault =
	| { readonly kind: "cancelled" | "offline" | "empty" | "page" }
	| { readonly kind: "status"; readonly status: number }
	/** `limit` in bytes. */
	| { readonly kind: "too-large"; readonly limit: number };

/** A file that could not be downloaded. */
export class DownloadError extends Error {
	readonly fault: DownloadFault;

	constructor(fault: DownloadFault) {
		super(fault.kind);
		this.fault = fault;
	}
}

/** What a download needs. */
export interface DownloadParts {
	readonly send: SendRequest;
	readonly cache: DownloadCache;
	/** The most bytes that are taken. */
	readonly limit: number;
	/** Resolves once the person asked to stop. */
	readonly stopped: Promise<void>;
}

/**
 * Gives a file's bytes: those of the last download where the server says that it did not change, else new ones.
 *
 * A response comes whole or not at all, so that its size is known before only where the server states it. Rejects with a
 * `DownloadError` for whatever goes wrong.
 */
export async function downloadFile(
	{ url, isFixed }: Location,
	{ send, cache, limit, stopped }: DownloadParts,
): Promise<Uint8Array> {
	const ask = (request: Omit<RequestUrlParam, "url" | "throw">): Promise<RequestUrlResponse> =>
		unlessStopped(sendSafely(send, { ...request, url, throw: false }), stopped);
	const kept = await cache.get(url);
	if (kept !== undefined && isFixed) return kept.bytes;
	const head = await ask({ method: "HEAD" });
	if (isDone(head)) {
		const etag = headerOf(head, "etag");
		if (kept !== undefined && etag !== "" && etag === kept.etag) return kept.bytes;
		refuseSize(Number(headerOf(head, "content-length")), limit);
	}
	const mark = kept?.etag ?? "";
	const response = await ask(mark === "" ? {} : { headers: { "If-None-Match": mark } });
	if (response.status === 304 && kept !== undefined) return kept.bytes;
	if (!isDone(response)) throw new DownloadError({ kind: "status", status: response.status });
	const bytes = new Uint8Array(response.arrayBuffer);
	if (bytes.length === 0) throw new DownloadError({ kind: "empty" });
	// A network that asks for a login answers everything with a page of its own.
	if (/\bhtml\b/i.test(headerOf(response, "content-type")))
		throw new DownloadError({ kind: "page" });
	refuseSize(bytes.length, limit);
	await cache.put(url, { etag: headerOf(response, "etag"), bytes });
	return bytes;
}

async function sendSafely(
	send: SendRequest,
	request: RequestUrlParam,
): Promise<RequestUrlResponse> {
	try {
		return await send(request);
	} catch {
		throw new DownloadError({ kind: "offline" });
	}
}

/** A request under way cannot be taken back: its answer is left unread. */
async function unlessStopped<T>(work: Promise<T>, stopped: Promise<void>): Promise<T> {
	const end = stopped.then((): never => {
		throw new DownloadError({ kind: "cancelled" });
	});
	return Promise.race([work, end]);
}

function isDone({ status }: RequestUrlResponse): boolean {
	return status >= 200 && status < 300;
}

function headerOf({ headers }: RequestUrlResponse, wanted: string): string {
	const found = Object.entries(headers).find(([name]) => name.toLowerCase() === wanted);
	return found?.[1] ?? "";
}

/** A size that is not stated is no number. */
function refuseSize(size: number, limit: number): void {
	if (size > limit) throw new DownloadError({ kind: "too-large", limit });
}
