package dev.firstfill.local;

import static dev.firstfill.local.example.ExamplePharmacy.NORTHGATE;
import static dev.firstfill.local.example.ExamplePharmacy.SOUTHBANK;

import dev.firstfill.local.example.Person;
import java.net.URI;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a person needs to know once everything runs.
 *
 * @param api the API's address
 * @param tlsPort where it speaks TLS
 * @param payer that claims are sent to
 * @param certificates how it proves itself there
 * @param tokens where tokens come from
 * @param instance whose logs they may want to read
 */
record Welcome(String api, int tlsPort, URI payer, Certificates certificates, Tokens tokens, Instance instance) {

    String text() {
        return """

                API              %1$s/v1
                Over TLS         https://localhost:%10$d/v1  (curl --cacert %11$s)
                Contract         %1$s/q/openapi
                Health           %1$s/q/health
                Metrics          %1$s/q/metrics
                Keycloak         %2$s/admin/%3$s/console  (%4$s, %5$s)
                Payer            %12$s  (how to make it misbehave: docs/claims.md)
                Logs             %6$s/{api,keycloak,postgres,redis}.log

                Log in as (password of all: %7$s)
                %8$s

                Try it: Northgate's patients, as its dispensing pharmacist sees them
                %9$s

                Ctrl-C stops everything.
                """.formatted(
                        api,
                        tokens.keycloak(),
                        tokens.realm(),
                        Tokens.ADMIN,
                        tokens.adminPassword(),
                        instance.logs(),
                        Person.PASSWORD,
                        people(),
                        firstCall(),
                        tlsPort,
                        certificates.authority(),
                        payer);
    }

    private static String people() {
        var machines = line("telephony-client", NORTHGATE.telephonyClient(), SOUTHBANK.telephonyClient())
                + "  (client credentials)\n"
                + line("integration-client", NORTHGATE.referralClient(), SOUTHBANK.referralClient());
        return IntStream.range(0, NORTHGATE.staff().size())
                .mapToObj(Welcome::person)
                .collect(Collectors.joining("\n", "", "\n" + machines + "  (client credentials)"));
    }

    private static String person(int role) {
        var northgate = NORTHGATE.staff().get(role);
        var southbank = SOUTHBANK.staff().get(role);
        return line(northgate.role(), northgate.usernameAt(NORTHGATE), southbank.usernameAt(SOUTHBANK));
    }

    private static String line(String role, String atNorthgate, String atSouthbank) {
        return "  %-24s %-20s %s".formatted(role, atNorthgate, atSouthbank);
    }

    /** With sed, because it is everywhere and jq is not. */
    private String firstCall() {
        return "curl -s -H \"Authorization: Bearer $(curl -s -d grant_type=password -d client_id=firstfill-dev"
                + " -d username=%s -d password=%s"
                        .formatted(NORTHGATE.usernameOf("dispensing-pharmacist"), Person.PASSWORD)
                + " %s/realms/%s/protocol/openid-connect/token".formatted(tokens.keycloak(), tokens.realm())
                + " | sed 's/.*\"access_token\":\"\\([^\"]*\\)\".*/\\1/')\" " + api + "/v1/patients";
    }
}
