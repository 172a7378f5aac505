import { capitalise } from "../../core/text/capitalise";
import type { SettingDefinition, SettingDefinitionPage } from "obsidian";
import { checkAddress } from "../download/check-address";
import { resolveAddress } from "../download/resolve-address";
import { formatDay } from "../text/dates";
import { describeStamp } from "../text/stamps";
import { checkSourcePath } from "./check-source-path";
import { moveSource } from "./remembered-source";
import type { RememberedSource } from "./remembered-source";
import type { SettingContext } from "./setting-context";

/** One remembered source: what it is, where it comes from, what became of it, as a page of its own. */
export function defineSource(
	source: RememberedSource,
	index: number,
	context: SettingContext,
): SettingDefinitionPage {
	const { app, kinds, import: words, language } = context;
	const isGone = source.vaultPath !== null && checkSourcePath(app, source) !== undefined;
	const isFailed = source.result?.failure !== undefined;
	return {
		type: "page",
		name: source.name,
		desc: [kinds[source.kind].name, placeOf(source, context), lastOf(source, context)].join(" · "),
		// What stands in brackets behind a name elsewhere stands alone here.
		displayValue: capitalise(describeStamp(source.stamp, words.choose.stamps, language) ?? ""),
		status: isGone || isFailed ? "warning" : null,
		items: [
			...definePlace(source, index, context),
			defineLast(source, context),
			defineOrder(index, context),
		],
	};
}

function placeOf(
	{ vaultPath, address, online }: RememberedSource,
	{ texts }: SettingContext,
): string {
	const { places } = texts.sources;
	if (vaultPath !== null) return places.vault;
	if (address === null) return places.outside;
	return online ? places.online : places.offline;
}

function lastOf({ importedAt, result }: RememberedSource, context: SettingContext): string {
	const { texts, language } = context;
	const { last } = texts.sources;
	if (result?.failure !== undefined) return last.failed;
	return importedAt === null ? last.never : last.imported(formatDay(importedAt, language));
}

function definePlace(
	source: RememberedSource,
	index: number,
	context: SettingContext,
): SettingDefinition[] {
	const { app, texts, import: words } = context;
	const { path, address, online, outside } = texts.sources;
	const { kind } = source;
	if (source.vaultPath !== null) {
		return [
			{
				...{ name: path.name, desc: path.desc },
				control: {
					type: "text",
					key: `sources.${String(index)}.path`,
					defaultValue: source.vaultPath,
					validate: (value) => {
						const problem = checkSourcePath(app, { kind, vaultPath: value });
						return problem === undefined ? undefined : path.problems[problem];
					},
				},
			},
		];
	}
	if (source.address === null) return [{ name: outside.name, desc: outside.desc }];
	const resolved = resolveAddress(source.address, kind);
	const hosts = resolved.ok ? resolved.location.hosts.join(", ") : "";
	return [
		{
			...{ name: online.name, desc: online.desc(hosts) },
			aliases: [...online.aliases],
			control: { type: "toggle", key: `sources.${String(index)}.online`, defaultValue: false },
		},
		{
			...{ name: address.name, desc: address.desc },
			control: {
				type: "text",
				key: `sources.${String(index)}.address`,
				defaultValue: source.address,
				validate: (value) => checkAddress(value, kind, words.download.addressFaults),
			},
		},
	];
}

function defineLast(source: RememberedSource, context: SettingContext): SettingDefinition {
	const { texts } = context;
	const { last } = texts.sources;
	const { result, importedAt } = source;
	if (result?.failure !== undefined) return { name: last.name, desc: result.failure };
	if (result === undefined || importedAt === null) {
		return { name: last.name, desc: lastOf(source, context) };
	}
	const { skipped, problems } = result;
	return { name: last.name, desc: last.result(lastOf(source, context), skipped, problems) };
}

/** A list is put in order by dragging, which not everybody can. */
function defineOrder(index: number, { texts, store, update }: SettingContext): SettingDefinition {
	const { order } = texts.sources;
	const move = (to: number) => (): void => {
		const { sources } = store.current();
		void store.change({ sources: moveSource(sources, index, to) }).then(update);
	};
	const { length } = store.current().sources;
	return {
		name: order.name,
		desc: order.desc(index + 1, length),
		searchable: false,
		render: (setting) => {
			setting
				.addExtraButton((button) =>
					button
						.setIcon("arrow-up")
						.setTooltip(order.up)
						.setDisabled(index === 0)
						.onClick(move(index - 1)),
				)
				.addExtraButton((button) =>
					button
						.setIcon("arrow-down")
						.setTooltip(order.down)
						.setDisabled(index === length - 1)
						.onClick(move(index + 1)),
				);
		},
	};
}
