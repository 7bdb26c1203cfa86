# Keycloak, built for the options we use, so that nothing is written into its programs when it starts.
FROM quay.io/keycloak/keycloak:26.7.3 AS built
RUN /opt/keycloak/bin/kc.sh build --db=postgres --health-enabled=true --metrics-enabled=true

FROM quay.io/keycloak/keycloak:26.7.3
COPY --from=built /opt/keycloak/lib/quarkus/ /opt/keycloak/lib/quarkus/
COPY --chmod=0755 docker/start-keycloak /usr/local/bin/start-keycloak
USER 1000:1000
# Its management port is bound to the container itself; the shell can speak HTTP well enough to ask.
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=5 CMD ["bash", "-c", \
  "exec 3<>/dev/tcp/127.0.0.1/9000 && printf 'GET /health/ready HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q '200 OK' <&3"]
ENTRYPOINT ["start-keycloak"]
