/**
 * Connections, names, web requests and the hosts at both ends.
 *
 * After Sigma's taxonomy (firewall, proxy, webserver, dns), ECS 9, Splunk CIM's Network Traffic, Network Resolution and Web models,
 * Defender XDR's advanced hunting schema, CommonSecurityLog (CEF), ASIM and UDM. Defender's remote end is the destination, but for logons,
 * where it is the source.
 */
export const NETWORK_FIELDS = `
source.ip SourceIp a
w SourceIp IpAddress ClientAddress SourceAddress
s src_ip c-ip id.orig_h
r sourceIPAddress callerIpAddress client.ipAddress
e source.ip source.address client.ip client.address okta.client.ip
p src_ip src columns.remote_address src_endpoint.ip
k SourceIP SrcIpAddr IPAddress@!DeviceNetworkInfo IpAddress ClientIP ClientIPAddress Client_IPAddress CallerIpAddress CallerIPAddress CallerIpAddressMask LocalIP@!DeviceLogonEvents SenderIPv4 SenderIPv6 RequestSourceIP SourceIpAddress clientIp_s clientIP_s
k RemoteIP@DeviceLogonEvents+DeviceFileEvents
y principal.ip src.ip
o ClientIP ClientIPAddress ActorIpAddress
8 sourceIPs
source.port SourcePort n
w SourcePort IpPort ClientPort
s src_port id.orig_p
e source.port client.port
p src_port
k SourcePort SrcPortNumber LocalPort
k RemotePort@DeviceLogonEvents
y principal.port src.port
source.domain SourceHostname t
w SourceHostname WorkstationName Workstation
e source.domain client.domain
k SourceHostName SrcHostname RemoteDeviceName@DeviceLogonEvents
source.mac - t
e source.mac
p src_mac
k SourceMACAddress SrcMacAddr
y principal.mac
source.country - t
r src_country
e source.geo.country_iso_code source.geo.country_name
p Country
k Country CountryCode Location@!AlertEvidence+SecurityAlert SrcGeoCountry LocationDetails*
y principal.ip_geo_artifact.location.country_or_region principal.location.country_or_region
source.location - t
r location
e source.geo.location source.geo.name
y principal.ip_geo_artifact.location*
source.region - t
e source.geo.region_name source.geo.region_iso_code
k State Region SrcGeoRegion
source.city - t
e source.geo.city_name
k City SrcGeoCity
source.as.number - n
e source.as.number
k AutonomousSystemNumber AsNumber
y principal.ip_geo_artifact.network.asn
source.as.organization - t
e source.as.organization.name
k ISP AsName
y principal.ip_geo_artifact.network.organization_name
source.ip_type - t
k LocalIPType RemoteIPType@DeviceLogonEvents
source.ip_category - t
k IPCategory IPTags
source.network_location - t
s NetworkLocationDetails*
e azure.signinlogs.properties.network_location_details*
k NetworkLocationDetails*
source.is_proxy - b
k IsAnonymousProxy
r securityContext.isProxy
e okta.security_context.is_proxy
source.category src_category t
p src_category src_zone
source.bytes - n
s cs-bytes
e source.bytes client.bytes
p bytes_out
k SentBytes SrcBytes
y network.sent_bytes
destination.ip DestinationIp a
w DestinationIp DestAddress
s dst_ip s-ip id.resp_h DestinationIP
e destination.ip destination.address server.ip server.address
p dest_ip dest_endpoint.ip dst_ip
k DestinationIP DestIP DstIpAddr RemoteIP@!DeviceLogonEvents+DeviceFileEvents destination_ip_s
y target.ip
destination.port DestinationPort n
w DestinationPort DestPort
s dst_port s-port id.resp_p
e destination.port server.port
p dest_port
k DestinationPort DestPort DstPortNumber RemotePort@!DeviceLogonEvents
y target.port
destination.domain DestinationHostname t
w DestinationHostname
s dst_host cs-host r-dns host@zeek
e destination.domain url.domain server.domain
p url_domain dest_host
k RemoteUrl@!DeviceEvents DestinationHostName DstHostname DstDomain DstFQDN UrlDomain Fqdn DestHost
y target.hostname target.domain.name
destination.mac - t
e destination.mac
p dest_mac
k DestinationMACAddress DstMacAddr
destination.country - t
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
s sc-bytes
e destination.bytes server.bytes
p bytes_in
k ReceivedBytes DstBytes
y network.received_bytes
destination.is_ipv6 DestinationIsIpv6 b
w DestinationIsIpv6
source.is_ipv6 SourceIsIpv6 b
w SourceIsIpv6
network.direction Initiated t
w Initiated Direction
e network.direction
p direction
k CommunicationDirection NetworkDirection
y network.direction
network.transport Protocol t
w Protocol
e network.transport network.iana_number
p transport protocol
k Protocol NetworkProtocol
y network.ip_protocol
network.protocol - t
e network.protocol network.application
p app@Network_Traffic protocol_stack
k ApplicationProtocol NetworkApplicationProtocol DstAppName
y network.application_protocol
network.type - t
e network.type
network.bytes - n
e network.bytes
p bytes
k NetworkBytes TotalBytesSent
network.packets - n
e network.packets
p packets
network.community_id - t
e network.community_id
network.session_id - t
y network.session_id
p session_id
network.signature SignatureName t
k SignatureName NetworkSignature AdditionalFields.SignatureName
network.payload SignatureMatchedContent t
k SignatureMatchedContent SamplePacketContent
network.icmp.type - t
e network_traffic.icmp.request.type icmp.request.type icmp.response.type
network.query - t
e network_traffic.redis.query network_traffic.pgsql.query network_traffic.mysql.query network_traffic.cassandra.request.query network_traffic.mongodb.query
network.method - t
e network_traffic.amqp.method network_traffic.thrift.method network_traffic.redis.method network_traffic.nfs.opcode network_traffic.method
s operation@zeek
network.ssh.client - t
e network.ssh.client
s client@zeek
network.endpoint endpoint t
s endpoint
rpc.interface InterfaceUuid t
w InterfaceUuid
s rpc_interface
rpc.opnum OpNum t
w OpNum
dns.question.name QueryName t
w QueryName
s query@zeek+dns record
e dns.question.name dns.question.registered_domain dns.question.subdomain dns.question.top_level_domain
p query DnsQuery
k DnsQuery QueryName Name@DnsEvents QueryTarget@DeviceEvents DnsQueryString AdditionalFields.DnsQueryString
y network.dns.questions.name
dns.question.type - t
s record_type qtype_name query_type
w QueryType
e dns.question.type
p record_type@Network_Resolution query_type query_type{}
k DnsQueryType DnsQueryTypeName QueryType@DnsEvents
y network.dns.questions.type
dns.answers QueryResults t
w QueryResults
s answer answers
e dns.answers* dns.resolved_ip
p answer
k DnsResponseName IPAddresses@DnsEvents
y network.dns.answers*
dns.response_code QueryStatus t
w QueryStatus
s rcode_name
e dns.response_code
p reply_code
k DnsResponseCode DnsResponseCodeName ResultCode@DnsEvents
y network.dns.response_code
dns.message_type - t
p message_type@Network_Resolution
e dns.type
url.full c-uri t
s c-uri cs-uri url uri
e url.full url.original
p url uri c_uri http.url
k Url RequestURL RequestUri@!AzureDiagnostics UrlOriginal requestUri_s RemoteUrl@DeviceEvents
w RemoteName
y target.url about.url
8 requestURI
url.path cs-uri-stem p
s cs-uri-stem c-uri-stem
e url.path
p uri_path
k csUriStem
url.query cs-uri-query t
s cs-uri-query c-uri-query
e url.query
p uri_query
k csUriQuery
url.extension - t
e url.extension
url.password - t
e url.password
url.username - t
e url.username
url.length url_length n
p url_length
url.category - t
p urlclass urlsupercategory urlcategory
k UrlCategory
y target.url_metadata.categories
http.request.method cs-method t
s cs-method method
e http.request.method
p http_method cs_method
k RequestMethod csMethod HttpRequestMethod httpMethod_s
y network.http.method
http.response.status_code sc-status n
s sc-status status_code
e http.response.status_code
p status@Web http_status http.status
k ResponseStatusCode scStatus EventResultDetails@_Im_WebSession httpStatus_d httpStatusCode_d
y network.http.response_code
http.request.referrer cs-referer t
s cs-referer cs-referrer
e http.request.referrer
p http_referrer cs_Referer
k HttpReferrer RequestContext csReferer
y network.http.referral_url
http.request.body - t
e http.request.body.content
p form_data request_body dest_content
http.request.body.bytes - n
e http.request.body.bytes http.request.bytes
s request_body_len
p http_content_length
http.response.body - t
e http.response.body.content
http.response.bytes - n
e http.response.body.bytes http.response.bytes
http.headers - t
e http.request.headers* http.response.headers*
http.header_names - t
s client_header_names
e zeek.http.client_header_names zeek.http.server_header_names
http.content_type - t
s cs-content-type
e http.response.mime_type http.request.mime_type
p http_content_type
k HttpContentType
http.cookie cs-cookie t
s cs-cookie
p cookie
http.version - t
e http.version
s cs-version
user_agent.original c-useragent t
s c-useragent cs-user-agent user_agent
r userAgent client.userAgent.rawUserAgent
e user_agent.original user_agent.name okta.client.user_agent.raw_user_agent github.user_agent azure.auditlogs.properties.userAgent
p http_user_agent cs_User_Agent http_request.user_agent
k UserAgent RequestClientApplication HttpUserAgent userAgent_s csUserAgent
o UserAgent ClientInfoString
8 userAgent
y network.http.user_agent
user_agent.tags - t
k UserAgentTags
user_agent.length http_user_agent_length n
p http_user_agent_length
tls.version - t
e tls.version tls.version_protocol
p ssl_version
k TlsVersion
y network.tls.version
tls.cipher - t
e tls.cipher
s cipher
y network.tls.cipher
tls.ja3 - t
e tls.client.ja3 tls.server.ja3s
p ja3
k JA3 AdditionalFields.ja3
y network.tls.client.ja3
tls.server.certificate - t
e tls.server.x509* tls.server.issuer tls.server.subject tls.server.hash* tls.client.x509*
s certificate.serial
p ssl_issuer ssl_subject ssl_hash
k ServerCertificateSubject ServerCertificateIssuer
tls.server_name - t
e tls.client.server_name
s server_name
y network.tls.client.server_name
k AdditionalFields.server_name
tls.established - b
e tls.established
tls.handshake - t
e tls.detailed* tls.next_protocol
source.application - t
y principal.application
host.name ComputerName t
w ComputerName Computer
s hostname s-computername
e host.name host.hostname winlog.computer_name agent.name
p dest host dvc
k DeviceName Computer Dvc DvcHostname DvcFQDN HostName DestinationDeviceName@IdentityLogonEvents
y principal.hostname principal.asset.hostname
host.id - t
e host.id
k DeviceId MachineId DvcId AadDeviceId
y principal.asset_id principal.asset.asset_id
agent.id - t
e agent.id
host.ip - a
e host.ip
k PublicIP IPAddresses@DeviceNetworkInfo DvcIpAddr
y principal.asset.ip
host.os.type os tR
e host.os.type host.os.family host.os.platform
p os
k OSPlatform DvcOs OS OSType
y principal.platform target.platform graph.entity.asset.platform_software.platform
host.os.version - t
e host.os.version host.os.kernel
k OSVersion OSBuild OSBuildString DvcOsVersion
y principal.platform_version
host.os.name - t
e host.os.name host.os.full
k OSDistribution
host.type DeviceType t
k DeviceType DeviceCategory
host.group MachineGroup t
k MachineGroup
host.tags - t
k DeviceManualTags DeviceDynamicTags
host.domain - t
e host.domain
host.is_internet_facing IsInternetFacing b
k IsInternetFacing
host.onboarding_status OnboardingStatus t
k OnboardingStatus
host.sensor_health SensorHealthState t
k SensorHealthState
network.interface.status - t
k NetworkAdapterStatus
network.interface.name - t
k NetworkAdapterName
network.interface.type - t
k NetworkAdapterType
network.interface.connected - t
k ConnectedNetworks*
`;
