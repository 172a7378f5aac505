/**
 * The machine that an event happens on: its names, addresses, system, groups and interfaces.
 *
 * After ECS 9, Splunk CIM, Defender XDR's advanced hunting schema, ASIM and UDM. A device that only reports what others do is an observer.
 */
export const HOST_FIELDS = `
host.name ComputerName t
w ComputerName Computer
s hostname s-computername
e host.name host.hostname winlog.computer_name agent.name
p host dest@!Network_Traffic+Network_Resolution+Network_Sessions+Web+Intrusion_Detection+Email dvc@!Network_Traffic+Network_Resolution+Network_Sessions+Web+Intrusion_Detection+Email
k Computer Dvc DvcHostname DvcFQDN HostName DeviceName@!CommonSecurityLog+IdentityLogonEvents+IdentityQueryEvents+IdentityDirectoryEvents Hostname@!Asim.network
y principal.hostname principal.asset.hostname
host.id - t
e host.id
k DeviceId MachineId DvcId AadDeviceId EntraIdDeviceId
y principal.asset_id principal.asset.asset_id target.asset_id target.asset.asset_id
p aid
agent.id - t
e agent.id
agent.version - t
e agent.version
k ClientVersion
agent.type - t
e agent.type
host.ip - a
e host.ip
k PublicIP IPAddresses@DeviceNetworkInfo DvcIpAddr HostIP
y principal.asset.ip
host.mac - t
e host.mac
k MacAddress
y principal.asset.mac
host.os.type os tR
e host.os.type host.os.family host.os.platform
p os
k OSPlatform DvcOs OS OSType SrcDvcOs TargetDvcOs
y principal.platform target.platform graph.entity.asset.platform_software.platform principal.asset.platform_software.platform target.asset.platform_software.platform
host.os.version - t
e host.os.version host.os.kernel
k OSVersion OSBuild OSBuildString DvcOsVersion OSVersionInfo OSBuildNumber
y principal.platform_version principal.asset.platform_software.platform_version
host.os.name - t
e host.os.name host.os.full
k OSDistribution
host.architecture - t
e host.architecture
k OSArchitecture
host.type DeviceType t
r client.device
k DeviceType DeviceCategory DeviceSubtype
e host.type okta.client.device
host.group MachineGroup t
k MachineGroup
host.tags - t
k DeviceManualTags DeviceDynamicTags RegistryDeviceTag
host.exposure ExposureLevel t
k ExposureLevel
host.asset_value AssetValue t
k AssetValue CriticalityLevel
host.logged_on_users LoggedOnUsers t
k LoggedOnUsers
host.merged_to MergedToDeviceId t
k MergedToDeviceId
host.is_excluded IsExcluded b
k IsExcluded
host.model - t
e device.model.name device.model.identifier
k Vendor@DeviceInfo Model@DeviceInfo
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
network.interface.in - t
e observer.ingress*
p src_interface
k DeviceInboundInterface DvcInboundInterface
network.interface.out - t
e observer.egress*
p dest_interface
k DeviceOutboundInterface DvcOutboundInterface
network.interface.type - t
k NetworkAdapterType
network.interface.connected - t
k ConnectedNetworks*
`;
