/**
 * What an event says of itself: which it is, where it comes from, when, and what became of it.
 *
 * The first rows choose which events a rule reads; names of an operation (`event.action`) and its outcome stay indicators, since in audit
 * logs they are what a rule looks for. After ECS 9, Splunk CIM, Defender XDR, Microsoft Sentinel, ASIM and UDM.
 */
export const EVENT_FIELDS = `
event.code EventID tR
s logid@fortigate+fortios+fortinet
w EventID event_type_id
e event.code winlog.event_id event_id
p EventCode event_id signature_id@!Intrusion_Detection+Malware_Attacks+Malware
k EventID EventId DeviceEventClassID
event.provider Provider_Name tR
w Provider_Name ProviderName Provider
s SourceName AuditSourceName
e event.provider winlog.provider_name
p SourceName
k ProviderName@Event+WindowsEvent+SecurityEvent Source@Event Provider EventSourceName
event.channel Channel tR
w Channel EventLog LogName
e winlog.channel
k Channel EventLog
event.dataset sourcetype tR
s logtype
e event.dataset data_stream.dataset
p sourcetype eventtype source@!Risk
y metadata.log_type metadata.base_labels.log_types
k DataSource@CloudAuditEvents DataType
event.module - tR
e event.module data_stream.type fileset.name service.type
event.kind - tR
e event.kind
event.category - tR
s CategoryValue Category category auditType.category event.category
e event.category azure.signinlogs.category azure.platformlogs.category azure.open_ai.category azure.auditlogs.properties.category azure.activitylogs.category github.category aws.cloudtrail.event_category azure.activitylogs.event_category
p tag change_type Category category@!Web+Malware_Attacks+Malware+Intrusion_Detection+Vulnerabilities+DLP
k CategoryValue Category@!AlertInfo+AlertEvidence+BehaviorInfo DeviceEventCategory
y metadata.event_type
r eventCategory
event.type - tR
e event.type google_workspace.event.type
p action@Change+Endpoint record_type
k EventType@Asim AADOperationType
y metadata.event_type_detail
event.index index tR
e _index data_stream.namespace
p index
k Type $table Table
event.agent_status - tR
e event.agent_id_status
event.record_type - tR
s type@linux+auditd
p type
e auditd.message_type
o RecordType
k RecordType
event.stage - tR
8 stage
event.level - tR
8 level
usage.is_billable IsBillable bR
k IsBillable
observer.product - tR
e observer.product
p vendor_product product
k DeviceProduct EventProduct ProductName@!SecurityAlert
y metadata.product_name
observer.vendor - tR
e observer.vendor
p vendor
k DeviceVendor EventVendor VendorName@!SecurityAlert
y metadata.vendor_name
observer.name - t
s devname@fortigate+fortios+fortinet
e observer.name observer.hostname
k DeviceName@CommonSecurityLog
p dvc@Network_Traffic+Network_Resolution+Network_Sessions+Web+Intrusion_Detection+Email
y observer.hostname
observer.ip - a
e observer.ip
p dvc_ip
k DeviceAddress
y observer.ip
observer.version - t
e observer.version
k DeviceVersion EventProductVersion
y metadata.product_version
observer.type - t
e observer.type
observer.serial_number - t
s devid@fortigate+fortios+fortinet
e observer.serial_number
entity.type - tR
y graph.metadata.entity_type
entity.source_type - tR
y graph.metadata.source_type
entity.related_type - tR
y graph.relations.entity_type
entity.relationship - tR
y graph.relations.relationship
entity.product - tR
y graph.metadata.product_name
entity.vendor - tR
y graph.metadata.vendor_name
event.action action t
s eventName action@!windows operation@!zeek eventType@!windows+aws eventtype@!windows+aws operationName OperationName OperationNameValue activityType ActivityDisplayName ActivityDetails gcp.audit.method_name auditType.action properties.message event_type protoPayload.methodName data.protoPayload.methodName protoPayload.metadata.event.eventName displayMessage legacyEventType cfgpath Action attributes.action@atlassian eventid@cowrie type@auth0 data.type@auth0
e event.action azure.activitylogs.operation_name azure.auditlogs.operation_name azure.signinlogs.operation_name azure.platformlogs.operation_name azure.open_ai.operation_name okta.event_type github.operation_type gcp.audit.method_name endgame.event_subtype_full fortinet.firewall.cfgpath kibana.alert.original_event.action okta.display_message azure.auditlogs.properties.activity_display_name
p eventName operationName api.operation eventType event.name event_name event.type operationName.localizedValue command@Change signature@Authentication data.protoPayload.methodName protoPayload.methodName legacyEventType displayMessage event_simpleName
k ActionType OperationName OperationNameValue Operation EventName ActivityType ActivityDisplayName Activity EventOriginalType action_s event_s actionname_s eventType_s EventMessage@GWorkspaceActivityReports Action@GitHubAuditData
o Operation
y metadata.product_event_type
event.event_type EventType t
w EventType
event.task Task t
s Task@windows
e winlog.task
event.opcode Opcode t
s Opcode@windows
e winlog.opcode
event.outcome status t
s auth_success@ssh
w Keywords
s Status@azure+m365 status@!windows success@linux+auditd res@linux+auditd blocked@firewall sc-filter-result success@kerberos s-action@proxy
r outcome.result result result.status responseElements.ConsoleLogin properties.result properties.statusCode
e event.outcome okta.outcome.result azure.auditlogs.properties.result azure.activitylogs.result_type aws.cloudtrail.response_elements.text auditd.result fortinet.firewall.action azure.activitylogs.properties.status_code network_traffic.status winlog.keywords azure.platformlogs.status system.auth.ssh.event
p action status.value blocked status@!Web+Services success res
k Result ActivityStatusValue ActivityStatus ActivitySubstatusValue EventResult DeviceAction Status@!SecurityAlert+SecurityIncident+SigninLogs ResultStatus LogonResult SimplifiedDeviceAction DvcAction EventOutcome ActionResult Action@!EmailPostDeliveryEvents+GitHubAuditData
o ResultStatus
y security_result.action security_result.action_details
error.code Status t
w Status SubStatus ErrorCode FailureCode ResultCode ReturnCode
s errorCode ResultType resultType resultSignature@azure ID@sysmon_error+sysmon
r properties.status.errorCode status.errorCode ErrorNumber responseStatus.code protoPayload.status.code data.protoPayload.status.code
e aws.cloudtrail.error_code azure.signinlogs.properties.status.error_code azure.signinlogs.result_type azure.signinlogs.result_signature azure.open_ai.result_signature azure.graphactivitylogs.result_signature error.code gen_ai.response.error_code gcp.audit.status.code azure.graphactivitylogs.properties.response_status_code winlog.logon.failure.status winlog.logon.failure.sub_status azure.platformlogs.result_signature
p errorCode api.response.error result_id Sub_Status resultType error_code
k ResultType ErrorCode Status@SigninLogs ResultSignature EventResultDetails EventOriginalResultDetails Status.errorCode
o ErrorNumber LogonError
8 responseStatus.code
error.message - t
s ResultDescription Resultdescription failure_status_reason reason protoPayload.status.message ErrorDescription@windefend error_msg@kerberos
r outcome.reason result.message properties.status.additionalDetails status.additionalDetails errorMessage status.failureReason properties.status.failureReason
e aws.cloudtrail.error_message okta.outcome.reason azure.signinlogs.result_description error.message gcp.audit.status.message github.reasons* azure.auditlogs.properties.result_reason winlog.logon.failure.reason google_workspace.login.failure_type azure.signinlogs.properties.status.failure_reason
p reason Failure_Reason
k ResultDescription ResultReason FailureReason ErrorMessage LogonFailureReason Reason@CommonSecurityLog StatusText ActionFailureReason Status.failureReason Status.additionalDetails
o ExtendedProperties.ResultStatusDetail
8 responseStatus.reason
w FailureReason
event.severity Level t
w Level
e event.severity log.level
k EventSeverity LogSeverity SeverityLevel EventLevelName Level
p event.SeverityName
message Message t
s msg@fortigate+fortios+fortinet logdesc@fortigate+fortios+fortinet description@auth0 data.description@auth0
w Message
e message event.original error.stack_trace event.reason
p _raw description@Alerts
k Message SyslogMessage RawData EventData RenderedDescription LogMessage msg_s Description@SecurityAlert+BehaviorInfo+ThreatIntelligenceIndicator
y metadata.description security_result.description security_result.summary
s Description@sysmon_error payload@openssh EventData@windows UserData@windows
log.facility facility t
e log.syslog.facility.name
p facility
k Facility
log.mnemonic mnemonic t
p mnemonic
e log.syslog.msgid
log.process - t
k ProcessName@Syslog
e log.syslog.appname
log.file - p
e log.file.path
organization.name - t
e organization.name organization.id google_workspace.organization.domain github.org github.business
s org@github business@github
p org
log.unit - t
s unit
p unit
e systemd.unit auditd.data.unit
additional_fields AdditionalFields t
k AdditionalFields* ParsedFields*
y additional.fields* extracted.fields*
raw_event_data RawEventData t
k RawEventData*
event.duration - n
e event.duration
p duration response_time
k Duration NetworkDuration RequestDuration DurationMs TimeTaken
y network.session_duration*
s time-taken duration@zeek
event.correlation_id - t
w OpCorrelationID AppCorrelationID
e azure.signinlogs.properties.correlation_id okta.transaction.id o365.audit.InterSystemsId o365.audit.IntraSystemId
k CorrelationId OperationId
r correlationId transaction.id
event.id - t
s DetectionID@windefend
8 auditID
e event.id aws.cloudtrail.request_id okta.uuid azure.signinlogs.properties.original_request_id
k ReportId RequestId
y metadata.id metadata.product_log_id
r eventID requestID
event.rule_name RuleName t
s RuleName@!firewall-as
@timestamp TimeGenerated dT
w UtcTime
e @timestamp event.ingested event.created event.start event.end
p _time earliest latest _index_earliest _index_latest date_hour date_wday date_minute date_mday date_month date_year starthoursago startminutesago startdaysago endhoursago endminutesago enddaysago
k TimeGenerated Timestamp ingestion_time() CreatedDateTime EventStartTime EventEndTime StartTime EndTime ActivityDateTime _TimeReceived TimeCreated StartTimeUtc EndTimeUtc EventSubmissionTimestamp FirstActivityTime LastActivityTime
y metadata.event_timestamp* metadata.ingested_timestamp* metadata.collected_timestamp*
event.first_seen FirstSeen dT
k FirstSeen CreatedTime CreationTime CreateTime
event.last_seen LastSeen dT
k LastSeen LastModifiedTime
event.closed ClosedTime dT
k ClosedTime
host.last_contact LastContact dT
k LastContact
user.password_changed LastPasswordChangeTimestamp dT
k LastPasswordChangeTimestamp
threat.indicator.valid_until ValidUntil dT
k ValidUntil ExpirationDateTime
vulnerability.published PublishedDate dT
k PublishedDate
`;
