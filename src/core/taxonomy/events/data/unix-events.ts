/**
 * Linux's audit records and Apple's Endpoint Security events, as `readChannels` reads them.
 *
 * After the record types of linux/audit.h and auparse, and `es_event_type_t` of the Endpoint Security framework.
 */
export const UNIX_EVENTS = `
# auditd | linux.auditd | linux_auditd | linux_audit | linux:audit | linux auditd | auditd_manager.auditd | auditd.log | auditd manager | auditbeat | linux_hosts
ACCT_LOCK User account locked
ACCT_UNLOCK User account unlocked
ADD_GROUP Group added
ADD_USER User account added
ANOM_ABEND Process ended abnormally
ANOM_LINK Suspicious use of file links
ANOM_LOGIN_FAILURES Too many failed logins
ANOM_PROMISCUOUS Device changed to promiscuous mode
ANOM_ROOT_TRANS User becomes root
APPARMOR_DENIED Access denied by AppArmor
AVC Access denied by SELinux
BPF BPF program loaded or unloaded
BPRM_FCAPS Program with file capabilities executed
CAPSET Capabilities of a process set
CHUSER_ID User id changed
CONFIG_CHANGE Audit configuration changed
CRED_ACQ Credentials acquired
CRED_DISP Credentials disposed of
CRYPTO_KEY_USER Cryptographic key of a session
CRYPTO_SESSION Cryptographic session set up
CWD Working directory of a system call
DAEMON_END Audit daemon stopped
DAEMON_START Audit daemon started
DEL_GROUP Group deleted
DEL_USER User account deleted
EXECVE Arguments of a started program
GRP_MGMT Group changed
KERN_MODULE Kernel module loaded
LOGIN Login session opened
MAC_CONFIG_CHANGE SELinux boolean changed
MAC_POLICY_LOAD SELinux policy loaded
MAC_STATUS SELinux mode changed
MMAP Memory mapping of a system call
NETFILTER_CFG Netfilter chain changed
OBJ_PID Process that a signal was sent to
PATH Path of a system call
PROCTITLE Command line of a process
ROLE_ASSIGN Role assigned to a user
ROLE_REMOVE Role removed from a user
SECCOMP System call stopped by seccomp
SERVICE_START Service started
SERVICE_STOP Service stopped
SOCKADDR Socket address of a system call
SOFTWARE_UPDATE Software updated
SYSCALL System call
SYSTEM_BOOT System booted
SYSTEM_RUNLEVEL Run level changed
SYSTEM_SHUTDOWN System shut down
TIME_ADJNTPVAL System clock adjusted
TIME_INJOFFSET System clock set
TTY Terminal input
URINGOP Operation through io_uring
USER Record of a user-space program
USER_ACCT Account authorised
USER_AUTH User authenticated
USER_AVC Access denied by SELinux, from user space
USER_CHAUTHTOK Password or PIN changed
USER_CMD Command run through sudo
USER_END Session ended
USER_LOGIN User logged in
USER_LOGOUT User logged out
USER_MGMT User account changed
USER_ROLE_CHANGE SELinux role of a user changed
USER_START Session started
USER_TTY Terminal input of a user
VIRT_CONTROL Virtual machine started or stopped
# Endpoint Security | com.apple.endpointsecurity
authentication Authentication
btm_launch_item_add Background item added
btm_launch_item_remove Background item removed
chroot Root directory changed
clone File cloned
copyfile File copied
create File created
cs_invalidated Code signature invalidated
deleteextattr Extended attribute deleted
exec Process executed
exit Process exited
fork Process forked
gatekeeper_user_override Gatekeeper overridden by a user
get_task Task port of a process obtained
iokit_open I/O Kit device opened
kextload Kernel extension loaded
kextunload Kernel extension unloaded
link Hard link created
login_login User logged in
login_logout User logged out
lw_session_login Login window session started
lw_session_unlock Login window unlocked
mmap File mapped into memory
mount Volume mounted
mprotect Memory protection changed
od_create_group Group created
od_create_user User account created
od_delete_user User account deleted
od_group_add Member added to a group
od_modify_password Password changed
open File opened
openssh_login SSH login
proc_check Process information read
profile_add Configuration profile installed
profile_remove Configuration profile removed
remote_thread_create Thread created in another process
rename File renamed
screensharing_attach Screen sharing connected
setextattr Extended attribute set
setmode File mode changed
setowner File owner changed
setuid User id changed
signal Signal sent to a process
su User switched through su
sudo Command run through sudo
tcc_modify Privacy permission changed
trace Process attached to for tracing
truncate File truncated
uipc_connect Local socket connected
unlink File deleted
unmount Volume unmounted
utimes File times changed
write File written
xp_malware_detected Malware detected by XProtect
xp_malware_remediated Malware removed by XProtect
xpc_connect XPC service connected
`;
