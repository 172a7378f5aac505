import type { Notes } from "../support/plugin";

export const RUNBOOK = "Testing Runbooks/T1021.004 - SSH - runbook.md";
const GUID = "1f0b3c52-7a11-4d0e-9c37-5e2a6b8d9f01";

/** A runbook with a test of an import, whose lab values are filled in in part, and one of a person's own. */
const RUNBOOK_TEXT = `---
runbook_id: T1021.004
title: SSH runbook
techniques: [T1021.004]
tags: [T1021_004, atomic_test]
---

\`\`\`detection-vault
panel: runbook
\`\`\`

## Scope and safety

## Test: Forward a port

- GUID: ${GUID} ^t-1f0b3c52
- Platforms: Linux · Executor: bash · Elevation: not required · From: atomic-red-team
- Expected signal: bash starts ssh (derived)
- Expected events: auditd EXECVE (derived)
- Expected rules: in the runbook panel above (derived)

### Inputs

| Name | Description | Type | Default | This lab |
| --- | --- | --- | --- | --- |
| host | The other machine | string | example.org | lab-01 |
| port | Port | integer | 22 |  |
| password | Password of the user | string | (masked) | hunter2x |
| user_name | User | string |  |  |

### Prerequisites

Check:

\`\`\`bash
ssh -V
\`\`\`

### Run

\`\`\`bash
ssh -R #{port} #{user_name}:#{password}@#{host}
\`\`\`

### Cleanup

\`\`\`bash
pkill -f #{host}
\`\`\`

## Test: My own

- GUID: 2a1c4d63-8b22-4e1f-8d48-6f3b7c9e0a12
- Platforms: Linux · Executor: sh · From: own
- Expected rules: [[Tunnel]] should fire

### Run

\`\`\`sh
ssh #{target}
\`\`\`

## Notes
`;

/** A rule that looks for what the first test runs. */
const RULE_TEXT = `---
rule_id: tunnel
title: Tunnel
vendor: sigma
level: high
techniques: [T1021.004]
logsrc_product: linux
tags: [detection_rule]
---

\`\`\`yaml
title: Tunnel
id: tunnel
logsource:
    product: linux
    category: process_creation
detection:
    selection:
        Image|endswith: /ssh
        CommandLine|contains: 'ssh -R '
    condition: selection
level: high
\`\`\`
`;

export const NOTES: Notes = {
	[RUNBOOK]: RUNBOOK_TEXT,
	"Detection Rules/Tunnel.md": RULE_TEXT,
};
