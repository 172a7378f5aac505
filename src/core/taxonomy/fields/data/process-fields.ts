/**
 * The process that an event is about: the new one where one is started, else the one that acts; its parent; and, where one process
 * reaches into another, both ends.
 *
 * After Sigma's taxonomy, ECS 9 and Elastic Defend, Splunk CIM's Endpoint model, Defender XDR's advanced hunting schema, ASIM's process
 * events and UDM. Defender's `InitiatingProcess…` is the parent in DeviceProcessEvents and the acting process in every other table, and so
 * is ASIM's `Acting…`; UDM's `principal.process` is the parent in PROCESS_LAUNCH, the one that reaches into another in PROCESS_OPEN and
 * PROCESS_INJECTION, and the acting process elsewhere.
 */
export const PROCESS_FIELDS = `
process.command_line CommandLine t
w CommandLine ProcessCommandLine
s input@cowrie
e process.command_line process.args system.auth.sudo.command command_line
p process cmdline cmd_line columns.cmdline Process_Command_Line
k ProcessCommandLine CommandLine TargetProcessCommandLine InitiatingProcessCommandLine@!DeviceProcessEvents ActingProcessCommandLine@!Asim.Process
y target.process.command_line principal.process.command_line@!PROCESS_LAUNCH
process.args_count - n
e process.args_count
process.executable Image p
w Image NewProcessName ProcessName ProcessPath ProcessNameBuffer CallerProcessName CallingProcess
s exe@linux+auditd processPath Application@security ApplicationPath ModifyingApplication HostProcess@wmi
e process.executable auditd.data.exe winlog.event_data.Application process_path
p exe process_path New_Process_Name columns.path ImageFileName Process_Name Caller_Process_Name columns.process_path
k FolderPath@DeviceProcessEvents NewProcessName TargetProcessName InitiatingProcessFolderPath@!DeviceProcessEvents ActingProcessName@!Asim.Process Process@Asim DestinationProcessName@CommonSecurityLog SrcProcessName FolderPath@CloudProcessEvents Application@SecurityEvent EventData.Application
y target.process.file.full_path principal.process.file.full_path@!PROCESS_LAUNCH
process.name process_name t<process.executable
e process.name process_name
p process_name process_exec orig_process_name processes.process_name comm
s comm@linux+auditd
k FileName@DeviceProcessEvents Process@SecurityEvent TargetProcessFilename InitiatingProcessFileName@!DeviceProcessEvents ActingProcessFilename@!Asim.Process FileName@CloudProcessEvents ProcessName@CloudProcessEvents SourceProcessName@CommonSecurityLog ProcessName@CommonSecurityLog+VMConnection InitiatingProcessName@NetworkAccessTraffic
y target.process.file.names principal.process.file.names@!PROCESS_LAUNCH
process.title - t
e process.title
process.pe.original_file_name OriginalFileName t
w OriginalFileName
e process.pe.original_file_name
p original_file_name
k ProcessVersionInfoOriginalFileName InitiatingProcessVersionInfoOriginalFileName@!DeviceProcessEvents TargetProcessFileOriginalName ActingProcessFileOriginalName@!Asim.Process
y target.process.file.exif_info.original_file src.process.file.full_path@PROCESS_LAUNCH
process.pe.description Description t
e process.pe.description winlog.event_data.Description
k ProcessVersionInfoFileDescription TargetProcessFileDescription InitiatingProcessVersionInfoFileDescription@!DeviceProcessEvents Description@SecurityEvent+Event+WindowsEvent EventData.Description
y target.process.file.exif_info.file_description additional.fields["Description"]
p Description@!Services+Alerts
s Description@!image_load+sysmon_error
process.pe.product Product t
w Product
e process.pe.product
k ProcessVersionInfoProductName TargetProcessFileProduct InitiatingProcessVersionInfoProductName@!DeviceProcessEvents
y target.process.file.exif_info.product
process.pe.company Company t
w Company
e process.pe.company
k ProcessVersionInfoCompanyName TargetProcessFileCompany InitiatingProcessVersionInfoCompanyName@!DeviceProcessEvents
y target.process.file.exif_info.company
process.pe.internal_name InternalName t
w InternalName
k ProcessVersionInfoInternalFileName TargetProcessFileInternalName InitiatingProcessVersionInfoInternalFileName@!DeviceProcessEvents
process.pe.file_version FileVersion t
w FileVersion
e process.pe.file_version
k ProcessVersionInfoProductVersion TargetProcessFileVersion InitiatingProcessVersionInfoProductVersion@!DeviceProcessEvents
process.hash Hashes t
w Hashes
s md5 sha1 sha256 Imphash imphash
e process.hash* process.pe.imphash
p process_hash IMPHASH SHA256HashData MD5HashData SHA256 MD5 SHA1
k SHA1@DeviceProcessEvents SHA256@DeviceProcessEvents MD5@DeviceProcessEvents TargetProcessSHA1 TargetProcessSHA256 TargetProcessMD5 TargetProcessIMPHASH ActingProcessSHA1@!Asim.Process ActingProcessSHA256@!Asim.Process ActingProcessMD5@!Asim.Process Hash@Asim.Process
k InitiatingProcessSHA1@!DeviceProcessEvents InitiatingProcessSHA256@!DeviceProcessEvents InitiatingProcessMD5@!DeviceProcessEvents
y target.process.file.sha256 target.process.file.sha1 target.process.file.md5 target.process.file.pe_file.imphash target.process.file.file_metadata.pe.import_hash
y principal.process.file.sha256@!PROCESS_LAUNCH principal.process.file.sha1@!PROCESS_LAUNCH principal.process.file.md5@!PROCESS_LAUNCH
process.size FileSize n
e process.Ext.size
k FileSize@DeviceProcessEvents InitiatingProcessFileSize@!DeviceProcessEvents
y target.process.file.size
process.code_signature.exists - b
e process.code_signature.exists process.Ext.code_signature.exists
process.code_signature.trusted - b
e process.code_signature.trusted process.Ext.code_signature.trusted
process.code_signature.status - t
e process.code_signature.status process.Ext.code_signature.status
k ProcessSignatureStatus InitiatingProcessSignatureStatus@!DeviceProcessEvents
process.code_signature.subject_name - t
e process.code_signature.subject_name process.Ext.code_signature.subject_name
y target.process.file.signature_info.sigcheck.signers.name
process.code_signature.signer_type - t
k ProcessSignerType InitiatingProcessSignerType@!DeviceProcessEvents
process.code_signature.signing_id - t
e process.code_signature.signing_id
process.code_signature.team_id - t
e process.code_signature.team_id
process.working_directory CurrentDirectory p
w CurrentDirectory
s cwd@linux+auditd
e process.working_directory
p process_current_directory cwd
k TargetProcessCurrentDirectory ProcessCurrentWorkingDirectory
process.integrity_level IntegrityLevel t
w IntegrityLevel MandatoryLabel
e process.Ext.token.integrity_level_name
p process_integrity_level Mandatory_Label
k ProcessIntegrityLevel TargetProcessIntegrityLevel InitiatingProcessIntegrityLevel@!DeviceProcessEvents ActingProcessIntegrityLevel@!Asim.Process
y target.process.integrity_level_rid principal.process.integrity_level_rid@!PROCESS_LAUNCH
process.token_elevation TokenElevationType t
w TokenElevationType
e process.Ext.token.elevation_type process.Ext.token.elevation process.Ext.token.elevation_level
k ProcessTokenElevation TargetProcessTokenElevation InitiatingProcessTokenElevation@!DeviceProcessEvents
y target.process.token_elevation_type
p Token_Elevation_Type
process.token - t
e process.Ext.token*
process.pid ProcessId n
w ProcessId ProcessID NewProcessId CallerProcessId CallerPID
s pid
e process.pid
p process_id pid New_Process_ID Process_ID
k ProcessId NewProcessId TargetProcessId ActingProcessId@!Asim.Process InitiatingProcessId@!DeviceProcessEvents+CloudProcessEvents ProcessID SourceProcessId@CommonSecurityLog
y target.process.pid principal.process.pid@!PROCESS_LAUNCH
process.thread.id - n
e process.thread.id
w SourceThreadId ThreadID
process.entity_id ProcessGuid t
w ProcessGuid
e process.entity_id
p process_guid
k ProcessUniqueId TargetProcessGuid InitiatingProcessUniqueId@!DeviceProcessEvents ActingProcessGuid@!Asim.Process
y target.process.product_specific_process_id principal.process.product_specific_process_id@!PROCESS_LAUNCH
process.start - d
e process.start
k ProcessCreationTime TargetProcessCreationTime InitiatingProcessCreationTime@!DeviceProcessEvents
w ProcessCreationTime
process.uptime - n
e process.uptime
process.end - d
e process.end
process.exit_code - n
w ExitStatus
e process.exit_code exit_code
k TargetProcessStatusCode
process.interactive - b
e process.interactive
process.env_vars - t
e process.env_vars
process.thread.capabilities - t
e process.thread.capabilities* process.capabilities*
process.user.name - t
e process.user.name
k InitiatingProcessAccountName@DeviceLogonEvents InitiatingProcessAccountUpn@DeviceLogonEvents
process.user.domain - t
e process.user.domain
k InitiatingProcessAccountDomain@DeviceLogonEvents
process.user.id - t
e process.user.id
k InitiatingProcessAccountSid@DeviceLogonEvents InitiatingProcessAccountObjectId@DeviceLogonEvents
process.real_user.id - t
e process.real_user.id
process.real_user.name - t
e process.real_user.name
process.saved_user.id - t
s suid@linux+auditd
e process.saved_user.id
process.group.id - t
e process.group.id
process.group.name - t
e process.group.name
process.real_group.id - t
e process.real_group.id
process.saved_group.id - t
s sgid@linux+auditd
e process.saved_group.id
process.session_logon_type - t
e process.Ext.session_info.logon_type
process.file_creation_age - n
e process.Ext.relative_file_creation_time
process.file_rename_age - n
e process.Ext.relative_file_name_modify_time
process.device - t
e process.Ext.device*
process.zone_identifier - t
e process.Ext.windows.zone_identifier
process.protection - t
e process.Ext.protection
process.mitigations - t
e process.Ext.mitigation_policies
process.defense_evasions - t
e process.Ext.defense_evasions dll.Ext.defense_evasions
process.created_suspended - b
e process.Ext.created_suspended
process.is_trusted - b
e process.Ext.trusted process.Ext.trusted_descendant
process.memory_region - t
e process.Ext.memory_region*
process.entry_leader.type - t
e process.entry_leader.entry_meta.type
process.entry_leader.name - t<process.entry_leader.executable
e process.entry_leader.name
process.entry_leader.executable - p
e process.entry_leader.executable
process.entry_leader.args - t
e process.entry_leader.args process.entry_leader.command_line
process.entry_leader.same_as_process - b
e process.entry_leader.same_as_process process.session_leader.same_as_process process.group_leader.same_as_process
process.session_leader.name - t
e process.session_leader.name
process.session_leader.executable - p
e process.session_leader.executable
process.session_leader.args - t
e process.session_leader.args process.session_leader.command_line
process.group_leader.name - t<process.group_leader.executable
e process.group_leader.name
process.group_leader.executable - p
e process.group_leader.executable
process.group_leader.args - t
e process.group_leader.args process.group_leader.command_line
process.previous.executable - p
e process.previous.executable
process.previous.args - t
e process.previous.args
process.ancestry - t
e process.Ext.ancestry
process.api.name - t
e process.Ext.api.name
process.api.behaviors - t
e process.Ext.api.behaviors process.Ext.api.summary
process.api.parameters - t
e process.Ext.api.parameters*
process.api.metadata - t
e process.Ext.api.metadata*
process.call_stack - t
e process.thread.Ext.call_stack_summary process.thread.Ext.call_stack*
process.call_stack.is_unbacked - b
e process.thread.Ext.call_stack_contains_unbacked process.parent.thread.Ext.call_stack_contains_unbacked
process.call_stack.module.path - p
e process.thread.Ext.call_stack_final_user_module.path
process.call_stack.module.name - t<process.call_stack.module.path
e process.thread.Ext.call_stack_final_user_module.name
process.call_stack.module.hash - t
e process.thread.Ext.call_stack_final_user_module.hash*
process.call_stack.module.code_signature - t
e process.thread.Ext.call_stack_final_user_module.code_signature*
process.call_stack.module.detail - t
e process.thread.Ext.call_stack_final_user_module* process.thread.Ext.call_stack_final_hook_module*
process.is_remote_session - b
k IsProcessRemoteSession IsInitiatingProcessRemoteSession@!DeviceProcessEvents
process.remote_session.ip - a
e process.Ext.session_info.client_address process.entry_leader.entry_meta.source.ip
k ProcessRemoteSessionIP InitiatingProcessRemoteSessionIP@!DeviceProcessEvents
process.remote_session.device - t
k ProcessRemoteSessionDeviceName InitiatingProcessRemoteSessionDeviceName@!DeviceProcessEvents
process.parent.is_remote_session - b
k IsInitiatingProcessRemoteSession@DeviceProcessEvents
process.parent.remote_session.ip - a
k InitiatingProcessRemoteSessionIP@DeviceProcessEvents
process.parent.remote_session.device - t
k InitiatingProcessRemoteSessionDeviceName@DeviceProcessEvents
process.parent.session_id - n
k InitiatingProcessSessionId@DeviceProcessEvents
process.session_id TerminalSessionId n
s Session@sysmon+clipboard_capture SessionID@terminalservices-localsessionmanager
e process.Ext.session_info.id
w TerminalSessionId
k CreatedProcessSessionId InitiatingProcessSessionId@!DeviceProcessEvents
process.responsible.executable - p
e process.Ext.effective_parent.executable Effective_process.executable
process.responsible.name - t<process.responsible.executable
e process.Ext.effective_parent.name Effective_process.name
process.parent.executable ParentImage p
w ParentImage ParentProcessName
s ParentProcessPath
e process.parent.executable parent_process_path
p parent_process_path Creator_Process_Name
k InitiatingProcessFolderPath@DeviceProcessEvents ActingProcessName@Asim.Process ParentProcessName@!Asim.Process+CloudProcessEvents
y principal.process.file.full_path@PROCESS_LAUNCH principal.process.parent_process.file.full_path@!PROCESS_LAUNCH target.process.parent_process.file.full_path
process.parent.name parent_process_name t<process.parent.executable
e process.parent.name parent_process_name
p parent_process_name parent_process_exec ParentBaseFileName
k InitiatingProcessFileName@DeviceProcessEvents InitiatingProcessParentFileName@!DeviceProcessEvents ActingProcessFilename@Asim.Process ParentProcessName@CloudProcessEvents
y principal.process.file.names@PROCESS_LAUNCH target.process.parent_process.file.names principal.process.parent_process.file.names@!PROCESS_LAUNCH
process.parent.command_line ParentCommandLine t
s Parent_Commandline@windefend
w ParentCommandLine
e process.parent.command_line process.parent.args
p parent_process
k InitiatingProcessCommandLine@DeviceProcessEvents ActingProcessCommandLine@Asim.Process
y principal.process.command_line@PROCESS_LAUNCH principal.process.parent_process.command_line@!PROCESS_LAUNCH target.process.parent_process.command_line
process.parent.args_count - n
e process.parent.args_count
process.parent.pid ParentProcessId n
w ParentProcessId
s ppid
e process.parent.pid process.parent.Ext.real.pid process.ppid
p parent_process_id ppid Creator_Process_ID
k InitiatingProcessId@DeviceProcessEvents InitiatingProcessParentId@!DeviceProcessEvents ActingProcessId@Asim.Process ParentProcessId@!Asim.Process InitiatingProcessId@CloudProcessEvents
y principal.process.pid@PROCESS_LAUNCH principal.process.parent_process.pid@!PROCESS_LAUNCH target.process.parent_process.pid principal.process.parent_pid@!PROCESS_LAUNCH target.process.parent_pid
process.parent.entity_id ParentProcessGuid t
w ParentProcessGuid
e process.parent.entity_id
p parent_process_guid
k InitiatingProcessUniqueId@DeviceProcessEvents ActingProcessGuid@Asim.Process ParentProcessGuid@!Asim.Process
y principal.process.product_specific_process_id@PROCESS_LAUNCH target.process.parent_process.product_specific_process_id principal.process.parent_process.product_specific_process_id@!PROCESS_LAUNCH
process.parent.start - d
e process.parent.start
k InitiatingProcessCreationTime@DeviceProcessEvents InitiatingProcessParentCreationTime@!DeviceProcessEvents
process.parent.user.name ParentUser t
w ParentUser
e process.parent.user.name
k InitiatingProcessAccountName@DeviceProcessEvents InitiatingProcessAccountUpn@DeviceProcessEvents ActorUsername@Asim.Process
process.parent.user.domain - t
e process.parent.user.domain
k InitiatingProcessAccountDomain@DeviceProcessEvents
process.parent.user.id - t
e process.parent.user.id
k InitiatingProcessAccountSid@DeviceProcessEvents InitiatingProcessAccountObjectId@DeviceProcessEvents ActorUserId@Asim.Process
process.parent.logon_id - t
k InitiatingProcessLogonId@DeviceProcessEvents
process.parent.real_user.id - t
e process.parent.real_user.id
process.parent.group.id - t
e process.parent.group.id
process.parent.real_group.id - t
e process.parent.real_group.id
process.parent.hash - t
e process.parent.hash* process.parent.pe.imphash
k InitiatingProcessSHA1@DeviceProcessEvents InitiatingProcessSHA256@DeviceProcessEvents InitiatingProcessMD5@DeviceProcessEvents ActingProcessSHA1@Asim.Process ActingProcessSHA256@Asim.Process ActingProcessMD5@Asim.Process
y principal.process.file.sha256@PROCESS_LAUNCH principal.process.file.sha1@PROCESS_LAUNCH principal.process.file.md5@PROCESS_LAUNCH
process.parent.size - n
k InitiatingProcessFileSize@DeviceProcessEvents
process.parent.working_directory - p
e process.parent.working_directory
process.parent.interactive - b
e process.parent.interactive
process.parent.thread.capabilities - t
e process.parent.thread.capabilities* process.parent.capabilities*
process.parent.code_signature.exists - b
e process.parent.code_signature.exists
process.parent.code_signature.trusted - b
e process.parent.code_signature.trusted
process.parent.code_signature.status - t
e process.parent.code_signature.status
k InitiatingProcessSignatureStatus@DeviceProcessEvents
process.parent.code_signature.signer_type - t
k InitiatingProcessSignerType@DeviceProcessEvents
process.parent.code_signature.subject_name - t
e process.parent.code_signature.subject_name
process.parent.code_signature.signing_id - t
e process.parent.code_signature.signing_id
process.parent.code_signature.team_id - t
e process.parent.code_signature.team_id
process.parent.pe.original_file_name - t
e process.parent.pe.original_file_name
k InitiatingProcessVersionInfoOriginalFileName@DeviceProcessEvents ActingProcessFileOriginalName@Asim.Process
process.parent.pe.product - t
e process.parent.pe.product
k InitiatingProcessVersionInfoProductName@DeviceProcessEvents
process.parent.pe.company - t
e process.parent.pe.company
k InitiatingProcessVersionInfoCompanyName@DeviceProcessEvents
process.parent.pe.description - t
e process.parent.pe.description
k InitiatingProcessVersionInfoFileDescription@DeviceProcessEvents
process.parent.pe.internal_name - t
k InitiatingProcessVersionInfoInternalFileName@DeviceProcessEvents
process.parent.pe.file_version - t
e process.parent.pe.file_version
k InitiatingProcessVersionInfoProductVersion@DeviceProcessEvents
process.parent.integrity_level ParentIntegrityLevel t
w ParentIntegrityLevel
e process.parent.Ext.token.integrity_level_name
k InitiatingProcessIntegrityLevel@DeviceProcessEvents ActingProcessIntegrityLevel@Asim.Process
y principal.process.integrity_level_rid@PROCESS_LAUNCH
process.parent.token_elevation - t
e process.parent.Ext.token.elevation_type process.parent.Ext.token.elevation process.parent.Ext.token.elevation_level
k InitiatingProcessTokenElevation@DeviceProcessEvents
process.grandparent.executable GrandParentImage p
w GrandParentImage
k InitiatingProcessParentFolderPath@DeviceProcessEvents ParentProcessName@Asim.Process
y principal.process.parent_process.file.full_path@PROCESS_LAUNCH
process.grandparent.name - t<process.grandparent.executable
k InitiatingProcessParentFileName@DeviceProcessEvents
process.grandparent.command_line GrandParentCommandLine t
w GrandParentCommandLine
y principal.process.parent_process.command_line@PROCESS_LAUNCH
process.grandparent.pid - n
e process.parent.ppid
k InitiatingProcessParentId@DeviceProcessEvents ParentProcessId@Asim.Process
y principal.process.parent_process.pid@PROCESS_LAUNCH principal.process.parent_pid@PROCESS_LAUNCH
process.grandparent.entity_id - t
k ParentProcessGuid@Asim.Process
process.grandparent.start - d
k InitiatingProcessParentCreationTime@DeviceProcessEvents
source_process.executable SourceImage p
w SourceImage
y src.process.file.full_path@!PROCESS_LAUNCH principal.process.file.full_path@PROCESS_OPEN+PROCESS_INJECTION
source_process.name - t<source_process.executable
y src.process.file.names principal.process.file.names@PROCESS_OPEN+PROCESS_INJECTION
source_process.command_line SourceCommandLine t
w SourceCommandLine
y src.process.command_line principal.process.command_line@PROCESS_OPEN+PROCESS_INJECTION
source_process.parent.executable SourceParentImage p
w SourceParentImage
y principal.process.parent_process.file.full_path@PROCESS_OPEN+PROCESS_INJECTION
source_process.user.name SourceUser t
w SourceUser
source_process.pid SourceProcessId n
w SourceProcessId SourceProcessID
y src.process.pid principal.process.pid@PROCESS_OPEN+PROCESS_INJECTION
source_process.entity_id - t
w SourceProcessGuid SourceProcessGUID
target_process.executable TargetImage p
w TargetImage
e Target.process.executable
y target.process.file.full_path@PROCESS_OPEN+PROCESS_INJECTION
k DstProcessName
target_process.name - t<target_process.executable
e Target.process.name
y target.process.file.names@PROCESS_OPEN+PROCESS_INJECTION
target_process.command_line TargetCommandLine t
s Target_Commandline@windefend
w TargetCommandLine
e Target.process.command_line Target.process.args
y target.process.command_line@PROCESS_OPEN+PROCESS_INJECTION
target_process.parent.executable TargetParentImage p
e Target.process.parent.executable
w TargetParentImage
target_process.parent.pid TargetParentProcessId n
w TargetParentProcessId
target_process.user.name TargetUser t
w TargetUser
target_process.pid TargetProcessId n
w TargetProcessId TargetProcessID
e Target.process.pid
y target.process.pid@PROCESS_OPEN+PROCESS_INJECTION
target_process.entity_id - t
w TargetProcessGuid TargetProcessGUID
e Target.process.entity_id
process_access.granted GrantedAccess t
w GrantedAccess
p granted_access
k DesiredAccess AdditionalFields.DesiredAccess
y target.process.access_mask
process_access.call_trace CallTrace t
w CallTrace
thread.start_address StartAddress t
e process.thread.Ext.start_address
w StartAddress
thread.start_module StartModule p
e process.thread.Ext.start_address_module
w StartModule
thread.start_function StartFunction t
w StartFunction
thread.new_id NewThreadId n
w NewThreadId
process_tampering.type - t
s Type@process_tampering
`;
