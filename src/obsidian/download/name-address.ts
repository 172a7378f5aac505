/** Gives an address a name that a person knows it by: a repository of GitHub as `owner/name`, else the host and the file. */
export function nameAddress(address: string): string {
	let url: URL;
	try {
		url = new URL(address);
	} catch {
		return address;
	}
	const parts = url.pathname.split("/").filter(Boolean);
	if (!/^(?:www\.)?github\.com$/.test(url.hostname)) {
		return [url.host, ...parts.slice(-1)].join("/");
	}
	const [owner = "", repository = "", verb, ...rest] = parts;
	const name = `${owner}/${repository.replace(/\.git$/, "")}`;
	return verb === undefined ? name : `${name} (${rest.at(-1) ?? verb})`;
}
