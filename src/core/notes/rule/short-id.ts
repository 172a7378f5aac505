/**
 * Gives the short id that tells notes of equal titles apart: the first eight digits of a GUID, else an eight-digit hash of the id
 * (FNV-1a, 32 bits, over UTF-16 units).
 */
export function shortRuleId(id: string): string {
	const guid = /^([0-9a-f]{8})-?[0-9a-f]{4}-/i.exec(id)?.[1];
	if (guid !== undefined) return guid.toLowerCase();
	let hash = 0x811c9dc5;
	for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
	return (hash >>> 0).toString(16).padStart(8, "0");
}
