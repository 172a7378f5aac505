/**
 * Files and what is a file at heart: loaded modules, drivers, named pipes; and the registry.
 *
 * After Sigma's taxonomy, ECS 9 and Elastic Defend, Splunk CIM's Endpoint model, Defender XDR's advanced hunting schema, ASIM's file and
 * registry events and UDM. Sysmon's and ECS's registry path ends with the value's name, Defender's, ASIM's and UDM's key does not.
 */
export const FILE_FIELDS = `
file.path TargetFilename p
w TargetFilename FileNameBuffer
s FilePath Path@windows name@linux+auditd path@zeek Filename
e file.path auditd.data.name
p file_path object_file_path
k FolderPath TargetFilePath FilePath
y target.file.full_path principal.file.full_path
file.name FileName t<file.path
w FileName
e file.name auditd.path.name
p file_name
k FileName TargetFileName SourceFileName@OfficeActivity
y target.file.names
file.directory - p
e file.directory
file.extension - t
e file.extension
s c-uri-extension
file.original.path SourceFilename p
w SourceFilename
e file.Ext.original.path
k PreviousFolderPath SrcFilePath
y src.file.full_path
file.original.name - t<file.original.path
e file.Ext.original.name
k PreviousFileName SrcFileName
file.original.extension - t
e file.Ext.original.extension
file.size - n
e file.size
p file_size
k FileSize
y target.file.size
file.hash Hash t
s Hash Hashes@create_stream_hash+file_event+file_delete+file_executable_detected
w FileHash
e file.hash* file.pe.imphash
p file_hash
k SHA1@!DeviceProcessEvents+DeviceImageLoadEvents SHA256@!DeviceProcessEvents+DeviceImageLoadEvents MD5@!DeviceProcessEvents+DeviceImageLoadEvents FileHash TargetFileSHA1 TargetFileSHA256 TargetFileMD5
y target.file.sha256 target.file.sha1 target.file.md5
file.owner - t
e file.owner
file.uid - t
e file.uid
file.mode - t
e file.mode
file.type - t
e file.type
k FileType
file.mime_type - t
e file.mime_type
s resp_mime_types
y target.file.mime_type
file.magic FileMagicBytes t
s FileMagicBytes
e file.Ext.header_bytes
file.entropy - n
e file.Ext.entropy
file.pe.original_file_name - t
e file.pe.original_file_name
file.code_signature.exists - b
e file.code_signature.exists
k IsSigned
file.code_signature.trusted - b
e file.code_signature.trusted
k IsTrusted IsCertificateValid
file.code_signature.is_microsoft_root - b
k IsRootSignerMicrosoft
file.code_signature.status - t
e file.code_signature.status
k SignatureState
file.code_signature.subject_name - t
e file.code_signature.subject_name
k Signer SignerHash
file.code_signature.issuer - t
k Issuer IssuerHash CertificateIssuer
file.prevalence - n
k GlobalPrevalence
y graph.entity.file.prevalence*
file.profile_availability - tR
k ProfileAvailability
file.created CreationUtcTime d
w CreationUtcTime
e file.created
k TargetFileCreationTime FileCreationTime
file.created.previous PreviousCreationUtcTime d
w PreviousCreationUtcTime
file.stream_contents Contents t
w Contents
file.zone_identifier - t
e file.Ext.windows.zone_identifier
file.origin_url FileOriginUrl t
e file.origin_url
k FileOriginUrl
file.origin_referrer_url FileOriginReferrerUrl t
e file.origin_referrer_url
k FileOriginReferrerUrl
file.origin_ip FileOriginIP a
k FileOriginIP
dll.path ImageLoaded p
w ImageLoaded
e dll.path
p loaded_file_path
k FolderPath@DeviceImageLoadEvents
y target.process.file.full_path@PROCESS_MODULE_LOAD target.file.full_path@PROCESS_MODULE_LOAD
dll.name - t<dll.path
e dll.name
p loaded_file
k FileName@DeviceImageLoadEvents
dll.hash - t
s Hashes@image_load
e dll.hash* dll.pe.imphash
k SHA1@DeviceImageLoadEvents SHA256@DeviceImageLoadEvents MD5@DeviceImageLoadEvents
y target.file.sha256@PROCESS_MODULE_LOAD target.file.sha1@PROCESS_MODULE_LOAD target.file.md5@PROCESS_MODULE_LOAD
dll.pe.original_file_name - t
e dll.pe.original_file_name
dll.code_signature.exists Signed b
w Signed
e dll.code_signature.exists
dll.code_signature.trusted - b
e dll.code_signature.trusted
dll.code_signature.status SignatureStatus t
w SignatureStatus
e dll.code_signature.status
dll.code_signature.subject_name Signature t
w Signature
e dll.code_signature.subject_name
dll.file_creation_age - n
e dll.Ext.relative_file_creation_time
dll.file_rename_age - n
e dll.Ext.relative_file_name_modify_time
dll.device - t
e dll.Ext.device*
driver.path - p
s ImageLoaded@driver_load
driver.hash - t
s Hashes@driver_load
module.required_name ModuleName t
w ModuleName
pipe.name PipeName t
w PipeName
k PipeName AdditionalFields.PipeName ParsedFields.PipeName
registry.path TargetObject p
w TargetObject
e registry.path
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
p registry_value_data
k RegistryValueData
y target.registry.registry_value_data
registry.data_type - t
w NewValueType
e registry.data.type
p registry_value_type
k RegistryValueType
registry.hive - t
e registry.hive
p registry_hive
registry.previous_path - p
k PreviousRegistryKey RegistryPreviousKey
y src.registry.registry_key
registry.previous_data OldValue t
w OldValue
k PreviousRegistryValueData RegistryPreviousValueData
registry.new_name NewName p
w NewName
registry.event_type - tR
p registry_type
`;
