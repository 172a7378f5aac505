import { findTechniqueIds } from "../../text/technique-ids";

/** The settings of a saved search by name. */
export type SearchSettings = ReadonlyMap<string, string>;

/** Settings that only saved searches have, so that a stanza or object with a search and one of them is one. */
const OWN_SETTING =
	/^(?:cron_schedule|enableSched|is_scheduled|realtime_schedule|schedule_window|counttype|relation|quantity|alert[._]\w+|actions?|action\..+|dispatch\..+|display\..+|request\.ui_dispatch\w*|dispatchAs)$/;

/** Actions that do not tell anybody: they keep results for other searches, or are written into every alert. */
const QUIET_ACTIONS = /^action\.(?:summary_index|populate_lookup|lookup|escu|customsearchbuilder)$/;

/** What a search ends in that feeds other searches, and what it begins with that looks at Splunk itself. */
const FEEDS = /\|\s*(?:outputlookup|outputcsv|collect|mcollect|meventcollect|sendalert)\b/i;
const LOOKS_AT_SPLUNK =
	/^\s*\|\s*(?:rest|metadata|dbinspect|makeresults|inputlookup|inputcsv|eventcount)\b|\bindex\s*=\s*"?_(?:internal|introspection|telemetry)\b/i;
const DRAWS = /\|\s*(?:timechart|chart|top|rare|geostats|xyseries|predict|sichart|sitimechart)\b/i;

/** What Splunk takes as true in a configuration. Source: Splunk Admin Manual, "About configuration files". */
export function isSet(value: string | undefined): boolean {
	return /^\s*(?:[1ty]|true|yes)\s*$/i.test(value ?? "");
}

/** Whether a name is one that only a saved search's settings have. */
export function isSavedSearchSetting(name: string): boolean {
	return OWN_SETTING.test(name);
}

/**
 * Tells what a saved search is for: `alert` where it tells somebody or names a technique, `hunt` where a person runs it or reads what it
 * found, `report` where it feeds a lookup or an index, looks at Splunk itself, or draws a chart.
 */
export function judgeSavedSearch(
	name: string,
	search: string,
	settings: SearchSettings,
): "alert" | "hunt" | "report" {
	const kind = settings.get("action.escu.search_type")?.toLowerCase();
	if (kind !== undefined && kind !== "" && kind !== "detection") return "report";
	if (alerts(settings) || namesTechnique(name, search, settings)) return "alert";
	const isReport = FEEDS.test(search) || LOOKS_AT_SPLUNK.test(search) || DRAWS.test(search);
	return isReport ? "report" : "hunt";
}

function alerts(settings: SearchSettings): boolean {
	if (isSet(settings.get("alert.track")) || settings.has("alert_condition")) return true;
	if (settings.has("action.correlationsearch.annotations")) return true;
	const counted = settings.get("counttype") ?? settings.get("alert_type") ?? "always";
	if (!/^\s*always\s*$/i.test(counted)) return true;
	for (const [name, value] of settings)
		if (/^action\.\w+$/.test(name) && !QUIET_ACTIONS.test(name) && isSet(value)) return true;
	return (settings.get("actions") ?? "").split(",").some((action) => isLoud(action.trim()));
}

function isLoud(action: string): boolean {
	return action !== "" && !QUIET_ACTIONS.test(`action.${action}`);
}

function namesTechnique(name: string, search: string, settings: SearchSettings): boolean {
	const text = [name, search, settings.get("description") ?? ""].join("\n");
	return (
		findTechniqueIds(text).length > 0 || [...settings.keys()].some((key) => /mitre/i.test(key))
	);
}
