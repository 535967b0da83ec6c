// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.options;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every key of the gateway's configuration, with its default and meaning. */
public enum Setting {
    AUTHORITY("authority", null, "Authority id (MSP id) that this gateway speaks for"),
    COUNTRY("country", null, "ISO 3166 code of the authority's State; its zone decides what today is"),
    LEDGER_CHANNEL("ledger.channel", null, "Channel of the cases"),
    LEDGER_CHAINCODE("ledger.chaincode", "caseledger", "Name of the chaincode"),
    LEDGER_ENDPOINT("ledger.endpoint", null, "host:port of the authority's peer"),
    LEDGER_TLS_ROOTS("ledger.tls-roots", null, "PEM file with the roots of the peer's TLS certificate"),
    LEDGER_CERTIFICATE("ledger.certificate", null, "PEM file with the certificate that signs transactions"),
    LEDGER_KEY("ledger.key", null, "PEM file with its private key (PKCS#8)"),
    HTTP_HOST("http.host", "127.0.0.1", "Address that the REST interface listens on"),
    HTTP_PORT("http.port", "8443", "Its port; 0 takes any free one"),
    HTTP_CERTIFICATE("http.certificate", null, "PEM file with the service's TLS certificate chain (OU=gateway)"),
    HTTP_KEY("http.key", null, "PEM file with its private key (PKCS#8)"),
    FEED_HOST("feed.host", "127.0.0.1", "Address of the internal feed to the privacy service"),
    FEED_PORT("feed.port", "8444", "Its port; 0 takes any free one"),
    MANAGEMENT_HOST("management.host", "127.0.0.1", "Address of /livez, /readyz and /metrics"),
    MANAGEMENT_PORT("management.port", "8445", "Its port; 0 takes any free one"),
    PRIVACY_URL("privacy.url", null, "https URL of the authority's privacy service"),
    PRIVACY_TLS_ROOTS("privacy.tls-roots", null, "PEM file with the authority's own TLS roots, both ways"),
    DATABASE_URL("database.url", null, "jdbc:postgresql://host:port/database"),
    DATABASE_USER("database.user", null, "Role that owns the read model"),
    DATABASE_PASSWORD("database.password", null, "Its password; better given by the environment", true),
    DATABASE_CONNECTIONS("database.connections", "12", "Connections to the database"),
    TOKENS_JWKS("tokens.jwks", null, "file or https URL of the JSON Web Key Set that tokens are checked against"),
    TOKENS_TLS_ROOTS("tokens.tls-roots", "", "PEM file with the roots of the JWKS server; empty: the JVM's"),
    TOKENS_ISSUER("tokens.issuer", null, "Required value of the claim iss"),
    TOKENS_AUDIENCE("tokens.audience", null, "Required value of the claim aud"),
    FILE_NUMBER_PATTERN("file-number.pattern", null, "Regular expression of this authority's file numbers"),
    RETENTION_PERIOD("retention.period", "", "How long links are kept after a procedure's end, e.g. P10Y; empty: none"),
    RETENTION_SOURCE("retention.source", "", "Where that period comes from"),
    RETENTION_CONFIRMED("retention.confirmed", "false", "Whether that source was confirmed"),
    LIMIT_WORKERS("limit.workers", "64", "Threads that wait for the ledger and the database"),
    LIMIT_QUEUE("limit.queue", "512", "Requests that may be in progress; beyond it a caller is told to come back"),
    LIMIT_BODY("limit.body", "65536", "Most bytes of a request's body"),
    LIMIT_WAIT("limit.wait", "PT20S", "How long an answer waits for a commit"),
    OPERATIONS_KEPT("operations.kept", "P7D", "How long a settled Idempotency-Key is remembered");

    private final String key;
    private final @Nullable String standard;
    private final String meaning;
    private final boolean secret;

    Setting(String key, @Nullable String standard, String meaning) {
        this(key, standard, meaning, false);
    }

    Setting(String key, @Nullable String standard, String meaning, boolean secret) {
        this.key = key;
        this.standard = standard;
        this.meaning = meaning;
        this.secret = secret;
    }

    /** The key in the file; dots are levels of YAML. */
    public String key() {
        return key;
    }

    /** The environment variable that goes before the file. */
    public String variable() {
        return Settings.PREFIX + key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** The default; empty where the setting is required. */
    public Optional<String> standard() {
        return Optional.ofNullable(standard);
    }

    public String meaning() {
        return meaning;
    }

    /** Whether its value is masked wherever it is shown. */
    public boolean secret() {
        return secret;
    }

    static Optional<Setting> ofKey(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key.equals(key))
                .findFirst();
    }

    static Optional<Setting> ofVariable(String variable) {
        return Arrays.stream(values())
                .filter(setting -> setting.variable().equals(variable))
                .findFirst();
    }
}
