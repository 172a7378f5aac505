/**
 * Who acts, on whom, and how they signed in: users, groups, logons, Kerberos, the directory.
 *
 * After Sigma's taxonomy, Windows' event data, ECS 9, Splunk CIM's Authentication and Change models, Defender XDR's advanced hunting
 * schema, Microsoft Sentinel's sign-in and audit tables, ASIM and UDM.
 */
export const IDENTITY_FIELDS = `
user.name User t
w User SubjectUserName SubjectAccountName UserName Account AccountName CallerUserName
s cs-username Username uid@linux+auditd USER
r userName userIdentity.userName actor.displayName
e user.name source.user.name user.full_name source.user.full_name okta.actor.display_name client.user.name
p user src_user Caller_User_Name Account_Name UID@linux actor.user.name
k AccountName Account UserName ActorUsername SourceUserName InitiatingProcessAccountName@!DeviceProcessEvents SubjectUserName User Actor UserDisplayName Identity AccountDisplayName UserIdentityUserName RequestAccountName
y principal.user.user_display_name principal.user.userid
user.email UserPrincipalName t
r actor.alternateId actor.email email
s UserPrincipalName
e user.email client.user.email source.user.email user.principal_name azure.signinlogs.properties.user_principal_name okta.actor.alternate_id azure.activitylogs.identity.claims_initiated_by_user.name
p user_email
k UserPrincipalName AccountUpn AccountUPN UPN Caller InitiatingProcessAccountUpn@!DeviceProcessEvents MailboxOwnerUPN EmailAddress ActorEmail InitiatedByUPN
o UserId
y principal.user.email_addresses
user.id SubjectUserSid t
w SubjectUserSid UserSid Sid
s auid@linux+auditd
r actor.id
e user.id user.Ext.real.id okta.actor.id winlog.user.identifier auditd.data.auid azure.graphactivitylogs.properties.user_principal_object_id
p user_id
k AccountSid AccountObjectId AccountId UserId@!OfficeActivity InitiatingProcessAccountSid@!DeviceProcessEvents InitiatingProcessAccountObjectId@!DeviceProcessEvents ActorUserId UserKey
o UserKey
y principal.user.windows_sid principal.user.product_object_id
user.effective.id - t
s euid@linux+auditd
e user.effective.id
user.domain SubjectDomainName t
w SubjectDomainName UserDomain
e user.domain
p src_nt_domain user_domain
k AccountDomain InitiatingProcessAccountDomain@!DeviceProcessEvents ActorUserDomain SubjectDomainName
y principal.administrative_domain
user.type - t
r user_type src_user_type actor.type userIdentity.type
e okta.actor.type aws.cloudtrail.user_identity.type azure.signinlogs.properties.user_type
k UserType AccountType ActorUserType UserIdentityType
o UserType Actor.Type
y principal.resource.type
user.is_guest - b
k IsGuestUser IsExternalUser
user.is_admin IsAdminOperation b
k IsAdminOperation IsLocalAdmin
user.roles AssignedRoles t
e user.roles source.user.roles
k AssignedRoles EligibleRoles
y principal.user.attribute.roles.name principal.user.role_name
user.groups - t
r user.groups user.groups{}
e kubernetes.audit.user.groups user.group.name
k GroupMembership
y principal.user.group_identifiers
user.department Department t
k Department
y principal.user.department
user.title JobTitle t
k JobTitle
y principal.user.title
user.risk BlastRadius t
k BlastRadius
user.priority InvestigationPriority n
k InvestigationPriority
user.target.name TargetUserName t
w TargetUserName TargetOutboundUserName SamAccountName TargetAccountName MemberName
e user.target.name
p target_user Target_User_Name dest_user targetUserName
k TargetUserName TargetAccount TargetUserOrGroupName TargetAccountUpn TargetAccountDisplayName TargetUsername DestinationUserName UserAdded
y target.user.userid target.user.user_display_name
user.target.email - t
e user.target.email
y target.user.email_addresses
user.target.id TargetUserSid t
w TargetUserSid TargetSid MemberSid
e user.target.id
k TargetAccountSid TargetUserId
y target.user.windows_sid target.user.product_object_id
logon.id SubjectLogonId t
w SubjectLogonId LogonId
e winlog.logon.id
k LogonId InitiatingProcessLogonId
logon.target_id TargetLogonId t
w TargetLogonId
user.target.domain TargetDomainName t
w TargetDomainName
k TargetDomainName TargetUserDomain
y target.administrative_domain
user.target.type - t
k TargetUserOrGroupType TargetUserType
user.target.groups - t
y target.user.group_identifiers
user.old_name OldTargetUserName t
w OldTargetUserName
user.new_name NewTargetUserName t
w NewTargetUserName
user.effective.name - t
e user.effective.name
8 impersonatedUser.username
user.effective.groups - t
8 impersonatedUser.groups
group.name - t
w GroupName TargetGroup GroupMembershipName
e group.name
p src_user_group MODGROUP
k GroupName Group AddedToGroup RemovedFromGroup
y target.group.group_display_name
group.id - t
e group.id group.Ext.real.id
k GroupSid
group.members SidList t
w SidList GroupMembership
user.account_control.new NewUacValue t
w NewUacValue NewUACList
user.account_control.old OldUacValue t
w OldUacValue OldUACList
user.account_control UserAccountControl t
w UserAccountControl
user.sid_history SidHistory t
w SidHistory
user.dns_host_name DnsHostName t
w DnsHostName
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
w AuthenticationPackageName LmPackageName PackageName
p Authentication_Package
y extensions.auth.auth_details
logon.key_length KeyLength n
w KeyLength
p Key_Length
logon.guid LogonGuid t
w LogonGuid
logon.elevated ElevatedToken t
w ElevatedToken
logon.impersonation ImpersonationLevel t
w ImpersonationLevel
logon.target_server TargetServerName t
w TargetServerName TargetInfo
k TargetDeviceName
logon.is_local AdditionalFields.IsLocalLogon b
k AdditionalFields.IsLocalLogon IsLocalLogon
logon.method - t
e system.auth.ssh.method
privilege.list PrivilegeList t
w PrivilegeList EnabledPrivilegeList
y target.user.attribute.permissions.name
privilege.removed DisabledPrivilegeList t
w DisabledPrivilegeList
kerberos.ticket_encryption TicketEncryptionType t
w TicketEncryptionType
kerberos.ticket_options TicketOptions t
w TicketOptions
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
p SChannelName
ds.object.dn ObjectDN t
w ObjectDN DistinguishedName
k DistinguishedName
ds.object.class ObjectClass t
w ObjectClass
p objectCategory
ds.object.guid ObjectGUID t
w ObjectGUID
ds.attribute.name AttributeLDAPDisplayName t
w AttributeLDAPDisplayName
ds.attribute.value AttributeValue t
w AttributeValue
ds.properties Properties t
w Properties
ds.additional_info AdditionalInfo t
w AdditionalInfo AdditionalInfo2
ds.search_filter SearchFilter t
w SearchFilter
k SearchFilter Query@IdentityQueryEvents AdditionalFields.SearchFilter
ds.query_type QueryType t
k QueryType@IdentityQueryEvents
ds.query_target QueryTarget t
k QueryTarget@IdentityQueryEvents
ds.change_type admonEventType t
p admonEventType
ds.changed_attributes MSADChangedAttributes t
p MSADChangedAttributes
ds.display_name displayName t
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
auth.transfer_method - t
e azure.signinlogs.properties.original_transfer_method
k OriginalTransferMethod
auth.mfa - t
r additionalEventData.MFAUsed userIdentity.sessionContext.attributes.mfaAuthenticated
e aws.cloudtrail.user_identity.session_context.mfa_authenticated azure.signinlogs.properties.mfa_detail*
k MfaDetail* AuthMethod SessionMfaAuthenticated AdditionalEventData.MFAUsed
auth.details - t
r properties.authenticationDetails properties.authenticationDetails{}.succeeded properties.authenticationDetails* event.parameters*
s AuthenticationDetails*
e azure.signinlogs.properties.authentication_details* azure.signinlogs.properties.authentication_processing_details*
k AuthenticationDetails*@!EmailEvents AuthenticationProcessingDetails* AuthResult
auth.factor - t
r debugContext.debugData.factor
e okta.debug_context.debug_data.factor okta.authentication_context.credential_type
auth.client_app ClientAppUsed t
s ClientApp ClientAppUsed
r properties.clientAppUsed
e azure.signinlogs.properties.client_app_used
k ClientAppUsed
auth.is_interactive - b
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
k SessionId
auth.token_id - t
k UniqueTokenIdentifier
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
k RiskState RiskStatus
risk.detail RiskDetail t
e azure.identityprotection.properties.risk_detail azure.identity_protection.properties.risk_detail
k RiskDetail
risk.activity - t
e azure.identityprotection.properties.activity azure.identity_protection.properties.activity
risk.detection_timing DetectionTimingType t
k DetectionTimingType
risk.event_type riskEventType t
s riskEventType
e azure.identityprotection.properties.risk_event_type azure.identity_protection.properties.risk_event_type
k RiskEventType RiskEventTypes* RiskEventTypes_V2*
device.trust_type - t
s DeviceDetail.trusttype
e azure.signinlogs.properties.device_detail.trust_type
k DeviceTrustType JoinType
device.is_managed - t
e azure.signinlogs.properties.device_detail.is_managed
k IsManaged
device.is_compliant - t
s DeviceDetail.isCompliant
e azure.signinlogs.properties.device_detail.is_compliant
k IsCompliant@!DeviceTvmSecureConfigurationAssessment
device.detail - t
s DeviceDetail*
r properties.deviceDetail*
e azure.signinlogs.properties.device_detail*
k DeviceDetail* DeviceInfo
o DeviceProperties*
`;
