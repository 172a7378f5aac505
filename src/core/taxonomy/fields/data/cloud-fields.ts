/**
 * Cloud and software-as-a-service audit logs: AWS CloudTrail, Microsoft Entra, Azure and Microsoft 365, Google Cloud and Workspace, Okta,
 * GitHub, generative AI.
 *
 * After CloudTrail's record contents, Microsoft's table reference, Google's LogEntry, Okta's system log, and how ECS 9, Splunk's add-ons
 * and UDM's parsers carry them.
 */
export const CLOUD_FIELDS = `
cloud.service.name eventSource tR
e azure.auditlogs.properties.logged_by_service gcp.audit.service_name o365.audit.EventSource
s eventSource eventService protoPayload.serviceName protoPayload.Servicename data.protoPayload.serviceName LoggedByService ResourceProviderValue
p eventSource protoPayload.serviceName
k EventSource OfficeWorkload LoggedByService ResourceProviderValue ResourceProvider WorkLoad Workload
o Workload
cloud.app.name AppDisplayName t
s Application@azure+m365 target.displayName AppDisplayName application_name@google_workspace client_name@auth0 data.client_name@auth0
r properties.appDisplayName target{}.displayName properties.initiatedBy.app.displayName
e azure.signinlogs.properties.app_display_name google_workspace.admin.application.name azure.auditlogs.identity azure.signinlogs.identity azure.auditlogs.properties.initiated_by.app.displayName o365.audit.ApplicationDisplayName google_workspace.token.app_name google_workspace.admin.oauth2.application.name
p app
k AppDisplayName AppName OAuthApplicationName Application@!SecurityEvent TargetAppName@!Asim.file InitiatedBy.app.displayName InitiatedBy.app.name
y target.application
cloud.app.id AppId t
s client_id@auth0 data.client_id@auth0
r properties.appId AppId ClientAppId properties.initiatedBy.app.appId
e azure.signinlogs.properties.app_id azure.graphactivitylogs.properties.app_id azure.activitylogs.properties.appId google_workspace.token.client.id azure.auditlogs.properties.initiated_by.app.appId github.oauth_application_id
k AppId ApplicationId ClientAppId OAuthAppId OAuthApplicationId TargetAppId ApplicationInstanceId InitiatedBy.app.appId
o ApplicationId ClientAppId AppId
y target.resource.attribute.labels["App Id"] target.labels["ClientAppId"]
cloud.app.privilege_level PrivilegeLevel t
k PrivilegeLevel
cloud.app.permissions Permissions t
k Permissions PermissionValue
cloud.app.origin AppOrigin t
k AppOrigin
cloud.app.consented_users ConsentedUsersCount n
k ConsentedUsersCount
cloud.app.in_use InUse b
k InUse
cloud.app.status AppStatus t
k AppStatus
cloud.app.publisher VerifiedPublisher t
k VerifiedPublisher*
cloud.app.admin_consented IsAdminConsented b
k IsAdminConsented
cloud.app.target_resource ResourceDisplayName t
r properties.resourceDisplayName
e azure.signinlogs.properties.resource_display_name azure.signinlogs.properties.resource_id
k ResourceDisplayName ResourceIdentity
s ResourceDisplayName
cloud.target_workload TargetWorkload t
k TargetWorkload
cloud.service_principal.name ServicePrincipalName t
e azure.signinlogs.properties.service_principal_name azure.auditlogs.properties.initiated_by.app.servicePrincipalName
k ServicePrincipalName InitiatedBy.app.servicePrincipalName
r properties.initiatedBy.app.servicePrincipalName
cloud.service_principal.id ServicePrincipalId t
e azure.signinlogs.properties.service_principal_id azure.activitylogs.identity.claims.appid azure.auditlogs.properties.initiated_by.app.servicePrincipalId
k ServicePrincipalId InitiatedBy.app.servicePrincipalId
r properties.initiatedBy.app.servicePrincipalId
cloud.service_principal.type WorkloadIdentityType t
k WorkloadIdentityType
cloud.account.id - t
r userIdentity.accountId recipientAccountId resource.labels.project_id
e cloud.account.id cloud.project.id aws.cloudtrail.recipient_account_id cloud.account.name cloud.project.name aws.cloudtrail.resources.account_id azure.subscription_id
k RecipientAccountId UserIdentityAccountId SubscriptionId
y target.cloud.project* principal.cloud.project* target.resource.attribute.cloud.project*
p vendor_account
cloud.tenant.id - t
s tenantId@azure
e azure.signinlogs.properties.tenant_id azure.tenant_id azure.activitylogs.tenant_id azure.signinlogs.tenant_id
k AADTenantId TenantId
cloud.tenant.home - t
e azure.signinlogs.properties.home_tenant_id
k HomeTenantId
s HomeTenantId
r properties.homeTenantId
cloud.tenant.resource - t
e azure.signinlogs.properties.resource_tenant_id
k ResourceTenantId
s ResourceTenantId
r properties.resourceTenantId
cloud.tenant.app_owner - t
e azure.signinlogs.properties.app_owner_tenant_id
k AppOwnerTenantId
cloud.tenant.access_type - t
e azure.signinlogs.properties.cross_tenant_access_type
k CrossTenantAccessType
cloud.region - t
r awsRegion
e cloud.region gcp.audit.resource_location.current_locations
k AWSRegion
p vendor_region
cloud.instance.id - t
e cloud.instance.id cloud.instance.name
cloud.instance.type - t
e cloud.machine.type
p instance_type
cloud.image.id - t
p image_id
cloud.provider - tR
e cloud.provider
k CloudPlatform
y target.cloud.environment principal.cloud.environment target.resource.attribute.cloud.environment
cloud.user_identity.arn - t
r userIdentity.arn userIdentity.principalId
e aws.cloudtrail.user_identity.arn
k UserIdentityArn UserIdentityPrincipalid
cloud.user_identity.access_key - t
r userIdentity.accessKeyId
e aws.cloudtrail.user_identity.access_key_id
k UserIdentityAccessKeyId
cloud.user_identity.invoked_by - t
r userIdentity.invokedBy
e aws.cloudtrail.user_identity.invoked_by
k UserIdentityInvokedBy
cloud.user_identity.session - t
r userIdentity.sessionContext* sessionCredentialFromConsole
e aws.cloudtrail.user_identity.session_context* aws.cloudtrail.session_credential_from_console
k SessionIssuerArn SessionIssuerUserName SessionIssuerType SessionIssuerPrincipalId
cloud.request_parameters requestParameters t
r requestParameters*
e aws.cloudtrail.request_parameters* aws.cloudtrail.flattened.request_parameters*
k RequestParameters* parse_json(RequestParameters)*
cloud.response_elements responseElements t
r responseElements*
e aws.cloudtrail.response_elements* aws.cloudtrail.flattened.response_elements*
k ResponseElements*
cloud.additional_event_data - t
r additionalEventData*
e aws.cloudtrail.additional_eventdata* aws.cloudtrail.flattened.additional_eventdata* aws.cloudtrail.console_login.additional_eventdata*
k AdditionalEventData*
cloud.service_event serviceEventDetails t
r serviceEventDetails*
e aws.cloudtrail.service_event_details*
k ServiceEventDetails*
cloud.event_type - tR
s eventType@aws
e aws.cloudtrail.event_type
k EventTypeName
cloud.read_only readOnly b
r readOnly
e aws.cloudtrail.read_only
k ReadOnly
cloud.management_event managementEvent b
r managementEvent
e aws.cloudtrail.management_event
k ManagementEvent
cloud.vpc_endpoint vpcEndpointId t
r vpcEndpointId
e aws.cloudtrail.vpc_endpoint_id
k VpcEndpointId
resource.name - t
s entity_path@gitlab target_details@gitlab
s Resource@azure+m365 ResourceId ObjectId@azure+m365
r objectName protoPayload.resourceName data.protoPayload.resourceName resources{}.ARN resources.ARN
e aws.cloudtrail.resources.arn azure.resource.name azure.resource.id gcp.audit.resource_name azure.platformlogs.properties.id related.entity
k Resource ResourceId _ResourceId ObjectId OfficeObjectId Item_Name AccountName@StorageBlobLogs+StorageFileLogs+StorageTableLogs+StorageQueueLogs ObjectKey CloudResource AzureResourceId AwsResourceName GcpFullResourceName Resources@AWSCloudTrail
o ObjectId
y target.resource.name target.resource.product_object_id principal.resource.name principal.resource.product_object_id
p object_id
resource.group ResourceGroup t
e azure.resource.group
k ResourceGroup
resource.site Site_Url t
e o365.audit.SiteUrl o365.audit.Site
s SiteUrl@m365 Site@m365
k Site_Url
resource.type - t
s entity_type@gitlab target_type@gitlab
r data.resource.type resource.type
e gcp.audit.resource_type orchestrator.resource.type aws.cloudtrail.resources.type
k ResourceTypeName type@Resources ResourceType
y target.resource.resource_subtype target.resource.resource_type target.resource.type principal.resource.resource_type
s resources.type
p resources{}.type
resource.parent - t
y target.resource.parent target.resource_ancestors*
azure.requestbody - t
e azure.activitylogs.properties.requestbody*
azure.responsebody - t
e azure.activitylogs.properties.responseBody*
azure.graph.client_auth_method - t
e azure.graphactivitylogs.properties.client_auth_method
k ClientAuthMethod
azure.graph.identity_type - t
e azure.graphactivitylogs.properties.c_idtyp azure.aadgraphactivitylogs.properties.actor_type
azure.credential.key_id - t
e azure.signinlogs.properties.service_principal_credential_key_id
k ServicePrincipalCredentialKeyId ServicePrincipalCredentialThumbprint FederatedCredentialId
azure.signin.conditional_access_audience - t
e azure.signinlogs.properties.conditional_access_audiences*
resource.labels - t
y target.resource.attribute.labels* target.labels*
detection_fields - t
y security_result.detection_fields*
about.labels - t
y about.labels* security_result.about.labels*
about.resource - t
y about.resource* security_result.about.resource*
resource.roles - t
y target.resource.attribute.roles*
resource.permissions - t
y target.resource.attribute.permissions*
resource.source - t
y src.resource*
cloud.target TargetResources t
s TargetResources* properties.targetResources* target*
p target{}* targetResources* properties.targetResources* Target{}*
e azure.auditlogs.properties.target_resources* okta.target*
k TargetResources* TargetResource* Target TargetObjects*
o Target*
cloud.modified_properties - t
s TargetResources.ModifiedProperties* new_value
e google_workspace.admin.new_value
p ModifiedProperties{}*
k ModifiedProperties* NewValue NewValue@OfficeActivity
s NewValue@azure+m365
o ModifiedProperties*
e o365.audit.NewValue
cloud.modified_properties.old OldValue t
k OldValue
cloud.initiated_by - t
s properties.initiatedBy* InitiatedBy*
p properties.initiatedBy*
e azure.auditlogs.properties.initiated_by*
k InitiatedBy* Actor*
cloud.additional_details - t
s additionalDetails* properties.additionalDetails*
e azure.auditlogs.properties.additional_details*
k AdditionalDetails*
cloud.authorization - t
s authorization*@azure claims*@azure
e azure.activitylogs.identity.authorization* azure.activitylogs.identity.claims*
k Authorization* Authorization_d* Claims* Claims_d*
azure.properties Properties t
k Properties*@AzureActivity+AzureDiagnostics Properties_d*
azure.http_request HTTPRequest t
k HTTPRequest* httpRequest*
azure.vault_request - t
k id_s@AzureDiagnostics
m365.parameters Parameters t
o Parameters* OperationProperties* ExtendedProperties* Item* AffectedItems* ParticipantInfo*
k ExtendedProperties* Event_Data
s OperationProperties
m365.request_type - t
s RequestType
o ExtendedProperties.RequestType
k EndpointCall
m365.name Name t
o Name
m365.folder - t
o Folder* Folders*
k Folder@OfficeActivity
m365.team - t
o TeamName
m365.channel ChannelName t
o ChannelName
m365.channel_type ChannelType t
o ChannelType
m365.external_access ExternalAccess b
o ExternalAccess
m365.send_as - t
o SendAsUserSmtp SendOnBehalfOfUserSmtp
m365.app_access_context AppAccessContext t
o AppAccessContext*
m365.members - t
o Members
m365.communication_type CommunicationType t
o CommunicationType
k CommunicationType
m365.activity_objects ActivityObjects t
k ActivityObjects*
m365.is_impersonated - b
k IsImpersonated
m365.uncommon - t
k UncommonForUser LastSeenForUser
m365.audit_source AuditSource t
k AuditSource
m365.organization OrganizationName t
o OrganizationName OrganizationId
m365.label SensitivityLabelId t
o SensitivityLabelId LabelId SensitivityLabelEventData*
m365.dlp - t
o PolicyDetails* ExceptionInfo*
m365.search_text SearchQueryText t
o SearchQueryText
m365.access_rights AccessRights t
o AccessRights
m365.directory_event_type - t
o AzureActiveDirectoryEventType
gws.setting - t
s setting_name
e google_workspace.admin.setting*
k SettingName
gws.old_value - t
e google_workspace.admin.old_value
gcp.permission - t
s data.protoPayload.authorizationInfo* protoPayload.authorizationInfo*
e gcp.audit.authorization_info* gcp.audit.service_data*
gcp.request - t
e gcp.audit.request* gcp.audit.response* gcp.audit.labels*
r protoPayload.request* data.protoPayload.request*
gws.visibility - t
e google_workspace.drive.visibility
y target.resource.attribute.labels["visibility"]
gws.drive.owner_is_team_drive - b
e google_workspace.drive.owner_is_team_drive google_workspace.drive.file.owner.is_shared_drive
p parameters.owner_is_team_drive
gws.drive.document_type - t
e google_workspace.drive.file.type
p parameters.doc_type
gws.drive.document_title - t
p parameters.doc_title
e google_workspace.drive.file.name
gws.drive.copy_type - t
e google_workspace.drive.copy_type
gws.drive.recipient - t
e google_workspace.drive.target
gws.role.name - t
s role_name@google_workspace
e google_workspace.admin.role.name
gws.device.id - t
e google_workspace.device.id
gws.device.type - t
e google_workspace.device.type
gws.device.state - t
e google_workspace.device.account_state
gws.token.scope - t
e google_workspace.token.scope*
gws.login.is_suspicious - b
e google_workspace.login.is_suspicious
y about.labels["is_suspicious"]
okta.debug_data - t
r debugContext.debugData*
e okta.debug_context*
okta.session.authentication_step - n
r authenticationContext.authenticationStep
e okta.authentication_context.authentication_step
okta.issuer - t
e okta.authentication_context.issuer.id
github.repository - t
e github.repo github.repository
p branches* repository* repo
s repo@github repository@github
github.visibility - t
e github.visibility github.repository_public github.previous_visibility github.public_repo
s visibility@github public_repo@github
github.access_type - t
e github.programmatic_access_type
r programmatic_access_type
github.permission - t
e github.permission
s permission@github old_permission@github
github.token - t
s hashed_token@github token_id@github
e github.hashed_token github.token_id
gen_ai.prompt - t
e gen_ai.prompt aws.bedrock_agentcore.request_payload.prompt
gen_ai.completion - t
e gen_ai.completion
gen_ai.policy - t
e gen_ai.policy* gen_ai.compliance*
gen_ai.guardrail - t
e gen_ai.guardrail_id
gen_ai.message - t
k Messages*
azure.open_ai.response_length - n
e azure.open_ai.properties.response_length
gen_ai.app AppIdentity t
k AppIdentity AppHost
`;
