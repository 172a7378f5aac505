const TECHNIQUE_PAGE =
	/^(?:https?:\/\/(?:attack|collaborate)\.mitre\.org)?\/(?:versions\/v[\d.]+\/|attackics\/index\.php\/|wiki\/)?techniques?\/(T\d{4})(?:[./](\d{3}))?\/?(?:[?#].*)?$/i;

/**
 * Reads which technique a link leads to, undefined where it leads elsewhere.
 *
 * Read: `https://attack.mitre.org/techniques/T1021/004` and `…/T1021.004`, of a version too (`/versions/v10/…`), without the host, the
 * wiki's addresses before 2019, and those of the ICS wiki (`collaborate.mitre.org/attackics/index.php/Technique/T0858`).
 */
export function readTechniqueUrl(url: string): string | undefined {
	const match = TECHNIQUE_PAGE.exec(url);
	if (match === null) return undefined;
	const [, technique = "", sub] = match;
	return technique.toUpperCase() + (sub === undefined ? "" : `.${sub}`);
}

/** Gives an address that starts at ATT&CK's root (`/groups/G0016`) with its host, any other as it is. */
export function completeAttackUrl(url: string): string {
	return /^\/[a-z]+\/[A-Z]/.test(url) ? `https://attack.mitre.org${url}` : url;
}
