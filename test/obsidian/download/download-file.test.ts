import type { RequestUrlParam } from "obsidian";
import { describe, expect, it } from "vitest";
import { requestUrl } from "../../support/obsidian/requests";
import type { FakeAnswer, FakeNetwork } from "../../support/obsidian/requests";
import { playNetwork } from "../../support/obsidian/requests";
import type { DownloadCache, KeptFile } from "../../../src/obsidian/download/download-cache";
import { downloadFile } from "../../../src/obsidian/download/download-file";
import type { DownloadParts } from "../../../src/obsidian/download/download-file";

const URL = "https://example.org/rules.zip";
const FIRST = new Uint8Array([80, 75, 1]);
const SECOND = new Uint8Array([80, 75, 2]);

function createMemoryCache(): DownloadCache & { readonly files: Map<string, KeptFile> } {
	const files = new Map<string, KeptFile>();
	return {
		files,
		get: (url) => Promise.resolve(files.get(url)),
		put: (url, file) => Promise.resolve(void files.set(url, file)),
		keepOnly: () => Promise.resolve(),
		close: () => undefined,
	};
}

/** A server with one file, which writes down what it is asked. */
function serve(answer: (request: RequestUrlParam) => FakeAnswer | undefined): string[] {
	const asked: string[] = [];
	const network: FakeNetwork = (request) => {
		asked.push(request.method ?? "GET");
		return answer(request);
	};
	playNetwork(network);
	return asked;
}

function download(part: Partial<DownloadParts> = {}, isFixed = false): Promise<Uint8Array> {
	return downloadFile(
		{ url: URL, hosts: ["example.org"], fileName: "rules.zip", isFixed },
		{
			send: requestUrl,
			cache: createMemoryCache(),
			limit: 100,
			stopped: new Promise(() => undefined),
			...part,
		},
	);
}

const faultOf = (work: Promise<unknown>): Promise<unknown> =>
	work.then(
		() => "no fault",
		(error: unknown) => (error as { fault?: unknown }).fault,
	);

describe("a download", () => {
	it("asks for the file's state first, and then for the file", async () => {
		const asked = serve(() => ({ status: 200, bytes: FIRST }));
		expect(await download()).toEqual(FIRST);
		expect(asked).toEqual(["HEAD", "GET"]);
	});

	it("does not fetch what did not change, by the mark that the server gave", async () => {
		const cache = createMemoryCache();
		const state = { etag: '"1"', bytes: FIRST };
		const asked = serve(() => ({ status: 200, headers: { ETag: state.etag }, bytes: state.bytes }));
		await download({ cache });
		expect(await download({ cache })).toEqual(FIRST);
		expect(asked).toEqual(["HEAD", "GET", "HEAD"]);
		Object.assign(state, { etag: '"2"', bytes: SECOND });
		expect(await download({ cache })).toEqual(SECOND);
	});

	it("takes a server's word that nothing changed where it does not answer to HEAD", async () => {
		const cache = createMemoryCache();
		cache.files.set(URL, { etag: '"1"', bytes: FIRST });
		serve(({ method, headers }) =>
			method === "HEAD" || headers?.["If-None-Match"] !== '"1"' ? { status: 405 } : { status: 304 },
		);
		expect(await download({ cache })).toEqual(FIRST);
	});

	it("asks nothing at all for a commit that is there", async () => {
		const cache = createMemoryCache();
		cache.files.set(URL, { etag: "", bytes: FIRST });
		const asked = serve(() => undefined);
		expect(await download({ cache }, true)).toEqual(FIRST);
		expect(asked).toEqual([]);
	});

	it("fetches again where the server gives no mark", async () => {
		const cache = createMemoryCache();
		const asked = serve(() => ({ status: 200, bytes: FIRST }));
		await download({ cache });
		await download({ cache });
		expect(asked).toEqual(["HEAD", "GET", "HEAD", "GET"]);
	});

	it("does not begin what is stated to be too large, and does not keep what is", async () => {
		const asked = serve(() => ({ status: 200, headers: { "content-length": "101" } }));
		expect(await faultOf(download())).toEqual({ kind: "too-large", limit: 100 });
		expect(asked).toEqual(["HEAD"]);
		const cache = createMemoryCache();
		serve(() => ({ status: 200, bytes: new Uint8Array(101) }));
		expect(await faultOf(download({ cache }))).toEqual({ kind: "too-large", limit: 100 });
		expect(cache.files.size).toBe(0);
	});

	it.each<[string, FakeAnswer | undefined, object]>([
		["no network", undefined, { kind: "offline" }],
		["nothing there", { status: 404 }, { kind: "status", status: 404 }],
		["too many requests", { status: 429 }, { kind: "status", status: 429 }],
		["an empty file", { status: 200 }, { kind: "empty" }],
		[
			"a page to log in at",
			{ status: 200, headers: { "Content-Type": "text/html; charset=utf-8" }, bytes: FIRST },
			{ kind: "page" },
		],
	])("says what is wrong: %s", async (_, answer, fault) => {
		serve(() => answer);
		expect(await faultOf(download())).toEqual(fault);
	});

	it("ends at once when it is stopped", async () => {
		const send = (): Promise<never> => new Promise(() => undefined);
		expect(await faultOf(download({ send, stopped: Promise.resolve() }))).toEqual({
			kind: "cancelled",
		});
	});
});
