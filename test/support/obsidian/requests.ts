import type { RequestUrlParam, RequestUrlResponse } from "obsidian";

/** The plugin works offline: a request is a fault, and says what it asked for. */
export function requestUrl(request: RequestUrlParam | string): Promise<RequestUrlResponse> {
	const url = typeof request === "string" ? request : request.url;
	return Promise.reject(new Error(`There is no network here: ${url}`));
}
