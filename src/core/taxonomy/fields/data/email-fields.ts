/** Mail: after ECS 9, Splunk CIM's Email model, Defender for Office 365's advanced hunting tables and UDM. */
export const EMAIL_FIELDS = `
email.from.address SenderFromAddress t
s mailfrom@smtp from@smtp
e email.from.address email.sender.address o365.audit.P2Sender o365.audit.P1Sender
k SenderFromAddress SenderMailFromAddress SenderAddress P1Sender P2Sender SenderEmailAddress EmailSenderAddress
y network.email.from
p src_user@Email sender return_addr
email.from.domain SenderFromDomain t
k SenderFromDomain SenderMailFromDomain
p src_user_domain
email.from.name SenderDisplayName t
k SenderDisplayName
email.from.id SenderObjectId t
k SenderObjectId
email.to.address RecipientEmailAddress t
s rcptto@smtp to@smtp cc@smtp
e email.to.address email.cc.address email.bcc.address
p recipient@Email orig_recipient
k RecipientEmailAddress RecipientAddress To@EmailEvents Cc@EmailEvents RecipientDetails*
y network.email.to network.email.cc network.email.bcc
email.to.domain - t
p recipient_domain
email.to.count - n
p recipient_count
email.reply_to - t
s reply_to@smtp
e email.reply_to.address
y network.email.reply_to
email.x_mailer - t
e email.x_mailer
email.to.id RecipientObjectId t
k RecipientObjectId
email.subject Subject t
e email.subject
p subject
k Subject EmailSubject MessageSubject
o AffectedItems.Subject
y network.email.subject
email.language EmailLanguage t
k EmailLanguage
email.size - n
p size@Email
k EmailSize
email.direction EmailDirection t
s Directionality
p Directionality
e email.direction
k EmailDirection
email.is_external IsExternalThread b
k IsExternalThread IsOwnedThread
email.delivery.action DeliveryAction t
s DeliveryAction
p DeliveryAction
k DeliveryAction LatestDeliveryAction EmailAction Action@EmailPostDeliveryEvents
email.delivery.trigger ActionTrigger t
k ActionTrigger
email.delivery.location DeliveryLocation t
k DeliveryLocation LatestDeliveryLocation
email.policy - t
k EmailActionPolicy EmailActionPolicyGuid OrgLevelAction OrgLevelPolicy UserLevelAction UserLevelPolicy Connectors
p filter_action
email.threat.types ThreatTypes t
k ThreatTypes
email.threat.names ThreatNames t
k ThreatNames
email.threat.detection DetectionMethods t
e o365.audit.DetectionMethod
k DetectionMethods
email.threat.verdict - t
e o365.audit.Verdict
p RescanVerdict
k PhishFilterVerdict MalwareFilterVerdict
email.threat.confidence - t
k ConfidenceLevel@EmailEvents+MessageEvents
email.bulk_level BulkComplaintLevel n
k BulkComplaintLevel
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
k FileType@EmailAttachmentInfo FileExtension@EmailAttachmentInfo
email.attachments.hash - t
e email.attachments.file.hash*
p file_hash@Email
k SHA256@EmailAttachmentInfo SHA1@EmailAttachmentInfo MD5@EmailAttachmentInfo
email.attachments.size - n
e email.attachments.file.size
p file_size@Email
k FileSize@EmailAttachmentInfo
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
s msg_id@smtp
e email.message_id
k InternetMessageId
p message_id internal_message_id
y network.email.mail_id
email.network_message_id NetworkMessageId t
k NetworkMessageId
email.cluster_id EmailClusterId t
k EmailClusterId
`;
