/** Something that a command does, and the events that tell of it. */
export interface EventHint {
	/** Platforms for which it holds, as Atomic Red Team spells them. */
	readonly platforms: readonly string[];
	/** Seen in the command; linear in it. */
	readonly pattern: RegExp;
	/** For people: a clause in the present. */
	readonly signal: string;
	/** Where it is logged: source, number, what. */
	readonly events: readonly string[];
}

const WINDOWS = ["windows"];
const LINUX = ["linux"];
const MAC = ["macos"];
const UNIX = ["linux", "macos"];

/**
 * What commands leave behind, most telling first. Event numbers as Microsoft documents them for Windows' own logs and Sysmon 15, record
 * types of Linux audit (auditd 3), event types of Apple's Endpoint Security.
 */
export const EVENT_HINTS: readonly EventHint[] = [
	{
		platforms: WINDOWS,
		pattern: /\b(?:wevtutil(?:\.exe)? +(?:cl|clear-log)\b|clear-eventlog|remove-eventlog)/i,
		signal: "an event log is cleared",
		events: ["Security 1102 (audit log cleared)", "System 104 (event log cleared)"],
	},
	{
		platforms: WINDOWS,
		pattern: /\b(?:lsass|procdump|comsvcs\.dll|minidump|sekurlsa|mimikatz|nanodump)/i,
		signal: "memory of lsass.exe is read",
		events: ["Sysmon 10 (process accessed)"],
	},
	{
		platforms: WINDOWS,
		pattern: /\b(?:schtasks(?:\.exe)? +\/create|register-scheduledtask|new-scheduledtask)/i,
		signal: "a scheduled task is made",
		events: ["Security 4698 (scheduled task created)", "TaskScheduler 106 (task registered)"],
	},
	{
		platforms: WINDOWS,
		pattern: /\b(?:sc(?:\.exe)? +(?:\\\\\S+ +)?create|new-service|psexec|installutil)/i,
		signal: "a service is installed",
		events: ["System 7045 (service installed)", "Security 4697 (service installed)"],
	},
	{
		platforms: WINDOWS,
		pattern: /\b(?:net1?(?:\.exe)? +user +[^\r\n]{1,120}\/add|new-localuser|new-aduser)/i,
		signal: "an account is made",
		events: ["Security 4720 (user account created)"],
	},
	{
		platforms: WINDOWS,
		pattern:
			/\b(?:net1?(?:\.exe)? +localgroup +[^\r\n]{1,120}\/add|add-localgroupmember|add-adgroupmember)/i,
		signal: "an account joins a group",
		events: ["Security 4732 (member added to a local group)"],
	},
	{
		platforms: WINDOWS,
		pattern:
			/\b(?:vssadmin(?:\.exe)? +delete|shadowcopy +delete|win32_shadowcopy|wbadmin(?:\.exe)? +delete)/i,
		signal: "shadow copies or backups are deleted",
		events: ["Application 524 or 8224 (backup catalogue, VSS service)"],
	},
	{
		platforms: WINDOWS,
		pattern:
			/\b(?:reg(?:\.exe)? +(?:add|delete|import)|(?:set|new|remove)-itemproperty|regedit|hk(?:lm|cu|cr|u):|registry::)/i,
		signal: "the registry is changed or read",
		events: [
			"Sysmon 12, 13, 14 (registry object changed)",
			"Security 4657 (registry value modified)",
		],
	},
	{
		platforms: WINDOWS,
		pattern:
			/\b(?:__eventfilter|commandlineeventconsumer|activescripteventconsumer|filtertoconsumerbinding)/i,
		signal: "a WMI event subscription is made",
		events: ["Sysmon 19, 20, 21 (WMI subscription)", "WMI-Activity 5861 (permanent subscription)"],
	},
	{
		platforms: WINDOWS,
		pattern: /\b(?:wmic(?:\.exe)?\b|invoke-wmimethod|invoke-cimmethod|win32_process)/i,
		signal: "WMI is used",
		events: ["WMI-Activity 5857, 5858 (operation)"],
	},
	{
		platforms: WINDOWS,
		pattern: /\b(?:set-mppreference|add-mppreference|disableantispyware|mpcmdrun|windefend)/i,
		signal: "Microsoft Defender is reconfigured",
		events: ["Windows Defender 5001, 5007 (protection or configuration changed)"],
	},
	{
		platforms: WINDOWS,
		pattern: /\b(?:netsh(?:\.exe)? +(?:adv)?firewall|(?:set|new)-netfirewall)/i,
		signal: "the firewall is changed",
		events: ["Firewall 2003, 2004, 2005, 2006 (setting or rule changed)"],
	},
	{
		platforms: WINDOWS,
		pattern:
			/\b(?:enter-pssession|new-pssession|invoke-command\b[^\r\n]{0,80}-computername|winrs\b)/i,
		signal: "a remote session is opened",
		events: ["WinRM 91 (session created)", "Security 4624 type 3 (network logon)"],
	},
	{
		platforms: WINDOWS,
		pattern:
			/\b(?:invoke-webrequest|invoke-restmethod|iwr\b|iex\b|wget\b|curl(?:\.exe)?\b|downloadstring|downloadfile|webclient|bitsadmin|start-bitstransfer|certutil(?:\.exe)? +[^\r\n]{0,40}urlcache)/i,
		signal: "a file or text is fetched over the network",
		events: ["Sysmon 3 (network connection)", "Sysmon 22 (DNS query)"],
	},
	{
		platforms: WINDOWS,
		pattern:
			/\b(?:out-file|set-content|add-content|copy-item|move-item|xcopy|robocopy|copy +\S|expand-archive)/i,
		signal: "a file is written",
		events: ["Sysmon 11 (file created)"],
	},
	{
		platforms: WINDOWS,
		pattern: /\b(?:remove-item|del +\/|del +\S|erase +\S|rmdir +\/|sdelete)/i,
		signal: "files are deleted",
		events: ["Sysmon 23 or 26 (file deleted)"],
	},
	{
		platforms: LINUX,
		pattern: /\b(?:useradd|adduser|usermod|groupadd|userdel|passwd)\b/,
		signal: "an account is changed",
		events: ["auditd ADD_USER, USER_MGMT (account changed)"],
	},
	{
		platforms: LINUX,
		pattern: /(?:\bcrontab\b|\/etc\/cron|\bsystemctl\b|\/etc\/systemd|\bat +now)/,
		signal: "a job or service is set up or changed",
		events: ["syslog cron, systemd (job or unit)", "auditd SERVICE_START, SERVICE_STOP"],
	},
	{
		platforms: LINUX,
		pattern: /\b(?:insmod|modprobe|rmmod)\b/,
		signal: "a kernel module is loaded or unloaded",
		events: ["auditd KERN_MODULE (module loaded)"],
	},
	{
		platforms: MAC,
		pattern: /(?:\blaunchctl\b|\/Library\/Launch(?:Agents|Daemons))/,
		signal: "a launch agent or daemon is set up or changed",
		events: ["Endpoint Security BTM_LAUNCH_ITEM_ADD (launch item)"],
	},
	{
		platforms: MAC,
		pattern: /\b(?:dscl|sysadminctl|dseditgroup)\b/,
		signal: "directory services are read or changed",
		events: ["Endpoint Security OD_* (account or group changed)"],
	},
	{
		platforms: UNIX,
		pattern: /\b(?:sudo|su +-|visudo|sudoers)\b/,
		signal: "rights are raised",
		events: ["auth log (sudo, su)"],
	},
	{
		platforms: UNIX,
		pattern: /\b(?:ssh|sshd|scp|sftp|systemsetup +-setremotelogin)\b/,
		signal: "SSH is used or switched",
		events: ["sshd in the auth log (connection, authentication)"],
	},
	{
		platforms: UNIX,
		pattern: /\b(?:curl|wget|nc|ncat|netcat|telnet|ftp|rsync)\b/,
		signal: "a connection goes out",
		events: ["network flow or socket record (connection)"],
	},
	{
		platforms: UNIX,
		pattern: /(?:\b(?:chmod|chown|chattr|setfacl|chflags)\b)/,
		signal: "rights of files are changed",
		events: ["file attribute record (chmod, chown)"],
	},
	{
		platforms: UNIX,
		pattern: /(?:(?:^|[^-=>&\d])>{1,2} *[~/$"'\w]|\btee\b|\bcp +|\bmv +|\btouch +)/m,
		signal: "a file is written",
		events: ["file record (created or modified)"],
	},
	{
		platforms: UNIX,
		pattern: /\b(?:rm +-|shred|unlink|history +-c)/,
		signal: "files or histories are deleted",
		events: ["file record (deleted)"],
	},
	{
		platforms: ["esxi", "linux", "windows"],
		pattern: /\b(?:connect-viserver|get-vmhost|set-vmhost|powercli)/i,
		signal: "vCenter carries out a task for the account",
		events: ["vCenter task event"],
	},
	{
		platforms: ["esxi", "linux", "windows"],
		pattern: /\b(?:esxcli|vim-cmd|tsm-ssh|hostd|esxi)/i,
		signal: "the host's shell or services are used",
		events: ["ESXi syslog (hostd, shell)"],
	},
];
