/** Alerts, risk, threat intelligence and vulnerabilities: after ECS 9, Splunk CIM's Alerts, Malware and Vulnerabilities models, Defender XDR, Microsoft Sentinel and UDM. */
export const SECURITY_FIELDS = `
threat.signature ThreatName t
s Signature@antivirus
w ThreatName
e rule.name rule.description
p signature threatname name@Alerts
k ThreatName ThreatFamilyName
y security_result.threat_name
threat.category - t
e rule.category
p threatclass threatcategory
y security_result.category
alert.name AlertName t
e kibana.alert.rule.name signal.rule.name
k AlertName Title@!SecurityIncident DisplayName
y security_result.rule_name
alert.rule.id - t
e kibana.alert.rule.rule_id kibana.alert.rule.uuid
k RelatedAnalyticRuleIds
alert.rule.type - tR
e kibana.alert.rule.type endgame.metadata.type
alert.rule.tags - t
e kibana.alert.rule.tags signal.rule.tags
alert.rule.parameters - t
e kibana.alert.rule.parameters*
alert.analytic_story - t
p analyticstories
alert.technique - t
e kibana.alert.rule.threat.technique* signal.rule.threat.technique* threat.technique*
p annotations.mitre_attack.mitre_technique* annotations.mitre_attack*
k Techniques AttackTechniques MitreTechnique
alert.tactic - t
e kibana.alert.rule.threat* signal.rule.threat* threat.tactic*
p annotations.mitre_attack.mitre_tactic
k Tactics MitreTactic
alert.severity - t
s severity
e kibana.alert.severity
p severity riskScoreSeverity
k AlertSeverity Severity
y security_result.severity
alert.risk_score - n
e kibana.alert.risk_score event.risk_score
p riskScore risk_score
alert.cardinality - n
p cardinality
threat.confidence - n
k ConfidenceScore
alert.status - t
e kibana.alert.workflow_status
k Status@SecurityAlert+SecurityIncident
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
k AlertId SystemAlertId IncidentNumber
alert.entity.type - t
p risk_object_type
k EntityType
alert.entity - t
p risk_object
k Entities CompromisedEntity
alert.entity.role EvidenceRole t
k EvidenceRole
incident.title Title t
k Title@SecurityIncident
alert.search_source source tR
p source@Risk
vulnerability.id - t
e vulnerability.id vulnerability.cve wiz.vulnerability.id
s host.scan.vuln
p cve
k CveId
vulnerability.name - t
s host.scan.vuln_name
vulnerability.asset - t
e wiz.vulnerability*
vulnerability.has_exploit IsExploitAvailable b
k IsExploitAvailable
vulnerability.score CvssScore n
k CvssScore
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
k NetworkSourceIP NetworkIP
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
entity.first_seen - d
y graph.entity.artifact.first_seen_time* graph.entity.domain.first_seen_time* graph.entity.file.first_seen_time* graph.entity.user.first_seen_time*
entity.last_seen - d
y graph.entity.artifact.last_seen_time* graph.entity.domain.last_seen_time* graph.entity.file.last_seen_time*
threat.feed - t
e threat.feed*
y graph.metadata.threat*
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
