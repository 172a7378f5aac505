/** Where the notes of each kind lie; every path is relative to the vault, without a slash at either end. */
export interface FolderSettings {
	readonly techniques: string;
	readonly rules: string;
	readonly runbooks: string;
	readonly executions: string;
	/** Dashboards, bases, reports, `data/` and `merge/`. */
	readonly home: string;
}

/** The folders of a vault whose owner changed nothing. */
export const DEFAULT_FOLDERS: FolderSettings = {
	techniques: "Techniques",
	rules: "Detection Rules",
	runbooks: "Testing Runbooks",
	executions: "Test Executions",
	home: "Detection Vault",
};
