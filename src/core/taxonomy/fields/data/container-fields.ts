/** Containers and Kubernetes: after ECS 9 and the Kubernetes audit log's Event (audit.k8s.io/v1). */
export const CONTAINER_FIELDS = `
container.id - t
e container.id
y target.asset.product_object_id
k ContainerId
container.name - t
e container.name kubernetes.container.name
k ContainerName
container.runtime - t
e container.runtime
container.image.name - t
e container.image.name container.image.tag
8 requestObject.spec.containers.image requestObject.spec.containers{}.image
k ContainerImageName
container.privileged - b
e container.security_context.privileged
8 requestObject.spec.containers.securityContext* requestObject.spec.containers{}.securityContext*
s privileged@kubernetes
container.capabilities - t
8 requestObject.spec.containers.securityContext.capabilities* requestObject.spec.containers{}.securityContext.capabilities*
s capabilities@kubernetes
k8s.verb verb t
8 verb
k8s.resource objectRef.resource t
8 objectRef.resource objectRef.subresource
s resource@kubernetes subresource@kubernetes
k8s.namespace objectRef.namespace t
8 objectRef.namespace
e orchestrator.namespace kubernetes.namespace
k KubernetesNamespace
s namespace@kubernetes
k8s.name objectRef.name t
8 objectRef.name
e orchestrator.resource.name kubernetes.pod.name
k KubernetesPodName KubernetesResource
k8s.cluster - t
e orchestrator.cluster.name orchestrator.cluster.id
k8s.api_group objectRef.apiGroup t
8 objectRef.apiGroup apiGroup
k8s.decision - t
8 annotations.authorization_k8s_io/decision annotations.authorization.k8s.io/decision
k8s.user user.username t
8 user.username user.extra*
e azure.platformlogs.identity.claim.upn
s username@kubernetes
k8s.request requestObject t
8 requestObject*
k8s.host_path hostPath p
s hostPath
8 requestObject.spec.volumes.hostPath*
k8s.response responseObject t
8 responseObject*
package.name - t
e package.name
package.version - t
e package.version
`;
