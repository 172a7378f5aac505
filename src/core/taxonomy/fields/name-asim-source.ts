/** Microsoft Sentinel's parsers and tables of one schema: `_Im_ProcessCreate`, `imProcessCreate`, `ASimProcessEventLogs`, `vimFileEvent…`. */
const ASIM =
	/^_?(?:asim|im|vim)_?(alert|audit|authentication|dhcp|dns|file|network|process|registry|user|web)/i;

/**
 * Gives a table or function of Microsoft Sentinel's information model as a source that spellings can be bound to (`Asim.process`,
 * `Asim.network`), since each of its schemas goes by many names; any other name as it is.
 */
export function nameAsimSource(name: string): string {
	const schema = ASIM.exec(name)?.[1];
	return schema === undefined ? name : `Asim.${schema.toLowerCase()}`;
}
