/**
 * Windows' channels and the short titles of their events, as `readChannels` reads them: a line `# name | other names`, then `id title`.
 *
 * Names in use: the provider's short name as people say it; then what Sigma calls the service, Splunk's content the macro and data source,
 * Elastic the dataset, and Windows the channel and provider. Titles are the official ones: Sysmon's documentation (15.15)
 * and the providers' manifests. Where one id lies in several channels, the channel listed first is meant
 * if a rule names none.
 */
export const WINDOWS_EVENTS = `
# System | wineventlog_system | windows event log system | windows system event logs | system.system | xmlwineventlog:system | wineventlog:system | service control manager | service-control-manager | microsoft-windows-service control manager
12 The operating system started
13 The operating system is shutting down
16 The access history in hive was cleared updating keys and creating modified pages
26 Application popup
35 The time service is now synchronizing the system time
36 The time service has not synchronized the system time
37 The KDC encountered a ticket that did not contain the PAC
38 The KDC encountered a ticket that contained inconsistent information about the account
39 The KDC encountered a user certificate that was valid but could not be mapped to a user in a strong way
41 The KDC encountered a user certificate whose SID did not match the account
42 The Kerberos Key Distribution Center lacks strong keys for an account
55 The file system structure on the disk is corrupt and unusable
56 The security layer detected an error in the protocol stream and has disconnected the client
98 Volume is healthy. No action is needed
104 The log file was cleared
219 A driver failed to load for a device
1001 The computer has rebooted from a bugcheck
1014 Name resolution for the name timed out
1031 The DHCP server callout DLL caused an exception
1032 The DHCP server callout DLL caused an exception
1033 The DHCP server loaded a callout DLL
1034 The DHCP server failed to load a callout DLL
1074 A process or user initiated a restart or shutdown
5723 The session setup from the computer failed because the security database does not contain a trust account
5805 The session setup from the computer failed to authenticate
5827 The Netlogon service denied a vulnerable Netlogon secure channel connection from a machine account
5828 The Netlogon service denied a vulnerable Netlogon secure channel connection using a trust account
5829 The Netlogon service allowed a vulnerable Netlogon secure channel connection
6005 The Event log service was started
6006 The Event log service was stopped
6008 The previous system shutdown was unexpected
6013 System uptime
6038 The server authenticated a client with NTLM, which is not as secure as other options
6039 NTLM authentication with weaker options was used
7000 A service failed to start
7001 A service depends on another that failed to start
7009 A service timed out while connecting
7011 A service timed out while responding
7022 A service hung on starting
7023 A service terminated with an error
7024 A service terminated with a service-specific error
7026 A boot-start or system-start driver failed to load
7030 A service is marked as an interactive service
7031 A service terminated unexpectedly and a corrective action will be taken
7032 The service control manager tried to take a corrective action that failed
7034 A service terminated unexpectedly
7035 A service was sent a control
7036 A service entered a new state
7038 A service was unable to log on
7040 The start type of a service was changed
7041 A service lacks the right to log on as a service
7045 A service was installed in the system
10001 Unable to start a DCOM server
10016 Permission settings do not grant activation of a COM server
10028 DCOM was unable to communicate with a computer
10036 The server-side authentication level policy does not allow the user to activate a DCOM server
20001 Driver management concluded the process to install a driver
20003 Driver management concluded the process to add a service for a device
# Application | wineventlog_application | windows event log application | system.application | xmlwineventlog:application | wineventlog:application
1 Audit event of an application
216 The database location changed
325 The database engine created a new database
326 The database engine attached a database
327 The database engine detached a database
524 Restore or deletion of the backup catalog
865 Access to a program has been restricted by policy (default level)
866 Access to a program has been restricted by policy (path rule)
867 Access to a program has been restricted by policy (software publisher)
868 Access to a program has been restricted by policy (policy rule)
882 Access to a program has been restricted by policy (certificate rule)
1000 Application error
1001 Windows Error Reporting
1002 Application hang
1026 Unhandled exception in a .NET program
1033 Windows Installer installed the product
1034 Windows Installer removed the product
1035 Windows Installer reconfigured the product
1040 Beginning a Windows Installer transaction
1042 Ending a Windows Installer transaction
1309 Unhandled exception in an ASP.NET application
1511 Windows cannot find the local profile and logged the user on with a temporary profile
2282 The module DLL failed to load
3000 Application event
8128 System Restore could not start
8193 Volume Shadow Copy Service error
11707 Product installation completed successfully
11708 Product installation failed
11724 Product removal completed successfully
15281 SQL Server blocked access to a component that is turned off
15457 Configuration option of SQL Server changed
17135 SQL Server launched a startup procedure
17162 SQL Server is starting
18456 SQL Server login failed
33204 SQL Server audit could not write to the security log
33205 SQL Server audit event
# Sysmon | windows.sysmon_operational | windows_sysmon | windows.sysmon | microsoft-windows-sysmon | microsoft-windows-sysmon/operational | xmlwineventlog:microsoft-windows-sysmon/operational
1 Process creation
2 A process changed a file creation time
3 Network connection
4 Sysmon service state changed
5 Process terminated
6 Driver loaded
7 Image loaded
8 CreateRemoteThread
9 RawAccessRead
10 ProcessAccess
11 FileCreate
12 RegistryEvent (Object create and delete)
13 RegistryEvent (Value Set)
14 RegistryEvent (Key and Value Rename)
15 FileCreateStreamHash
16 ServiceConfigurationChange
17 PipeEvent (Pipe Created)
18 PipeEvent (Pipe Connected)
19 WmiEvent (WmiEventFilter activity detected)
20 WmiEvent (WmiEventConsumer activity detected)
21 WmiEvent (WmiEventConsumerToFilter activity detected)
22 DNSEvent (DNS query)
23 FileDelete (File Delete archived)
24 ClipboardChange (New content in the clipboard)
25 ProcessTampering (Process image change)
26 FileDeleteDetected (File Delete logged)
27 FileBlockExecutable
28 FileBlockShredding
29 FileExecutableDetected
255 Error
# PowerShell | powershell logs | powershell script block logging | windows.powershell_operational | windows.powershell | microsoft-windows-powershell | microsoft-windows-powershell/operational | powershellcore | powershellcore/operational | xmlwineventlog:microsoft-windows-powershell/operational
4100 Error message
4103 Command invocation (module logging)
4104 Creating Scriptblock text
4105 Starting invocation of ScriptBlock
4106 Completing invocation of ScriptBlock
8193 Creating Runspace object
32784 PowerShell remoting transport error
40961 PowerShell console is starting up
53504 PowerShell has started an IPC listening thread
# Windows PowerShell | powershell-classic | wineventlog:windows powershell
400 Engine state is changed from None to Available
403 Engine state is changed from Available to Stopped
500 Command is started
501 Command is stopped
600 Provider is started
800 Pipeline execution details
# TaskScheduler | taskscheduler | windows.task-scheduler | windows.task_scheduler | wineventlog_task_scheduler | windows event log taskscheduler | microsoft-windows-taskscheduler | microsoft-windows-taskscheduler/operational
100 Task started
102 Task completed
103 Action start failed
106 Task registered
107 Task triggered by a time trigger
108 Task triggered on an event
110 Task triggered by a user
111 Task terminated
118 Task triggered by computer startup
119 Task triggered on logon
129 Created task process
140 Task registration updated
141 Task registration deleted
142 Task disabled
200 Action started
201 Action completed
203 Action failed to start
325 Launch request queued
# Windows Defender | windefend | ms_defender | windows event log defender | microsoft-windows-windows defender | microsoft-windows-windows defender/operational | windows.windows_defender | windows.windows-defender | windows.defender | windows defender alerts
1000 An antimalware scan started
1001 An antimalware scan finished
1002 An antimalware scan was stopped before it finished
1005 An antimalware scan failed
1006 The antimalware engine found malware or other potentially unwanted software
1007 The antimalware platform performed an action to protect your system
1008 The antimalware platform failed to act on malware
1009 The antimalware platform restored an item from quarantine
1010 The antimalware platform could not restore an item from quarantine
1011 The antimalware platform deleted an item from quarantine
1013 The antimalware platform deleted history of malware and other potentially unwanted software
1015 The antimalware platform detected suspicious behavior
1116 The antimalware platform detected malware or other potentially unwanted software
1117 The antimalware platform performed an action to protect your system from malware
1118 The antimalware platform attempted to perform an action but the action failed
1119 The antimalware platform encountered a critical error when taking action
1120 Hashes of a threat were computed
1121 An attack surface reduction rule fired in block mode
1122 An attack surface reduction rule fired in audit mode
1123 Controlled folder access blocked
1124 Controlled folder access audited
1125 Network protection audited
1126 Network protection blocked
1127 Controlled folder access blocked a change to a disk sector
1128 Controlled folder access audited a change to a disk sector
1129 A user overrode a blocked attack surface reduction rule
1131 Attack surface reduction rule warned (block)
1132 Attack surface reduction rule warned (audit)
1133 Attack surface reduction rule blocked
1134 Attack surface reduction rule audited
1150 Endpoint Protection client is healthy
1151 Endpoint Protection client health report
1160 A potentially unwanted application was detected
2000 Security intelligence definitions were updated
2001 The security intelligence update failed
2002 The antimalware engine version was updated
2003 The antimalware engine update failed
2010 Dynamic security intelligence was retrieved
3002 Real-time protection encountered an error and failed
3007 Real-time protection restarted a feature
5000 Real-time protection is enabled
5001 Real-time protection is disabled
5004 The real-time protection configuration changed
5007 The antimalware platform configuration changed
5008 The antimalware engine failed
5009 Scanning for malware and other potentially unwanted software is enabled
5010 Scanning for malware and other potentially unwanted software is disabled
5011 Scanning for viruses is enabled
5012 Scanning for viruses is disabled
5013 Tamper protection blocked a change
5100 The antimalware platform will expire soon
5101 The antimalware platform is expired
# WMI-Activity | wmi | microsoft-windows-wmi-activity | microsoft-windows-wmi-activity/operational | wineventlog:microsoft-windows-wmi-activity/operational
5857 A WMI provider started
5858 A WMI operation failed
5859 A WMI event filter was registered
5860 A temporary WMI event subscription was created
5861 A permanent WMI event subscription was created
# DNS-Client | dns-client | microsoft-windows-dns-client | microsoft-windows-dns client events | microsoft-windows-dns client events/operational
3006 DNS query is called
3008 DNS query is completed
3020 Query response for name
# DNS-Server | dns-server | windows_dns | msad:nt6:dns | microsoft_dnsserver | dns server | dns-server-audit | dns-server-analytic | microsoft-windows-dns-server-service | microsoft-windows-dnsserver
150 The DNS server could not load or initialize the plug-in DLL
256 Query received
257 Response sent
515 A DNS record was created
516 A DNS record was deleted
541 A DNS server setting was changed
770 A DNS server plug-in DLL has been loaded
771 A DNS server plug-in DLL could not be loaded
6004 The DNS server received a zone transfer request
# Windows Firewall | firewall-as | microsoft-windows-windows firewall with advanced security | microsoft-windows-windows firewall with advanced security/firewall
2002 A Windows Firewall setting has changed
2003 A Windows Firewall setting in a profile has changed
2004 A rule has been added to the Windows Firewall exception list
2005 A rule has been modified in the Windows Firewall exception list
2006 A rule has been deleted in the Windows Firewall exception list
2008 Windows Firewall group policy settings have changed
2009 The Windows Firewall service failed to load group policy
2010 The network profile of an interface changed
2011 Windows Firewall could not notify the user that it blocked an application
2032 Windows Firewall has been reset to its default configuration
2033 All rules have been deleted from the Windows Firewall configuration
2052 A rule has been deleted in the Windows Firewall exception list
2059 All rules have been deleted from the Windows Firewall configuration
2060 Windows Firewall has been reset to its default configuration
2071 A rule has been added to the Windows Firewall exception list
2073 A rule has been modified in the Windows Firewall exception list
2082 A Windows Firewall setting in a profile has changed
2083 A Windows Firewall setting has changed
2097 A rule has been added to the Windows Firewall exception list
# AppLocker | applocker | windows.applocker_exe_and_dll | windows.applocker_msi_and_script | windows.applocker_packaged_app_deployment | windows.applocker_packaged_app_execution | microsoft-windows-applocker | microsoft-windows-applocker/exe and dll | microsoft-windows-applocker/msi and script | microsoft-windows-applocker/packaged app-deployment | microsoft-windows-applocker/packaged app-execution
8000 The AppLocker policy could not be applied
8001 The AppLocker policy was applied
8002 A file was allowed to run
8003 A file was allowed to run but would have been prevented if the policy were enforced
8004 A file was prevented from running
8005 A script or installer was allowed to run
8006 A script or installer was allowed to run but would have been prevented if the policy were enforced
8007 A script or installer was prevented from running
8020 A packaged app was allowed to run
8021 A packaged app was allowed to run but would have been prevented if the policy were enforced
8022 A packaged app was prevented from running
8023 A packaged app installation was allowed
8024 A packaged app installation was allowed but would have been prevented if the policy were enforced
8025 A packaged app installation was prevented
8028 A script was allowed to run but would have been prevented if the Config CI policy were enforced
8029 A script was prevented from running due to the Config CI policy
# BITS-Client | bits-client | microsoft-windows-bits-client | microsoft-windows-bits-client/operational
3 The BITS service created a new job
4 The transfer job is complete
5 Job cancelled
59 BITS started the transfer job
60 BITS stopped transferring the job
61 BITS stopped transferring the job because of an error
16403 The BITS service has been given a job with local and remote file names
# NTLM | ntlm | ntlm_audit | ntlm operational | microsoft-windows-ntlm | microsoft-windows-ntlm/operational | xmlwineventlog:microsoft-windows-ntlm/operational
4001 Outgoing NTLM authentication was blocked
4002 Incoming NTLM authentication was blocked
4020 NTLM authentication was used by a client
4022 NTLM authentication was used by a server
4024 NTLMv1-derived credentials were used for single sign-on
8001 Outgoing NTLM authentication traffic that would be blocked
8002 Incoming NTLM traffic that would be blocked
8003 NTLM authentication in this domain that would be blocked
8004 Domain controller blocked: audit NTLM authentication to this domain controller
8005 NTLM authentication audit of a server
8006 NTLM authentication audit of a domain
# TerminalServices-LocalSessionManager | terminalservices-localsessionmanager | microsoft-windows-terminalservices-localsessionmanager | microsoft-windows-terminalservices-localsessionmanager/operational
21 Remote Desktop Services: Session logon succeeded
22 Remote Desktop Services: Shell start notification received
23 Remote Desktop Services: Session logoff succeeded
24 Remote Desktop Services: Session has been disconnected
25 Remote Desktop Services: Session reconnection succeeded
39 Remote Desktop Services: Session has been disconnected by another session
40 Remote Desktop Services: Session has been disconnected, with a reason code
41 Remote Desktop Services: Session arbitration began
42 Remote Desktop Services: Session arbitration ended
# TerminalServices-RemoteConnectionManager | terminalservices-remoteconnectionmanager | microsoft-windows-terminalservices-remoteconnectionmanager | microsoft-windows-terminalservices-remoteconnectionmanager/operational
261 The listener received a connection
1149 Remote Desktop Services: User authentication succeeded
# TerminalServices-RDPClient | microsoft-windows-terminalservices-rdpclient | microsoft-windows-terminalservices-rdpclient/operational
1024 RDP ClientActiveX is trying to connect to the server
1025 RDP ClientActiveX has connected to the server
1026 RDP ClientActiveX has been disconnected
1027 The client connected to a domain with a session
1029 Base64(SHA256(UserName)) is logged
1102 The client has initiated a multi-transport connection to the server
# CodeIntegrity | codeintegrity-operational | microsoft-windows-codeintegrity | microsoft-windows-codeintegrity/operational
3001 Code Integrity determined an unsigned kernel module is loaded into the system
3004 Code Integrity is unable to verify the image integrity of a file
3021 Code Integrity determined a revoked kernel module is loaded into the system (audit)
3022 Code Integrity determined a revoked kernel module is loaded into the system
3023 The driver is blocked from loading as it has been revoked by Microsoft
3032 Code Integrity determined a revoked image is loaded into the system (audit)
3033 Code Integrity determined that a process attempted to load a file that did not meet the signing level requirements
3034 Code Integrity determined that a file did not meet the signing level requirements (audit)
3035 Code Integrity determined a revoked image is loaded into the system
3036 Code Integrity is unable to verify the image because it is revoked
3037 Code Integrity determined an unsigned image is loaded into the system
3076 A file would have been blocked by a Windows Defender Application Control policy
3077 A file was blocked by a Windows Defender Application Control policy
3089 Signature information of a blocked file
3104 Windows blocked a file which has been disallowed for protected processes
# Security-Mitigations | security-mitigations | microsoft-windows-security-mitigations | microsoft-windows-security-mitigations/kernel mode | microsoft-windows-security-mitigations/user mode
11 A process would have been blocked from loading a binary not signed by Microsoft
12 A process was blocked from loading a binary not signed by Microsoft
# SMBServer | smbserver-connectivity | smbserver-operational | smbserver-security | microsoft-windows-smbserver | microsoft-windows-smbserver/security | microsoft-windows-smbserver/operational
551 SMB session authentication failure
1009 The server denied anonymous access to the client
3000 A client attempted to access the server with SMB1
4000 The SMB client connection to the share was established
# SMBClient | smbclient-security | smbclient-connectivity | microsoft-windows-smbclient | microsoft-windows-smbclient/security | microsoft-windows-smbclient/connectivity
30803 Failed to establish a network connection
30804 A network connection was disconnected
30805 The client lost its session to the server
30806 The client re-established its session to the server
31001 Authentication failed
31010 The SMB client failed to connect to the share
31017 Rejected an insecure guest logon
# PrintService | printservice | printservice-operational | printservice-admin | windows event log printservice | microsoft-windows-printservice | microsoft-windows-printservice/operational | microsoft-windows-printservice/admin
307 A document was printed
316 A printer driver was added or updated
354 A print job failed
800 A document is being spooled
801 A document is printing
805 A document is being rendered
808 The print spooler failed to load a plug-in module
842 The print job was sent through a print processor
4909 The print spooler failed to load a plug-in module
# IIS-Configuration | iis-configuration | windows iis | iis_operational_logs | microsoft-iis-configuration | microsoft-iis-configuration/operational | iis:configuration:operational
29 Changes have been successfully committed
50 Configuration was read
# AppXDeployment-Server | appxdeployment-server | microsoft-windows-appxdeploymentserver | microsoft-windows-appxdeployment-server | microsoft-windows-appxdeploymentserver/operational
400 Deployment operation on a package finished successfully
401 Deployment operation on a package failed
412 The deployment of a package was blocked by AppLocker
441 The package deployment operation is blocked by the policy that disallows deployment to a non-system volume
442 Deployments to a non-system volume are blocked
453 The package deployment operation is blocked because development of the package is disallowed
454 The package deployment operation is blocked by policy
854 Successfully added a URI to be processed
# AppxPackaging | appxpackaging-om | microsoft-windows-appxpackaging/operational
157 The reader was created with an invalid certificate or signature
# Driver-Frameworks | driver-framework | microsoft-windows-driverframeworks-usermode/operational | microsoft-windows-driverframeworks-usermode
2003 The UMDF host process has been asked to load drivers for a device
2004 The UMDF host is loading a driver for a device
2100 Received a Pnp or power operation for a device
2101 Completed a Pnp or power operation for a device
2102 Forwarded a finished Pnp or power operation to the lower driver
# CAPI2 | capi2 | capi2_operational | windows event log capi2 | microsoft-windows-capi2 | microsoft-windows-capi2/operational
11 Build chain
70 Acquire certificate private key
81 Verify trust
# CertificateServicesClient-Lifecycle | certificateservicesclient-lifecycle-system | certificateservices_lifecycle | windows event log certificateservicesclient | microsoft-windows-certificateservicesclient-lifecycle-system/operational | microsoft-windows-certificateservicesclient-lifecycle-system
1001 A certificate has been replaced
1002 A certificate has expired
1003 A certificate is about to expire
1004 A certificate has been deleted
1005 A certificate has been archived
1006 A certificate has been installed
1007 A certificate has been exported
# LSA | lsa-server | microsoft-windows-lsa/operational | microsoft-windows-lsa | lsasrv
300 Groups assigned to a new logon
# LDAP-Client | ldap | microsoft-windows-ldap-client/debug | microsoft-windows-ldap-client
30 Search request
# Shell-Core | shell-core | microsoft-windows-shell-core/operational | microsoft-windows-shell-core
9707 Started execution of a command from a run key
9708 Finished execution of a command from a run key
28115 Shortcut for an application was added to the app resolver cache
# Diagnosis-Scripted | diagnosis-scripted | microsoft-windows-diagnosis-scripted/operational | microsoft-windows-diagnosis-scripted
101 A scripted diagnostic package started
# ServiceBus-Client | servicebus-client | microsoft-servicebus-client | microsoft-servicebus-client/operational | microsoft-servicebus-client/admin
40300 Service bus client event
40301 Service bus client event
40302 Service bus client event
# MSExchange Management | msexchange-management | msexchange_management | msexchange management | msexchange:management
1 A cmdlet succeeded
6 A cmdlet failed
8 A cmdlet failed to run
# Active Directory Federation Services | ad fs | adfs | ad fs/admin | ad fs auditing
411 Token validation failed
412 A token was authenticated
413 An error occurred during the processing of a token request
510 Additional data of an event
1200 The Federation Service issued a valid token
1201 The Federation Service failed to issue a valid token
1202 The Federation Service validated a new credential
1203 The Federation Service failed to validate a new credential
1204 A password change request succeeded
1210 An extranet lockout event occurred
# OpenSSH | openssh | openssh/operational
4 Message of the SSH server
# Kernel-File | microsoft-windows-kernel-file
12 Create
26 DeletePath
27 RenamePath
30 CreateNewFile
# Kernel-General | microsoft-windows-kernel-general
# WinRM | microsoft-windows-winrm | microsoft-windows-winrm/operational
6 Creating a WSMan session
81 Processing a client request for an operation
91 Creating a WSMan shell on the server
142 A WSMan operation failed
161 The client cannot authenticate to the server
162 Authenticating the user failed
169 User authenticated successfully
# Hyper-V-Worker | hyper-v-worker | microsoft-windows-hyper-v-worker
# VHDMP | vhdmp | microsoft-windows-vhdmp-operational
1 A virtual disk came online
2 A virtual disk was taken offline
12 A handle to a virtual disk was created
# GroupPolicy | microsoft-windows-grouppolicy | microsoft-windows-grouppolicy/operational
4016 Processing of a client-side extension started
5016 Processing of a client-side extension completed
5312 List of applicable group policy objects
# Application-Experience | application-experience | microsoft-windows-application-experience/program-telemetry | microsoft-windows-application-experience/program-compatibility-assistant
500 Compatibility fix applied
505 Compatibility fix applied
# AppModel-Runtime | appmodel-runtime | microsoft-windows-appmodel-runtime/admin
# BitLocker | bitlocker | microsoft-windows-bitlocker/bitlocker management
# DHCP-Server | dhcp | dhcpsrvlog | microsoft_dhcp | microsoft-windows-dhcp-server/operational
# Kernel-EventTracing | kernel-event-tracing | microsoft-windows-kernel-eventtracing
# Kernel-ShimEngine | kernel-shimengine | microsoft-windows-kernel-shimengine/operational
# Ntfs | ntfs | microsoft-windows-ntfs/operational
# SENSE | sense | microsoft-windows-sense/operational
# WindowsUpdateClient | microsoft-windows-windowsupdateclient
19 An update was installed
20 An update failed to install
43 Installation of an update started
44 Download of an update started
# Sysmon for Linux | sysmon for linux | linux.sysmon | linux_sysmon | sysmon:linux | syslog:linux-sysmon/operational | linux-sysmon | linux sysmon logs | sysmon_linux.log | microsoft-windows-sysmon-linux
1 Process creation
3 Network connection
4 Sysmon service state changed
5 Process terminated
9 RawAccessRead
11 FileCreate
16 ServiceConfigurationChange
23 FileDelete (File Delete archived)
# RemoteDesktopServices-RdpCoreTS | microsoft-windows-remotedesktopservices-rdpcorets | microsoft-windows-remotedesktopservices-rdpcorets/operational
98 A TCP connection has been established
131 The server accepted a new connection from a client
140 A connection from the client failed because the user name or password is not correct
148 A channel has been closed between the server and the client
# Directory Service | directory-service | directory service
1138 An LDAP search function was entered
1644 An LDAP search was performed
2887 Clients performed LDAP binds without signing or encryption
2889 A client performed an LDAP bind without signing or encryption
3039 A client performed an LDAP bind that failed channel binding token validation
3041 Channel binding token validation is not enforced
`;
