/**
 * Logs that name their events by words or not at all: cloud and software-as-a-service audit logs, network sensors, Linux and macOS logs,
 * alerts. As `readLogs` reads them: `provider | id | title | other names`.
 *
 * Other names are what Sigma calls product and service (`aws.cloudtrail`), Elastic the dataset or data source, Splunk's content the macro,
 * source type or data source, Microsoft the table, and UDM the log type or product name. A canonical id of `-` stands for none.
 */
export const LOG_NAMES = `
AWS CloudTrail | aws.api | AWS API call | aws.cloudtrail | cloudtrail | aws:cloudtrail | aws:cloudtrail:lake | amazon_security_lake | awscloudtrail | aws_cloudtrail | aws | amazon web services | aws iam | aws ec2 | aws s3 | amazon
AWS CloudWatch | - | AWS CloudWatch log | aws cloudwatchlogs vpcflow | cloudwatchlogs_vpcflow | aws:cloudwatchlogs:vpcflow | aws.vpcflow | aws_vpc_flow | awsvpcflow | awscloudwatch | aws.cloudwatch_logs | aws_logs | aws.ec2_logs | aws.emr_logs | aws.lambda
AWS load balancer | http.request | Load balancer request | aws.elb_logs | aws.cloudfront_logs | aws.apigateway_logs | aws:elb:accesslogs | aws:cloudfront:accesslogs
AWS Network Firewall | network.connect | Network Firewall log | aws.firewall_logs
AWS S3 access | - | S3 server access | aws_s3_accesslogs | aws:s3:accesslogs | aws.s3access
AWS Security Hub | alert | Security Hub finding | aws security hub | aws_securityhub_finding | aws:securityhub:finding | aws.securityhub_findings | aws.securityhub
AWS GuardDuty | alert | GuardDuty finding | awsguardduty | aws guardduty | guardduty | aws.guardduty | aws:guardduty | aws:cloudwatch:guardduty
AWS Bedrock | ai.request | Model invocation | aws_bedrock.invocation | aws_bedrock | amazon bedrock | aws bedrock | aws_bedrock_agentcore.runtime_application_logs
Azure Activity | azure.activity | Azure activity | azure.activitylogs | azure.azureactivity | azureactivity | azure_audit | azure audit | mscs:azure:audit | azure activity logs | azure_activity | activitylogs | azure:monitor:activity
Azure resource logs | azure.resource | Azure resource log | azure.platformlogs | azurediagnostics | azure platform logs | azure.application_gateway | azure.eventhub | azure.keyvault | azure:monitor:resource
Azure OpenAI | ai.request | Azure OpenAI request | azure.open_ai | azure_openai.logs | azure openai
Entra ID audit | entra.audit | Entra ID audit | azure.auditlogs | auditlogs | azure.pim | azure_monitor_aad | azure:monitor:aad | azure active directory | microsoft entra id audit logs | azure ad directory audit | azure_ad_audit | aadprovisioninglogs | azure.provisioning | ms:aad:audit | azure:aad:audit
Entra ID sign-in | entra.signin | Entra ID sign-in | azure.signinlogs | signinlogs | aadsignineventsbeta | entraidsigninevents | unifiedsigninlogs | azure active directory sign-in activity | microsoft entra id sign-in logs | entra id sign-in | entra id sign-in logs | azure ad | azure_ad | microsoft entra id | entra id | adfssigninlogs | ms:aad:signin | azure:aad:signin
Entra ID non-interactive sign-in | entra.signin | Entra ID non-interactive sign-in | aadnoninteractiveusersigninlogs
Entra ID service principal sign-in | entra.signin | Entra ID service principal sign-in | aadserviceprincipalsigninlogs | aadspnsignineventsbeta | aadmanagedidentitysigninlogs | entraidspnsigninevents
Entra ID Protection | entra.risk | Entra ID risk detection | azure.riskdetection | azure.identity_protection | aaduserriskevents | aadriskyusers | aadriskyserviceprincipals | aadserviceprincipalriskevents
Microsoft Graph activity | graph.api | Microsoft Graph request | azure.graphactivitylogs | azure.aadgraphactivitylogs | microsoftgraphactivitylogs | graphapiauditevents | o365_graph | o365:graph:api | microsoft graph | microsoft graph activity logs | azure ad graph | microsoft_graph_activity_logs
Microsoft 365 audit | m365.audit | Microsoft 365 audit | m365.audit | m365.exchange | m365.threat_management | m365.threat_detection | o365.audit | o365_management_activity | o365:management:activity | o365 | o365 universal audit log | office 365 universal audit log | officeactivity | office 365 | office_365 | microsoft 365 | microsoft 365 audit logs | microsoft purview | azure.microsoft365portal | powerbiactivity | projectactivity | microsoftpurviewinformationprotection | purviewdatasensitivitylogs | informationprotectionevents | appfileevents | m365.sharepoint | m365.onedrive | m365.teams | office365 | m365
Defender for Cloud Apps | m365.audit | Cloud app activity | cloudappevents
Exchange message trace | email.message | Message trace | microsoft_exchange_online_message_trace.log | microsoft_exchange_online_message_trace | ms:o365:reporting:messagetrace | o365:reporting:messagetrace
Microsoft Copilot | ai.request | Copilot interaction | copilotactivity
Google Cloud audit | gcp.api | Google Cloud audit | gcp.gcp.audit | gcp.audit | googlecloud.audit | google_gcp_pubsub_message | google:gcp:pubsub:message | gcp_cloudaudit | gcp | google cloud platform | gcp audit logs | google cloud iam | bigquery | gcpauditlogs
Google Cloud load balancer | http.request | Load balancer request | gcp.loadbalancing_logs
Google Workspace | gws.audit | Google Workspace audit | gcp.google_workspace.admin | gcp.google_workspace.login | google_workspace.admin | google_workspace.login | google_workspace.drive | google_workspace.token | google_workspace.alert | google_workspace.device | google_workspace | google workspace | gws_reports_login | gws_reports_admin | gws:reports:login | gws:reports:admin | gsuite_drive | gsuite:drive:json | gsuite_calendar | gsuite:calendar:json | g suite drive | gworkspaceactivityreports | workspace_activity | google workspace alerts | chrome management | workspace_alerts
Gmail | email.message | Gmail message | gsuite_gmail | gsuite:gmail:bigquery | g suite gmail
Okta | okta | Okta system log | okta.okta | okta.system | oktaim2:log | okta system logs | oktassov2 | okta_cl | oktav2_cl | oktasso | oktasystemlogs | okta:im2
OneLogin | onelogin | OneLogin event | onelogin.onelogin.events | onelogin_sso
Duo | duo | Duo authentication | cisco.duo | duologs_cl | cisco_duo | cisco:duo | duo_auth
PingID | pingid | PingID event
GitHub | github | GitHub audit | github.audit | aws:firehose:json | githubauditlogpolling_cl | githubauditdata | githubauditlogsv2_cl
GitLab | gitlab | GitLab audit | gitlab.audit
Bitbucket | bitbucket | Bitbucket audit | bitbucket.audit | atlassian_bitbucket
CircleCI | circleci | CircleCI event
Kubernetes audit | k8s.audit | Kubernetes audit | kubernetes.audit | kubernetes.audit_logs | aws.eks_audit | kube_audit | kubernetes_azure | aws_cloudwatchlogs_eks | aws:cloudwatchlogs:eks | kubernetes | kubernetes_container_controller | kube:container:controller | kubernetes_node | kubernetes.application | aksaudit | aksauditadmin | aws.eks | kube:audit | kube:apiserver:audit
Linux log | linux.log | Linux log | linux
macOS log | macos.log | macOS log | macos
Kubernetes metrics | k8s.metrics | Kubernetes metrics | kubernetes_metrics
Falco | container.alert | Falco alert | kubernetes falco | kube_container_falco | kube:container:falco
Container runtime | container.runtime | Container workload event | cloud_defend | elastic defend for containers | containerlogv2 | containerlog | docker | containerd
syslog | linux.log | System log | linux.syslog | system.syslog | linux secure | nix_system
Linux authentication log | linux.auth | Linux authentication log | linux.auth | system.auth | linux.secure | linux.authpriv | linux_secure
sshd | linux.auth | SSH server log | linux.sshd
sudo | linux.auth | sudo log | linux.sudo
cron | linux.log | cron log | linux.cron
ClamAV | malware.detect | ClamAV log | linux.clamav
Guacamole | linux.log | Guacamole log | linux.guacamole
vsftpd | linux.log | FTP server log | linux.vsftpd
osquery | osquery | osquery result | osquery_process | osquery_macro | osquery:results | osquery_manager
Antivirus | malware.detect | Antivirus alert | antivirus
Web server | http.request | Web server request | webserver | apache | nginx | apache.access | nginx.access | apache_tomcat.access | traefik.access | iis.access | nginx_access_logs | nginx access | nginx:plus:kv | nginx:plus:access | w3ciislog | iis | tomcat | apache tomcat | traefik | appservicehttplogs | modsecurity | linux.modsecurity | haproxy | nginx_ingress_controller | azure_frontdoor | ms:iis | access_combined | access_combined_wcookie | access_common
Web server error | http.error | Web server error | apache.error | nginx.error | apache_tomcat.error | iis.error | apache_error
Proxy | http.request | Proxy request | proxy | zscaler_proxy | zscalernss-web | networkaccesstraffic | zscaler | bluecoat | squid | zscaler_zia | proxysg | forcepoint_web | fortinet_fortiproxy | zscaler_webproxy | bluecoat_webproxy
Firewall | network.connect | Firewall log | firewall | pfsense | pfsense.log | pfsense_logstash_cl | psfsense_logstash_cl | azfwapplicationrule | azfwnetworkrule | sonicwall_firewall.log | sonicwall | netflow | windowsfirewall | azfwdnsquery | azfwthreatintel | azfwidpssignature | azfwnatrule | azurenetworkanalytics_cl | ntanetanalytics | juniper | cisco_asa | cisco:asa | opnsense | watchguard | mikrotik | gcp.firewall | azure.firewall_logs | juniper_srx | juniper_junos | juniper_netscreen | watchguard_firebox | barracuda_cloudgen_firewall | arista_ngfw | stormshield | iptables.log | zscalernss-fw | cisco_asa_firewall
Common Event Format | - | CEF message | commonsecuritylog
DNS log | dns.query | DNS query log | dns | stream_dns | network.dns | aws.route53_public_logs | aws.route53_resolver_logs | gcp.dns | coredns | infoblox_nios | infoblox_bloxone_ddi | stream:dns | infoblox:dns | infoblox_dns
Network connections | network.connect | Network connection | network.connection | connection | vmconnection | gcp.vpcflow | azure_network_watcher_nsg | azure_network_watcher_vnet
Zeek | zeek | Zeek log | zeek_rpc | zeek:rpc:json | zeek_ssl | zeek:ssl:json | zeek_x509 | zeek:x509:json | corelight | bro | bro_json
Network packet capture | network.packet | Network packet capture | network_traffic | network packet capture | packetbeat | stream_tcp | stream:tcp | network traffic
HTTP capture | http.request | HTTP capture | stream_http | stream:http | splunk stream http | network_traffic.http | network traffic http logs
Suricata | network.alert | Suricata event | suricata | suricata.eve | suricata.alert | suricata_eve | suricata_ids
Palo Alto Networks | network.log | Palo Alto Networks log | paloalto | panw.panos | palo alto network threat | palo alto network traffic | pan-os | pan_threat | paloalto.globalprotect | prisma_access | pan | pan_firewall
Fortinet FortiGate | network.log | FortiGate log | fortios | fortigate | fortinet_fortigate.log | fortinet_fortigate | fortinet | fortimanager | fgt_traffic | fgt_utm | fgt_event | fgt_log | fortigate_traffic | fortigate_utm | fortigate_event | fortinet_firewall
Cisco | network.log | Cisco log | cisco | cisco.aaa | cisco.syslog | cisco_networks | cisco_ftd | cisco_ios | cisco_ise | cisco_meraki | cisco_nexus | cisco_umbrella | cisco_aironet | cisco_secure_endpoint
Huawei | network.log | Huawei log | huawei
F5 BIG-IP | network.log | F5 BIG-IP log | f5_bigip_rogue | f5:bigip:rogue | f5 | bigip | f5_bigip | f5_asm
Ivanti | app.log | Ivanti audit | ivanti_vtm_audit | ivanti vtm audit
CyberArk | app.audit | CyberArk audit | cyberarkpas.audit | cyberark pas
OpenCanary | honeypot | OpenCanary event | opencanary
Cowrie | honeypot | Cowrie event | cowrie
RPC Firewall | rpc.call | RPC call | rpc_firewall
Qualys | vulnerability | Qualys finding | qualys
Vulnerability scan | vulnerability | Vulnerability | wiz.vulnerability | devicetvmsoftwarevulnerabilities | devicetvmsoftwarevulnerabilitieskb | devicetvmsoftwareinventory | devicetvmsecureconfigurationassessment | devicetvminfogathering | devicetvmbrowserextensions | devicetvmbrowserextensionskb | devicetvmhardwarefirmware | devicetvmcertificateinfo | devicetvmsoftwareevidencebeta | devicebaselinecomplianceassessment | devicetvmsecureconfigurationassessmentkb | devicetvminfogatheringkb | tenable | tenable_io | tenable_sc | qualys_vmdr | rapid7_insightvm
Application log | app.log | Application log | jvm | django | nodejs | python | ruby_on_rails | spring | sql | velocity | database | papercutng | sftp_server_logs | moveit_sftp_logs | netbackup | netbackup_logs | apm | traces-apm | authentication | jenkins | elasticsearch | redis
CrowdStrike Falcon | edr | CrowdStrike event | crowdstrike | crowdstrike.fdr | crowdstrike.falcon | crowdstrike_stream | crowdstrike_identities | cs_edr
SentinelOne | edr | SentinelOne event | sentinelone | sentinel_one_cloud_funnel | sentinel_one.alert | sentinel_one.threat | sentinel_one | sentinel_edr
Carbon Black | edr | Carbon Black event | carbonblack | carbonblack_edr | carbon_black_cloud | vmware:cb | bit9:carbonblack
Elastic Defend | edr | Endpoint event | elastic defend | endpoint | endpoint.events | elastic endgame | endgame
Elastic alert | alert | Alert | endpoint.alerts | elastic_security.alert | .alerts-security
Cloud audit | cloud.audit | Cloud audit | cloudauditevents
Alert of another product | alert | Alert | google_secops.alert | ibm_qradar.offense | m365_defender.alert | m365_defender.incident | microsoft_sentinel.alert | splunk.alert | crowdstrike.alert | google_scc.finding | microsoft_defender_cloud | microsoft_defender_endpoint | carbon_black_cloud.alert | sophos_central.alert | trend_micro_vision_one.alert | panw_cortex_xdr.alerts | vectra_detect | darktrace | ms:defender:atp:alerts | ms365:defender:incident
Jamf Protect | edr | Jamf Protect event | jamf_protect | macos.jamf
Active Directory monitor | ad.change | Active Directory change | admon | windows active directory admon | activedirectory
Windows event log | - | Windows event | windows.forwarded | winlogbeat | windows | winevtlog
Defender alert | alert | Alert | alertinfo | alertevidence | securityalert | securityincident | behaviorinfo | behaviorentities | anomalies | alert
Device state | device.info | Device state | deviceinfo | devicenetworkinfo | heartbeat | intunedevices
Identity state | identity.info | Identity state | identityinfo | entrausers | oauthappinfo
Link click | email.click | Link clicked | urlclickevents
Directory activity | account.change | Directory activity | identitydirectoryevents
Storage access | storage.access | Storage access | storagebloblogs | storagefilelogs | storagetablelogs | storagequeuelogs | azure.storage
Log query | log.query | Log query | laquerylogs | sentinelhealth | sentinelaudit | usage
Risk index | alert | Risk notable | risk | risk_index
Vulnerability data model | vulnerability | Vulnerability | vulnerabilities
Certificate data model | tls.certificate | Certificate seen | certificates | zeek.x509
Threat intelligence | threat.intel | Threat indicator | threatintelligenceindicator | threatintelindicators
Zoom | app.audit | Zoom event | zoom.webhook | zoom
Entra ID device | device.info | Entra ID device | entityanalytics_entra_id.device
Exposure graph | exposure.graph | Exposure graph | exposuregraphedges | exposuregraphnodes
Identity events | identity.audit | Identity event | identityevents
Cloud storage | storage.access | Storage access | cloudstorageaggregatedevents
Automatic response | response.action | Response action | disruptionandresponseevents
Behaviour analytics | alert | Behaviour | behavioranalytics | userpeeranalytics | useraccessanalytics
Azure Bastion | azure.resource | Azure Bastion session | microsoftazurebastionauditlogs
Database audit | database.audit | Database audit | sqlsecurityauditevents | mssql | mysql | postgresql | oracle | mongodb | microsoft_sqlserver | mysql_enterprise | mongodb_atlas
Dynamics 365 | app.audit | Dynamics 365 audit | dynamics365activity
Auth0 | app.audit | Auth0 event | auth0 | auth0_logs | auth0.logs | auth0_cl | auth0am_cl | auth_zero
Salesforce | app.audit | Salesforce event | salesforce | salesforceservicecloud
Slack | app.audit | Slack audit | slack | slackaudit_cl | slack_audit
Cloudflare | http.request | Cloudflare log | cloudflare | cloudflare_cl | cloudflare_logpush
Netskope | http.request | Netskope event | netskope | netskope_alert
Snowflake | app.audit | Snowflake event | snowflake
Azure resources | resource.info | Azure resource state | resources | resourcecontainers
Performance counters | - | Performance counter | perf | insightsmetrics
Intrusion detection | network.alert | Intrusion alert | ids | ips | snort | snort_ids
Web application firewall | http.request | Web application firewall log | waf | aws.waf | citrix_waf | barracuda | imperva | imperva_cloud_waf | akamai | radware | aws:waf
NetScaler | network.log | NetScaler log | citrix | netscaler | citrix_adc
Check Point | network.log | Check Point log | checkpoint | cp_log | checkpoint_firewall
VMware | - | VMware log | vmware | vcenter | esxi | vsphere | vmw-syslog
Vault | app.audit | Vault audit | vault | hashicorp_vault
Atlassian | app.audit | Atlassian audit | atlassian | jira | confluence | atlassian_jira | atlassian_confluence
Dropbox | app.audit | Dropbox event | dropbox
Box | app.audit | Box event | box | box_events
1Password | app.audit | 1Password event | 1password | onepassword
SAP | app.audit | SAP audit | sap
Mail | email.message | Message | email | proofpoint | mimecast | cisco_secure_email_gateway | proofpoint_tap | proofpoint_on_demand | checkpoint_email | fortinet_fortimail | abnormal_security | sublime_security | proofpoint_mail
`;
