import { asText, type Table } from "../formats/values";
import type { Citation } from "../model/attack";

/** What an object's `external_references` say: its own ATT&CK id and page, and the works it cites. */
export interface ExternalReferences {
	/** "" where the object has no ATT&CK id. */
	readonly attackId: string;
	readonly url: string | null;
	/** In the object's order, one for each name. */
	readonly citations: readonly Citation[];
}

/** ATT&CK's own word, and what other tools make of it. */
const OWN_SOURCE = /^mitre[-_ ](?:[a-z]+-)?att(?:a|&)ck$/i;

/** Citations met so far by name, so that one that thousands of relations share is held once. */
export type CitationPool = Map<string, Citation>;

/**
 * Reads the `external_references` of a STIX object (STIX 2.1, 2.5): the id and page in ATT&CK, and what else is cited, each source once.
 * `pool` shares equal citations.
 */
export function readReferences(
	references: readonly Table[],
	pool: CitationPool,
): ExternalReferences {
	let attackId = "";
	let url: string | null = null;
	const citations = new Map<string, Citation>();
	for (const reference of references) {
		const source = asText(reference["source_name"]) ?? "";
		const id = asText(reference["external_id"]) ?? "";
		if (OWN_SOURCE.test(source)) {
			if (attackId !== "" || id === "") continue;
			attackId = id;
			url = asText(reference["url"]) ?? null;
		} else if (source !== "" && !citations.has(source)) {
			citations.set(source, shareCitation(readCitation(reference, source, id), pool));
		}
	}
	return {
		attackId,
		url,
		citations: citations.size === 0 ? NO_CITATIONS : [...citations.values()],
	};
}

const NO_CITATIONS: readonly Citation[] = [];

function readCitation(reference: Table, source: string, id: string): Citation {
	const isNamed = id.toLowerCase().startsWith(source.toLowerCase());
	const description =
		asText(reference["description"]) ?? (id === "" ? "" : isNamed ? id : `${source} ${id}`);
	return { name: source, description, url: asText(reference["url"]) ?? null };
}

function shareCitation(citation: Citation, pool: CitationPool): Citation {
	const known = pool.get(citation.name);
	if (known === undefined) pool.set(citation.name, citation);
	const same = known?.description === citation.description && known.url === citation.url;
	return known !== undefined && same ? known : citation;
}
