/** What a person can do to a cell. */
export interface CellActions {
	readonly open: (technique: string, event: MouseEvent | KeyboardEvent) => void;
	readonly preview: (technique: string, event: MouseEvent, anchor: HTMLElement) => void;
	readonly showMenu: (technique: string, event: MouseEvent, cell: HTMLElement) => void;
	readonly toggle: (technique: string) => void;
}
