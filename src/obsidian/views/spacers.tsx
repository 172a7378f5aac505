/** Holds the place of the rows of a table that are not drawn. */
export function RowSpacer(props: { readonly height: number; readonly columns: number }) {
	const { height, columns } = props;
	if (height <= 0) return null;
	return (
		<tr aria-hidden="true" class="detection-vault-spacer">
			<td colSpan={columns} style={{ height: `${height}px` }} />
		</tr>
	);
}

/** Holds the place of the items of a list that are not drawn. */
export function ItemSpacer({ height }: { readonly height: number }) {
	return height <= 0 ? null : <li aria-hidden="true" style={{ height: `${height}px` }} />;
}
