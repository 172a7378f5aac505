/**
 * Files and what is a file at heart: loaded modules, drivers, named pipes; and the registry.
 *
 * After Sigma's taxonomy, ECS 9 and Elastic Defend, Splunk CIM's Endpoint model, Defender XDR's advanced hunting schema, ASIM's file and
 * registry events and UDM. Sysmon's and ECS's registry path ends with the value's name, Defender's, ASIM's and UDM's key does not.
 */
export const FILE_FIELDS = `
file.path TargetFilename p
w TargetFilename FileNameBuffer
s FilePath Path@windows name@linux+auditd path@zeek Filename name@smb_files path@linux+auditd Involved_File@windefend BackupPath@windows
e file.path auditd.data.name winlog.user_data.BackupPath file_path
p file_path object_file_path
k FolderPath TargetFilePath FilePath TargetFilename
y target.file.full_path principal.file.full_path about.file.full_path
file.name FileName t<file.path
w FileName
e file.name auditd.path.name o365.audit.SourceFileName file_name
p file_name
k FileName TargetFileName SourceFileName
y target.file.names
s filename
file.directory - p
e file.directory o365.audit.SourceRelativeUrl
k TargetFileDirectory
file.drive_letter - t
e file.drive_letter
file.device - t
e file.Ext.device* file.device
file.extension - t
e file.extension o365.audit.SourceFileExtension o365.audit.FileExtension
s c-uri-extension SourceFileExtension@m365
k TargetFileExtension FileExtension@!EmailAttachmentInfo SourceFileExtension
file.original.path SourceFilename p
w SourceFilename
e file.Ext.original.path
k PreviousFolderPath SrcFilePath OldFilePath
y src.file.full_path
file.original.name - t<file.original.path
s prev_name@smb_files
e file.Ext.original.name
k PreviousFileName SrcFileName OldFileName
y src.file.names
file.original.extension - t
e file.Ext.original.extension
file.target_path - p
w LinkName
e file.target_path
file.size - n
s fileLength@bits-client size@smb_files
e file.size
p file_size
k FileSize TargetFileSize
y target.file.size
file.hash Hash t
s Hash md5@create_stream_hash+file_event+file_delete+file_executable_detected+antivirus sha1@create_stream_hash+file_event+file_delete+file_executable_detected+antivirus sha256@create_stream_hash+file_event+file_delete+file_executable_detected+antivirus Imphash@create_stream_hash+file_event+file_delete+file_executable_detected Hashes@create_stream_hash+file_event+file_delete+file_delete_detected+file_executable_detected+file_block_executable+file_block_shredding
w FileHash
e file.hash* file.pe.imphash
p file_hash
k FileHash TargetFileSHA1 TargetFileSHA256 TargetFileMD5 Hash@Asim.File SrcFileSHA1 SrcFileSHA256 SrcFileMD5 FileMD5 FileSHA1 FileSHA256 SHA1@!DeviceProcessEvents+DeviceImageLoadEvents+EmailAttachmentInfo SHA256@!DeviceProcessEvents+DeviceImageLoadEvents+EmailAttachmentInfo MD5@!DeviceProcessEvents+DeviceImageLoadEvents+EmailAttachmentInfo
y target.file.sha256 target.file.sha1 target.file.md5 target.file.pe_file.imphash principal.file.sha256 principal.file.sha1 principal.file.md5 about.file.sha256 about.file.sha1 about.file.md5
file.owner - t
e file.owner google_workspace.drive.file.owner.email
file.uid - t
e file.uid
file.group - t
e file.group file.gid
file.mode - t
e file.mode
s mode@linux+auditd
file.type - t
e file.type
k FileType
y target.file.file_type
file.mime_type - t
e file.mime_type
s resp_mime_types
y target.file.mime_type
k TargetFileMimeType FileContentType HttpContentFormat
file.magic FileMagicBytes t
s FileMagicBytes
e file.Ext.header_bytes
file.is_executable IsExecutable b
w IsExecutable
file.is_archived Archived t
w Archived
file.entropy - n
e file.Ext.entropy
file.pe.original_file_name - t
e file.pe.original_file_name
file.pe.description - t
e file.pe.description
file.pe.product - t
e file.pe.product
file.pe.company - t
e file.pe.company
file.code_signature.exists - b
e file.code_signature.exists file.Ext.code_signature.exists
k IsSigned
file.code_signature.trusted - b
e file.code_signature.trusted file.Ext.code_signature.trusted
k IsTrusted IsCertificateValid
file.code_signature.is_microsoft_root - b
k IsRootSignerMicrosoft
file.code_signature.status - t
e file.code_signature.status file.Ext.code_signature.status
k SignatureState
file.code_signature.signing_id - t
e file.code_signature.signing_id
file.code_signature.team_id - t
e file.code_signature.team_id
file.code_signature.subject_name - t
w PublisherName
e file.code_signature.subject_name file.Ext.code_signature.subject_name
k Signer SignerHash
file.code_signature.issuer - t
w IssuerName
k Issuer IssuerHash CertificateIssuer
file.code_signature.serial_number - t
k CertificateSerialNumber
file.prevalence - n
k GlobalPrevalence
y graph.entity.file.prevalence*
file.profile_availability - tR
k ProfileAvailability
file.created CreationUtcTime d
w CreationUtcTime
e file.created
k TargetFileCreationTime FileCreationTime
p file_create_time
file.created.previous PreviousCreationUtcTime d
w PreviousCreationUtcTime
file.modified - d
e file.mtime
p file_modify_time
file.stream_contents Contents t
w Contents
file.zone_identifier - t
e file.Ext.windows.zone_identifier
file.sensitivity_label SensitivityLabel t
k SensitivityLabel SensitivitySubLabel
file.origin_url FileOriginUrl t
e file.origin_url
k FileOriginUrl
file.origin_referrer_url FileOriginReferrerUrl t
e file.origin_referrer_url
k FileOriginReferrerUrl
file.origin_ip FileOriginIP a
k FileOriginIP
dll.path ImageLoaded p
s ProviderPath@wmi
w ImageLoaded
e dll.path
p loaded_file_path
k FolderPath@DeviceImageLoadEvents
y target.process.file.full_path@PROCESS_MODULE_LOAD target.file.full_path@PROCESS_MODULE_LOAD
dll.name - t<dll.path
e dll.name
p loaded_file
k FileName@DeviceImageLoadEvents
y target.file.names@PROCESS_MODULE_LOAD
dll.hash - t
s Hashes@image_load md5@image_load sha1@image_load sha256@image_load Imphash@image_load imphash@image_load
e dll.hash* dll.pe.imphash
k SHA1@DeviceImageLoadEvents SHA256@DeviceImageLoadEvents MD5@DeviceImageLoadEvents
y target.file.sha256@PROCESS_MODULE_LOAD target.file.sha1@PROCESS_MODULE_LOAD target.file.md5@PROCESS_MODULE_LOAD target.process.file.sha256@PROCESS_MODULE_LOAD target.process.file.sha1@PROCESS_MODULE_LOAD target.process.file.md5@PROCESS_MODULE_LOAD
dll.size - n
e dll.Ext.size
k FileSize@DeviceImageLoadEvents
dll.pe.original_file_name - t
e dll.pe.original_file_name
s OriginalFileName@image_load
dll.pe.description - t
e dll.pe.description
s Description@image_load
dll.pe.product - t
s Product@image_load
e dll.pe.product
dll.pe.company - t
s Company@image_load
e dll.pe.company
dll.pe.file_version - t
s FileVersion@image_load
e dll.pe.file_version
dll.code_signature.exists Signed b
w Signed
e dll.code_signature.exists dll.Ext.code_signature.exists
dll.code_signature.trusted - b
e dll.code_signature.trusted dll.Ext.code_signature.trusted
dll.code_signature.status SignatureStatus t
w SignatureStatus
e dll.code_signature.status dll.Ext.code_signature.status
dll.code_signature.subject_name Signature t
w Signature
e dll.code_signature.subject_name dll.Ext.code_signature.subject_name
dll.code_signature.team_id - t
e dll.code_signature.team_id
dll.code_signature.signing_id - t
e dll.code_signature.signing_id
dll.file_creation_age - n
e dll.Ext.relative_file_creation_time
dll.file_rename_age - n
e dll.Ext.relative_file_name_modify_time
dll.device - t
e dll.Ext.device*
driver.path - p
s ImageLoaded@driver_load
e dll.path@driver
driver.name - t<driver.path
s DriverName@windows
e dll.name@driver
driver.hash - t
s Hashes@driver_load md5@driver_load sha1@driver_load sha256@driver_load Imphash@driver_load imphash@driver_load
e dll.hash*@driver dll.pe.imphash@driver
driver.pe.original_file_name - t
s OriginalFileName@driver_load
e dll.pe.original_file_name@driver
driver.code_signature.exists - b
s Signed@driver_load
e dll.code_signature.exists@driver
driver.code_signature.trusted - b
e dll.code_signature.trusted@driver
driver.code_signature.status - t
s SignatureStatus@driver_load
e dll.code_signature.status@driver
driver.code_signature.subject_name - t
s Signature@driver_load
e dll.code_signature.subject_name@driver
driver.file_creation_age - n
e dll.Ext.relative_file_creation_time@driver
module.required_name ModuleName t
w ModuleName
pipe.name PipeName t
w PipeName
k PipeName AdditionalFields.PipeName ParsedFields.PipeName
s named_pipe
registry.path TargetObject p
w TargetObject
e registry.path key_path
p registry_path
k RegistryKey
y target.registry.registry_key
registry.key - p
e registry.key
p registry_key_name
registry.value - t<registry.path
w ObjectValueName
e registry.value
p registry_value_name
k RegistryValueName RegistryValue
y target.registry.registry_value_name
registry.data Details t
w Details NewValue
e registry.data.strings registry.data.bytes
p registry_value_data registry_value_text
k RegistryValueData
y target.registry.registry_value_data
registry.data_type - t
w NewValueType
e registry.data.type
p registry_value_type
k RegistryValueType
y target.registry.registry_value_type
registry.hive - t
e registry.hive
p registry_hive
registry.previous_path - p
k PreviousRegistryKey RegistryPreviousKey
y src.registry.registry_key
registry.previous_value - t
k PreviousRegistryValueName RegistryPreviousValue
y src.registry.registry_value_name
registry.previous_data OldValue t
w OldValue
k PreviousRegistryValueData RegistryPreviousValueData
y src.registry.registry_value_data
registry.previous_data_type - t
w OldValueType
k RegistryPreviousValueType
registry.new_name NewName p
w NewName
registry.event_type - tR
p registry_type
`;
