import type { RequestUrlParam, RequestUrlResponse } from "obsidian";

/** What a server of a test answers. */
export interface FakeAnswer {
	readonly status: number;
	readonly headers?: Readonly<Record<string, string>>;
	readonly bytes?: Uint8Array;
}

/** Answers requests in place of the network; undefined stands for a server that cannot be reached. */
export type FakeNetwork = (request: RequestUrlParam) => FakeAnswer | undefined;

const place = globalThis as { fakeNetwork?: FakeNetwork | undefined };

/** Lets requests reach a network that a test plays; none again where it is undefined. */
export function playNetwork(network: FakeNetwork | undefined): void {
	place.fakeNetwork = network;
}

/** There is no network here but the one that a test plays: any other request is a fault, and says what it asked for. */
export function requestUrl(request: RequestUrlParam | string): Promise<RequestUrlResponse> {
	const asked = typeof request === "string" ? { url: request } : request;
	const answer = place.fakeNetwork?.(asked);
	if (answer === undefined) {
		return Promise.reject(new Error(`There is no network here: ${asked.url}`));
	}
	const bytes = answer.bytes ?? new Uint8Array();
	const text = (): string => new TextDecoder().decode(bytes);
	return Promise.resolve({
		status: answer.status,
		headers: { ...answer.headers },
		arrayBuffer: bytes.slice().buffer,
		get text() {
			return text();
		},
		get json(): unknown {
			const parsed: unknown = JSON.parse(text());
			return parsed;
		},
	});
}
