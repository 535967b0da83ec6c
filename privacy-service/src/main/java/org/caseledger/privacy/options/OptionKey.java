// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.options;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every key of the configuration with its default and its meaning. A key without default must be given. */
public enum OptionKey {
    AUTHORITY("authority", null, "id of the authority that owns this service, as on the ledger"),
    FILE_NUMBER_PATTERN(
            "fileNumberPattern", null, "regular expression that a whole file number of the authority matches"),
    LISTEN_HOST("listen.host", "127.0.0.1", "address that gateway and other privacy services dial"),
    LISTEN_PORT("listen.port", "0", "port for them; 0 takes a free one"),
    MANAGEMENT_HOST("management.host", "127.0.0.1", "address of /livez, /readyz and /metrics"),
    MANAGEMENT_PORT("management.port", "0", "port of /livez, /readyz and /metrics; 0 takes a free one"),
    TLS_CERTIFICATE("tls.certificate", null, "PEM file: this service's certificate and the chain up to its root"),
    TLS_KEY("tls.key", null, "PEM file: the certificate's private key (PKCS#8, EC P-256)"),
    TLS_ROOT("tls.root", null, "PEM file: the authority's own TLS root"),
    DATABASE_URL("database.url", null, "JDBC address of the service's own PostgreSQL database"),
    DATABASE_USER("database.user", null, "role that owns that database"),
    DATABASE_PASSWORD("database.password", null, "the role's password"),
    ROOT_STORE("rootStore", null, "directory of the root key; belongs to no backup"),
    FEED("feed", null, "https address of the own gateway's internal port"),
    FEED_WAIT("feedWaitMillis", "25000", "how long one question for news may wait, in milliseconds"),
    RETRY_LONGEST(
            "retryLongestMillis",
            "60000",
            "longest pause between two tries to reach another authority, in milliseconds");

    private static final String ENVIRONMENT_PREFIX = "CASELEDGER_PRIVACY_";

    private final String path;
    private final @Nullable String defaultValue;
    private final String meaning;

    OptionKey(String path, @Nullable String defaultValue, String meaning) {
        this.path = path;
        this.defaultValue = defaultValue;
        this.meaning = meaning;
    }

    public String path() {
        return path;
    }

    public String meaning() {
        return meaning;
    }

    Optional<String> defaultValue() {
        return Optional.ofNullable(defaultValue);
    }

    boolean secret() {
        return this == DATABASE_PASSWORD;
    }

    /** The environment variable that overrides the file: {@code database.url} is CASELEDGER_PRIVACY_DATABASE_URL. */
    public String environmentName() {
        String words = path.replaceAll("([a-z])([A-Z])", "$1_$2").replace('.', '_');
        return ENVIRONMENT_PREFIX + words.toUpperCase(Locale.ROOT);
    }

    static Optional<OptionKey> ofPath(String path) {
        return Arrays.stream(values()).filter(key -> key.path.equals(path)).findFirst();
    }

    static Optional<OptionKey> ofEnvironment(String name) {
        return Arrays.stream(values())
                .filter(key -> key.environmentName().equals(name))
                .findFirst();
    }

    static boolean inEnvironment(String name) {
        return name.startsWith(ENVIRONMENT_PREFIX);
    }
}
