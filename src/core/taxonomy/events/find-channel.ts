import type { EventEvidence } from "../../model/event";
import type { EventCatalog } from "./event-catalog";
import type { Channel } from "./read-catalog";
import { findSystem } from "./read-evidence";

/**
 * Gives the Windows channel of an event that a rule names by number alone. Numbers below 100 are everyone's: they are Sysmon's where the
 * rule also tests data that only Sysmon writes, and nobody's where it does not.
 */
export function findChannel(
	code: string,
	evidence: EventEvidence,
	catalog: EventCatalog,
): Channel | undefined {
	if (Number(code) >= 100) return catalog.channelOf(code);
	const isSysmon =
		["windows", null].includes(findSystem(evidence)) &&
		evidence.predicates.some(({ field }) => field !== null && SYSMON_DATA.test(field));
	return isSysmon ? catalog.channel("sysmon") : undefined;
}

/** Event data of Sysmon's schema 4.91 that no other Windows log has. */
const SYSMON_DATA =
	/(?:^|\.)(?:SourceImage|TargetImage|GrantedAccess|CallTrace|ImageLoaded|ParentImage|ParentCommandLine|TargetFilename|TargetObject|StartModule|PipeName|QueryResults|Hashes|OriginalFileName|DestinationIsIpv6)$/;
