/** Alerts, risk, threat intelligence and vulnerabilities: after ECS 9, Splunk CIM's Alerts, Malware and Vulnerabilities models, Defender XDR, Microsoft Sentinel and UDM. */
export const SECURITY_FIELDS = `
threat.signature ThreatName t
s attack@fortigate+fortios+fortinet
s Signature@antivirus x-virus-id
w ThreatName
e rule.name rule.description
p signature threatname name@Alerts threat_name
k ThreatName ThreatFamilyName ThreatFamily ThreatDescription
y security_result.threat_name
threat.signature_id - t
w ThreatID
e rule.id
p signature_id@Intrusion_Detection+Malware_Attacks+Malware
y security_result.threat_id
threat.category - t
e rule.category
p threatclass threatcategory category@Malware_Attacks+Malware+Intrusion_Detection+Vulnerabilities+DLP ids_type dlp_type
y security_result.category security_result.category_details
k Category@AlertInfo+BehaviorInfo Categories AlertType ThreatCategory IndicatorThreatType ThreatType
w CategoryName
alert.name AlertName t
e kibana.alert.rule.name signal.rule.name
k AlertName Title@!SecurityIncident DisplayName
y security_result.rule_name
alert.rule.id - t
e kibana.alert.rule.rule_id kibana.alert.rule.uuid
k RelatedAnalyticRuleIds
y security_result.rule_id
alert.rule.type - tR
e kibana.alert.rule.type endgame.metadata.type
y security_result.rule_type
alert.rule.set - t
e rule.ruleset
y security_result.rule_set*
alert.rule.tags - t
e kibana.alert.rule.tags signal.rule.tags
alert.rule.labels - t
y security_result.rule_labels*
alert.rule.parameters - t
e kibana.alert.rule.parameters*
alert.analytic_story - t
p analyticstories
alert.technique - t
e kibana.alert.rule.threat.technique* signal.rule.threat.technique* threat.technique*
p annotations.mitre_attack.mitre_technique* annotations.mitre_attack* mitre_technique_id
k Techniques AttackTechniques MitreTechnique
y security_result.attack_details.techniques*
alert.tactic - t
e kibana.alert.rule.threat* signal.rule.threat* threat.tactic*
p annotations.mitre_attack.mitre_tactic
k Tactics MitreTactic AttackTactics
y security_result.attack_details.tactics*
alert.severity - t
s severity
e kibana.alert.severity o365.audit.Severity okta.severity
p severity riskScoreSeverity severity_id
k AlertSeverity Severity ThreatSeverity OriginalLogSeverity
y security_result.severity security_result.severity_details
w SeverityName
alert.risk_score - n
e kibana.alert.risk_score event.risk_score
p riskScore risk_score calculated_risk_score
k ThreatRiskLevel
y security_result.risk_score
alert.priority - t
y security_result.priority*
alert.cardinality - n
p cardinality
threat.confidence - n
k ConfidenceScore ThreatConfidence ConfidenceLevel@SecurityAlert Confidence@ThreatIntelIndicators
y security_result.confidence*
threat.verdict - t
y security_result.verdict_info* security_result.verdict*
k AlertVerdict
alert.status - t
e kibana.alert.workflow_status
k Status@SecurityAlert+SecurityIncident
y security_result.alert_state security_result.threat_status
alert.classification Classification t
k Classification
alert.comment ClassificationComment t
k ClassificationComment
alert.owner - t
k Owner* ModifiedBy
alert.provider ProviderName tR
k ProviderName@SecurityAlert+SecurityIncident ProviderName ServiceSource DetectionSource ProductName@SecurityAlert VendorName@SecurityAlert
alert.id - t
p alert.id
k AlertId SystemAlertId IncidentNumber AlertIds BehaviorId
e kibana.alert.uuid o365.audit.AlertId
alert.entity.type - t
p risk_object_type
k EntityType
alert.entity - t
p risk_object
k Entities CompromisedEntity
alert.threat_object - t
p threat_object
alert.threat_object.type - t
p threat_object_type
alert.entity.role EvidenceRole t
k EvidenceRole
alert.direction EvidenceDirection t
k EvidenceDirection
incident.title Title t
k Title@SecurityIncident
alert.search_source source tR
p source@Risk
vulnerability.id - t
e vulnerability.id vulnerability.cve wiz.vulnerability.id
s host.scan.vuln
p cve
k CveId
y extensions.vulns*
vulnerability.name - t
s host.scan.vuln_name
vulnerability.asset - t
e wiz.vulnerability*
vulnerability.has_exploit IsExploitAvailable b
k IsExploitAvailable
vulnerability.score CvssScore n
k CvssScore
p cvss
e vulnerability.score.base
vulnerability.severity - t
e vulnerability.severity
k VulnerabilitySeverityLevel
configuration.id ConfigurationId t
k ConfigurationId
configuration.subcategory ConfigurationSubcategory t
k ConfigurationSubcategory
configuration.is_applicable IsApplicable b
k IsApplicable
configuration.is_compliant IsCompliant b
k IsCompliant@DeviceTvmSecureConfigurationAssessment
configuration.context Context t
k Context
software.name SoftwareName t
k SoftwareName
software.vendor SoftwareVendor t
k SoftwareVendor
software.version SoftwareVersion t
k SoftwareVersion
software.support EndOfSupportStatus t
k EndOfSupportStatus
software.description - t
y target.asset.software*
browser_extension.id ExtensionId t
k ExtensionId
browser_extension.risk ExtensionRisk t
k ExtensionRisk
browser_extension.permission PermissionId t
k PermissionId
browser_extension.permission_required IsPermissionRequired b
k IsPermissionRequired
threat.indicator - t
e threat.indicator*
k ObservableValue Url@ThreatIntelligenceIndicator
threat.indicator.type - t
k ObservableKey
threat.indicator.ip NetworkSourceIP a
k NetworkSourceIP NetworkIP NetworkDestinationIP MaliciousIP EmailSourceIpAddress ThreatIpAddr
threat.indicator.hash - t
k FileHashValue
threat.indicator.pattern - t
k Pattern@ThreatIntelIndicators
threat.indicator.domain DomainName t
k DomainName
threat.indicator.is_active - b
k IsActive Active
domain.prevalence - n
y graph.entity.domain.prevalence*
domain.created - d
y graph.entity.domain.creation_time*
domain.expires - d
y graph.entity.domain.expiration_time*
domain.registrar - t
y graph.entity.domain.registrar
entity.prevalence - n
y graph.entity.artifact.prevalence*
entity.ip - a
y graph.entity.ip graph.entity.artifact.ip
entity.host - t
y graph.entity.hostname graph.entity.asset.hostname
entity.user - t
y graph.entity.user.userid graph.entity.user.email_addresses
entity.domain - t
y graph.entity.domain.name graph.entity.url
entity.file.hash - t
y graph.entity.file.sha256 graph.entity.file.sha1 graph.entity.file.md5
entity.group - t
y graph.entity.group.group_display_name
entity.resource - t
y graph.entity.resource.name
entity.first_seen - d
y graph.entity.artifact.first_seen_time* graph.entity.domain.first_seen_time* graph.entity.file.first_seen_time* graph.entity.user.first_seen_time*
entity.last_seen - d
y graph.entity.artifact.last_seen_time* graph.entity.domain.last_seen_time* graph.entity.file.last_seen_time*
threat.feed - t
e threat.feed*
y graph.metadata.threat* security_result.threat_feed_name
entity.related.group - t
y graph.relations.entity.group.group_display_name
entity.related.resource - t
y graph.relations.entity.resource.name
file.tags - t
y target.file.tags
exposure.source.name SourceNodeName t
k SourceNodeName
exposure.source.label SourceNodeLabel t
k SourceNodeLabel
exposure.target.name TargetNodeName t
k TargetNodeName
exposure.target.label TargetNodeLabel t
k TargetNodeLabel
exposure.edge.label EdgeLabel t
k EdgeLabel
exposure.node NodeName t
k NodeName NodeLabel
ml.dga - n
e ml_is_dga*
ml.problem_child - n
e problemchild* blocklist_label
ml.beacon - n
e beacon_stats*
cef.deviceCustomString1 DeviceCustomString1 t
k DeviceCustomString1
cef.deviceCustomString2 DeviceCustomString2 t
k DeviceCustomString2
cef.deviceCustomString3 DeviceCustomString3 t
k DeviceCustomString3
cef.deviceCustomString4 DeviceCustomString4 t
k DeviceCustomString4
cef.deviceCustomString5 DeviceCustomString5 t
k DeviceCustomString5
cef.deviceCustomString6 DeviceCustomString6 t
k DeviceCustomString6
cef.deviceCustomNumber1 DeviceCustomNumber1 n
k DeviceCustomNumber1
cef.deviceCustomNumber2 DeviceCustomNumber2 n
k DeviceCustomNumber2
cef.deviceCustomNumber3 DeviceCustomNumber3 n
k DeviceCustomNumber3
defender.experience Experience t
k Experience AdditionalFields.Experience
defender.response_category ResponseCategory t
k ResponseCategory AdditionalFields.ResponseCategory
`;
