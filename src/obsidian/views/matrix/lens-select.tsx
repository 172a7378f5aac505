import { useHost } from "../view-host";
import type { LensOption } from "./lens-options";

const GROUPS = ["rules", "knowledge", "layers"] as const;

/** Chooses a lens. */
export function LensSelect(props: {
	readonly label: string;
	readonly lenses: readonly LensOption[];
	readonly chosen: string;
	/** What stands for no lens; absent where there has to be one. */
	readonly none?: string;
	readonly onChange: (key: string) => void;
}) {
	const { label, lenses, chosen, none, onChange } = props;
	const { lenses: texts } = useHost().texts.matrix;
	const isKnown = lenses.some(({ key }) => key === chosen);
	return (
		<label class="detection-vault-matrix-select">
			<span>{label}</span>
			<select
				class="dropdown"
				aria-label={label}
				value={isKnown ? chosen : none === undefined ? lenses[0]?.key : ""}
				onChange={(event) => onChange(event.currentTarget.value)}
			>
				{none === undefined ? null : <option value="">{none}</option>}
				{GROUPS.map((group) => {
					const inGroup = lenses.filter((lens) => lens.group === group);
					if (inGroup.length === 0) return null;
					return (
						<optgroup key={group} label={texts[group]}>
							{inGroup.map((lens) => (
								<option key={lens.key} value={lens.key}>
									{lens.label}
								</option>
							))}
						</optgroup>
					);
				})}
			</select>
		</label>
	);
}
