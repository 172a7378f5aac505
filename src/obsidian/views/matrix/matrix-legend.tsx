import { useHost } from "../view-host";
import type { LegendStep } from "./lens-words";

/** What the colours and signs of the cells mean. */
export function MatrixLegend({ steps }: { readonly steps: readonly LegendStep[] }) {
	const { matrix: texts } = useHost().texts;
	return (
		<ul class="detection-vault-matrix-legend" aria-label={texts.legend}>
			{steps.map(({ tone, sign, label }) => (
				<li key={tone}>
					<span
						class={`detection-vault-matrix-swatch is-${tone}`}
						data-tone={tone}
						aria-hidden="true"
					>
						{sign}
					</span>
					<span>{label}</span>
				</li>
			))}
		</ul>
	);
}
