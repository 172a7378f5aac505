/**
 * Linux's audit records and Apple's Endpoint Security events, as `readChannels` reads them.
 *
 * After the record types of linux/audit.h and auparse, and `es_event_type_t` of the Endpoint Security framework.
 */
export const UNIX_EVENTS = `
# auditd | linux.auditd | linux_auditd | linux:audit | linux auditd | auditd_manager.auditd | auditd.log | auditd manager | auditbeat | linux_hosts
ADD_GROUP Group added
ADD_USER User account added
ANOM_ABEND Process ended abnormally
ANOM_PROMISCUOUS Device changed to promiscuous mode
AVC Access denied by SELinux
BPF BPF program loaded or unloaded
CONFIG_CHANGE Audit configuration changed
CRED_ACQ Credentials acquired
CWD Working directory of a system call
DAEMON_END Audit daemon stopped
DEL_GROUP Group deleted
DEL_USER User account deleted
EXECVE Arguments of a started program
KERN_MODULE Kernel module loaded
LOGIN Login session opened
PATH Path of a system call
PROCTITLE Command line of a process
SERVICE_START Service started
SERVICE_STOP Service stopped
SOCKADDR Socket address of a system call
SYSCALL System call
TTY Terminal input
USER_ACCT Account authorised
USER_AUTH User authenticated
USER_CHAUTHTOK Password or PIN changed
USER_CMD Command run through sudo
USER_LOGIN User logged in
USER_LOGOUT User logged out
USER_MGMT User account changed
USER_START Session started
USER_TTY Terminal input of a user
# Endpoint Security | com.apple.endpointsecurity
authentication Authentication
create File created
exec Process executed
exit Process exited
get_task Task port of a process obtained
kextload Kernel extension loaded
link Hard link created
mmap File mapped into memory
mount Volume mounted
open File opened
remote_thread_create Thread created in another process
rename File renamed
unlink File deleted
utimes File times changed
`;
