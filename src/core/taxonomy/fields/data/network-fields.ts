/**
 * Connections, names, web requests and both ends of them.
 *
 * After Sigma's taxonomy (firewall, proxy, webserver, dns), ECS 9, Splunk CIM's Network Traffic, Network Resolution and Web models,
 * Defender XDR's advanced hunting schema, CommonSecurityLog (CEF), ASIM and UDM, the FortiOS log message reference, nginx's variables and
 * Cloudflare's HTTP requests dataset. Defender's remote end is the destination, but for logons, where it is the source.
 */
export const NETWORK_FIELDS = `
source.ip SourceIp a
s srcip@fortigate+fortios+fortinet remip@fortigate+fortios+fortinet remote_addr@webserver+nginx+apache ActorIP@cloudflare ip_address@gitlab ip@auth0 data.ip@auth0 client.ip_address@1password
w SourceIp IpAddress ClientAddress SourceAddress
s src_ip c-ip id.orig_h protoPayload.requestMetadata.callerIp data.protoPayload.requestMetadata.callerIp addr@linux+auditd Address@terminalservices-localsessionmanager client_ip actor.ipAddress actor_ip@github ipaddr@onelogin access_device.ip@cisco source_ip
r sourceIPAddress callerIpAddress client.ipAddress properties.initiatedBy.user.ipAddress
e source.ip source.address client.ip client.address okta.client.ip azure.auditlogs.properties.initiated_by.user.ipAddress auditd.data.addr gcp.audit.request_metadata.caller_ip azure.signinlogs.caller_ip_address github.actor_ip github.actor_location.ip source_address
p src_ip src columns.remote_address src_endpoint.ip c_ip Source_Network_Address Client_Address properties.ipAddress protoPayload.requestMetadata.callerIp data.protoPayload.requestMetadata.callerIp addr id.orig_h
k SourceIP SrcIpAddr IPAddress@!DeviceNetworkInfo IpAddress ClientIP ClientIPAddress Client_IPAddress CallerIpAddress CallerIPAddress CallerIpAddressMask LocalIP@!DeviceLogonEvents SenderIPv4 SenderIPv6 RequestSourceIP SourceIpAddress clientIp_s clientIP_s SourceIp IpAddr cIP IPAddressFromResourceProvider InitiatedBy.user.ipAddress
k RemoteIP@DeviceLogonEvents+DeviceFileEvents
y principal.ip src.ip
o ClientIP ClientIPAddress ActorIpAddress
8 sourceIPs
source.port SourcePort n
s srcport@fortigate+fortios+fortinet ClientSrcPort@cloudflare
w SourcePort IpPort ClientPort
s src_port id.orig_p
e source.port client.port source_port
p src_port Source_Port Client_Port id.orig_p
k SourcePort SrcPortNumber LocalPort RequestSourcePort Port@IdentityLogonEvents+IdentityQueryEvents+IdentityDirectoryEvents
k RemotePort@DeviceLogonEvents
y principal.port src.port
source.service SourcePortName t
w SourcePortName
source.nat.ip - a
e source.nat.ip client.nat.ip
p src_translated_ip
k SourceTranslatedAddress SrcNatIpAddr
y principal.nat_ip
source.nat.port - n
e source.nat.port client.nat.port
p src_translated_port
k SrcNatPortNumber
source.domain SourceHostname t
s client_name@rdp
s ClientMachine@wmi Operation_ClientMachine@wmi
r securityContext.domain
w SourceHostname WorkstationName Workstation ClientName
e source.domain client.domain source.registered_domain okta.security_context.domain
k SourceHostName SrcHostname SrcDomain SrcFQDN RemoteDeviceName SourceDnsDomain SourceDevice DeviceName@IdentityLogonEvents+IdentityQueryEvents+IdentityDirectoryEvents SourceHostname
p src_host src_dns src_nt_host Source_Workstation Workstation_Name
y principal.domain.name src.hostname
source.mac - t
e source.mac client.mac
p src_mac
k SourceMACAddress SrcMacAddr
y principal.mac
source.country - t
s srccountry@fortigate+fortios+fortinet ClientCountry@cloudflare
r src_country client.geographicalContext.country actor_location.country_code
e source.geo.country_iso_code source.geo.country_name client.geo.country_iso_code client.geo.country_name okta.request.ip_chain.geographical_context.country github.actor_location.country_name
p Country src_country
k Country CountryCode Location@!AlertEvidence+SecurityAlert SrcGeoCountry LocationDetails*
y principal.ip_geo_artifact.location.country_or_region principal.location.country_or_region principal.ip_location.country_or_region
s Location@azure
source.location - t
r location
e source.geo.location source.geo.name
y principal.ip_geo_artifact.location* principal.location.name
k Latitude Longitude SourceIPLocation LocationDetails.geoCoordinates*
source.region - t
e source.geo.region_name source.geo.region_iso_code
k State Region SrcGeoRegion LocationDetails.state
y principal.ip_geo_artifact.location.state principal.location.state
source.city - t
e source.geo.city_name
k City SrcGeoCity LocationDetails.city
y principal.ip_geo_artifact.location.city principal.location.city
r client.geographicalContext.city
source.as.number - n
s ClientASN@cloudflare
e source.as.number client.as.number okta.security_context.as.number azure.signinlogs.properties.autonomous_system_number
k AutonomousSystemNumber AsNumber
y principal.ip_geo_artifact.network.asn network.asn
r securityContext.asNumber
source.as.organization - t
e source.as.organization.name client.as.organization.name okta.security_context.as.organization.name okta.security_context.isp
k ISP AsName SrcIsp
y principal.ip_geo_artifact.network.organization_name principal.ip_geo_artifact.network.carrier_name network.organization_name network.carrier_name
r securityContext.asOrg securityContext.isp
source.ip_type - t
k LocalIPType RemoteIPType@DeviceLogonEvents
source.ip_category - t
k IPCategory IPTags
source.network_location - t
r client.zone
s NetworkLocationDetails*
e azure.signinlogs.properties.network_location_details* okta.client.zone
k NetworkLocationDetails*
source.is_proxy - b
k IsAnonymousProxy
r securityContext.isProxy
e okta.security_context.is_proxy
source.category src_category t
p src_category src_zone
source.bytes - n
s sentbyte@fortigate+fortios+fortinet
s cs-bytes orig_bytes bytes_out@firewall
e source.bytes client.bytes
p bytes_out cs_bytes
k SentBytes SrcBytes csBytes
y network.sent_bytes
source.packets - n
s sentpkt@fortigate+fortios+fortinet
e source.packets client.packets
p packets_out
k SrcPackets
y network.sent_packets
s orig_pkts
destination.ip DestinationIp a
s dstip@fortigate+fortios+fortinet
w DestinationIp DestAddress
s dst_ip s-ip id.resp_h DestinationIP r-ip destination_ip
e destination.ip destination.address server.ip server.address destination_address
p dest_ip dest_endpoint.ip dst_ip s_ip RemoteAddressIP4 RemoteAddressIP6 id.resp_h
k DestinationIP DestIP DstIpAddr RemoteIP@!DeviceLogonEvents+DeviceFileEvents destination_ip_s sIP DestinationIPAddress TargetIpAddr DestinationIp
y target.ip target.asset.ip
destination.port DestinationPort n
s dstport@fortigate+fortios+fortinet
w DestinationPort DestPort
s dst_port s-port id.resp_p r-port
e destination.port server.port destination_port
p dest_port s_port RemotePort_decimal transport_dest_port id.resp_p
k DestinationPort DestPort DstPortNumber RemotePort@!DeviceLogonEvents sPort TargetPortNumber
y target.port
destination.service - t
w DestinationPortName
k DestinationServiceName
destination.nat.ip - a
e destination.nat.ip server.nat.ip
p dest_translated_ip
k DestinationTranslatedAddress DstNatIpAddr
y target.nat_ip
destination.nat.port - n
e destination.nat.port server.nat.port
p dest_translated_port
k DstNatPortNumber
destination.domain DestinationHostname t
s ClientRequestHost@cloudflare
w DestinationHostname
s dst_host cs-host r-dns host@zeek vhost
e destination.domain url.domain server.domain destination.registered_domain url.registered_domain server.registered_domain
p url_domain dest_domain dest_host dest_dns dest_nt_host cs_host dest@Network_Traffic+Network_Resolution+Network_Sessions+Web+Intrusion_Detection+Email site@Web
k RemoteUrl@!DeviceEvents DestinationHostName DstHostname DstDomain DstFQDN UrlDomain Fqdn DestHost DestinationDnsDomain DestinationDeviceName DestinationDevice TargetHostname TargetDomain TargetFQDN csHost HttpHost DestinationFqdn Hostname@Asim.network DestinationHostname
y target.hostname target.domain.name target.asset.hostname
destination.mac - t
e destination.mac server.mac
p dest_mac
k DestinationMACAddress DstMacAddr
y target.mac
destination.country - t
s dstcountry@fortigate+fortios+fortinet
s dst_country
e destination.geo.country_iso_code destination.geo.country_name
p dest_country
k DstGeoCountry
y target.ip_geo_artifact.location.country_or_region target.location.country_or_region
destination.as.number - n
e destination.as.number
y target.ip_geo_artifact.network.asn
destination.as.organization - t
e destination.as.organization.name
y target.ip_geo_artifact.network.organization_name
destination.ip_type RemoteIPType t
k RemoteIPType@!DeviceLogonEvents
destination.category dest_category t
p dest_category dest_zone
destination.bytes - n
s rcvdbyte@fortigate+fortios+fortinet
s sc-bytes resp_bytes bytes_in@firewall
e destination.bytes server.bytes
p bytes_in sc_bytes
k ReceivedBytes DstBytes scBytes
y network.received_bytes
destination.packets - n
s rcvdpkt@fortigate+fortios+fortinet
e destination.packets server.packets
p packets_in
k DstPackets
y network.received_packets
s resp_pkts
destination.is_ipv6 DestinationIsIpv6 b
w DestinationIsIpv6
source.is_ipv6 SourceIsIpv6 b
w SourceIsIpv6
network.direction Initiated t
w Initiated Direction
e network.direction
p direction
k CommunicationDirection NetworkDirection Direction
y network.direction
network.transport Protocol t
w Protocol
e network.transport network.iana_number
p transport protocol@!Network_Traffic+Email
k NetworkProtocol Protocol@!DeviceLogonEvents+IdentityLogonEvents+IdentityQueryEvents+IdentityDirectoryEvents
y network.ip_protocol
s proto
network.protocol - t
e network.protocol network.application github.transport_protocol_name
p app@Network_Traffic protocol_stack protocol@Email
k ApplicationProtocol NetworkApplicationProtocol DstAppName Protocol@IdentityQueryEvents+IdentityDirectoryEvents RequestProtocol
y network.application_protocol
s network_protocol@zeek service@conn transport_protocol_name@github
network.type - t
e network.type
p protocol@Network_Traffic
network.bytes - n
e network.bytes
p bytes
k NetworkBytes TotalBytesSent
network.forwarded_ip - a
s x_originating_ip@smtp
e network.forwarded_ip okta.request.ip_chain.ip
k HttpRequestXff
y intermediary.ip
network.intermediary - t
y intermediary.hostname
network.packets - n
e network.packets
p packets
k NetworkPackets
network.connection_state - t
s conn_state
e zeek.connection.state network.state
p state@Ports tcp_flag
network.community_id - t
e network.community_id
y network.community_id
s community_id
network.session_id - t
s uid@zeek
y network.session_id
p session_id
k NetworkSessionId
network.signature SignatureName t
k SignatureName NetworkSignature AdditionalFields.SignatureName
network.payload SignatureMatchedContent t
k SignatureMatchedContent SamplePacketContent
network.icmp.type - t
e network_traffic.icmp.request.type icmp.request.type icmp.response.type
network.query - t
e network_traffic.redis.query network_traffic.pgsql.query network_traffic.mysql.query network_traffic.cassandra.request.query network_traffic.mongodb.query
network.smtp - t
s helo@smtp last_reply@smtp first_received@smtp second_received@smtp
y network.smtp*
network.ftp.command - t
y network.ftp.command
network.method - t
e network_traffic.amqp.method network_traffic.thrift.method network_traffic.redis.method network_traffic.nfs.opcode network_traffic.method
s operation@zeek command@zeek
network.ssh.client - t
e network.ssh.client
s client@ssh
network.endpoint endpoint t
s endpoint
rpc.interface InterfaceUuid t
w InterfaceUuid
s rpc_interface
rpc.opnum OpNum t
w OpNum
dns.question.name QueryName t
s qname@fortigate+fortios+fortinet
w QueryName QNAME
s query@zeek+dns record parent_domain query_name@dns qname@dns
e dns.question.name dns.question.registered_domain dns.question.subdomain dns.question.top_level_domain
p query DnsQuery
k DnsQuery QueryName Name@DnsEvents QueryTarget@DeviceEvents DnsQueryString AdditionalFields.DnsQueryString Domain@Asim.dns
y network.dns.questions.name
dns.question.type - t
s record_type qtype_name query_type qtype@zeek+dns
w QueryType QTYPE
e dns.question.type
p record_type@Network_Resolution query_type query_type{}
k DnsQueryType DnsQueryTypeName QueryType@DnsEvents
y network.dns.questions.type
dns.question.class - t
e dns.question.class
s qclass_name
k DnsQueryClassName
y network.dns.questions.class
dns.answers QueryResults t
w QueryResults
s answer answers
e dns.answers* dns.resolved_ip
p answer
k DnsResponseName IPAddresses@DnsEvents
y network.dns.answers*
dns.answer_count - n
p answer_count
k DnsAnswerCount
dns.response_code QueryStatus t
w QueryStatus
s rcode_name rcode
e dns.response_code
p reply_code
k DnsResponseCode DnsResponseCodeName ResultCode@DnsEvents
y network.dns.response_code
dns.message_type - t
p message_type@Network_Resolution
e dns.type
dhcp.message - t
y network.dhcp*
k RequestedIpAddr DhcpLeaseDuration
url.full c-uri t
s ClientRequestURI@cloudflare
s c-uri cs-uri url uri request_uri@webserver
e url.full url.original
p url uri c_uri http.url
k Url RequestURL RequestUri@!AzureDiagnostics UrlOriginal requestUri_s RemoteUrl@DeviceEvents TargetUrl Uri
w RemoteName
y target.url about.url principal.url src.url
8 requestURI
url.path cs-uri-stem p
s ClientRequestPath@cloudflare
s cs-uri-stem c-uri-stem
e url.path
p uri_path cs_uri_stem
k csUriStem
url.port - n
e url.port
url.scheme - t
e url.scheme
url.fragment - t
e url.fragment
url.query cs-uri-query t
s cs-uri-query c-uri-query
e url.query
p uri_query cs_uri_query
k csUriQuery
url.extension - t
e url.extension
url.password - t
e url.password
s password@zeek
url.username - t
e url.username
url.length url_length n
p url_length
url.category - t
s catdesc@fortigate+fortios+fortinet
s cs-categories
p urlclass urlsupercategory urlcategory category@Web
k UrlCategory
y target.url_metadata.categories
http.request.method cs-method t
s request_method@webserver+nginx+apache ClientRequestMethod@cloudflare
s cs-method method
e http.request.method
p http_method cs_method
k RequestMethod csMethod HttpRequestMethod httpMethod_s
y network.http.method
http.response.status_code sc-status n
s EdgeResponseStatus@cloudflare
s sc-status status_code
e http.response.status_code
p status@Web http_status http.status sc_status
k ResponseStatusCode scStatus httpStatus_d httpStatusCode_d HttpStatusCode StatusCode@StorageBlobLogs+StorageFileLogs+StorageTableLogs+StorageQueueLogs EventResultDetails@Asim.web
y network.http.response_code
http.substatus sc-substatus n
s sc-substatus sc-win32-status
k scSubStatus scWin32Status
http.request.referrer cs-referer t
s http_referer@webserver+nginx+apache referralurl@fortigate+fortios+fortinet ClientRequestReferer@cloudflare
s cs-referer cs-referrer referrer c-referer
e http.request.referrer
p http_referrer cs_Referer
k HttpReferrer RequestContext csReferer
y network.http.referral_url
http.request.body - t
e http.request.body.content
p form_data request_body dest_content
s post_body
http.request.body.bytes - n
s ClientRequestBytes@cloudflare
e http.request.body.bytes http.request.bytes
s request_body_len
p http_content_length
k HttpRequestBodyBytes
http.response.body - t
e http.response.body.content
http.response.bytes - n
s body_bytes_sent@webserver+nginx+apache
e http.response.body.bytes http.response.bytes
k ResponseSize ResponseSizeBytes
s response_body_len
http.headers - t
e http.request.headers* http.response.headers*
http.header_names - t
s client_header_names
e zeek.http.client_header_names zeek.http.server_header_names
http.content_type - t
s cs-content-type cs-mime-type rs-Content-Type
e http.response.mime_type http.request.mime_type
p http_content_type
k HttpContentType
http.cookie cs-cookie t
s cs-cookie
p cookie
k csCookie RequestCookies
http.version - t
s ClientRequestProtocol@cloudflare
e http.version
s cs-version
k csVersion HttpVersion
user_agent.original c-useragent t
s ClientRequestUserAgent@cloudflare data.user_agent@auth0
s c-useragent cs-user-agent user_agent
r userAgent client.userAgent.rawUserAgent protoPayload.requestMetadata.callerSuppliedUserAgent data.protoPayload.requestMetadata.callerSuppliedUserAgent
e user_agent.original user_agent.name okta.client.user_agent.raw_user_agent github.user_agent azure.auditlogs.properties.userAgent gcp.audit.request_metadata.caller_supplied_user_agent
p http_user_agent cs_User_Agent http_request.user_agent user_agent
k UserAgent RequestClientApplication HttpUserAgent userAgent_s csUserAgent UserAgentHeader
o UserAgent ClientInfoString
8 userAgent
y network.http.user_agent
user_agent.tags - t
k UserAgentTags
user_agent.os - t
e user_agent.os*
user_agent.parsed - t
e user_agent.device.name user_agent.version okta.client.user_agent.browser okta.client.user_agent.os
k Browser DeviceDetail.browser
y network.http.parsed_user_agent*
r client.userAgent.browser client.userAgent.os
user_agent.length http_user_agent_length n
p http_user_agent_length
tls.version - t
s ClientSSLProtocol@cloudflare
e tls.version tls.version_protocol
p ssl_version
k TlsVersion
y network.tls.version
r tlsDetails.tlsVersion
s version@ssl
tls.cipher - t
s ClientSSLCipher@cloudflare
r tlsDetails.cipherSuite
e tls.cipher
y network.tls.cipher
s cipher@!kerberos
tls.ja3 - t
e tls.client.ja3
p ja3
k JA3 AdditionalFields.ja3
y network.tls.client.ja3
s ja3
tls.ja3s - t
s ja3s
e tls.server.ja3s
p ja3s
k JA3S AdditionalFields.ja3s
y network.tls.server.ja3s
tls.server.certificate - t
e tls.server.x509* tls.server.issuer tls.server.subject tls.server.hash* tls.server.not_after tls.server.not_before tls.server.certificate
s certificate.serial subject@ssl issuer@ssl certificate.subject certificate.issuer san.dns
p ssl_issuer ssl_subject ssl_hash ssl_serial ssl_issuer_common_name ssl_subject_common_name ssl_end_time ssl_name
k ServerCertificateSubject ServerCertificateIssuer
y network.tls.server.certificate*
tls.client.certificate - t
e tls.client.x509* tls.client.hash* tls.client.issuer tls.client.subject tls.client.not_after tls.client.not_before
y network.tls.client.certificate*
tls.server_name - t
e tls.client.server_name
s server_name
y network.tls.client.server_name
k AdditionalFields.server_name
tls.established - b
e tls.established
y network.tls.established
tls.handshake - t
e tls.detailed* tls.next_protocol
y network.tls.next_protocol
source.application - t
y principal.application
`;
