package dev.firstfill.api.contract;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** What the document says of the API as a whole. The same at every place, so that it can be compared. */
final class DocumentInfo {
    static final String SECURITY_SCHEME = "identity";

    private static final String ISSUER_ON_ONE_MACHINE = "http://127.0.0.1:8180/realms/firstfill";

    private DocumentInfo() {}

    static void describe(OpenAPI document, Components components) {
        document.setInfo(OASFactory.createInfo()
                .title("Firstfill")
                .version("1")
                .summary("The daily work of specialty pharmacies.")
                .description("""
                        The pharmacy is never named in a URL: it is the organisation of the access token, and what \
                        belongs to another pharmacy is not there (404). Every answer that is not a success is a \
                        problem document (RFC 9457) whose `code` programs act on and whose `type` is a page that \
                        says what to do. Unknown properties and parameters are refused, not ignored.""")
                .contact(OASFactory.createContact().name("The platform's operator"))
                .license(OASFactory.createLicense().name("Proprietary").identifier("LicenseRef-Proprietary")));
        document.setServers(List.of(
                OASFactory.createServer().url("http://127.0.0.1:8080").description("One's own machine, by bin/dev")));
        components.addSecurityScheme(
                SECURITY_SCHEME,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.OPENIDCONNECT)
                        .openIdConnectUrl(ISSUER_ON_ONE_MACHINE + "/.well-known/openid-configuration")
                        .description("An access token of the platform's identity provider, sent as bearer token (RFC "
                                + "6750). It must name one pharmacy: ask for the scope organization:<pharmacy>."));
    }
}
