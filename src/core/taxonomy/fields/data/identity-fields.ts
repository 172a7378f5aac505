/**
 * Who acts, on whom, and how they signed in: users, groups, logons, Kerberos, the directory.
 *
 * After Sigma's taxonomy, Windows' event data, ECS 9, Splunk CIM's Authentication and Change models, Defender XDR's advanced hunting
 * schema, Microsoft Sentinel's sign-in and audit tables, ASIM and UDM.
 */
export const IDENTITY_FIELDS = `
user.name User t
s author_name@gitlab
w User SubjectUserName SubjectAccountName UserName Account AccountName CallerUserName UserContext DetectionUser SourceUserName ClientUserName jobOwner RemediationUser
s cs-username Username USER username@!kubernetes TargetUser@applocker client@kerberos actor@github author.name acct@linux+auditd user_name@onelogin+auth0 data.user_name@auth0
r userName userIdentity.userName actor.displayName properties.initiatedBy.user.displayName
e user.name source.user.name user.full_name source.user.full_name okta.actor.display_name client.user.name azure.auditlogs.properties.initiated_by.user.displayName winlog.user.name auditd.data.acct azure.signinlogs.properties.user_display_name user_name
p Caller_User_Name Account_Name UID@linux actor.user.name user@!Change.Account_Management src_user@!Email cs_username columns.username acct actor
k Account UserName SourceUserName SubjectUserName Actor UserDisplayName Identity AccountDisplayName UserIdentityUserName RequestAccountName InitiatingProcessAccountName@!DeviceProcessEvents+DeviceLogonEvents AccountName@!DeviceEvents+StorageBlobLogs+StorageFileLogs+StorageTableLogs+StorageQueueLogs csUserName SrcUsername TargetUsername@Asim.process ActorUsername@!Asim.process User@!Asim.authentication actor_s SubjectAccount InitiatedBy.user.displayName
y principal.user.user_display_name principal.user.userid src.user.userid
user.email UserPrincipalName t
r actor.alternateId actor.email email properties.initiatedBy.user.userPrincipalName
s UserPrincipalName properties.userPrincipalName protoPayload.authenticationInfo.principalEmail data.protoPayload.authenticationInfo.principalEmail caller@azure MailboxOwnerUPN@m365 target_user.email@1password attributes.actor.email@atlassian
e user.email client.user.email source.user.email user.principal_name azure.signinlogs.properties.user_principal_name okta.actor.alternate_id azure.activitylogs.identity.claims_initiated_by_user.name azure.auditlogs.properties.initiated_by.user.userPrincipalName gcp.audit.authentication_info.principal_email o365.audit.MailboxOwnerUPN
p user_email properties.userPrincipalName protoPayload.authenticationInfo.principalEmail data.protoPayload.authenticationInfo.principalEmail caller
k UserPrincipalName AccountUpn AccountUPN UPN Caller MailboxOwnerUPN EmailAddress ActorEmail InitiatedByUPN InitiatingProcessAccountUpn@!DeviceProcessEvents+DeviceLogonEvents AlternateSignInName RequesterUpn identity_claim_upn_s identity_claim_http_schemas_xmlsoap_org_ws_2005_05_identity_claims_upn_s SignInIdentifier MailAddress InitiatedBy.user.userPrincipalName
o UserId
y principal.user.email_addresses src.user.email_addresses
user.id SubjectUserSid t
s author_id@gitlab user_id@auth0 data.user_id@auth0
w SubjectUserSid UserSid Sid SourceSid ModifyingUser
s auid@linux+auditd uid@linux+auditd
r actor.id properties.initiatedBy.user.id userIdentity.onBehalfOf.userId
e user.id aws.cloudtrail.user_identity.on_behalf_of.user_id user.Ext.real.id okta.actor.id winlog.user.identifier auditd.data.auid azure.graphactivitylogs.properties.user_principal_object_id client.user.id source.user.id azure.auditlogs.properties.initiated_by.user.id azure.signinlogs.properties.user_id github.actor_id o365.audit.Actor.ID gcp.audit.authentication_info.principal_subject
p user_id auid Security_ID
k AccountObjectId AccountId UserId@!OfficeActivity UserKey InitiatingProcessAccountSid@!DeviceProcessEvents+DeviceLogonEvents InitiatingProcessAccountObjectId@!DeviceProcessEvents+DeviceLogonEvents AccountSid@!DeviceEvents ActorUserId@!Asim.process TargetUserId@Asim.process RequestAccountSid SourceUserID RequesterObjectId UserPrincipalObjectID OnPremSid InitiatedBy.user.id
o UserKey
y principal.user.windows_sid principal.user.product_object_id
user.effective.id - t
s euid@linux+auditd
e user.effective.id
p euid
user.domain SubjectDomainName t
w SubjectDomainName UserDomain AccountDomain ClientDomainName
e user.domain client.user.domain source.user.domain
p src_nt_domain user_domain Account_Domain DomainName
k ActorUserDomain SubjectDomainName InitiatingProcessAccountDomain@!DeviceProcessEvents+DeviceLogonEvents AccountDomain@!DeviceEvents RequestAccountDomain SourceNTDomain
y principal.administrative_domain
s DomainName@ntlm
user.type - t
r user_type src_user_type actor.type userIdentity.type
e okta.actor.type aws.cloudtrail.user_identity.type azure.signinlogs.properties.user_type google_workspace.actor.type
k UserType AccountType ActorUserType UserIdentityType TenantMembershipType
o UserType Actor.Type
y principal.resource.type principal.user.account_type
user.is_guest - b
k IsGuestUser IsExternalUser
user.is_admin IsAdminOperation b
k IsAdminOperation IsLocalAdmin
user.roles AssignedRoles t
e user.roles source.user.roles
k AssignedRoles EligibleRoles
y principal.user.attribute.roles.name principal.user.role_name principal.user.user_role
p user_role src_user_role
user.groups - t
s group@fortigate+fortios+fortinet
r user.groups user.groups{}
e kubernetes.audit.user.groups user.group.name user.group.id
k GroupMembership
y principal.user.group_identifiers principal.group.group_display_name
user.department Department t
k Department
y principal.user.department
user.title JobTitle t
k JobTitle
y principal.user.title
user.labels - t
y principal.user.attribute.labels* target.user.attribute.labels* principal.labels*
user.employee_id EmployeeId t
k EmployeeId
y principal.user.employee_id target.user.employee_id
user.is_enabled IsAccountEnabled b
k IsAccountEnabled
user.tags - t
k Tags@IdentityInfo
user.insights - t
k UsersInsights* DevicesInsights* ActivityInsights*
user.permissions - t
y principal.user.attribute.permissions*
user.risk BlastRadius t
k BlastRadius
user.priority InvestigationPriority n
k InvestigationPriority
user.target.name TargetUserName t
w TargetUserName TargetOutboundUserName SamAccountName TargetAccountName MemberName
e user.target.name destination.user.name user.target.full_name server.user.name system.auth.sudo.user github.user github.blocked_user o365.audit.TargetUserOrGroupName
p target_user Target_User_Name dest_user targetUserName user@Change.Account_Management Target_Account_Name
k TargetUserName TargetAccount TargetUserOrGroupName TargetAccountUpn TargetAccountDisplayName DestinationUserName UserAdded TargetUsername@!Asim.process User@Asim.authentication DstUsername AccountName@DeviceEvents
y target.user.userid target.user.user_display_name
user.target.email - t
s user_email@google_workspace
e user.target.email destination.user.email google_workspace.admin.user.email google_workspace.drive.target_user
y target.user.email_addresses
user.target.id TargetUserSid t
w TargetUserSid TargetSid MemberSid
e user.target.id destination.user.id github.user_id
k TargetAccountSid TargetUserId@!Asim.process AccountSid@DeviceEvents DestinationUserID
y target.user.windows_sid target.user.product_object_id
p Member_Security_ID
logon.id SubjectLogonId t
s ses@linux+auditd
w SubjectLogonId LogonId
e winlog.logon.id auditd.session auditd.data.ses
k LogonId InitiatingProcessLogonId@!DeviceProcessEvents ActorSessionId
p Logon_ID
logon.target_id TargetLogonId t
w TargetLogonId
k TargetSessionId TargetUserSessionId
user.target.domain TargetDomainName t
w TargetDomainName TargetOutboundDomainName
k TargetDomainName TargetUserDomain AccountDomain@DeviceEvents DestinationNTDomain
y target.administrative_domain
e user.target.domain destination.user.domain
user.target.type - t
e o365.audit.TargetUserOrGroupType
k TargetUserOrGroupType TargetUserType
y target.user.account_type
user.target.groups - t
y target.user.group_identifiers
e user.target.group.name
user.target.roles - t
e user.target.roles
y target.user.attribute.roles*
user.old_name OldTargetUserName t
w OldTargetUserName
user.new_name NewTargetUserName t
w NewTargetUserName
user.changes.name - t
e user.changes.name user.changes.full_name
user.changes.property - t
k UpdatedPropertyName
user.effective.name - t
e user.effective.name user.effective.full_name
8 impersonatedUser.username
user.effective.domain - t
e user.effective.domain
user.effective.groups - t
8 impersonatedUser.groups
e user.effective.group.name
group.name - t
s team@github
w GroupName TargetGroup GroupMembershipName
e group.name github.team
p src_user_group MODGROUP Group_Name
k GroupName Group AddedToGroup RemovedFromGroup AdditionalFields.GroupName
y target.group.group_display_name
group.id - t
e group.id group.Ext.real.id
k GroupSid GroupId@Asim.user+MessageEvents
y target.group.product_object_id target.group.windows_sid
s gid@linux+auditd
group.domain - t
e group.domain
p Group_Domain
group.email - t
e google_workspace.admin.group.email
y target.group.email_addresses
group.members SidList t
w SidList GroupMembership
user.account_control.new NewUacValue t
w NewUacValue NewUACList
user.account_control.old OldUacValue t
w OldUacValue OldUACList
user.account_control UserAccountControl t
w UserAccountControl
k UACFlags UserAccountControl
p User_Account_Control
user.sid_history SidHistory t
w SidHistory
user.dns_host_name DnsHostName t
w DnsHostName
user.primary_group PrimaryGroupId t
w PrimaryGroupId
user.password_last_set PasswordLastSet t
w PasswordLastSet
user.profile_path ProfilePath p
w ProfilePath
user.script_path ScriptPath p
w ScriptPath
user.home_directory HomeDirectory p
w HomeDirectory HomePath
user.workstations UserWorkstations t
w UserWorkstations
user.account_expires AccountExpires t
w AccountExpires
user.logon_hours LogonHours t
w LogonHours
logon.type LogonType t
w LogonType
e winlog.logon.type
p Logon_Type
k LogonType
o LogonType
y extensions.auth.mechanism
logon.process LogonProcessName t
w LogonProcessName
logon.package AuthenticationPackageName t
e process.Ext.session_info.authentication_package
w AuthenticationPackageName LmPackageName PackageName
p Authentication_Package
k LogonProtocol Protocol@DeviceLogonEvents+IdentityLogonEvents
logon.lsa_package - t
w NotificationPackageName SecurityPackageName
logon.key_length KeyLength n
w KeyLength
p Key_Length
logon.guid LogonGuid t
w LogonGuid
logon.elevated ElevatedToken t
w ElevatedToken
logon.restricted_admin RestrictedAdminMode t
w RestrictedAdminMode
logon.linked_id TargetLinkedLogonId t
w TargetLinkedLogonId
logon.session_name SessionName t
w SessionName
logon.virtual_account VirtualAccount t
w VirtualAccount
logon.impersonation ImpersonationLevel t
w ImpersonationLevel
logon.target_server TargetServerName t
w TargetServerName TargetInfo
k TargetDeviceName
p Target_Server_Name
logon.is_local AdditionalFields.IsLocalLogon b
k AdditionalFields.IsLocalLogon IsLocalLogon
logon.method - t
e system.auth.ssh.method
k LogonMethod
p authentication_method authentication_service
privilege.list PrivilegeList t
w PrivilegeList EnabledPrivilegeList
y target.user.attribute.permissions.name
p Privileges
privilege.removed DisabledPrivilegeList t
w DisabledPrivilegeList
kerberos.ticket_encryption TicketEncryptionType t
w TicketEncryptionType
p Ticket_Encryption_Type
s cipher@kerberos
kerberos.ticket_options TicketOptions t
w TicketOptions
p Ticket_Options
kerberos.transited_services TransmittedServices t
w TransmittedServices TransitedServices
kerberos.pre_auth PreAuthType t
w PreAuthType
kerberos.request_type - t
s request_type
kerberos.delegation AllowedToDelegateTo t
w AllowedToDelegateTo
kerberos.encryption_types - t
k FromAccountSupportedEncryptionTypes ToAccountSupportedEncryptionTypes
kerberos.spn ServicePrincipalNames t
w ServicePrincipalNames
k AdditionalFields.Spns
schannel.name SChannelName t
w SChannelName
ds.object.dn ObjectDN t
w ObjectDN DistinguishedName OldObjectDN NewObjectDN
k DistinguishedName
ds.object.class ObjectClass t
w ObjectClass
p objectCategory
ds.object.guid ObjectGUID t
w ObjectGUID
ds.name DSName t
w DSName DSType
ds.attribute.name AttributeLDAPDisplayName t
w AttributeLDAPDisplayName
ds.attribute.value AttributeValue t
w AttributeValue
ds.attribute.syntax AttributeSyntaxOID t
w AttributeSyntaxOID
ds.attribute.list AttributeList t
w AttributeList
ds.properties Properties t
w Properties
ds.additional_info AdditionalInfo t
w AdditionalInfo AdditionalInfo2
ds.search_filter SearchFilter t
w SearchFilter
k SearchFilter Query@IdentityQueryEvents AdditionalFields.SearchFilter
ds.search_scope ScopeOfSearch t
w ScopeOfSearch
trust.type TdoType t
w TdoType
trust.direction TdoDirection t
w TdoDirection
trust.attributes TdoAttributes t
w TdoAttributes
trust.sid_filtering SidFilteringEnabled t
w SidFilteringEnabled
trust.domain_sid DomainSid t
w DomainSid
ds.query_type QueryType t
k QueryType@IdentityQueryEvents
ds.query_target QueryTarget t
k QueryTarget@IdentityQueryEvents
ds.change_type admonEventType t
p admonEventType
ds.changed_attributes MSADChangedAttributes t
p MSADChangedAttributes
ds.display_name displayName t
w DisplayName
p displayName
auth.requirement AuthenticationRequirement t
s AuthenticationRequirement
r properties.authenticationRequirement
e azure.signinlogs.properties.authentication_requirement
k AuthenticationRequirement
auth.protocol - t
s AuthenticationProtocol
r properties.authenticationProtocol
e azure.signinlogs.properties.authentication_protocol azure.activitylogs.properties.authentication_protocol
k AuthenticationProtocol
auth.type - t
y extensions.auth.type
k AuthenticationType@StorageBlobLogs+StorageFileLogs+StorageTableLogs+StorageQueueLogs
auth.provider - t
r authenticationContext.authenticationProvider authenticationContext.credentialProvider
e okta.authentication_context.authentication_provider okta.authentication_context.credential_provider
auth.transfer_method - t
e azure.signinlogs.properties.original_transfer_method
k OriginalTransferMethod
auth.mfa - t
r additionalEventData.MFAUsed userIdentity.sessionContext.attributes.mfaAuthenticated
e aws.cloudtrail.user_identity.session_context.mfa_authenticated azure.signinlogs.properties.mfa_detail* aws.cloudtrail.console_login.additional_eventdata.mfa_used
k MfaDetail* AuthMethod SessionMfaAuthenticated AdditionalEventData.MFAUsed
auth.details - t
r properties.authenticationDetails properties.authenticationDetails{}.succeeded properties.authenticationDetails* event.parameters*
s AuthenticationDetails*
e azure.signinlogs.properties.authentication_details* azure.signinlogs.properties.authentication_processing_details*
k AuthenticationDetails*@!EmailEvents AuthenticationProcessingDetails* AuthResult AuthenticationMethodsUsed
y extensions.auth.auth_details
auth.factor - t
s factor@cisco
r debugContext.debugData.factor
e okta.debug_context.debug_data.factor okta.authentication_context.credential_type google_workspace.login.challenge_method
auth.client_app ClientAppUsed t
s ClientApp ClientAppUsed
r properties.clientAppUsed
e azure.signinlogs.properties.client_app_used
k ClientAppUsed
auth.is_interactive - b
s isInteractive@azure IsInteractive@azure
e azure.signinlogs.properties.is_interactive
k IsInteractive
auth.token_type - t
e azure.signinlogs.properties.incoming_token_type
k IncomingTokenType
auth.token_issuer - t
e azure.signinlogs.properties.token_issuer_type
k TokenIssuerType
auth.credential_type - t
e azure.signinlogs.properties.client_credential_type
k ClientCredentialType
auth.token_protection - t
e azure.signinlogs.properties.token_protection_status_details*
k TokenProtection* TokenProtectionStatusDetails*
auth.conditional_access - t
s ConditionalAccessStatus
r properties.conditionalAccessStatus
e azure.signinlogs.properties.conditional_access_status azure.signinlogs.properties.applied_conditional_access_policies*
k ConditionalAccessStatus ConditionalAccessPolicies* CAResult
auth.session_id - t
e okta.authentication_context.external_session_id okta.authentication_context.root_session_id azure.signinlogs.properties.session_id
k SessionId ApplicationSessionId SessionData*
r authenticationContext.externalSessionId
auth.token_id - t
e azure.signinlogs.properties.unique_token_identifier
k UniqueTokenIdentifier UniqueTokenId
auth.scopes Scopes t
e azure.graphactivitylogs.properties.scopes
k Scopes Roles@MicrosoftGraphActivityLogs Wids
auth.location_policy IsThroughGlobalSecureAccess b
k IsThroughGlobalSecureAccess
auth.device_token_hash - t
r debugContext.debugData.dtHash
e okta.debug_context.debug_data.dt_hash
risk.level RiskLevelDuringSignIn t
s RiskLevelDuringSignIn riskLevel
r properties.riskLevel properties.riskLevelDuringSignIn
e azure.signinlogs.properties.risk_level_during_signin azure.signinlogs.properties.risk_level_aggregated azure.identityprotection.properties.risk_level azure.identity_protection.properties.risk_level
k RiskLevelDuringSignIn RiskLevelAggregated RiskLevel RiskLevelAggregate
risk.state RiskState t
s RiskState
e azure.signinlogs.properties.risk_state azure.identityprotection.properties.risk_state azure.identity_protection.properties.risk_state
k RiskState RiskStatus IsRisky
risk.detail RiskDetail t
e azure.identityprotection.properties.risk_detail azure.identity_protection.properties.risk_detail
k RiskDetail RiskDetails RiskLevelDetails
risk.activity - t
e azure.identityprotection.properties.activity azure.identity_protection.properties.activity
risk.detection_timing DetectionTimingType t
k DetectionTimingType
risk.event_type riskEventType t
s riskEventType RiskEventTypes
e azure.identityprotection.properties.risk_event_type azure.identity_protection.properties.risk_event_type azure.signinlogs.properties.risk_event_types azure.signinlogs.properties.risk_event_types_v2
k RiskEventType RiskEventTypes* RiskEventTypes_V2*
device.trust_type - t
s DeviceDetail.trusttype
e azure.signinlogs.properties.device_detail.trust_type
k DeviceTrustType JoinType DeviceDetail.trustType
r properties.deviceDetail.trustType
device.is_managed - t
e azure.signinlogs.properties.device_detail.is_managed
k IsManaged DeviceDetail.isManaged
r properties.deviceDetail.isManaged
s DeviceDetail.isManaged
device.is_compliant - t
s DeviceDetail.isCompliant
e azure.signinlogs.properties.device_detail.is_compliant
k IsCompliant@!DeviceTvmSecureConfigurationAssessment DeviceDetail.isCompliant
r properties.deviceDetail.isCompliant
device.detail - t
s DeviceDetail*
r properties.deviceDetail*
e azure.signinlogs.properties.device_detail*
k DeviceDetail* DeviceInfo
o DeviceProperties*
`;
