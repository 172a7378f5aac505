/** Mail: after ECS 9, Splunk CIM's Email model, Defender for Office 365's advanced hunting tables and UDM. */
export const EMAIL_FIELDS = `
email.from.address SenderFromAddress t
e email.from.address email.sender.address
p src_user@Email
k SenderFromAddress SenderMailFromAddress SenderAddress P1Sender P2Sender
y network.email.from
email.from.domain SenderFromDomain t
k SenderFromDomain SenderMailFromDomain
email.from.name SenderDisplayName t
k SenderDisplayName
email.to.address RecipientEmailAddress t
e email.to.address email.cc.address email.bcc.address
p recipient@Email
k RecipientEmailAddress RecipientAddress
y network.email.to network.email.cc network.email.bcc
email.to.id RecipientObjectId t
k RecipientObjectId
email.subject Subject t
e email.subject
p subject
k Subject
o AffectedItems.Subject
y network.email.subject
email.direction EmailDirection t
s Directionality
p Directionality
e email.direction
k EmailDirection
email.delivery.action DeliveryAction t
s DeliveryAction
p DeliveryAction
k DeliveryAction LatestDeliveryAction EmailAction
email.delivery.location DeliveryLocation t
k DeliveryLocation LatestDeliveryLocation
email.threat.types ThreatTypes t
k ThreatTypes
email.threat.names ThreatNames t
k ThreatNames
email.threat.detection DetectionMethods t
k DetectionMethods
email.threat.verdict - t
p RescanVerdict
k PhishFilterVerdict MalwareFilterVerdict
email.authentication AuthenticationDetails t
k AuthenticationDetails*@EmailEvents
email.attachments.name - t
e email.attachments.file.name
p file_name@Email
k FileName@EmailAttachmentInfo
email.attachments.detail - t
p attachment{}*
email.attachments.count AttachmentCount n
p num_message_attachments
k AttachmentCount
email.attachments.type - t
e email.attachments.file.extension email.attachments.file.mime_type
k FileType@EmailAttachmentInfo
email.links - t
p link_domain{} links*
k UrlChain
email.links.count UrlCount n
k UrlCount
email.links.location UrlLocation t
k UrlLocation
email.links.clicked IsClickedThrough b
k IsClickedThrough
email.message_id InternetMessageId t
e email.message_id
k InternetMessageId
email.network_message_id NetworkMessageId t
k NetworkMessageId
email.cluster_id EmailClusterId t
k EmailClusterId
`;
