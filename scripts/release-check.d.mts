export interface VersionFiles {
	readonly manifest: { readonly version: string; readonly minAppVersion: string };
	readonly package: { readonly version: string };
	readonly lock: {
		readonly version: string;
		readonly packages: Readonly<Record<string, { readonly version?: string }>>;
	};
	readonly versions: Readonly<Record<string, string>>;
	readonly changelog: string;
}
export function findVersionFaults(files: VersionFiles, tag?: string): string[];
