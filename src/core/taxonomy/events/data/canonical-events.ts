/**
 * The canonical events, as `readCanonicalEvents` reads them: a line `id title`, then lines of a letter and names.
 *
 * `w l m` are the event as Windows, Linux and macOS write it (`provider:event`, the main one first, `+` before what belongs to it, `-` for all of the provider's), `o` the log that holds it where its system has none of its own, `s` Sigma's categories, `e` ECS's
 * `category/type` (a type left out means any other), `a` what Elastic's event.action says of it, `c` Splunk's data models, `k` tables of
 * Microsoft's with their action types (`table:action`), `y` UDM's event types. After Sigma's taxonomy, ECS 9, Splunk CIM 6, Defender XDR's
 * advanced hunting schema, UDM, and Apple's Endpoint Security event types.
 */
export const CANONICAL_EVENTS = `
process.create Process created
w Sysmon:1 Security:4688 Security:592 CrowdStrike Falcon:ProcessRollup2
l Sysmon for Linux:1 auditd:EXECVE auditd:PROCTITLE
m Endpoint Security:exec
s process_creation
e process/start process/process_started process/creation process/
a exec | fork | start | executed | created-process | ProcessRollup2 | exec_event | Process Create
c Endpoint.Processes
k DeviceProcessEvents DeviceProcessEvents:ProcessCreated imProcessCreate _Im_ProcessCreate imProcessCreation DeviceEvents:ProcessCreatedUsingWmiQuery CloudProcessEvents CloudProcessEvents:ProcessCreated _Im_ProcessEvent ASimProcessEventLogs
y PROCESS_LAUNCH
process.terminate Process ended
w Sysmon:5 Security:4689 Security:593
l Sysmon for Linux:5
m Endpoint Security:exit
s process_termination
e process/end
a end | exited-process
k imProcessTerminate _Im_ProcessTerminate
y PROCESS_TERMINATION
process.access Process accessed
w Sysmon:10
m Endpoint Security:get_task Endpoint Security:trace Endpoint Security:proc_check
s process_access
e api/ process/access
a ProcessAccess | Process Access
k DeviceEvents:OpenProcessApiCall DeviceEvents:ReadProcessMemoryApiCall DeviceEvents:PTraceDetected
y PROCESS_OPEN
process.remote_thread Remote thread or injection
w Sysmon:8
m Endpoint Security:remote_thread_create
s create_remote_thread
a CreateRemoteThread
k DeviceEvents:CreateRemoteThreadApiCall DeviceEvents:QueueUserApcRemoteApiCall DeviceEvents:NtAllocateVirtualMemoryRemoteApiCall DeviceEvents:NtMapViewOfSectionRemoteApiCall DeviceEvents:SetThreadContextRemoteApiCall DeviceEvents:MemoryRemoteProtect DeviceEvents:NtProtectVirtualMemoryApiCall DeviceEvents:WriteProcessMemoryApiCall DeviceEvents:WriteToLsassProcessMemory
y PROCESS_INJECTION
process.tamper Process tampered with
w Sysmon:25
m Endpoint Security:cs_invalidated
s process_tampering
k DeviceEvents:ProcessPrimaryTokenModified DeviceEvents:NtAllocateVirtualMemoryApiCall
disk.raw_access Raw disk read
w Sysmon:9
l Sysmon for Linux:9
s raw_access_thread
file.create File created or changed
w Sysmon:11
l Sysmon for Linux:11
m Endpoint Security:create Endpoint Security:write Endpoint Security:copyfile Endpoint Security:clone Endpoint Security:truncate
s file_event
e file/creation file/change file/
a creation | modification | overwrite | open | FileCreate | created
c Endpoint.Filesystem
k DeviceFileEvents DeviceFileEvents:FileCreated DeviceFileEvents:FileModified imFileEvent _Im_FileEvent DeviceEvents:ShellLinkCreateFileEvent ASimFileEventLogs DeviceEvents:RemovableStorageFileEvent
y FILE_CREATION FILE_MODIFICATION FILE_COPY FILE_UNCATEGORIZED FILE_SYNC
file.access File accessed
w Kernel-File:12 Security:4663 Security:4656
m Endpoint Security:open
s file_access
e file/access
a opened-file
k DeviceEvents:SensitiveFileRead
y FILE_READ FILE_OPEN
file.rename File renamed or moved
w Kernel-File:27
m Endpoint Security:rename
s file_rename
a rename | renamed
k DeviceFileEvents:FileRenamed
y FILE_MOVE
file.delete File deleted
w Sysmon:23 Kernel-File:26 Security:4660
l Sysmon for Linux:23
m Endpoint Security:unlink
s file_delete
e file/deletion
a deletion | deleted
k DeviceFileEvents:FileDeleted
y FILE_DELETION
file.delete_detected File deletion seen
w Sysmon:26
s file_delete_detected
file.timestomp File creation time changed
w Sysmon:2
m Endpoint Security:utimes
s file_change
k DeviceEvents:FileTimestampModificationEvent
file.stream Alternate data stream created
w Sysmon:15
s create_stream_hash
file.executable Executable file written
w Sysmon:29
s file_executable_detected
file.block Executable file blocked
w Sysmon:27
s file_block_executable
file.shred File shredding blocked
w Sysmon:28
s file_block_shredding
file.link Hard link created
w Security:4664
m Endpoint Security:link
object.permission Permissions or owner changed
w Security:4670
m Endpoint Security:setmode Endpoint Security:setowner
a changed-file-permissions-of | changed-file-ownership-of | permissions-changed
registry.create Registry key created
w Sysmon:12
s registry_add
e registry/creation
k DeviceRegistryEvents:RegistryKeyCreated
y REGISTRY_CREATION
registry.delete Registry key or value deleted
w Sysmon:12
s registry_delete
e registry/deletion
k DeviceRegistryEvents:RegistryKeyDeleted DeviceRegistryEvents:RegistryValueDeleted
y REGISTRY_DELETION
registry.set Registry value set
w Sysmon:13 Security:4657
s registry_set
e registry/change registry/
c Endpoint.Registry
k DeviceRegistryEvents DeviceRegistryEvents:RegistryValueSet imRegistry _Im_RegistryEvent ASimRegistryEventLogs
y REGISTRY_MODIFICATION REGISTRY_UNCATEGORIZED
registry.rename Registry key or value renamed
w Sysmon:14
s registry_rename
k DeviceRegistryEvents:RegistryKeyRenamed
registry.access Registry key accessed
w Security:4656
e registry/access
image.load Module loaded
w Sysmon:7
m Endpoint Security:mmap
s image_load
e library/ dll/
a load | Image loaded
k DeviceImageLoadEvents DeviceImageLoadEvents:ImageLoaded
y PROCESS_MODULE_LOAD
driver.load Driver loaded
w Sysmon:6
l auditd:KERN_MODULE
m Endpoint Security:kextload Endpoint Security:kextunload
s driver_load
e driver/
a loaded-kernel-module
k DeviceEvents:DriverLoad
y DRIVER_LOAD
network.connect Network connection
w Sysmon:3 Security:5156 Security:5158 Security:5154
l Sysmon for Linux:3
s network_connection
e network/ network_traffic/
a connection_attempted | connection_accepted | connected-to | bound-socket
c Network_Traffic Endpoint.Ports
k DeviceNetworkEvents DeviceNetworkEvents:ConnectionSuccess DeviceNetworkEvents:ConnectionFailed DeviceNetworkEvents:ConnectionAttempt DeviceNetworkEvents:InboundConnectionAccepted DeviceNetworkEvents:ConnectionSuccessAggregatedReport DeviceNetworkEvents:ListeningConnectionCreated DeviceNetworkEvents:ConnectionFound DeviceNetworkEvents:ConnectionRequest imNetworkSession _Im_NetworkSession ASimNetworkSessionLogs
y NETWORK_CONNECTION NETWORK_FLOW NETWORK_UNCATEGORIZED NETWORK_SMTP NETWORK_FTP
network.inspect Network signature inspected
k DeviceNetworkEvents:NetworkSignatureInspected DeviceNetworkEvents:HttpConnectionInspected DeviceNetworkEvents:SslConnectionInspected DeviceNetworkEvents:InboundInternetScanInspected DeviceNetworkEvents:SshConnectionInspected DeviceNetworkEvents:NtlmAuthenticationInspected DeviceNetworkEvents:IcmpConnectionInspected DeviceNetworkEvents:SmtpConnectionInspected DeviceNetworkEvents:FtpConnectionInspected
firewall.block Connection blocked
w Security:5157 Security:5152 Security:5155 Security:5031
k DeviceEvents:FirewallInboundConnectionBlocked DeviceEvents:FirewallOutboundConnectionBlocked DeviceEvents:FirewallInboundConnectionToAppBlocked
network.alert Network signature matched
o Network sensor
e intrusion_detection/
c Intrusion_Detection
y SCAN_NETWORK
dns.query DNS query
w Sysmon:22 DNS-Client:3008 DNS-Client:3006
s dns_query
e dns/
a lookup_requested | lookup_result
c Network_Resolution
k DeviceEvents:DnsQueryResponse DnsEvents DeviceNetworkEvents:DnsConnectionInspected DeviceNetworkEvents:DnsQueryResponse ASimDnsActivityLogs imDns _Im_Dns CloudDnsEvents ASimDns
y NETWORK_DNS
dhcp.lease DHCP lease
o DHCP log
c Network_Sessions
k _Im_DhcpEvent ASimDhcpEventLogs
y NETWORK_DHCP
http.request HTTP request
o HTTP log
c Web
e web/
k imWebSession _Im_WebSession ASimWebSessionLogs
y NETWORK_HTTP
url.open Link opened
k DeviceEvents:BrowserLaunchedToOpenUrl UrlClickEvents:ClickAllowed UrlClickEvents:ClickBlocked UrlClickEvents:UrlErrorPage UrlClickEvents:UrlScanInProgress UrlClickEvents:ClickBlockedByTenantPolicy
y EMAIL_URL_CLICK
pipe.create Named pipe created or connected
w Sysmon:17 +Sysmon:18
s pipe_created
a Pipe Created (rule: PipeEvent)
k DeviceEvents:NamedPipeEvent
wmi.subscription WMI event subscription
w Sysmon:19 +Sysmon:20 +Sysmon:21 WMI-Activity:5861 WMI-Activity:5860 WMI-Activity:5859
s wmi_event
k DeviceEvents:WmiBindEventFilterToConsumer
wmi.operation WMI operation
w WMI-Activity:5857 WMI-Activity:5858
k DeviceEvents:RemoteWmiOperation
powershell.script_block PowerShell script block
w PowerShell:4104
s ps_script
k DeviceEvents:ScriptContent DeviceEvents:PowerShellCommand DeviceEvents:AmsiScriptContent DeviceEvents:AmsiScriptDetection
powershell.module PowerShell command invocation
w PowerShell:4103
s ps_module
powershell.start PowerShell engine started
w Windows PowerShell:400
s ps_classic_start
powershell.provider PowerShell provider started
w Windows PowerShell:600
s ps_classic_provider_start
powershell.pipeline PowerShell pipeline executed
w Windows PowerShell:800
s ps_classic_script
logon.success Logon
w Security:4624 Security:528 Security:540 RemoteDesktopServices-RdpCoreTS:131
l Linux authentication log:- auditd:USER_LOGIN auditd:USER_START auditd:USER_AUTH auditd:LOGIN
m Endpoint Security:authentication Endpoint Security:login_login Endpoint Security:openssh_login Endpoint Security:lw_session_login Endpoint Security:screensharing_attach
e authentication/ session/
a logged-in | logged-in-special | ssh_login
c Authentication Authentication.Successful_Authentication
k DeviceLogonEvents DeviceLogonEvents:LogonSuccess IdentityLogonEvents IdentityLogonEvents:LogonSuccess imAuthentication _Im_Authentication ASimAuthenticationEventLogs DeviceLogonEvents:LogonAttempted
y USER_LOGIN
logon.failure Failed logon
w Security:4625 Security:529 RemoteDesktopServices-RdpCoreTS:140
l Linux authentication log:- auditd:ANOM_LOGIN_FAILURES
e authentication/failure
a logon-failed
c Authentication.Failed_Authentication
k DeviceLogonEvents:LogonFailed IdentityLogonEvents:LogonFailed
logon.explicit Logon with explicit credentials
w Security:4648 Security:552
a logged-in-explicit
logon.privileges Special privileges used or assigned
w Security:4672 Security:4673 Security:4674 Security:4964 Security:576
logon.end Logoff
w Security:4634 Security:4647
l auditd:USER_LOGOUT auditd:USER_END
m Endpoint Security:login_logout
e authentication/end session/end
a logged-out
y USER_LOGOUT
kerberos.tgt Kerberos ticket requested
w Security:4768 Security:4771 Security:675 Security:672 Security:4772 Security:4820 Security:4824
a kerberos-authentication-ticket-requested | kerberos-preauth-failed
kerberos.tgs Kerberos service ticket requested
w Security:4769 Security:4770 Security:673 Security:4773 Security:4821
a kerberos-service-ticket-requested
ntlm.auth NTLM authentication
w Security:4776 NTLM:8001 NTLM:8002 NTLM:8003 NTLM:8004 NTLM:8005 NTLM:8006 Security:680 Security:4822 Security:4823 NTLM:4001 NTLM:4002 NTLM:4020 NTLM:4022
a credential-validated
account.create Account created
w Security:4720 Security:4741 Security:624
l auditd:ADD_USER
m Endpoint Security:od_create_user
e iam/creation
a added-user-account | added-computer-account
k DeviceEvents:UserAccountCreated
y USER_CREATION
account.change Account changed
w Security:4738 Security:4742 Security:4781 Security:4722 Security:4725 Security:4740 Security:4767 Security:4765 Security:4766 Security:642 Security:4780 Security:4830
l auditd:USER_MGMT auditd:ACCT_LOCK auditd:ACCT_UNLOCK auditd:CHUSER_ID
e iam/change iam/user iam/
a modified-user-account | changed-computer-account | renamed-user-account | enabled-user-account | disabled-user-account | locked-out-user-account | unlocked-user-account
c Change.Account_Management
k DeviceEvents:UserAccountModified IdentityDirectoryEvents _Im_UserManagement ASimUserManagementActivityLogs
y USER_CHANGE_PERMISSIONS USER_UNCATEGORIZED
account.password Password changed
w Security:4723 Security:4724 Security:4794 Security:627 Security:628 Security:4782
l auditd:USER_CHAUTHTOK
m Endpoint Security:od_modify_password
a changed-password | reset-password
k DeviceEvents:PasswordChangeAttempt
y USER_CHANGE_PASSWORD
account.delete Account deleted
w Security:4726 Security:4743 Security:630
l auditd:DEL_USER
m Endpoint Security:od_delete_user
e iam/deletion
a deleted-user-account
k DeviceEvents:UserAccountDeleted
y USER_DELETION
group.change Group or its members changed
w Security:4732 Security:4728 Security:4756 Security:4729 Security:4733 Security:4757 Security:4727 Security:4730 Security:4731 Security:4734 Security:4735 Security:4737 Security:4754 Security:4755 Security:4764 Security:632 Security:633 Security:634 Security:636 Security:660 Security:4744 Security:4745 Security:4746 Security:4747 Security:4748 Security:4749 Security:4750 Security:4751 Security:4752 Security:4753 Security:4758 Security:4759 Security:4760 Security:4761 Security:4762 Security:4763
l auditd:ADD_GROUP auditd:DEL_GROUP auditd:GRP_MGMT
m Endpoint Security:od_group_add Endpoint Security:od_create_group
e iam/group
a added-member-to-group | added-group-account
k DeviceEvents:UserAccountAddedToLocalGroup DeviceEvents:UserAccountRemovedFromLocalGroup DeviceEvents:SecurityGroupCreated DeviceEvents:SecurityGroupDeleted
y GROUP_MODIFICATION GROUP_CREATION GROUP_DELETION GROUP_UNCATEGORIZED
group.enumerate Group membership enumerated
w Security:4798 Security:4799
a group-membership-enumerated | user-member-enumerated
right.change User right or system access changed
w Security:4704 Security:4705 Security:4717 Security:4718 Security:4703
k DeviceEvents:LogonRightsSettingEnabled
trust.change Domain trust or policy changed
w Security:4706 Security:4707 Security:4716 Security:4713 Security:4739 Security:4865 Security:4866 Security:4867
ad.change Directory object changed
w Security:5136 Security:5137 Security:5139 Security:5141 Security:5138 Security:5169 Security:4928 Security:4929
a modified-directory-service-object | directory-service-object-modified
k DeviceEvents:DirectoryServiceObjectCreated DeviceEvents:DirectoryServiceObjectModified
ad.access Directory object accessed
w Security:4662 Security:4661 Security:4932
a accessed-directory-service
ad.query Directory queried
w LDAP-Client:30 Directory Service:1644
k IdentityQueryEvents DeviceEvents:LdapSearch
service.install Service installed
w System:7045 Security:4697 Security:601
a service-installed
k DeviceEvents:ServiceInstalled
y SERVICE_CREATION
service.change Service changed
w System:7036 System:7040 System:7023 System:7034 System:7035 System:7000 System:7009 System:7024 System:7031
l auditd:SERVICE_STOP auditd:SERVICE_START
c Endpoint.Services
y SERVICE_MODIFICATION SERVICE_STOP SERVICE_START SERVICE_DELETION SERVICE_UNSPECIFIED
task.change Scheduled task created or changed
w Security:4698 Security:4699 Security:4700 Security:4701 Security:4702 TaskScheduler:106 TaskScheduler:129 TaskScheduler:140 TaskScheduler:141 TaskScheduler:142 TaskScheduler:200 TaskScheduler:201 Security:602
a scheduled-task-created | scheduled-task-updated | scheduled-task-deleted
k DeviceEvents:ScheduledTaskCreated DeviceEvents:ScheduledTaskUpdated DeviceEvents:ScheduledTaskDeleted DeviceEvents:ScheduledTaskEnabled DeviceEvents:ScheduledTaskDisabled
y SCHEDULED_TASK_CREATION SCHEDULED_TASK_MODIFICATION SCHEDULED_TASK_DELETION SCHEDULED_TASK_UNCATEGORIZED SCHEDULED_TASK_ENABLE SCHEDULED_TASK_DISABLE
share.access Network share accessed
w Security:5145 Security:5140 Security:5142 Security:5143 Security:5144
k DeviceEvents:NetworkShareObjectAccessChecked DeviceEvents:NetworkShareObjectAdded
log.clear Log cleared
w Security:1102 System:104 Security:517
a audit-log-cleared | Log clear
k DeviceEvents:SecurityLogCleared
y SYSTEM_AUDIT_LOG_WIPE
audit.policy Audit policy changed
w Security:4719 Security:4817 Security:4912 Security:612 Security:4715 Security:4902 Security:4906 Security:4907 Security:4908
l auditd:CONFIG_CHANGE
a changed-audit-config | changed-audit-configuration
c Change.Auditing_Changes
k DeviceEvents:AuditPolicyModification
firewall.rule Firewall rule changed
w Windows Firewall:2004 Windows Firewall:2005 Windows Firewall:2006 Windows Firewall:2071 Windows Firewall:2073 Windows Firewall:2097 Windows Firewall:2052 Windows Firewall:2033 Windows Firewall:2059 Security:4946 Security:4947 Security:4948 Security:5447 Windows Firewall:2002 Windows Firewall:2003 Windows Firewall:2008 Windows Firewall:2032 Windows Firewall:2060 Windows Firewall:2082 Windows Firewall:2083 Security:4950 Security:4954
l auditd:NETFILTER_CFG
certificate.request Certificate requested or issued
w Security:4886 Security:4887 Security:4898 Security:4899 Security:4876 Security:4888 Security:4889 Security:4900
malware.detect Malware detected or blocked
w Windows Defender:1116 Windows Defender:1117 Windows Defender:1006 Windows Defender:1015 Windows Defender:1119 Windows Defender:1118 Windows Defender:1007 Windows Defender:1008 Windows Defender:1160 Windows Defender:1009
m Endpoint Security:xp_malware_detected Endpoint Security:xp_malware_remediated
e malware/
c Malware Malware_Attacks
k DeviceEvents:AntivirusDetection DeviceEvents:AntivirusReport DeviceEvents:SmartScreenAppWarning DeviceEvents:SmartScreenUrlWarning DeviceEvents:SmartScreenUserOverride
y SCAN_FILE SCAN_PROCESS
asr.rule Attack surface reduction rule fired
w Windows Defender:1121 Windows Defender:1122 Windows Defender:1125 Windows Defender:1126 Windows Defender:1129 Windows Defender:1131 Windows Defender:1132 Windows Defender:1133 Windows Defender:1134
k DeviceEvents:Asr* DeviceEvents:ExploitGuard* DeviceEvents:ControlledFolderAccess* DeviceEvents:NetworkProtectionUserBypassEvent
defender.config Defender configuration changed
w Windows Defender:5007 Windows Defender:5001 Windows Defender:5010 Windows Defender:5012 Windows Defender:5013 Windows Defender:5101 Windows Defender:1013 Windows Defender:5004 Windows Defender:5100 Windows Defender:3002 Windows Defender:2001
k DeviceEvents:TamperingAttempt
credential.read Stored credentials read
w Security:5379 Security:5381 Security:5382 Security:5376 Security:4692 Security:4693 Security:4695 Security:5377
k DeviceEvents:DpapiAccessed DeviceEvents:CredentialsBackup
device.connect Device connected
w Security:6416 Driver-Frameworks:2003 Driver-Frameworks:2100 Driver-Frameworks:2102 Security:6419 Security:6420 Security:6421 Security:6422 Security:6423 Security:6424
k DeviceEvents:PnpDeviceConnected DeviceEvents:UsbDriveMounted DeviceEvents:UsbDriveMount DeviceEvents:UsbDriveUnmounted DeviceEvents:PnpDeviceAllowed DeviceEvents:PnpDeviceBlocked DeviceEvents:UsbDriveDriveLetterChanged DeviceEvents:RemovableStoragePolicyTriggered DeviceEvents:BluetoothPolicyTriggered
m Endpoint Security:mount
clipboard.change Clipboard changed
w Sysmon:24
s clipboard_capture
k DeviceEvents:GetClipboardData
screen.capture Screen or keyboard captured
k DeviceEvents:ScreenshotTaken DeviceEvents:GetAsyncKeyStateApiCall
sysmon.state Sysmon state or configuration changed
w Sysmon:4 +Sysmon:16
l Sysmon for Linux:16
s sysmon_status
sysmon.error Sysmon error
w Sysmon:255
s sysmon_error
bits.job BITS job
w BITS-Client:16403 BITS-Client:3 BITS-Client:59 BITS-Client:4 BITS-Client:5 BITS-Client:60 BITS-Client:61
a Bits
code.integrity Code integrity check failed
w CodeIntegrity:3033 CodeIntegrity:3077 CodeIntegrity:3076 Security:5038 Security:6281 CodeIntegrity:3001 CodeIntegrity:3004 CodeIntegrity:3021 CodeIntegrity:3022 CodeIntegrity:3023 CodeIntegrity:3032 CodeIntegrity:3034 CodeIntegrity:3035 CodeIntegrity:3036 CodeIntegrity:3037 CodeIntegrity:3089 CodeIntegrity:3104 Security:6410
app.block Application blocked
w AppLocker:8004 AppLocker:8007 AppLocker:8022 AppLocker:8025 AppLocker:8003 AppLocker:8006 AppLocker:8021 AppLocker:8024 AppLocker:8028 AppLocker:8029 Application:865 Application:866 Application:867 Application:868 Application:882 Security-Mitigations:11 Security-Mitigations:12
k DeviceEvents:AppControlCodeIntegrityPolicyBlocked DeviceEvents:AppControlExecutableBlocked DeviceEvents:AppControlScriptBlocked DeviceEvents:AppControl*
application.error Program crashed
w Application:1000 Application:1001 Application:1002 Application:1026
l auditd:ANOM_ABEND
installer.run Windows Installer installed or removed a product
w Application:1033 Application:1034 Application:1035 Application:1040 Application:1042 Application:11707 Application:11708 Application:11724
database.audit Database server audit event
w Application:33205 Application:18456 Application:15457 Application:33204
print.job Document printed or printer driver changed
w PrintService:307 PrintService:316 PrintService:808 PrintService:4909 PrintService:354
appx.deploy App package deployed
w AppXDeployment-Server:400 AppXDeployment-Server:401 AppXDeployment-Server:412 AppXDeployment-Server:441 AppXDeployment-Server:442 AppXDeployment-Server:453 AppXDeployment-Server:454 AppXDeployment-Server:854 AppxPackaging:157
system.time System time changed
w Security:4616
l auditd:TIME_ADJNTPVAL auditd:TIME_INJOFFSET
a changed-system-time
system.power System started or shut down
w System:1074 System:12 System:13 System:6005 System:6006 System:6008 Security:4608 Security:4609
l auditd:SYSTEM_BOOT auditd:SYSTEM_SHUTDOWN auditd:SYSTEM_RUNLEVEL
y STATUS_STARTUP STATUS_SHUTDOWN
session.lock Workstation locked or unlocked
w Security:4800 Security:4801 Security:4802 Security:4803
m Endpoint Security:lw_session_unlock
object.handle Handle to an object requested or closed
w Security:4658 Security:4690
privilege.elevate Privileges raised
l auditd:USER_CMD auditd:ANOM_ROOT_TRANS auditd:CAPSET auditd:BPRM_FCAPS
m Endpoint Security:sudo Endpoint Security:su Endpoint Security:setuid
y PROCESS_PRIVILEGE_ESCALATION
persistence.add Background item added or removed
m Endpoint Security:btm_launch_item_add Endpoint Security:btm_launch_item_remove Endpoint Security:profile_add
syscall System call
l auditd:SYSCALL auditd:PATH auditd:CWD auditd:SOCKADDR auditd:MMAP auditd:OBJ_PID
mac.policy Access denied or policy changed by SELinux or AppArmor
l auditd:AVC auditd:USER_AVC auditd:MAC_STATUS auditd:MAC_POLICY_LOAD auditd:MAC_CONFIG_CHANGE auditd:APPARMOR_DENIED
shell.run_key Command started from a run key
w Shell-Core:9707 Shell-Core:9708
rdp.session Remote desktop session
w TerminalServices-LocalSessionManager:21 TerminalServices-LocalSessionManager:24 TerminalServices-LocalSessionManager:25 TerminalServices-RemoteConnectionManager:1149 Security:4778 Security:4779 Security:4825 TerminalServices-LocalSessionManager:22 TerminalServices-LocalSessionManager:23 TerminalServices-LocalSessionManager:39 TerminalServices-LocalSessionManager:40 TerminalServices-RemoteConnectionManager:261 TerminalServices-RDPClient:1024 TerminalServices-RDPClient:1102 TerminalServices-RDPClient:1029
k DeviceEvents:RemoteDesktopConnection
change.any Change
o Change log
c Change Change_Analysis Change.All_Changes Change.Endpoint_Changes Change.Network_Changes Change.Instance_Changes
config.change Configuration changed
o Audit log
e configuration/
y SETTING_CREATION SETTING_DELETION SETTING_MODIFICATION SETTING_UNCATEGORIZED DEVICE_CONFIG_UPDATE
resource.create Resource created
o Audit log
y RESOURCE_CREATION USER_RESOURCE_CREATION
resource.access Resource accessed
o Audit log
c Data_Access
y RESOURCE_READ USER_RESOURCE_ACCESS
resource.change Resource changed
o Audit log
y RESOURCE_WRITTEN USER_RESOURCE_UPDATE_CONTENT RESOURCE_PERMISSIONS_CHANGE USER_RESOURCE_UPDATE_PERMISSIONS
resource.delete Resource deleted
o Audit log
y RESOURCE_DELETION USER_RESOURCE_DELETION
email.message Email sent or received
o Mail log
e email/
c Email
k EmailEvents EmailUrlInfo EmailAttachmentInfo EmailPostDeliveryEvents MessageEvents MessagePostDeliveryEvents MessageUrlInfo FileMaliciousContentInfo CampaignInfo
y EMAIL_TRANSACTION EMAIL_UNCATEGORIZED
vulnerability.scan Vulnerability found by a scan
o Vulnerability scan
e vulnerability/
y SCAN_VULN_HOST SCAN_VULN_NETWORK SCAN_HOST
user.activity User activity
o Audit log
y USER_COMMUNICATION USER_STATS USER_BADGE_IN
alert Alert
o Alert
c Alerts
e threat/
data_loss Data loss prevented or seen
o Data loss prevention
c DLP
k DataSecurityEvents
package.change Package installed or removed
o Update log
e package/
c Updates
`;
