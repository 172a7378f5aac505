/** Raw deflate (RFC 1951), which every host has a fast form of. */
export interface Codec {
	deflate(bytes: Uint8Array): Promise<Uint8Array>;
	/** Gives undefined where the bytes are damaged or would grow beyond `limit` bytes. */
	inflate(bytes: Uint8Array, limit: number): Promise<Uint8Array | undefined>;
}
