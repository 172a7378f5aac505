/** What network sensors make of connections: after the records of Zeek's logs (`scripts/base/protocols`) and Elastic's Zeek module. */
export const SENSOR_FIELDS = `
network.connection_history - t
s history@conn
e zeek.connection.history
network.missed_bytes - n
s missed_bytes@conn
e zeek.connection.missed_bytes
source.is_local - b
s local_orig@conn
e zeek.connection.local_orig
destination.is_local - b
s local_resp@conn
e zeek.connection.local_resp
network.ssh.server - t
s server@ssh
network.ssh.attempts - n
s auth_attempts@ssh
network.ssh.algorithms - t
s cipher_alg@ssh mac_alg@ssh compression_alg@ssh kex_alg@ssh host_key_alg@ssh
network.ssh.host_key - t
s host_key@ssh
network.rdp - t
s security_protocol@rdp keyboard_layout@rdp client_build@rdp client_dig_product_id@rdp client_channels@rdp desktop_width@rdp desktop_height@rdp requested_color_depth@rdp cert_type@rdp cert_count@rdp cert_permanent@rdp encryption_level@rdp encryption_method@rdp
`;
