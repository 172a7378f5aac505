import type { TechniqueResolver } from "../../../../src/core/attack/technique-resolver";
import { createVaultIndex, type VaultIndex } from "../../../../src/core/index/vault-index";
import { createRuleKnowledge } from "../../../../src/core/library/rule-knowledge";
import { createVaultLibrary, type VaultLibrary } from "../../../../src/core/library/vault-library";
import { encodeOutcome } from "../../../../src/core/query/encode-outcome";
import { runQuery } from "../../../../src/core/query/run-query";
import { shorten, type Answer } from "./ask";

/** An index and a library over the same notes. */
export interface RecordsVault {
	readonly index: VaultIndex;
	readonly library: VaultLibrary;
}

/** Opens notes, paths to texts, as a vault. */
export function openNotes(notes: Readonly<Record<string, string>>): RecordsVault {
	const index = createVaultIndex();
	const library = createVaultLibrary(createRuleKnowledge([]));
	for (const [path, text] of Object.entries(notes)) {
		index.put(path, text, { ctime: 0, mtime: 0, size: text.length });
		const note = index.note(path);
		if (note !== undefined) library.put(note.record, text);
	}
	return { index, library };
}

/** Asks a vault something, with its library. */
export function askRecords(
	{ index, library }: RecordsVault,
	query: string,
	techniques?: TechniqueResolver,
): Answer {
	const outcome = runQuery(index, query, { origin: null, now: 0, records: library, techniques });
	return shorten(encodeOutcome(outcome)) as Answer;
}

const SSH_RULE = `---
rule_id: 6f1c1f0a-0000-4000-8000-000000000001
vendor: sigma
title: SSH client on a server
level: high
techniques: [T1021.004, T9999]
tags: [detection_rule, T1021_004]
---
\`\`\`yaml
title: SSH client on a server
logsource: { product: windows, category: process_creation }
detection:
  selection:
    Image|endswith: '\\ssh.exe'
    CommandLine|contains: [' -R ', ' -L ']
  other:
    CommandLine|fieldref: ParentCommandLine
  filter_main_admin:
    User: svc
    ParentImage|endswith: '\\cmd.exe'
  condition: (selection or other) and not filter_main_admin
\`\`\`
`;

const SCP_RULE = `---
rule_id: 6f1c1f0a-0000-4000-8000-000000000002
vendor: sigma
title: Copies over SSH
level: low
techniques: [T1021.004]
tags: [detection_rule, T1021_004]
---
\`\`\`yaml
title: Copies over SSH
logsource: { product: windows, category: process_creation }
detection:
  selection: { Image|endswith: '\\ssh.exe', EventID: 1 }
  condition: selection
\`\`\`
`;

const RUNBOOK = `---
runbook_id: T1021.004
title: SSH runbook
techniques: [T1021.004]
tags: [T1021_004, atomic_test]
---
## Test: Open a \\$session
- GUID: 1f0b3c52-7a11-4d0e-9c37-5e2a6b8d9f01 ^t-1f0b3c52
- Platforms: Linux, macOS · Executor: sh · Elevation: required · From: atomic-red-team
- Expected signal:

\`\`\`sh
- GUID: 00000000-7a11-4d0e-9c37-5e2a6b8d9f01
\`\`\`

## Test: Close it (2f0b3c52)
- GUID: 2f0b3c52-7a11-4d0e-9c37-5e2a6b8d9f01
- Platforms: not stated · Executor: manual · Elevation: not required
`;

/** A technique, two Sigma rules, a runbook with two tests, an execution and a note that is none of these. */
export const NOTES: Readonly<Record<string, string>> = {
	"Techniques/T1021.004 - SSH.md":
		"---\nattack_id: T1021.004\nname: SSH\ntags: [techniques, T1021_004]\n---\n",
	"Rules/Copies.md": SCP_RULE,
	"Rules/SSH.md": SSH_RULE,
	"Runbooks/SSH.md": RUNBOOK,
	"Runs/First.md":
		"---\nrunbook: '[[Runbooks/SSH]]'\ntest_guid: 1f0b3c52-7a11-4d0e-9c37-5e2a6b8d9f01\ntags: [T1021_004, execution]\n---\n",
	"Journal.md": "---\nstatus: open\n---\n#execution is a tactic here\n",
};
