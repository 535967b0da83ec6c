// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.options;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.caseledger.gateway.GatewayOptions;
import org.caseledger.procedure.record.Forms;
import org.jspecify.annotations.Nullable;

/** Turns settings into typed options, or says which setting is wrong and what it should be. */
public final class OptionsReader {

    private final Settings settings;

    private OptionsReader(Settings settings) {
        this.settings = settings;
    }

    /** @throws OptionsException when a value has not the form that its setting asks for */
    public static GatewayOptions read(Settings settings) {
        return new OptionsReader(settings).options();
    }

    private GatewayOptions options() {
        return new GatewayOptions(
                parse(
                        Setting.AUTHORITY,
                        "an authority id such as AT-DUBLIN",
                        text -> Forms.requireAuthority("id", text)),
                matching(Setting.COUNTRY, "[A-Z]{2}", "a two-letter country code"),
                ledger(),
                listener(Setting.HTTP_HOST, Setting.HTTP_PORT),
                listener(Setting.FEED_HOST, Setting.FEED_PORT),
                listener(Setting.MANAGEMENT_HOST, Setting.MANAGEMENT_PORT),
                keyPair(Setting.HTTP_CERTIFICATE, Setting.HTTP_KEY),
                new GatewayOptions.PrivacyService(https(Setting.PRIVACY_URL), file(Setting.PRIVACY_TLS_ROOTS)),
                database(),
                tokens(),
                parse(Setting.FILE_NUMBER_PATTERN, "a regular expression", Pattern::compile),
                retention(),
                limits());
    }

    private GatewayOptions.Ledger ledger() {
        return new GatewayOptions.Ledger(
                matching(Setting.LEDGER_CHANNEL, "[a-z][a-z0-9.-]{0,248}", "a channel's name"),
                matching(Setting.LEDGER_CHAINCODE, "[A-Za-z0-9_-]{1,64}", "a chaincode's name"),
                matching(Setting.LEDGER_ENDPOINT, "[^:\\s]+:[0-9]{1,5}", "host:port"),
                file(Setting.LEDGER_TLS_ROOTS),
                keyPair(Setting.LEDGER_CERTIFICATE, Setting.LEDGER_KEY));
    }

    private GatewayOptions.Database database() {
        return new GatewayOptions.Database(
                matching(Setting.DATABASE_URL, "jdbc:postgresql://.+", "jdbc:postgresql://host:port/database"),
                settings.text(Setting.DATABASE_USER),
                settings.text(Setting.DATABASE_PASSWORD),
                number(Setting.DATABASE_CONNECTIONS, 2, 200));
    }

    private GatewayOptions.Tokens tokens() {
        return new GatewayOptions.Tokens(
                parse(Setting.TOKENS_JWKS, "a file or https URL", OptionsReader::jwks),
                optionalFile(Setting.TOKENS_TLS_ROOTS),
                settings.text(Setting.TOKENS_ISSUER),
                settings.text(Setting.TOKENS_AUDIENCE));
    }

    private GatewayOptions.Retention retention() {
        var text = settings.text(Setting.RETENTION_PERIOD);
        return new GatewayOptions.Retention(
                text.isEmpty() ? null : parse(Setting.RETENTION_PERIOD, "a period such as P10Y", Period::parse),
                settings.text(Setting.RETENTION_SOURCE),
                matching(Setting.RETENTION_CONFIRMED, "true|false", "true or false")
                        .equals("true"));
    }

    private GatewayOptions.Limits limits() {
        return new GatewayOptions.Limits(
                number(Setting.LIMIT_WORKERS, 4, 1_000),
                number(Setting.LIMIT_QUEUE, 1, 100_000),
                number(Setting.LIMIT_BODY, 1_024, 1_048_576),
                parse(Setting.LIMIT_WAIT, "a duration such as PT20S", Duration::parse),
                parse(Setting.OPERATIONS_KEPT, "a period such as P7D", Period::parse));
    }

    private GatewayOptions.Listener listener(Setting host, Setting port) {
        return new GatewayOptions.Listener(settings.text(host), number(port, 0, 65_535));
    }

    private GatewayOptions.KeyPair keyPair(Setting certificate, Setting key) {
        return new GatewayOptions.KeyPair(file(certificate), file(key));
    }

    private static URI jwks(String text) {
        var uri = URI.create(text);
        return switch (uri.getScheme() == null ? "" : uri.getScheme()) {
            case "https", "file" -> uri;
            case "" -> Path.of(text).toAbsolutePath().toUri();
            default -> throw new IllegalArgumentException("scheme");
        };
    }

    private URI https(Setting setting) {
        return URI.create(matching(setting, "https://[^\\s/]+/?", "an https URL without a path"));
    }

    private Path file(Setting setting) {
        var path = Path.of(settings.text(setting));
        if (!Files.isReadable(path)) {
            throw new OptionsException("The setting " + setting.key() + " names a file that cannot be read: " + path
                    + ". Create it or give this service the right to read it.");
        }
        return path;
    }

    private @Nullable Path optionalFile(Setting setting) {
        return settings.text(setting).isEmpty() ? null : file(setting);
    }

    private int number(Setting setting, int least, int most) {
        var wanted = "a number from " + least + " to " + most;
        int number = parse(setting, wanted, Integer::parseInt);
        if (number < least || number > most) {
            throw wrong(setting, wanted);
        }
        return number;
    }

    private String matching(Setting setting, String form, String wanted) {
        var text = settings.text(setting);
        if (!Pattern.matches(form, text)) {
            throw wrong(setting, wanted);
        }
        return text;
    }

    private <T> T parse(Setting setting, String wanted, Function<String, T> parser) {
        try {
            return parser.apply(settings.text(setting));
        } catch (IllegalArgumentException | DateTimeParseException malformed) {
            throw wrong(setting, wanted);
        }
    }

    private static OptionsException wrong(Setting setting, String wanted) {
        return new OptionsException("The setting " + setting.key() + " is not " + wanted
                + ". Correct it in the file or in " + setting.variable() + ".");
    }
}
