/**
 * What Windows' own events carry beside processes, files, networks and users: services, tasks, shares, objects, PowerShell, Defender,
 * policies; and Linux's audit records.
 *
 * After the event data of Windows' manifests, as Sigma, winlogbeat and Splunk carry it over, and auditd's record fields.
 */
export const WINDOWS_FIELDS = `
powershell.script_block_text ScriptBlockText t
w ScriptBlockText
e powershell.file.script_block_text
y security_result.detection_fields["ScriptBlockText"]
powershell.script_block_length - n
e powershell.file.script_block_length
powershell.script_block_entropy - n
e powershell.file.script_block_entropy_bits
powershell.script_block_surprisal - n
e powershell.file.script_block_surprisal_stdev
powershell.script_block_symbols - n
e powershell.file.script_block_unique_symbols
powershell.payload Payload t
w Payload
e powershell.command.value powershell.command.invocation_details*
powershell.context ContextInfo t
w ContextInfo
powershell.host HostApplication t
w HostApplication
powershell.engine_version EngineVersion t
w EngineVersion HostVersion
e powershell.engine.version powershell.process.executable_version
powershell.command_name CommandName t
w CommandName
e powershell.command.name
powershell.command_type CommandType t
w CommandType
powershell.command_path CommandPath p
w CommandPath
powershell.engine_state NewEngineState t
w NewEngineState
powershell.runspace RunspaceId t
w RunspaceId
powershell.script_name ScriptName t
w ScriptName
powershell.script_block_id ScriptBlockId t
w ScriptBlockId
e powershell.file.script_block_id
winlog.data Data t
w Data
winlog.binary Binary t
w Binary
clipboard.client ClientInfo t
w ClientInfo
winlog.param1 param1 t
w param1
winlog.param2 param2 t
w param2
winlog.param3 param3 t
w param3
winlog.param4 param4 t
w param4
winlog.param5 param5 t
w param5
service.name ServiceName t
w ServiceName Service
s Service_Name service@kerberos
e service.name
p Service_Name service_name service service_id
k ServiceName
service.path ImagePath p
w ImagePath ServiceFileName
p service_path Service_File_Name
service.executable - t
p service_exec
service.dll - p
p service_dll_path service_dll
service.hash - t
p service_hash service_dll_hash
service.type ServiceType t
w ServiceType
service.start_type StartType t
w StartType ServiceStartType
p start_mode Start_Type Service_Start_Type
service.account ServiceAccount t
w ServiceAccount
service.state State t
s State
p status@Services
e service.state
service.description - t
p description@Services
task.name TaskName t
w TaskName
p Task_Name
k TaskName AdditionalFields.TaskName
task.content TaskContent t
w TaskContent TaskContentNew
p Arguments Command Task_Content
task.action ActionName t
w ActionName
task.rpc_locality RpcCallClientLocality t
w RpcCallClientLocality
share.name ShareName t
w ShareName
p Share_Name
k ShareName
share.local_path ShareLocalPath p
w ShareLocalPath
share.relative_target RelativeTargetName p
w RelativeTargetName
p Relative_Target_Name
object.name ObjectName t
w ObjectName
p object Object_Name object_path
k ObjectName Object@Asim.audit
object.server ObjectServer t
w ObjectServer
p Object_Server
object.type ObjectType t
w ObjectType
s object_type@1password
p object_category Object_Type
k ObjectType
object.handle HandleId t
w HandleId
object.attributes ResourceAttributes t
w ResourceAttributes
object.security_descriptor SecurityDescriptor t
w SecurityDescriptor NewSd OldSd
access.mask AccessMask t
w AccessMask AccessMaskDescription
p Access_Mask
k AccessMask AccessRights
access.list AccessList t
w AccessList Accesses
access.reason AccessReason t
w AccessReason
access.operation OperationType t
w OperationType
credential.target TargetName t
w TargetName
vault.resource Resource t
w Resource
vault.schema SchemaFriendlyName t
w SchemaFriendlyName
cert.attributes Attributes t
w Attributes
cert.requester Requester t
w Requester
cert.template TemplateContent t
w TemplateContent NewTemplateContent
cert.template_name TemplateInternalName t
w TemplateInternalName
cert.thumbprint CertThumbprint t
w CertThumbprint
cert.serial CertSerialNumber t
w CertSerialNumber
cert.issuer CertIssuerName t
w CertIssuerName
cert.subject subjectName t
w subjectName
crypto.key_name KeyName t
w KeyName
crypto.key_type KeyType t
w KeyType
crypto.key_file KeyFilePath p
w KeyFilePath
crypto.algorithm AlgorithmName t
w AlgorithmName
audit_policy.changes AuditPolicyChanges t
w AuditPolicyChanges AuditPolicyChangesDescription Changes
audit_policy.subcategory SubcategoryGuid t
w SubcategoryGuid
audit_policy.subcategory_name SubCategory t
w SubCategory SubcategoryId
audit_policy.category CategoryId t
w CategoryId
policy.configuration Configuration t
s ConfigurationFileHash
w Configuration
iis.module - t
w Dll
wmi.query Query t
w Query
wmi.namespace EventNamespace t
w EventNamespace NamespaceName
wmi.consumer Destination t
w Destination
wmi.consumer_name Consumer t
w Consumer
s Name@wmi_event
wmi.consumer_type - t
s Type@wmi_event
wmi.filter Filter t
s ESS@wmi
w Filter
wmi.operation - t
w Operation@wmi
wmi.possible_cause PossibleCause t
w PossibleCause
device.class_name ClassName t
w ClassName
k ClassName
device.class_id ClassId t
w ClassId
device.location LocationInformation t
w LocationInformation
device.drive_class DriveClass t
k DriveClass
device.description DeviceDescription t
w DeviceDescription
k DeviceDescription
device.name Device t
w Device DeviceName@windows
device.vendor_ids VendorIds t
w VendorIds
device.hardware_id DeviceId t
w DeviceId@windows
device.compatible_ids CompatibleIds t
w CompatibleIds
wfp.filter_origin FilterOrigin t
w FilterOrigin
wfp.layer LayerRTID t
w LayerRTID
wfp.layer_name LayerName t
w LayerName
firewall.rule_name RuleName t
s rule@firewall
w RuleName@firewall-as
p rule
k NetworkRuleName RuleName Rule@Asim
firewall.ports LocalPorts t
w LocalPorts RemotePorts
firewall.profile Profiles t
w Profiles ProfileChanged
firewall.addresses - t
w LocalAddresses RemoteAddresses
firewall.setting SettingType t
w SettingType SettingValueString
codeintegrity.requested_policy RequestedPolicy t
w RequestedPolicy
codeintegrity.validated_policy ValidatedPolicy t
w ValidatedPolicy
policy.name PolicyName t
w PolicyName
policy.id PolicyGUID t
s policyid@fortigate+fortios+fortinet
w PolicyGUID
policy.rule_id RuleId t
w RuleId
applocker.fqbn Fqbn t
w Fqbn
package.full_name PackageFullName t
w PackageFullName PackageMoniker
package.path PackagePath p
w PackagePath
package.source_uri PackageSourceUri t
w PackageSourceUri
package.full_trust HasFullTrust b
w HasFullTrust
app.name_faulting AppName t
w AppName
app.exception_code ExceptionCode t
w ExceptionCode
app.name_reported Name t
s Name@windows
app.caption Caption t
s Caption
app.image_name ImageName p
s ImageName
app.id AppID t
s AppID
com.clsid CLSID t
w CLSID
smb.server_name ServerName t
w ServerName
smb.address ServerAddress t
w ServerAddress RemoteAddress Address
smb.signing_used SigningUsed b
w SigningUsed
smb.encryption_used EncyptionUsed b
w EncyptionUsed
bits.local_name LocalName p
w LocalName
bits.job_title jobTitle t
w jobTitle
s name@bits-client
bits.job_id jobId t
w jobId transferId
threat.origin Origin t
s Origin OriginName@windefend
defender.value Value t
s Value@windefend New_Value Old_Value
process.client_pid ClientProcessId n
w ClientProcessId
auditd.args a0 t
s a0 a1 a2 a3 a4 a5 a6 a7
e auditd.data.a0 auditd.data.a1 auditd.data.a2 auditd.data.a3
p a0 a1 a2 a3 a4 a5
auditd.syscall SYSCALL t
s SYSCALL syscall
p syscall
e auditd.data.syscall
auditd.exit - t
s exit@linux+auditd
e auditd.data.exit
auditd.arch - t
s arch@linux+auditd
e auditd.data.arch
auditd.key key t
s key@linux+auditd
p key
e auditd.key
auditd.proctitle proctitle t
s proctitle
p proctitle
auditd.socket - t
e auditd.data.socket*
s saddr
auditd.class - t
e auditd.data.class
auditd.tty - t
s tty@linux+auditd terminal@linux+auditd
p tty terminal
e auditd.data.tty auditd.data.terminal
auditd.operation - t
s op@linux+auditd
e auditd.data.op
p op
auditd.grantors - t
e auditd.data.grantors
auditd.name_type nametype t
s nametype
p nametype
macos.tcc - t
e Tcc*
macos.persistence - t
e Persistence*
`;
