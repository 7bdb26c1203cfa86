package dev.firstfill.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.zjsonpatch.JsonPatch;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule, by what a single change of the production overlay makes it say. */
class BrokenRulesTest {
    private static final String POD = "/spec/template/spec";
    private static final String CONTAINER = POD + "/containers/0";

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            HostProcess                   | POD  | /securityContext/windowsOptions            | {"hostProcess": true}
            Host Namespaces               | POD  | /hostNetwork                               | true
            Host Namespaces               | POD  | /hostPID                                   | true
            Host Namespaces               | POD  | /hostIPC                                   | true
            HostPath Volumes              | POD  | /volumes/-                                 | {"name": "disk", "hostPath": {"path": "/"}}
            Volume Types                  | POD  | /volumes/-                                 | {"name": "disk", "nfs": {"server": "a", "path": "/"}}
            AppArmor                      | POD  | /securityContext/appArmorProfile           | {"type": "Unconfined"}
            SELinux                       | POD  | /securityContext/seLinuxOptions            | {"type": "spc_t"}
            SELinux                       | POD  | /securityContext/seLinuxOptions            | {"user": "root"}
            Sysctls                       | POD  | /securityContext/sysctls                   | [{"name": "kernel.msgmax", "value": "1"}]
            Running as Non-root user      | POD  | /securityContext/runAsUser                 | 0
            Running as Non-root           | POD  | /securityContext/runAsNonRoot              | false
            Seccomp                       | POD  | /securityContext/seccompProfile            | {"type": "Unconfined"}
            Privileged Containers         | ONE  | /securityContext/privileged                | true
            Capabilities                  | ONE  | /securityContext/capabilities              | {"drop": ["NET_RAW"]}
            Capabilities                  | ONE  | /securityContext/capabilities              | {"drop": ["ALL"], "add": ["SYS_ADMIN"]}
            Host Ports                    | ONE  | /ports/0/hostPort                          | 8443
            Host Probes / Lifecycle Hooks | ONE  | /livenessProbe/httpGet/host                | "10.0.0.1"
            Host Probes / Lifecycle Hooks | ONE  | /lifecycle/postStart                       | {"tcpSocket": {"host": "10.0.0.1", "port": 1}}
            AppArmor                      | ONE  | /securityContext/appArmorProfile           | {"type": "Unconfined"}
            SELinux                       | ONE  | /securityContext/seLinuxOptions            | {"role": "sysadm_r"}
            /proc Mount Type              | ONE  | /securityContext/procMount                 | "Unmasked"
            Privilege Escalation          | ONE  | /securityContext/allowPrivilegeEscalation  | true
            Running as Non-root           | ONE  | /securityContext/runAsNonRoot              | false
            Running as Non-root user      | ONE  | /securityContext/runAsUser                 | 0
            Seccomp                       | ONE  | /securityContext/seccompProfile            | {"type": "Unconfined"}
            HostProcess                   | ONE  | /securityContext/windowsOptions            | {"hostProcess": true}
            """)
    void a_line_of_the_restricted_profile_is_broken_by(String control, String at, String path, String value) {
        var changed = changed("Deployment", "worker", "add", (at.equals("POD") ? POD : CONTAINER) + path, value);

        var where = at.equals("POD") ? "Deployment worker" : "Deployment worker, container worker";
        assertThat(changed.workloads())
                .flatMap(RestrictedProfile::breaches)
                .contains("%s breaks \"%s\"".formatted(where, control));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            replace | /automountServiceAccountToken                        | true                       | Deployment worker must set automountServiceAccountToken: false
            remove  | /volumes/0/emptyDir/sizeLimit                        |                            | Deployment worker, volume tmp must have a sizeLimit
            replace | /terminationGracePeriodSeconds                       | 51                         | Deployment worker must have a terminationGracePeriodSeconds of 52 at least
            replace | /containers/0/securityContext/readOnlyRootFilesystem | false                      | Deployment worker, container worker must set readOnlyRootFilesystem: true
            replace | /containers/0/image                                  | "firstfill:latest"         | Deployment worker, container worker must name the version of its image: firstfill:latest
            replace | /containers/0/image                                  | "registry:5000/firstfill"  | Deployment worker, container worker must name the version of its image: registry:5000/firstfill
            remove  | /containers/0/resources/limits/memory                |                            | Deployment worker, container worker must request and limit memory
            remove  | /containers/0/resources/requests/cpu                 |                            | Deployment worker, container worker must request and limit cpu
            replace | /containers/0/resources/limits/memory                | "768Mb"                    | Deployment worker, container worker must say its memory in a unit that Kubernetes knows: 768Mb
            replace | /containers/0/resources/requests/cpu                 | "500mcpu"                  | Deployment worker, container worker must say its cpu in a unit that Kubernetes knows: 500mcpu
            add     | /containers/0/env/-                                  | {"name": "FIRSTFILL_OUTBOX_SECRET", "value": "x"} | Deployment worker, container worker must take FIRSTFILL_OUTBOX_SECRET from a secret, by reference
            replace | /containers/0/readinessProbe/httpGet/path            | "/health"                  | Deployment worker, container worker, readinessProbe asks where nobody answers: /health
            replace | /containers/0/livenessProbe/httpGet/scheme           | "HTTP"                     | Deployment worker, container worker, livenessProbe must use the scheme HTTPS
            replace | /containers/0/livenessProbe/httpGet/port             | "http"                     | Deployment worker, container worker, livenessProbe must name a port of the container
            remove  | /containers/0/startupProbe                           |                            | Deployment worker, container worker must have a startupProbe over HTTP
            remove  | /containers/0/lifecycle                              |                            | Deployment worker, container worker must sleep before it stops (lifecycle.preStop.sleep)
            """)
    void a_rule_of_ours_is_broken_by(String change, String path, String value, String complaint) throws IOException {
        var changed = changed("Deployment", "worker", change, POD + path, value);

        var documented = Documented.read();
        assertThat(changed.workloads())
                .flatMap(workload -> HouseRules.breaches(workload, documented))
                .containsExactly(complaint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Deployment/worker  | add     | /spec/template/spec/containers/0/env/-                             | {"name": "FIRSTFILL_BACKGROUNG", "value": "true"} | Deployment worker sets FIRSTFILL_BACKGROUNG, which nobody reads
            ConfigMap/firstfill | add    | /data/FIRSTFILL_DB_HOTS                                            | "db"        | ConfigMap firstfill sets FIRSTFILL_DB_HOTS, which nobody reads
            Job/migration      | replace | /spec/template/spec/containers/0/env/0/valueFrom/secretKeyRef/key  | "PASSWORT"  | Job migration uses a secret that is not documented: firstfill/PASSWORT
            Job/migration      | replace | /spec/template/spec/volumes/1/secret/items/0/key                   | "db.pem"    | Job migration uses a secret that is not documented: firstfill-authorities/db.pem
            Job/migration      | remove  | /spec/template/spec/volumes/1/secret/items                         |             | Job migration, volume authorities must list its keys
            Job/migration      | replace | /spec/template/spec/containers/0/envFrom/0/configMapRef/name       | "settings"  | Job migration reads an unknown ConfigMap settings
            Job/migration      | replace | /spec/template/spec/serviceAccountName                             | "default"   | Job migration runs as an unknown ServiceAccount default
            Job/migration      | replace | /spec/template/spec/containers/0/volumeMounts/0/name               | "temp"      | Job migration mounts an unknown volume temp
            PersistentVolumeClaim/checkpoints | replace | /metadata/name                                     | "points"    | Deployment api uses an unknown PersistentVolumeClaim checkpoints;Deployment worker uses an unknown PersistentVolumeClaim checkpoints
            Deployment/worker  | replace | /spec/selector/matchLabels/app.kubernetes.io~1component            | "api"       | Deployment worker does not select its own pods
            Deployment/worker  | replace | /spec/template/spec/topologySpreadConstraints/0/labelSelector/matchLabels/app.kubernetes.io~1component | "api" | Deployment worker is spread by a selector that does not select it
            Deployment/api     | add     | /spec/replicas                                                     | 3           | Deployment api must leave its replicas to its HorizontalPodAutoscaler
            Service/api        | remove  | /spec/selector/app.kubernetes.io~1component                        |             | Service api must select api alone, and selects [api, worker, migration];Service api leads to the port https, which is not open
            Service/api        | replace | /spec/ports/0/targetPort                                           | "http"      | Service api leads to the port http, which is not open
            PodDisruptionBudget/api | replace | /spec/selector/matchLabels/app.kubernetes.io~1component       | "worker"    | PodDisruptionBudget api must select api alone, and selects [worker]
            HorizontalPodAutoscaler/api | replace | /spec/scaleTargetRef/name                                 | "desk"      | HorizontalPodAutoscaler api scales an unknown Deployment desk
            NetworkPolicy/nobody | add   | /spec/podSelector/matchLabels                                      | {"app.kubernetes.io/name": "firstfill"} | No NetworkPolicy closes everything
            NetworkPolicy/nobody | replace | /spec/policyTypes                                                | ["Ingress"] | No NetworkPolicy closes everything
            NetworkPolicy/nobody | add   | /spec/egress                                                       | [{}]        | No NetworkPolicy closes everything
            NetworkPolicy/nobody | add   | /spec/ingress                                                      | [{}]        | No NetworkPolicy closes everything
            NetworkPolicy/witness | replace | /spec/podSelector/matchLabels/app.kubernetes.io~1component      | "desk"      | NetworkPolicy witness selects nobody
            NetworkPolicy/measured | replace | /spec/podSelector/matchExpressions/0/values                    | ["desk"]    | NetworkPolicy measured selects nobody
            NetworkPolicy/measured | replace | /spec/podSelector/matchExpressions/0/values                    | ["api", "migration"] | NetworkPolicy measured lets others in by the port https, where Job migration does not listen
            NetworkPolicy/to-the-api | replace | /spec/ingress/0/ports/0/port                                 | "http"      | NetworkPolicy to-the-api lets others in by the port http, where Deployment api does not listen
            NetworkPolicy/to-the-api | replace | /spec/ingress/0/ports/0/port                                 | 443         | NetworkPolicy to-the-api lets others in by the port 443, where Deployment api does not listen
            NetworkPolicy/outside | replace | /spec/egress/0/ports/0/protocol                                 | "HTTPS"     | NetworkPolicy outside names an unknown protocol HTTPS
            NetworkPolicy/measured | replace | /spec/ingress/0/ports/0/protocol                               | "HTTPS"     | NetworkPolicy measured names an unknown protocol HTTPS
            """)
    void a_reference_leads_nowhere_after(String of, String change, String path, String value, String complaints)
            throws IOException {
        var manifest = of.split("/");

        var changed = changed(manifest[0], manifest[1], change, path, value);

        assertThat(References.breaches(changed, Documented.read())).containsExactlyInAnyOrder(complaints.split(";"));
    }

    @ParameterizedTest
    @CsvSource({"firstfill/FIRSTFILL_CURSOR_SECRET"})
    void a_documented_secret_that_nobody_uses_is_found(String secret) throws IOException {
        var documented = Documented.read();
        var manifests = new Manifests(List.of());

        assertThat(References.breaches(manifests, documented)).contains("Nobody uses the documented secret " + secret);
    }

    @Test
    void a_selector_by_what_is_not_understood_is_refused() throws IOException {
        var changed = changed(
                "NetworkPolicy", "measured", "replace", "/spec/podSelector/matchExpressions/0/operator", "\"NotIn\"");
        var documented = Documented.read();

        assertThatThrownBy(() -> References.breaches(changed, documented))
                .isInstanceOf(Refused.class)
                .hasMessage("Deployment api: selectors by NotIn are not understood here");
    }

    private static Manifests changed(String kind, String name, String operation, String path, String value) {
        var patch = JSON.createArrayNode();
        var step = patch.addObject().put("op", operation).put("path", path);
        if (value != null) {
            step.set("value", parsed(value));
        }
        return Manifests.read(Kustomization.build(OverlaysTest.folder("production")).stream()
                .map(manifest -> manifest.path("kind").asText().equals(kind)
                                && manifest.at("/metadata/name").asText().equals(name)
                        ? JsonPatch.apply(patch, manifest)
                        : manifest)
                .toList());
    }

    private static JsonNode parsed(String value) {
        try {
            return JSON.readTree(value);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }
}
